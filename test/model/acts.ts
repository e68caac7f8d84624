import { closeCut, reopenCut } from '../../src/actions/cut-acts.ts';
import { plannedCuts } from '../../src/db/plans.ts';
import { addDays, localDate, momentAt } from '../../src/domain/dates.ts';
import { type Name, type Phones, people, type Shown } from './phones.ts';

/** What must be stored, in the simplest words: the last word on each activity and how often it was given. */
export type Model = {
  now: number;
  /** First moment at which the cut takes nothing any more. */
  locksAt: number;
  readonly reports: Map<string, { tenths: number; observation: string; revisions: number }>;
  /** Everything anybody ever said: nothing else may be stored. */
  readonly said: Set<string>;
  given: number;
  taps: number;
};

export type Asked = {
  readonly row: number;
  readonly kind: 'progress' | 'observation' | 'overwrite' | 'late' | 'other';
  readonly activity: string;
  readonly tenths: number;
  readonly correcting: boolean;
  readonly buttons: readonly { readonly text: string; readonly data: string }[];
};

const staleMs = 12 * 3_600_000;

/** The question that a phone shows, if its newest message with answers is one. */
export function asked(phones: Phones, who: Name): Asked | null {
  const chat = phones.chat(who);
  const isAnswer = ({ data }: { readonly data: string }) => data.startsWith('q:');
  const message = chat.findLast((each) => each.keyboard.flat().some(isAnswer));
  if (!message || isOver(chat, message)) return null;
  const buttons = message.keyboard.flat().filter(isAnswer);
  const activity = [...message.text.matchAll(/n\.º (\d+)/g)].at(-1)?.[1] ?? '';
  const shown = /(\d+)(?:,(\d))? %\. Describa/.exec(message.text);
  const tenths = Number(shown?.[1] ?? 0) * 10 + Number(shown?.[2] ?? 0);
  const correcting = buttons.some(({ text }) => text === 'No corregir');
  return { row: message.row, kind: kindOf(message.text), activity, tenths, correcting, buttons };
}

function kindOf(text: string): Asked['kind'] {
  if (/Hace unas horas/.test(text)) return 'late';
  if (/Describa en una o dos frases/.test(text)) return 'observation';
  if (/¿Qué porcentaje/.test(text)) return 'progress';
  return /¿Deja así/.test(text) ? 'overwrite' : 'other';
}

/** After it the conversation was left, or it came to its end. */
function isOver(chat: readonly Shown[], question: Shown): boolean {
  return chat.some(
    ({ row, text }) => row > question.row && /lo dejamos aquí|^Listo, |no tiene actividades/.test(text),
  );
}

/** What one act of the sequence does: to the model first, then to the phones, then both are compared. */
export type Act =
  | { readonly do: 'report' | 'skip' | 'cancel' | 'tapOld' | 'list'; readonly who: Name }
  | { readonly do: 'both'; readonly who: Name; readonly tenths: number }
  | { readonly do: 'number'; readonly who: Name; readonly tenths: number }
  | { readonly do: 'words'; readonly who: Name }
  | { readonly do: 'tap'; readonly who: Name }
  | { readonly do: 'correct'; readonly who: Name; readonly activity: number }
  | { readonly do: 'forge'; readonly who: Name; readonly data: string }
  | { readonly do: 'answer'; readonly who: Name; readonly place: number }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'restart' | 'tick' | 'close' | 'reopen' };

const changing = /^(Guardado|Cambiar)/;

/** Carries an act out. @returns what must be stored afterwards is `model`; `loose`: it may be either */
export function carryOut(act: Act, model: Model, phones: Phones): { readonly loose: boolean } {
  model.now += 3_000;
  switch (act.do) {
    case 'wait':
      model.now += act.minutes * 60_000;
      phones.tick(model.now);
      return { loose: false };
    case 'tick':
      phones.tick(model.now);
      return { loose: false };
    case 'restart':
      phones.restart();
      return { loose: false };
    case 'close':
      phones.act((db) => {
        const [first] = plannedCuts(db);
        if (first && closeCut(db, first, { personId: null, reason: 'Todo está reportado' }, model.now).ok)
          model.locksAt = Math.min(model.locksAt, model.now);
      });
      return { loose: false };
    case 'reopen':
      phones.act((db) => {
        const [first] = plannedCuts(db);
        const numbers = ['1', '2', '3', '4', '5', '6', '7'];
        const lastDay = addDays(localDate(model.now), 3);
        const why = { personId: null, reason: 'Lo devolvió el alcalde', numbers, lastDay };
        if (first && reopenCut(db, first, why, model.now).ok)
          model.locksAt = Math.max(model.locksAt, momentAt(addDays(lastDay, 1), 0));
      });
      return { loose: false };
    default:
      return ofPerson(act, model, phones);
  }
}

type OfPerson = Extract<Act, { readonly who: Name }>;

