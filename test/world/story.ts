import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, it } from 'vitest';
import type { Role } from '../../src/actions/access.ts';
import { importPlan } from '../../src/actions/import-plan.ts';
import { invite } from '../../src/actions/invite.ts';
import { addPersonWith } from '../../src/actions/people.ts';
import { type Bot, startBot } from '../../src/app/bot.ts';
import { runCli } from '../../src/cli/run.ts';
import { linkAccount } from '../../src/db/accounts.ts';
import { draftsOf } from '../../src/db/drafts.ts';
import { sql } from '../../src/db/drizzle.ts';
import { type Db, inTransaction, openStore, type Store } from '../../src/db/open.ts';
import { allPeople } from '../../src/db/people.ts';
import { activitiesOf, allPlans, plannedCuts } from '../../src/db/plans.ts';
import { lastReport } from '../../src/db/reports.ts';
import { assignment, job, type Office, outbox, person, position } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { noteAlive } from '../../src/schedule/outage.ts';
import {
  type ButtonChoice,
  createManualClock,
  createSimulator,
  type ManualClock,
  type Person,
  type PhoneMessage,
  type SayOptions,
  type Simulator,
  transcript,
} from '../../src/simulator/index.ts';
import { telegramRate } from '../../src/telegram/pace.ts';

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0';
export const realForm = readFileSync(join(import.meta.dirname, '../../src/simulator/data/PL-PC-01-2022.txt'));

/** A person of the story: acts, and waits until the bot has nothing left to do about it. */
export type Actor = {
  readonly id: number;
  readonly phone: Person;
  say(text: string, options?: SayOptions): Promise<PhoneMessage>;
  /** Taps the newest message that has the button, or a given message. @returns what the spinner ended with. */
  tap(button: string | RegExp, on?: PhoneMessage): Promise<string | undefined>;
  /** Several acts before the bot sees any of them. */
  atOnce(acts: (phone: Person) => void): Promise<void>;
  /** The text of the newest message of the bot; pictures and files, which follow when they are made, aside. */
  readonly last: string;
  readonly lastMessage: PhoneMessage;
  /** Labels of the newest message's buttons. */
  readonly buttons: readonly string[];
};

/** Every text of the bot that somebody was sent, as it is now; pictures and files aside. */
export const textsOf = (who: Actor): readonly string[] =>
  who.phone.chat
    .filter((message) => message.from === 'bot' && message.kind === 'text')
    .map((message) => message.text);

/** Those that say something. */
export const told = (who: Actor, words: string): readonly string[] =>
  textsOf(who).filter((text) => text.includes(words));

export type Story = {
  readonly clock: ManualClock;
  readonly simulator: Simulator;
  readonly db: Db;
  /** Folder of the evidence, and of files on their way out. */
  readonly filesPath: string;
  readonly ana: Actor;
  readonly berta: Actor;
  readonly carlos: Actor;
  readonly mayor: Actor;
  readonly coordinator: Actor;
  /** The wall clock goes to a moment, the bot having been up all the while, and a minute's tick passes. */
  at(date: string, hour: number, minute?: number): Promise<void>;
  minutes(amount: number): Promise<void>;
  tick(): Promise<void>;
  settle(): Promise<void>;
  /** Waits until no job is waiting, and what came of them has gone out. */
  work(): Promise<void>;
  restart(): Promise<void>;
  stopBot(): Promise<void>;
  startBot(): Promise<void>;
  /** What is stored of an activity at a cut (default 1): percent and words, or null. */
  stored(activity: string, cut?: number): { progress: number; observation: string } | null;
  revisions(activity: string, cut?: number): number;
  drafts(who: Actor): readonly { progress: number | null; observation: string | null }[];
  stranger(name: string, lastName?: string): Actor;
  /** The link of a new invitation, made on the command line or by an enrolled coordinator. */
  invite(name: string, by?: Actor): string;
  /** Somebody more of the entity, to be invited. */
  add(
    name: string,
    holds: { readonly positions?: readonly string[]; readonly roles?: readonly Role[] },
  ): void;
  /** Somebody more of the entity, who has authorised. */
  newcomer(name: string, holds: Parameters<Story['add']>[1]): Promise<Actor>;
  people(): readonly { readonly id: number; readonly name: string }[];
  /** Another plan: its code. The real form with some of its text changed, imported now without monitoring. */
  importAnother(changes: readonly (readonly [from: string | RegExp, to: string])[]): void;
  /** The operator types a command line beside the running bot. @returns what it printed. @throws when it was refused */
  types(...words: string[]): Promise<string>;
  /** Tables and columns of the database that hold a text or a number. */
  whereStored(what: string | number): readonly string[];
};

