import { sql } from '../../src/db/drizzle.ts';
import type { Store } from '../../src/db/open.ts';
import type { Call, Person, Simulator } from '../../src/simulator/index.ts';

/** What somebody answered: which activity the question on their phone was about, the words, the percentage in tenths. */
export type Given = {
  readonly who: string;
  readonly activity: string;
  readonly observation: string;
  readonly tenths: number;
};

type StoredReport = Given & { readonly id: number };

/** Real milliseconds that an acknowledgement may have been on its way or waiting to be written down. */
const notYetMarkedMs = 1_500;

/**
 * Keeps what people gave and saw and what Telegram was asked to do, and compares it with what is stored. Nothing here
 * asks the bot how it does things: only the reports, the outbox's own account of what was sent, and the chats.
 */
export function createLedger(of: {
  readonly simulator: Simulator;
  readonly store: Store;
  readonly people: ReadonlyMap<string, Person>;
}) {
  const { simulator, store } = of;
  const given = new Map<string, Given>();
  const withdrawn = new Set<string>();
  const wrong: string[] = [];
  /** Messages that the outbox has accounted for at some death. */
  const known = new Set<string>();
  const lost = new Set<string>();
  const doubts = new Map<number, number>();
  const answeredAt = new Map<string, number>();
  simulator.onChange((change) => {
    if (change.kind === 'answered') noteAnswer(change.call);
    if (change.kind === 'message' || change.kind === 'edited') noteShown(change.chatId, change.messageId);
  });
  /** Everything the bot ever showed, also what an edit has since replaced. */
  const shown = new Map<number, Set<string>>();

  function noteShown(chatId: number, messageId: number): void {
    const person = [...of.people.values()].find(({ id }) => id === chatId);
    const message = person?.chat.find((each) => each.messageId === messageId);
    if (message?.from !== 'bot') return;
    const texts = shown.get(chatId) ?? new Set();
    shown.set(chatId, texts.add(message.text));
  }

  function noteAnswer(call: Call): void {
    const answer = call.answer as {
      readonly result?: { readonly message_id?: number; readonly chat?: { readonly id: number } };
    };
    const { message_id, chat } = answer.result ?? {};
    if (message_id !== undefined && chat !== undefined)
      answeredAt.set(keyOf(chat.id, message_id), performance.now());
  }

  function accounted(): ReadonlySet<string> {
    const rows = store.db.all<{ chatId: number; messageId: number }>(
      sql`select chatId, messageId from outbox where messageId is not null and edits is null`,
    );
    return new Set(rows.map((row) => keyOf(row.chatId, row.messageId)));
  }

  function inChats(): readonly { readonly chatId: number; readonly key: string; readonly text: string }[] {
    return [...of.people.values()].flatMap((person) =>
      person.chat
        .filter((message) => message.from === 'bot')
        .map((message) => ({
          chatId: person.id,
          key: keyOf(person.id, message.messageId),
          text: message.text,
        })),
    );
  }

  /** At the end of a process: what Telegram did and nobody wrote down is an acknowledgement lost, if it was only just. */
  function noteDeath(): void {
    const now = performance.now();
    const marked = accounted();
    for (const key of marked) known.add(key);
    for (const { key, text } of inChats()) {
      if (known.has(key) || lost.has(key)) continue;
      lost.add(key);
      const ago = now - (answeredAt.get(key) ?? now);
      if (ago > notYetMarkedMs)
        wrong.push(
          `acknowledged ${Math.round(ago)} ms before the death and not marked: ${text.slice(0, 80)}`,
        );
    }
    const unsure = store.db.all<{ chatId: number; n: number }>(
      sql`select chatId, count(*) as n from outbox where state = 'released' and edits is not null group by chatId`,
    );
    for (const row of unsure) doubts.set(row.chatId, (doubts.get(row.chatId) ?? 0) + row.n);
  }

  function reports(): readonly StoredReport[] {
    return store.db.all<StoredReport>(sql`
      select report.id, person.name as who, activity.number as activity, observation, progress as tenths
      from report join activity on activity.id = report.activityId join person on person.id = report.personId
      where origin = 'chat' order by report.id`);
  }

  /** Once everything has settled. @returns what is wrong, a line each */
  function compare(): readonly string[] {
    const stored = reports();
    return [
      ...wrong,
      ...wrongReports(stored),
      ...wrongConfirmations(stored),
      ...wrongMessages(),
      ...wrongState(),
    ];
  }

  function wrongReports(stored: readonly StoredReport[]): readonly string[] {
    const byWords = Map.groupBy(stored, (report) => report.observation);
    const lines: string[] = [];
    for (const report of stored) {
      const own = given.get(report.observation);
      if (!own) lines.push(`invented: ${show(report)}`);
      else if (!isAsGiven(report, own, withdrawn.has(own.observation)))
        lines.push(`stored as ${show(report)}, given as ${show(own)}`);
    }
    for (const own of given.values()) {
      const times = byWords.get(own.observation)?.length ?? 0;
      if (times > 1) lines.push(`stored ${times} times: ${show(own)}`);
      if (times === 0 && !withdrawn.has(own.observation)) lines.push(`given and never stored: ${show(own)}`);
    }
    return lines;
  }

  /** What people saw confirmed is stored, and what is stored they saw confirmed. */
  function wrongConfirmations(stored: readonly StoredReport[]): readonly string[] {
    const lines: string[] = [];
    for (const [who, person] of of.people) {
      const texts = [...(shown.get(person.id) ?? [])];
      const own = stored.filter((report) => report.who.startsWith(who));
      const seen = texts.flatMap((text) => [...text.matchAll(/✅ n\.º (\d+): (\d+)(?:,(\d))? %/g)]);
      for (const [text, number, whole, tenth] of seen) {
        const tenths = Number(whole) * 10 + Number(tenth ?? 0);
        if (!own.some((report) => report.activity === number && report.tenths === tenths))
          lines.push(`${who} saw «${text}», and it is not stored`);
      }
      const listed = texts.flatMap((text) => [...text.matchAll(/n\.º (\d+)(?:,|:) (\d+)(?:,(\d))? %/g)]);
      for (const report of own) {
        const confirmed = [...seen, ...listed].some(
          ([, number, whole, tenth]) =>
            number === report.activity && Number(whole) * 10 + Number(tenth ?? 0) === report.tenths,
        );
        if (!confirmed) lines.push(`never confirmed to ${who}: ${show(report)}`);
      }
    }
    return lines;
  }

  /** At most one message more than there are rows, for each acknowledgement lost or edit in doubt. */
  function wrongMessages(): readonly string[] {
    const marked = accounted();
    const lines: string[] = [];
    for (const [chatId, own] of Map.groupBy(inChats(), ({ chatId }) => chatId)) {
      const extra = own.filter(({ key }) => !marked.has(key));
      const excused =
        own.filter(({ key }) => lost.has(key) && !marked.has(key)).length + (doubts.get(chatId) ?? 0);
      if (extra.length > excused)
        lines.push(`chat ${chatId}: ${extra.length} messages too many for ${excused} acknowledgements lost`);
    }
    return lines;
  }

  function wrongState(): readonly string[] {
    const integrity = store.sqlite.pragma('integrity_check', { simple: true });
    const open = store.db.all(sql`select 1 from outbox where state = 'released'`).length;
    return [
      ...(integrity === 'ok' ? [] : [`the database: ${String(integrity)}`]),
      ...(open === 0 ? [] : [`${open} messages never left`]),
      ...simulator.mistakes().map((line) => `Telegram refused: ${line}`),
    ];
  }

  return {
    give: (one: Given) => void given.set(one.observation, one),
    withdraw: (observation: string) => void withdrawn.add(observation),
    complain: (line: string) => void wrong.push(line),
    noteDeath,
    compare,
    /** What went out by itself, for whoever looks into a complaint. */
    outbox: () =>
      store.db
        .all<object>(
          sql`select id, personId, kind, key, state, reason, attempts, messageId, edits, createdAt, settledAt from outbox order by id`,
        )
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    figures: () => ({
      given: given.size,
      stored: reports().length,
      messages: inChats().length,
      acknowledgementsLost: lost.size,
      toldToRepeat: withdrawn.size,
    }),
  };
}

/** Of two messages in a row the first may be the one that was not kept, as they were told: then its half is another. */
function isAsGiven(report: Given, own: Given, toldToRepeat: boolean): boolean {
  const same = own.activity === report.activity && report.who.startsWith(own.who);
  return same && (own.tenths === report.tenths || toldToRepeat);
}

function keyOf(chatId: number, messageId: number): string {
  return `${chatId}:${messageId}`;
}

function show({ who, activity, observation, tenths }: Given): string {
  return `${who} n.º ${activity} ${tenths / 10} % «${observation}»`;
}