function ofPerson(act: OfPerson, model: Model, phones: Phones): { readonly loose: boolean } {
  const { who } = act;
  const { now } = model;
  const question = asked(phones, who);
  const say = (text: string) => phones.say(who, text, now);
  const tap = (data: string, row: number | null) => {
    model.taps++;
    phones.tap(who, data, row, now);
  };
  switch (act.do) {
    case 'report':
      say('/reportar');
      return { loose: false };
    case 'list':
      say('/misactividades');
      return { loose: false };
    case 'cancel':
      say('/cancelar');
      return { loose: false };
    case 'forge': {
      // What names an open question of their own is no forgery.
      const state = stateOf(phones, who, act.data);
      tap(act.data, null);
      return { loose: state === 'open' || state === 'suspended' };
    }
    case 'skip': {
      const out = question?.buttons.find(({ text }) => /^(Omitir|No corregir)/.test(text));
      if (question && out) tap(out.data, question.row);
      return { loose: false };
    }
    case 'correct': {
      const button = phones
        .chat(who)
        .flatMap(({ keyboard }) => keyboard.flat())
        .filter(({ data }) => data.startsWith('c:'))
        .at(-1 - act.activity);
      if (button) tap(button.data, null);
      return { loose: false };
    }
    case 'tapOld': {
      const older = phones
        .chat(who)
        .filter(({ row }) => row !== question?.row)
        .flatMap(({ row, keyboard }) => keyboard.flat().map((button) => ({ ...button, row })))
        .filter(({ data, text }) => data.startsWith('q:') && !changing.test(text))
        .at(-1);
      // A closed question stores nothing more; a suspended one may be answered by its tap.
      const closed = older ? stateOf(phones, who, older.data) === 'closed' : true;
      if (older) tap(older.data, older.row);
      return { loose: !closed };
    }
    case 'answer': {
      const button = question?.buttons[act.place % Math.max(1, question.buttons.length)];
      if (question && button) tap(button.data, question.row);
      return { loose: true };
    }
    case 'number': {
      const typed = `${Math.floor(act.tenths / 10)},${act.tenths % 10}`;
      model.said.add(typed);
      say(typed);
      return { loose: true };
    }
    default:
      return answerQuestion(act, question, model, phones);
  }
}

/** The three answers whose outcome the model foretells exactly. */
function answerQuestion(
  act: Extract<OfPerson, { readonly do: 'tap' | 'both' | 'words' }>,
  question: Asked | null,
  model: Model,
  phones: Phones,
): { readonly loose: boolean } {
  const { who } = act;
  if (question === null) {
    // Whoever is asked nothing begins: what is typed into nothing is no answer to foretell.
    phones.say(who, '/reportar', model.now);
    return { loose: false };
  }
  const text = `se hizo la jornada ${letters(model.given++)} con la gente`;
  model.said.add(text);
  const isStale = question !== null && isOld(phones, who, model.now);
  const takes = model.now < model.locksAt && question !== null;
  const taken = question !== null && isTaken(phones, who, question);
  const store = (tenths: number, observation: string) => {
    if (!question) return;
    const before = model.reports.get(question.activity)?.revisions ?? 0;
    model.reports.set(question.activity, { tenths, observation, revisions: before + 1 });
  };
  if (act.do === 'words') {
    if (takes && !isStale && !taken && question?.kind === 'observation') store(question.tenths, text);
    phones.say(who, text, model.now);
    return { loose: question?.kind !== 'observation' };
  }
  if (act.do === 'both') {
    if (takes && !isStale && !taken && question?.kind === 'progress') store(act.tenths, text);
    phones.say(who, `${Math.floor(act.tenths / 10)},${act.tenths % 10} % ${text}`, model.now);
    return { loose: question?.kind !== 'progress' };
  }
  const button = question?.buttons.find(({ data }) => /:p\d+$/.test(data));
  if (question?.kind !== 'progress' || !button) return { loose: false };
  model.taps++;
  phones.tap(who, button.data, question.row, model.now);
  return { loose: true };
}

/** The state of the question of this person that a button names, if there is one. */
function stateOf(phones: Phones, who: Name, data: string): string | null {
  const id = /^q:(\d+):/.exec(data)?.[1] ?? '0';
  const [found] = phones.db.all<{ state: string }>(
    `select state from question where id = ${id} and personId = ${people.indexOf(who) + 1}`,
  );
  return found?.state ?? null;
}

/** More than 12 hours since it was asked. */
function isOld(phones: Phones, who: Name, now: number): boolean {
  const [open] = phones.db.all<{ askedAt: number }>(
    `select askedAt from question where state = 'open' and personId = ${people.indexOf(who) + 1}`,
  );
  return open !== undefined && now - open.askedAt > staleMs;
}

/** Somebody else's word is newer than the question. */
function isTaken(phones: Phones, who: Name, question: Asked): boolean {
  const id = /^q:(\d+):/.exec(question.buttons[0]?.data ?? '')?.[1] ?? '0';
  const newer = phones.db.all(
    `select 1 from question join report on report.activityId = question.activityId and report.cutId = question.cutId
     where question.id = ${id} and report.id > question.basedOnReport and report.voidedAt is null
       and report.personId is not ${people.indexOf(who) + 1}`,
  );
  return newer.length > 0;
}

function letters(count: number): string {
  const digit = String.fromCharCode(97 + (count % 26));
  return count < 26 ? digit : letters(Math.floor(count / 26)) + digit;
}
