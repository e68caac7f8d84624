import type { Person, PersonTap, PhoneMessage } from '../../src/simulator/index.ts';
import type { Random } from '../../src/simulator/random.ts';
import { READING_MS } from '../world/reading.ts';
import { pick } from './death.ts';
import type { Given } from './ledger.ts';

/** Somebody at the phone: looks at the chat and does the next thing, in random words, one act at a time. */
export type Responsible = {
  readonly name: string;
  readonly phone: Person;
  /** Does something, unless an act of theirs still waits for its answer. */
  act(): void;
  /** Whether an act waits for its answer. @param settled the bot has nothing left to do */
  waits(settled: boolean): boolean;
  /** Something on the phone asks for an answer. */
  readonly isAsked: boolean;
  /** The bot has had all it needs and did not react: for the complaint. */
  readonly waitingFor: string | null;
  /** From now on no new things are begun: only what is open is finished. */
  finishing: boolean;
};

const openings = ['Se realizó', 'Avanzamos con', 'Quedó lista', 'Se adelantó', 'Terminamos'];
const things = ['la jornada', 'la campaña', 'la mesa', 'la publicación', 'la reunión', 'el informe'];

/** What comes by itself and answers nobody: a reminder, a neighbour's report, a question once more after an outage. */
const unasked = /^Buen[oa]s |, que también es suya: |^Estuvimos fuera de servicio/;

/** They are told that it was not kept, and will send it again. */
const notKept = /no guardé ese mensaje|No pudimos procesar|Responda Dejar o Cambiar/;

type Pending = {
  readonly what: string;
  readonly after: number;
  /** What had been said before: its repetition, or the loss of its buttons, answers nothing. */
  readonly seen: ReadonlySet<string>;
  /** The question it answers, by the revision of its message; null when it is something else. */
  readonly question: number | null;
  readonly given: string | null;
  /** What comes on the way to the answer and is none yet. */
  readonly notYet?: (text: string) => boolean;
  tap: string | null;
};

