import { writeMeta } from '../../src/db/meta.ts';
import { inTransaction } from '../../src/db/open.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { transcript } from '../../src/simulator/index.ts';
import { createRandom, type Random } from '../../src/simulator/random.ts';
import { type Aim, chooseAim, pick, type Window, windowOf } from './death.ts';
import { createLedger } from './ledger.ts';
import { type Life, startLife } from './life.ts';
import { createResponsible, type Responsible } from './responsible.ts';
import { createVillage, type Village } from './village.ts';
import { hasLooked, isIdle, owes, pause, pollGone, until } from './waiting.ts';

/** The reminder days of the cut of 31 March 2022 (specification: Reminders). */
const days = [
  '2022-03-16',
  '2022-03-24',
  '2022-03-28',
  '2022-03-30',
  '2022-03-31',
  '2022-04-01',
  '2022-04-05',
];
const minute = 60_000;

export type SeasonResult = {
  /** What is wrong, a line each; empty when every promise was kept. */
  readonly wrong: readonly string[];
  /** Kills by the window aimed at; those that never came to it were killed all the same. */
  readonly kills: Readonly<Record<Window, number>>;
  readonly late: number;
  /** Everybody's chat, to see what happened. */
  readonly chats: string;
  readonly figures: ReturnType<ReturnType<typeof createLedger>['figures']> & { readonly reminders: number };
  readonly seconds: number;
};

/**
 * Lives the first cut of 2022 with six responsibles, a mayor and a coordinator, kills the process again and again and
 * compares at the end. The seed decides who does what and where the process is to die; only the timing is real.
 * @param of.leaveOut a planted fault, see `aim.ts`
 */
export async function liveSeason(of: {
  readonly seed: number;
  readonly kills: number;
  readonly leaveOut?: string;
  /** Real time until what has not come is said never to come. */
  readonly patienceMs?: number;
}): Promise<SeasonResult> {
  const begun = performance.now();
  const random = createRandom(of.seed);
  const village = await createVillage(of.seed);
  const people = new Map([...village.responsibles, ['Julio', village.mayor], ['Diana', village.coordinator]]);
  const ledger = createLedger({ ...village, people });
  const responsibles = [...village.responsibles].map(([name, phone], place) =>
    createResponsible({
      name,
      phone,
      random: createRandom(of.seed * 1_000 + place),
      now: village.now,
      isLost: village.isLost,
      ...ledger,
    }),
  );
  const kills: Record<Window, number> = {
    'in intake': 0,
    'in the transaction': 0,
    'between commit and send': 0,
    'between send and mark': 0,
    'at any moment': 0,
  };
  let late = 0;
  let reminders = 0;
  const season: Season = {
    patienceMs: 40_000,
    ...of,
    village,
    random,
    responsibles,
    ledger,
    asked: { summaries: 0, pending: 0 },
  };
  try {
    for (let day = 0, kill = 0; kill < of.kills; day++) {
      const date = days[day] ?? '';
      if (date === '') break;
      village.offsetMs = momentAt(date, 8) + random.integer(0, 10 * minute) - Date.now();
      const owing = responsibles.filter((each) => owes(village, each.phone.id));
      const last = Math.ceil(((day + 1) * of.kills) / days.length);
      for (; kill < last && kill < of.kills; kill++) {
        const aim = chooseAim(random);
        if ((await liveAndDie(season, aim)) === 'late') late++;
        kills[windowOf(aim)]++;
        village.offsetMs += gap(random);
      }
      await quietly(season, 31 * minute, date);
      reminders += checkReminders(season, owing, date);
    }
    await finish(season);
    const wrong = [...ledger.compare(), ...checkSummaries(season)];
    const seconds = (performance.now() - begun) / 1000;
    const chats =
      [...people].map(([name, phone]) => `=== ${name}\n${transcript(phone.chat)}\n`).join('') +
      ledger.outbox();
    return { wrong, kills, late, chats, figures: { ...ledger.figures(), reminders }, seconds };
  } finally {
    await village.end();
  }
}

type Season = {
  readonly village: Village;
  readonly random: Random;
  readonly responsibles: readonly Responsible[];
  readonly ledger: ReturnType<typeof createLedger>;
  readonly leaveOut?: string;
  readonly patienceMs: number;
  readonly asked: { summaries: number; pending: number };
};

function start(season: Season, aim: Aim | null): Life {
  const { village, leaveOut } = season;
  return startLife({ ...village, aim, leaveOut });
}

/** One life under way until it is killed: people act, before it has started too. */
async function liveAndDie(season: Season, aim: Aim): Promise<'aimed' | 'late'> {
  const { random, village } = season;
  for (let acts = random.integer(0, 4); acts > 0; acts--) actOnce(season);
  const life = start(season, aim);
  const deadline = performance.now() + 6_000;
  while (!life.isDead() && performance.now() < deadline) {
    actOnce(season);
    await pause(random.integer(5, 90));
  }
  life.kill();
  const how = await life.dead;
  await pollGone(village);
  season.ledger.noteDeath();
  return how;
}

