import type { Random } from '../src/simulator/random.ts';
import { createChatClocks } from './chat-clocks.ts';
import type { StoredReport } from './contestants.ts';
import { readShown } from './read-shown.ts';
import type { Shown, TelegramApi } from './telegram-api.ts';

/** People read a message for so long, in real milliseconds. */
const readingMs = { least: 250, most: 600 };
/** Whoever has heard nothing for so long writes `/reportar` again, when Telegram no longer has what they wrote. */
const patienceMs = 10_000;

type Villager = {
  readonly id: number;
  /** When they wrote what is not answered yet. */
  wroteAt: number | null;
  /** What they read now. */
  reading: { readonly text: string; readonly until: number } | null;
  /** The activity that a percentage was last asked for. */
  activity: number | null;
  isDone: boolean;
};

/**
 * People who report activity after activity in three messages, reading what the bot says. Each knows from the start what
 * to report of each activity, so who is asked twice says the same twice.
 */
export function createVillage(of: { readonly people: number; readonly random: Random }) {
  const { random } = of;
  const clocks = createChatClocks();
  const given = new Map<number, StoredReport>();
  /** Activities that were asked about after their report was last given. */
  const askedAgain = new Set<number>();
  const counts = { unasked: 0, unanswered: 0 };
  let finishing = false;
  const villagers = new Map(
    Array.from({ length: of.people }, (_, place): [number, Villager] => {
      const id = 1_000_001 + place;
      const reading = { text: '', until: performance.now() + random.integer(0, readingMs.most) };
      return [id, { id, wroteAt: null, reading, activity: null, isDone: false }];
    }),
  );

  function shown({ personId, text, at }: Shown): void {
    const who = villagers.get(personId);
    if (!who) return;
    if (who.wroteAt === null) counts.unasked++;
    who.wroteAt = null;
    who.reading = { text, until: at + random.integer(readingMs.least, readingMs.most) };
    const { asks, activity = who.activity } = readShown(text);
    if (asks && activity !== null) askedAgain.add(activity);
  }

  function write(who: Villager, api: TelegramApi, text: string): void {
    clocks.read(who.id);
    who.wroteAt = performance.now();
    api.deliver([{ personId: who.id, text }]);
  }

  function answer(who: Villager, api: TelegramApi, text: string): void {
    const { asks, activity = who.activity, isSaved, nothingLeft } = readShown(text);
    if (nothingLeft || (finishing && isSaved)) {
      who.isDone = true;
    } else if (!isSaved && asks === 'percentage' && activity !== null) {
      who.activity = activity;
      write(who, api, `${reportOf(who.id, activity).percentage} %`);
    } else if (!isSaved && asks === 'observation' && activity !== null) {
      const report = reportOf(who.id, activity);
      given.set(activity, report);
      askedAgain.delete(activity);
      write(who, api, report.observation);
    } else {
      who.activity = null;
      write(who, api, '/reportar');
    }
  }

  function act(api: TelegramApi): void {
    const now = performance.now();
    for (const who of villagers.values()) {
      if (who.isDone) continue;
      if (who.wroteAt !== null) {
        if (now - who.wroteAt < patienceMs || api.waits(who.id)) continue;
        counts.unanswered++;
        who.activity = null;
        write(who, api, '/reportar');
      } else if (who.reading !== null && now >= who.reading.until) {
        const { text } = who.reading;
        who.reading = null;
        answer(who, api, text);
      }
    }
  }

  return {
    /** By activity: the reports whose last message was written. */
    given: given as ReadonlyMap<number, StoredReport>,
    askedAgain: askedAgain as ReadonlySet<number>,
    date: clocks.now,
    shown,
    /** Everybody whose time has come writes. */
    act,
    finish(): void {
      finishing = true;
    },
    isIdle: () => [...villagers.values()].every(({ isDone }) => isDone),
    counts: () => ({ 'messages unasked': counts.unasked, 'waited over 10 s': counts.unanswered }),
  };
}

function reportOf(personId: number, activity: number): StoredReport {
  const observation = `se realizaron las jornadas con la comunidad, visita ${activity}`;
  return { personId, activity, percentage: (activity * 37) % 101, observation };
}
