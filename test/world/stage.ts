import type { Role } from '../../src/actions/access.ts';
import { importPlan } from '../../src/actions/import-plan.ts';
import { invite } from '../../src/actions/invite.ts';
import { addPersonWith } from '../../src/actions/people.ts';
import { draftsOf } from '../../src/db/drafts.ts';
import { and, eq, lte, sql } from '../../src/db/drizzle.ts';
import { type Db, inTransaction } from '../../src/db/open.ts';
import { allPeople } from '../../src/db/people.ts';
import type { PlannedCut } from '../../src/db/plans.ts';
import { prepared } from '../../src/db/prepared.ts';
import { lastReport } from '../../src/db/reports.ts';
import { job } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { noteAlive } from '../../src/schedule/outage.ts';
import type { ManualClock, Simulator } from '../../src/simulator/index.ts';
import { type Actor, actorOn } from './actor.ts';
import { type Cast, cast } from './cast.ts';
import type { Imported } from './database.ts';
import { type Changes, formWith, readFormOf } from './form.ts';
import { typed } from './operator.ts';
import { READING_MS } from './reading.ts';
import { activityId, countRevisions, cutOf, personId, whereStored } from './stored.ts';
import { username } from './telegram.ts';
import { until } from './until.ts';
import { openWorld, type Start } from './world.ts';

export type Story = {
  readonly clock: ManualClock;
  readonly simulator: Simulator;
  readonly db: Db;
  /** Folder of the evidence, and of files that wait to be sent. */
  readonly filesPath: string;
  readonly ana: Actor;
  readonly berta: Actor;
  readonly carlos: Actor;
  readonly mayor: Actor;
  readonly coordinator: Actor;
  /** Moves the wall clock to a moment while the bot is up, and runs a minute's tick. */
  at(date: string, hour: number, minute?: number): Promise<void>;
  minutes(amount: number): Promise<void>;
  tick(): Promise<void>;
  settle(): Promise<void>;
  /** Waits until no job waits, and their messages have gone out. */
  work(): Promise<void>;
  restart(): Promise<void>;
  stopBot(): Promise<void>;
  startBot(): Promise<void>;
  /** What is stored for an activity at a cut (default 1): percent and words, or null. */
  stored(activity: string, cut?: number): { progress: number; observation: string } | null;
  revisions(activity: string, cut?: number): number;
  /** A cut of the story's first plan. Default: the first. */
  cut(number?: number): PlannedCut;
  drafts(who: Actor): readonly { progress: number | null; observation: string | null }[];
  stranger(name: string, lastName?: string): Actor;
  /** The link of a new invitation, made on the command line or by an enrolled coordinator. */
  invite(name: string, by?: Actor): string;
  /** Adds another person of the entity, who can be invited. */
  add(
    name: string,
    holds: { readonly positions?: readonly string[]; readonly roles?: readonly Role[] },
  ): void;
  /** A person of the entity without an account opens the invitation and authorises. */
  enrols(name: string): Promise<Actor>;
  /** Adds another person of the entity, who authorises. */
  newcomer(name: string, holds: Parameters<Story['add']>[1]): Promise<Actor>;
  people(): readonly { readonly id: number; readonly name: string }[];
  /**
   * Imports another plan now, without monitoring: its code, and the real form with some of its text changed.
   */
  importAnother(changes: Changes): void;
  /**
   * The operator types a command line beside the running bot.
   * @returns what it printed.
   * @throws when it was refused
   */
  types(...words: string[]): Promise<string>;
  /** Tables and columns of the database that contain a text or a number. */
  whereStored(what: string | number): readonly string[];
};

export type StoryOptions = Imported & {
  readonly start?: Start;
  /**
   * The people who have no account yet: added to the entity with what they hold, so they can be invited.
   * Default: nobody.
   */
  readonly notEnrolled?: readonly Cast[];
  /** How much evidence is taken (bytes); `reserve` may change during the story. */
  readonly evidence?: { readonly limit: number; reserve: number };
};

export type Stage = {
  readonly story: Story;
  /** Everybody who ever acted in the story. */
  readonly actors: readonly Actor[];
  readonly end: () => Promise<void>;
};