/** @param of.give keeps what was given, for the comparison at the end */
export function createResponsible(of: {
  readonly name: string;
  readonly phone: Person;
  readonly random: Random;
  /** Telegram's clock. */
  readonly now: () => number;
  /** Telegram dropped it before the bot had handled it. */
  readonly isLost: (tap: PersonTap) => boolean;
  readonly give: (given: Given) => void;
  /** It was not kept, and they know. */
  readonly withdraw: (observation: string) => void;
}): Responsible {
  const { name, phone, random } = of;
  /** They read before they write: Telegram dates it so, though nobody has waited. */
  const write = (text: string) => void phone.say(text, { at: of.now() + READING_MS });
  /** The activity that they last meant. */
  let meant = '';
  let finishing = false;
  /** What has been seen before the last act: a repetition of it is no answer. */
  let pending: Pending | null = null;
  let again: PersonTap | null = null;
  /** Questions that were answered and whose answer was answered: asked no more until they are shown again. */
  const done = new Set<number>();

  const given: Given[] = [];
  /** Words that nobody else has ever used, put on record before they are sent. */
  const give = (activity: string, tenths: number): string => {
    const mark = `${name.toLowerCase()} ${letters(given.length)}`;
    const observation = `${pick(random, openings)} ${pick(random, things)} ${mark} con la comunidad`;
    const made = { who: name, activity, observation, tenths };
    given.push(made);
    of.give(made);
    return observation;
  };

  function doing(what: string, act: () => string | null, on?: PhoneMessage, given?: string): void {
    const seen = new Set(fromBot(phone).map(({ text }) => text));
    pending = {
      what,
      after: phone.cursor(),
      seen,
      question: on?.revision ?? null,
      given: given ?? null,
      tap: null,
    };
    pending.tap = act();
  }
  const say = (text: string, on?: PhoneMessage, given?: string) =>
    doing(
      text,
      () => {
        write(text);
        return null;
      },
      on,
      given,
    );
  const tap = (message: PhoneMessage, label: string) =>
    doing(`[${label}]`, () => phone.tap(message, label).id, message);

  function waits(settled: boolean): boolean {
    if (pending === null) return false;
    const { after, seen, tap: tapId, question, given, notYet } = pending;
    const fresh = fromBot(phone).filter((message) => message.revision > after && !unasked.test(message.text));
    const tapped = phone.taps.find(({ id }) => id === tapId);
    const isAnswer = ({ text }: PhoneMessage) => settled || !(seen.has(text) || notYet?.(text) === true);
    if (fresh.some(isAnswer) || tapped?.answer?.text !== undefined) {
      const refused = fresh.some(({ text }) => notKept.test(text));
      if (question !== null && !refused) done.add(question);
      if (given !== null && refused) of.withdraw(given);
      pending = null;
    } else if (tapped && of.isLost(tapped)) {
      // Telegram forgets a tap after 150 s: they tap the same button again.
      pending = null;
      again = tapped;
    }
    return pending !== null;
  }

  function act(): void {
    if (again) {
      const { messageId, data } = again;
      again = null;
      const still = phone.chat.find((message) => message.messageId === messageId);
      const label = still?.buttons.flat().find((button) => button.data === data)?.text;
      if (still && label !== undefined) return tap(still, label);
    }
    const question = openQuestion(phone, done);
    if (question === undefined) return begin();
    const number = /n\.º (\d+)/g;
    const activity = [...question.text.matchAll(number)].at(-1)?.[1] ?? '';
    // The process died before it knew that the question had gone: whose the answer is, they know.
    if (/^Recibí[\s\S]*¿Es para la/.test(question.text)) return tap(question, `n.º ${meant}`);
    meant = activity;
    if (/Describa en una o dos frases/.test(question.text)) return describe(question, activity);
    if (/¿Qué corrige/.test(question.text)) return correct(question, activity);
    if (/¿Qué porcentaje/.test(question.text)) return measure(question, activity);
    if (/¿Deja así/.test(question.text)) return keepOrChange(question, activity);
    if (/frenando/.test(question.text)) return tap(question, pick(random, answersOf(question)));
    if (/Hace unas horas/.test(question.text)) return tap(question, 'Sí, es para esta');
    return tap(question, pick(random, answersOf(question)));
  }

  /** Nothing is asked: begins what is pending, or corrects something. */
  function begin(): void {
    const last = fromBot(phone).at(-1);
    const correct =
      last && /guardado|✅/i.test(last.text)
        ? labels(last).find((label) => label.startsWith('Corregir'))
        : undefined;
    if (last && labels(last).includes('Reportar ahora') && random.next() < 0.7)
      return tap(last, 'Reportar ahora');
    if (!finishing && last && correct !== undefined && random.next() < 0.5) return tap(last, correct);
    say('/reportar');
  }

  function measure(question: PhoneMessage, activity: string): void {
    const chance = random.next();
    const tenths = random.integer(0, 1000);
    const percent = `${Math.floor(tenths / 10)},${tenths % 10}`;
    const buttons = answersOf(question);
    if (chance < 0.45)
      return tap(
        question,
        pick(
          random,
          buttons.filter((label) => /^\d+$/.test(label)),
        ),
      );
    if (chance < 0.6) return say(`${percent} %`, question);
    if (chance < 0.75) {
      const text = give(activity, tenths);
      return say(`${percent} % ${text}`, question, text);
    }
    if (chance < 0.85) {
      // Two messages in a row, without waiting for the second question.
      const text = give(activity, tenths);
      const both = () => {
        write(percent);
        write(text);
        return null;
      };
      doing(`${percent} / ${text}`, both, question, text);
      // The answer to the first half, or that question with the first half only, is no answer to both.
      const half = `Describa en una o dos frases lo realizado en la n.º ${activity}.`;
      const notYet = (said: string) =>
        said.includes(half) || (said.includes('Hace unas horas') && !said.includes(text.slice(0, 12)));
      if (pending) pending = { ...pending, notYet };
      return;
    }
    if (finishing || chance < 0.93) return tap(question, pick(random, buttons));
    return say(pick(random, ['/cancelar', '/misactividades', '/ayuda']));
  }

  /** Both halves at once: words that stay as they are would be stored twice. */
  function correct(question: PhoneMessage, activity: string): void {
    if (!finishing && random.next() < 0.2) return tap(question, 'No corregir');
    const tenths = random.integer(0, 1000);
    const text = give(activity, tenths);
    say(`${Math.floor(tenths / 10)},${tenths % 10} % ${text}`, question, text);
  }

  function describe(question: PhoneMessage, activity: string): void {
    const shown = /(\d+)(?:,(\d))? %\. Describa/.exec(question.text);
    const tenths = Number(shown?.[1] ?? Number.NaN) * 10 + Number(shown?.[2] ?? 0);
    if (random.next() < 0.85 || finishing) {
      const text = give(activity, tenths);
      return say(text, question, text);
    }
    const out = answersOf(question).find((label) => /^(Omitir|No corregir)/.test(label));
    return out === undefined || random.next() < 0.5 ? say('/cancelar') : tap(question, out);
  }

  /** Somebody else reported meanwhile. */
  function keepOrChange(question: PhoneMessage, activity: string): void {
    if (random.next() < 0.5) {
      const mine = given.findLast((each) => each.activity === activity);
      if (mine) of.withdraw(mine.observation);
      return tap(question, 'Dejar así');
    }
    tap(question, 'Cambiar');
  }

  return {
    name,
    phone,
    act: () => {
      if (pending === null) act();
    },
    waits,
    get isAsked() {
      return openQuestion(phone, done) !== undefined;
    },
    get waitingFor() {
      return pending === null ? null : pending.what;
    },
    get finishing() {
      return finishing;
    },
    set finishing(yes) {
      finishing = yes;
    },
  };
}

/** The newest message that asks something. */
function openQuestion(phone: Person, done: ReadonlySet<number>): PhoneMessage | undefined {
  const asking = fromBot(phone).filter((message) => answersOf(message).length > 0);
  const newest = newestOf(asking);
  // Once the round is over, or they left it, what stands above is asked no more.
  const over =
    /lo dejamos aquí|no tiene actividades pendientes|No hay ninguna pregunta|no guardé ese|Listo, |, lleva \d+ de /;
  const end = newestOf(fromBot(phone).filter(({ text }) => over.test(text)));
  if (newest && end && end.revision > newest.revision) return undefined;
  return newest && !done.has(newest.revision) ? newest : undefined;
}

function newestOf(messages: readonly PhoneMessage[]): PhoneMessage | undefined {
  return messages.toSorted((a, b) => a.revision - b.revision).at(-1);
}

function fromBot(phone: Person): readonly PhoneMessage[] {
  return phone.chat.filter((message) => message.from === 'bot' && message.kind === 'text');
}

function labels(message: PhoneMessage): readonly string[] {
  return message.buttons.flat().map(({ text }) => text);
}

/** The buttons that answer the question of a message. */
function answersOf(message: PhoneMessage): readonly string[] {
  return message.buttons
    .flat()
    .filter(({ data }) => data?.startsWith('q:'))
    .map(({ text }) => text);
}

/** 0: a, 25: z, 26: ba … no digit, so that nothing of it reads as a percentage. */
function letters(count: number): string {
  const digit = String.fromCharCode(97 + (count % 26));
  return count < 26 ? digit : letters(Math.floor(count / 26)) + digit;
}