type Options = {
  readonly start?: readonly [date: string, hour: number, minute?: number];
  readonly form?: Uint8Array;
  readonly importedOn?: string;
  readonly withMonitoring?: boolean;
  /** Who has no account yet: added to the entity with what they hold, to be invited. Default: nobody. */
  readonly notEnrolled?: readonly Cast[];
};

export type Cast = 'ana' | 'berta' | 'carlos' | 'mayor' | 'coordinator';

const cast: Readonly<
  Record<Cast, { readonly name: string; readonly holds: { position: number } | { office: Office } }>
> = {
  ana: { name: 'Ana Arboleda', holds: { position: 1 } },
  berta: { name: 'Berta Ruiz', holds: { position: 2 } },
  carlos: { name: 'Carlos Peña', holds: { position: 3 } },
  mayor: { name: 'Julio Biojó', holds: { office: 'mayor' } },
  coordinator: { name: 'Diana Mina', holds: { office: 'coordinator' } },
};

/**
 * One sentence of the specification. The project `stories` lives it in one go; the project `restarted` lives it again
 * with a restart of the bot before every step (vitest.config.ts).
 */
export function sentence(name: string, live: (story: Story) => Promise<void>, options: Options = {}): void {
  const isRestarted = restarts();
  it(name, () => tell(live, options, isRestarted));
}

/** Lived in one go only: what it tells of is over before a restart. */
export function livedOnce(name: string, live: (story: Story) => Promise<void>, options: Options = {}): void {
  if (!restarts()) it(name, () => tell(live, options, false));
}

declare module 'vitest' {
  interface ProvidedContext {
    restarts: boolean;
  }
}

function restarts(): boolean {
  const given: boolean | undefined = inject('restarts');
  if (given === undefined) throw new Error('name this file among the stories of vitest.config.ts');
  return given;
}