/** @param restarts the bot is restarted before every step */
export async function openStage(options: StoryOptions, restarts: boolean): Promise<Stage> {
  const { start, notEnrolled = [], evidence, ...plan } = options;
  const world = await openWorld(cast, { ...(start ? { start } : {}), notEnrolled, plan });
  const { clock, simulator, database, store } = world;
  const actors: Actor[] = [];

  /** A minute passes when the story says so, not when a busy machine took a second over some steps. */
  const startBot = () =>
    world.startBot({ watchWriters: () => () => undefined, ...(evidence ? { evidence } : {}) });
  const isSettled = () => world.isQuiet() && tellingJob(store.db).get({ now: clock.now() }) === undefined;
  const settle = (reached = isSettled) => until(reached, 'the bot to finish');
  const step = async (act: () => void, reached = isSettled) => {
    if (restarts && world.isRunning()) {
      await world.stopBot();
      await startBot();
    }
    act();
    if (world.isRunning()) await settle(reached);
  };
  /**
   * Time passes while the bot is up and its polls are answered. Moving the clock wakes nobody: what becomes
   * due meanwhile waits for the tick.
   */
  const pass = async (ms: number) => {
    await step(() => {
      clock.step(ms);
      if (world.isRunning()) inTransaction(store, (db) => noteAlive(db, clock.now(), 0));
    }, world.isQuiet);
    await story.tick();
  };

  /** A person reads the bot's message, and then acts. */
  const actAfterReading = (act: () => void) =>
    step(() => {
      clock.step(READING_MS);
      act();
    });
  const appears = (phone: Actor['phone']): Actor => {
    const actor = actorOn(phone, actAfterReading);
    actors.push(actor);
    return actor;
  };
  const stranger: Story['stranger'] = (firstName, lastName) =>
    appears(simulator.person({ firstName, ...(lastName === undefined ? {} : { lastName }) }));

  const { phones } = world;
  const everybody = {
    ana: appears(phones.ana),
    berta: appears(phones.berta),
    carlos: appears(phones.carlos),
    mayor: appears(phones.mayor),
    coordinator: appears(phones.coordinator),
  };
  simulator.world.updates.clear();
  await startBot();
  await settle();

  const story: Story = {
    clock,
    simulator,
    db: store.db,
    filesPath: database.filesPath,
    ...everybody,
    at: (on, atHour, atMinute = 0) => pass(momentAt(on, atHour, atMinute) - clock.now()),
    minutes: (amount) => pass(amount * 60_000),
    tick: async () => {
      world.tick();
      if (world.isRunning()) await settle();
    },
    settle: () => settle(),
    work: async () => {
      await until(() => waitingJob(store.db).get() === undefined, 'the jobs to finish');
      await settle();
    },
    restart: async () => {
      await world.stopBot();
      await story.startBot();
    },
    stopBot: world.stopBot,
    startBot: async () => {
      await startBot();
      await settle();
    },
    stored: (activity, cut = 1) => {
      const report = lastReport(store.db, activityId(store.db, activity), cutOf(store.db, cut).cut.id);
      return report ? { progress: report.progress / 10, observation: report.observation } : null;
    },
    revisions: (activity, cut = 1) => countRevisions(store.db, activity, cut),
    cut: (number) => cutOf(store.db, number),
    drafts: (who) =>
      draftsOf(store.db, personId(store.db, who)).map(({ progress, observation }) => ({
        progress: progress === null ? null : progress / 10,
        observation,
      })),
    stranger,
    invite: (name, by) => {
      const found = allPeople(store.db).find((each) => each.name === name);
      if (!found) throw new Error(`nobody is called ${name}`);
      const of = { personId: found.id, invitedBy: by ? personId(store.db, by) : null };
      return inTransaction(store, (db) => invite(db, of, username, clock.now())).link;
    },
    add: (name, { positions = [], roles = [] }) => {
      const added = inTransaction(store, (db) =>
        addPersonWith(db, { name, positions, roles }, clock.now(), 'operator'),
      );
      if (!added.ok) throw new Error(`${name}: ${added.refusal.why}`);
    },
    enrols: async (name) => {
      const actor = stranger(name.split(' ')[0] ?? name);
      await actor.say(story.invite(name));
      await actor.tap('Autorizo');
      return actor;
    },
    newcomer: async (name, holds) => {
      story.add(name, holds);
      return story.enrols(name);
    },
    people: () => allPeople(store.db),
    importAnother: (changes) => {
      const form = readFormOf(formWith(...changes));
      inTransaction(store, (db) => importPlan(db, form, { withoutMonitoring: true, now: clock.now() }));
    },
    types: async (...words) => {
      const env = { DATABASE_PATH: database.path, FILES_PATH: database.filesPath };
      const { code, out, err } = await typed(words, { env, clock });
      if (code !== 0) throw new Error(`cli ${words.join(' ')}: ${err}`);
      await story.tick();
      return out;
    },
    whereStored: (what) => whereStored(store, String(what)),
  };
  return { story, actors, end: world.end };
}

const waitingJob = prepared((db) =>
  db.select({ id: job.id }).from(job).where(eq(job.state, 'waiting')).limit(1).prepare(),
);

/** A job that tells somebody of their account now. */
const tellingJob = prepared((db) =>
  db
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.state, 'waiting'), eq(job.kind, 'account'), lte(job.notBefore, sql.placeholder('now'))))
    .limit(1)
    .prepare(),
);
