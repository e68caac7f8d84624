import { type Asked, asked, stateOf } from './asked.ts';
import { type Model, newWords, store, takes, typedPercent } from './model.ts';
import { type Name, type Phones, people } from './phones.ts';
import { ofPlanning, type PlanAct } from './plan-acts.ts';
import { confirmLines, sayLines } from './several.ts';

const staleMs = 12 * 3_600_000;

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
  | { readonly do: 'lines'; readonly who: Name; readonly places: readonly number[]; readonly tenths: number }
  | { readonly do: 'confirm'; readonly who: Name; readonly yes: boolean }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'restart' | 'tick' }
  | PlanAct;

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
    case 'reopen':
    case 'import':
      ofPlanning(act, model, phones);
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
      const typed = typedPercent(act.tenths);
      model.said.add(typed);
      say(typed);
      return { loose: true };
    }
    case 'lines':
      return sayLines(act, model, phones);
    case 'confirm':
      return confirmLines(act, question, model, phones);
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
  const text = newWords(model);
  const isStale = isOld(phones, who, model.now);
  const counts = takes(model, question.activity) && !isStale && !isTaken(phones, who, question);
  if (act.do === 'words') {
    if (counts && question.kind === 'observation') store(model, question.activity, question.tenths, text);
    phones.say(who, text, model.now);
    return { loose: question.kind !== 'observation' };
  }
  if (act.do === 'both') {
    if (counts && question.kind === 'progress') store(model, question.activity, act.tenths, text);
    phones.say(who, `${typedPercent(act.tenths)} % ${text}`, model.now);
    return { loose: question.kind !== 'progress' };
  }
  const button = question.buttons.find(({ data }) => /:p\d+$/.test(data));
  if (question.kind !== 'progress' || !button) return { loose: false };
  model.taps++;
  phones.tap(who, button.data, question.row, model.now);
  return { loose: true };
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