function actOnce(season: Season): void {
  const { random, village, responsibles, asked } = season;
  const chance = random.next();
  if (chance < 0.01) {
    village.mayor.say('/resumen');
    asked.summaries++;
  } else if (chance < 0.03) {
    village.coordinator.say('/pendientes');
    asked.pending++;
  } else if (chance < 0.1) {
    // Somebody works on the command line: the bot looks at once what is due.
    inTransaction(village.store, (db) => writeMeta(db, 'crashHarness', String(random.integer(0, 1e9))));
  } else {
    const who = pick(random, responsibles);
    if (!who.waits(false)) who.act();
  }
}

/** After a while without anybody, one life in peace: everything is answered, sent and marked. */
async function quietly(season: Season, afterMs: number, what: string): Promise<void> {
  const { village, responsibles, ledger } = season;
  village.offsetMs += afterMs;
  const began = village.now();
  const life = start(season, null);
  await settled(season, life, began);
  for (const who of responsibles) {
    if (who.waits(true)) ledger.complain(`${what}: ${who.name} never got an answer to ${lastWords(who)}`);
  }
  await stop(season, life);
}

/** Everybody finishes what is pending, in peace. */
async function finish(season: Season): Promise<void> {
  const { village, responsibles, ledger } = season;
  village.offsetMs += minute;
  const began = village.now();
  const life = start(season, null);
  for (const who of responsibles) who.finishing = true;
  const deadline = performance.now() + 2 * season.patienceMs;
  const busy = () =>
    responsibles.filter((who) => who.waits(isIdle(village)) || who.isAsked || owes(village, who.phone.id));
  for (let open = busy(); open.length > 0; open = busy()) {
    if (performance.now() > deadline) {
      ledger.complain(`never finished: ${open.map(lastWords).join('\n')}`);
      break;
    }
    for (const who of open) if (!who.waits(false)) who.act();
    await pause(20);
  }
  await settled(season, life, began);
  await stop(season, life);
  await quietly(season, 31 * minute, 'the end');
}

async function stop(season: Season, life: Life): Promise<void> {
  const code = await life.stop();
  if (code !== 0) season.ledger.complain(`SIGTERM ended it with ${code}: ${life.said().slice(-500)}`);
  await pollGone(season.village);
  season.ledger.noteDeath();
}

/** The day is over: whoever owed something in the morning and still does has had a reminder, and none too many. */
function checkReminders({ ledger, village }: Season, owing: readonly Responsible[], date: string): number {
  let total = 0;
  for (const { name, phone } of owing) {
    const today = phone.chat.filter(
      (message) =>
        message.from === 'bot' &&
        /Le faltan? \d+ actividad/.test(message.text) &&
        message.date * 1000 >= momentAt(date, 0) &&
        message.date * 1000 < momentAt(date, 24),
    );
    total += today.length;
    if (today.length === 0 && owes(village, phone.id)) ledger.complain(`${name} had no reminder on ${date}`);
  }
  return total;
}

/** Whoever asked has been answered, and what goes out by itself when everything is in came too. */
function checkSummaries({ village, asked }: Season): readonly string[] {
  const count = (who: Village['mayor'], pattern: RegExp) =>
    who.chat.filter((message) => message.from === 'bot' && pattern.test(message.text)).length;
  const summaries = count(village.mayor, /^Alcaldía Local |No pudimos procesar|.*se esperaba/);
  const pending = count(village.coordinator, /^(Pendientes · |No hay nada pendiente|No pudimos procesar)/);
  return [
    ...(summaries > asked.summaries
      ? []
      : [`${asked.summaries} summaries asked for, ${summaries} came in all`]),
    ...(pending >= asked.pending ? [] : [`${asked.pending} times /pendientes, ${pending} answers`]),
  ];
}

function lastWords(who: Responsible): string {
  return `${who.waitingFor}; the chat of ${who.name} ends with:\n${transcript(who.phone.chat.slice(-6))}`;
}

function gap(random: Random): number {
  const chance = random.next();
  if (chance < 0.7) return random.integer(0, 15_000);
  return chance < 0.9 ? random.integer(20_000, 140_000) : random.integer(160_000, 20 * minute);
}

async function settled({ village, ledger, patienceMs }: Season, life: Life, began: number): Promise<void> {
  const met = await until(() => (hasLooked(village, began) && isIdle(village)) || life.isDead(), patienceMs);
  if (!met) ledger.complain(`the bot did not settle: ${life.said().slice(-800)}`);
}