async function tell(
  live: (story: Story) => Promise<void>,
  options: Options,
  restarts: boolean,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'story-'));
  const stage = await setUp(folder, options, restarts);
  try {
    await live(stage.story);
    const mistakes = stage.story.simulator.mistakes();
    if (mistakes.length > 0) throw new Error(`Telegram refused or ignored:\n${mistakes.join('\n')}`);
    const unanswered = stage.actors.flatMap((actor) =>
      actor.phone.taps.filter((tap) => tap.state === 'pending'),
    );
    if (unanswered.length > 0) throw new Error(`${unanswered.length} taps were never answered`);
  } catch (error) {
    const chats = stage.actors.map(
      (actor) => `--- ${actor.phone.user.first_name}\n${transcript(actor.phone.chat)}`,
    );
    if (error instanceof Error)
      error.message += `\n${chats.filter((chat) => chat.includes('\n')).join('\n')}`;
    throw error;
  } finally {
    await stage.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function setUp(folder: string, options: Options, restarts: boolean) {
  const [date, hour, minute] = options.start ?? ['2022-03-16', 9];
  const clock = createManualClock(momentAt(date, hour, minute ?? 0));
  const simulator = createSimulator({
    clock,
    token,
    username: 'cascajal_bot',
    botName: 'Seguimiento',
    antiSpin: false,
    seed: 7,
  });
  const { apiRoot } = await simulator.start();
  const databasePath = join(folder, 'story.db');
  const importedAt = momentAt(options.importedOn ?? '2022-03-01', 9);
  const store = seed(databasePath, options, importedAt);
  const actors: Actor[] = [];
  let bot: Bot | undefined;

  const start = async () => {
    bot = await startBot({
      token,
      apiRoot,
      databasePath,
      filesPath: join(folder, 'files'),
      entityName: null,
      dataContact: 'datos@example.org',
      clock,
      pacingClock: clock.advancing(),
      rate: telegramRate,
      log: silent,
      everyMinute: () => ({ stop: () => undefined }),
      /** A minute passes when the story says so, not when a busy machine took a second over some steps. */
      watchWriters: () => () => undefined,
    });
  };
  const stop = async () => {
    await bot?.stop();
    bot = undefined;
  };
  const isQuiet = () => {
    const open = store.db
      .select({ open: sql<number>`count(*)` })
      .from(outbox)
      .where(sql`${outbox.state} = 'released'`)
      .get();
    return simulator.pendingUpdates() === 0 && simulator.polling() && open?.open === 0;
  };
  const isSettled = () => {
    const ready = sql`${job.state} = 'waiting' and ${job.notBefore} <= ${clock.now()}`;
    const telling = sql`${job.kind} = 'account' and ${ready}`;
    const told = store.db.select({ id: job.id }).from(job).where(telling).get() === undefined;
    return told && isQuiet();
  };
  const settle = async (reached = isSettled) => {
    const deadline = performance.now() + 60_000;
    while (!reached()) {
      if (performance.now() > deadline) throw new Error('the bot did not finish within a minute');
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const step = async (act: () => void, reached = isSettled) => {
    if (restarts && bot) {
      await stop();
      await start();
    }
    act();
    if (bot) await settle(reached);
  };
  /**
   * Time in which the bot was up, its polls answered. Nobody is woken by a clock that is put forward: what became due
   * meanwhile waits for the tick.
   */
  const pass = async (ms: number) => {
    await step(() => {
      clock.step(ms);
      if (bot) inTransaction(store, (db) => noteAlive(db, clock.now(), 0));
    }, isQuiet);
    await story.tick();
  };

  const actorOf = (firstName: string, lastName?: string): Actor => {
    const phone = simulator.person({ firstName, ...(lastName === undefined ? {} : { lastName }) });
    const lastMessage = () => {
      const message = phone.chat.findLast((each) => each.from === 'bot' && each.kind === 'text');
      if (!message) throw new Error(`${firstName} has no message of the bot`);
      return message;
    };
    const actor: Actor = {
      id: phone.id,
      phone,
      say: async (text, said) => {
        let message: PhoneMessage | undefined;
        await step(() => {
          message = phone.say(text, said);
        });
        if (!message) throw new Error('nothing was said');
        return message;
      },
      tap: async (button, on) => {
        let id = '';
        await step(() => {
          id = (on ? phone.tap(on, button as ButtonChoice) : phone.tap(button)).id;
        });
        return phone.taps.find((tap) => tap.id === id)?.answer?.text;
      },
      atOnce: (acts) => step(() => acts(phone)),
      get last() {
        return lastMessage().text;
      },
      get lastMessage() {
        return lastMessage();
      },
      get buttons() {
        return lastMessage()
          .buttons.flat()
          .map((button) => button.text);
      },
    };
    actors.push(actor);
    return actor;
  };

  const [ana, berta, carlos, mayor, coordinator] = [
    actorOf('Ana', 'Arboleda'),
    actorOf('Berta', 'Ruiz'),
    actorOf('Carlos', 'Peña'),
    actorOf('Julio', 'Biojó'),
    actorOf('Diana', 'Mina'),
  ];
  const enrolledAt = importedAt + 3_600_000;
  const without = new Set(options.notEnrolled ?? []);
  for (const [who, actor] of Object.entries({ ana, berta, carlos, mayor, coordinator }) as [Cast, Actor][]) {
    enrol(store, cast[who], without.has(who) ? null : actor, enrolledAt);
    if (!without.has(who)) actor.phone.start();
  }
  await start();
  await settle();

  const story: Story = {
    clock,
    simulator,
    db: store.db,
    filesPath: join(folder, 'files'),
    ana,
    berta,
    carlos,
    mayor,
    coordinator,
    at: (on, atHour, atMinute = 0) => pass(momentAt(on, atHour, atMinute) - clock.now()),
    minutes: (amount) => pass(amount * 60_000),
    tick: async () => {
      bot?.tick();
      if (bot) await settle();
    },
    settle,
    work: async () => {
      const deadline = performance.now() + 60_000;
      while (store.db.select({ id: job.id }).from(job).where(sql`${job.state} = 'waiting'`).get()) {
        if (performance.now() > deadline) throw new Error('the jobs did not finish within a minute');
        await new Promise((resolve) => setImmediate(resolve));
      }
      await settle();
    },
    restart: async () => {
      await stop();
      await start();
      await settle();
    },
    stopBot: stop,
    startBot: async () => {
      await start();
      await settle();
    },
    stored: (activity, cut = 1) => {
      const report = lastReport(store.db, activityId(store.db, activity), cutId(store.db, cut));
      return report ? { progress: report.progress / 10, observation: report.observation } : null;
    },
    revisions: (activity, cut = 1) => countRevisions(store.db, activity, cut),
    drafts: (who) =>
      draftsOf(store.db, personId(store.db, who)).map(({ progress, observation }) => ({
        progress: progress === null ? null : progress / 10,
        observation,
      })),
    stranger: (name, lastName) => actorOf(name, lastName),
    invite: (name, by) => {
      const found = allPeople(store.db).find((each) => each.name === name);
      if (!found) throw new Error(`nobody is called ${name}`);
      const of = { personId: found.id, invitedBy: by ? personId(store.db, by) : null };
      return inTransaction(store, (db) => invite(db, of, 'cascajal_bot', clock.now())).link;
    },
    add: (name, { positions = [], roles = [] }) => {
      const added = inTransaction(store, (db) =>
        addPersonWith(db, { name, positions, roles }, clock.now(), 'operator'),
      );
      if (!added.ok) throw new Error(`${name}: ${added.refusal.why}`);
    },
    newcomer: async (name, holds) => {
      story.add(name, holds);
      const actor = actorOf(name.split(' ')[0] ?? name);
      await actor.say(story.invite(name));
      await actor.tap('Autorizo');
      return actor;
    },
    people: () => allPeople(store.db),
    importAnother: (changes) => {
      const text = changes.reduce((form, [from, to]) => form.replaceAll(from, to), realForm.toString('utf8'));
      const reading = readFormFile(Buffer.from(text));
      if (!reading.ok) throw new Error('the other form cannot be read');
      inTransaction(store, (db) =>
        importPlan(db, reading.form, { withoutMonitoring: true, now: clock.now() }),
      );
    },
    types: async (...words) => {
      let [out, err] = ['', ''];
      const code = await runCli(words, {
        env: { DATABASE_PATH: databasePath, FILES_PATH: join(folder, 'files') },
        clock,
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
      });
      if (code !== 0) throw new Error(`cli ${words.join(' ')}: ${err}`);
      await story.tick();
      return out;
    },
    whereStored: (what) => whereStored(store, String(what)),
  };
  return {
    story,
    actors,
    end: async () => {
      await stop();
      store.close();
      await simulator.stop();
    },
  };
}

function whereStored({ sqlite }: Store, what: string): readonly string[] {
  const tables = sqlite
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
    .all();
  return tables.flatMap(({ name }) => {
    const rows = sqlite.prepare<[], Record<string, unknown>>(`select * from "${name}"`).all();
    const columns = rows.flatMap((row) =>
      Object.entries(row).filter(([, value]) => String(value).includes(what)),
    );
    return [...new Set(columns.map(([column]) => `${name}.${column}`))];
  });
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A database with the plan imported; people come later. Made once for each form, then copied. */
function seed(path: string, options: Options, importedAt: number): Store {
  const form = createHash('sha256')
    .update(options.form ?? realForm)
    .digest('hex');
  const key = `${form}:${importedAt}:${options.withMonitoring === true}`;
  const made = templates.get(key);
  if (made) copyFileSync(made, path);
  const store = openStore(path, { migrate: !made });
  if (made) return store;
  const reading = readFormFile(options.form ?? realForm);
  if (!reading.ok) throw new Error('the form of the story cannot be read');
  inTransaction(store, (db) =>
    importPlan(db, reading.form, { withoutMonitoring: options.withMonitoring !== true, now: importedAt }),
  );
  store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const template = join(mkdtempSync(join(tmpdir(), 'template-')), 'seed.db');
  copyFileSync(path, template);
  templates.set(key, template);
  return store;
}

const templates = new Map<string, string>();

function enrol(store: Store, { name, holds }: (typeof cast)[Cast], actor: Actor | null, at: number): void {
  inTransaction(store, (db) => {
    const { id } = db.insert(person).values({ name, createdAt: at }).returning().get();
    const positionId =
      'position' in holds ? (db.select().from(position).all()[holds.position - 1]?.id ?? null) : null;
    const office = 'office' in holds ? holds.office : null;
    db.insert(assignment).values({ personId: id, positionId, office, fromAt: at }).run();
    if (actor) linkAccount(db, id, { userId: actor.id, name: actor.phone.user.first_name }, 'test', at);
  });
}

function personId(db: Db, who: Actor): number {
  const found = db
    .select()
    .from(person)
    .all()
    .find((each) => each.telegramUserId === who.id);
  if (!found) throw new Error('not enrolled');
  return found.id;
}

/** The plan that the story began with. */
function firstPlan(db: Db) {
  return allPlans(db).toSorted((a, b) => a.id - b.id)[0];
}

function activityId(db: Db, number: string): number {
  const plan = firstPlan(db);
  const found = plan && activitiesOf(db, plan.id).find((each) => each.number === number);
  if (!found) throw new Error(`no activity ${number}`);
  return found.id;
}

function cutId(db: Db, number: number): number {
  const found = plannedCuts(db).find(
    (each) => each.plan.id === firstPlan(db)?.id && each.cut.number === number,
  );
  if (!found) throw new Error(`no cut ${number}`);
  return found.cut.id;
}

function countRevisions(db: Db, activity: string, cut: number): number {
  return (
    db.all<{ n: number }>(
      sql`select count(*) as n from report where activityId = ${activityId(db, activity)} and cutId = ${cutId(db, cut)}`,
    )[0]?.n ?? 0
  );
}
