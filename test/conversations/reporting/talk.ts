import { handle } from '../../../src/conversations/router.ts';
import { sql } from '../../../src/db/drizzle.ts';
import type { Db } from '../../../src/db/open.ts';
import type { EnrolledPerson } from '../../../src/db/people.ts';
import { lastReport, type Report } from '../../../src/db/reports.ts';
import type { Moment } from '../../../src/domain/dates.ts';
import type { Message } from '../../../src/domain/events.ts';
import { answersTo, dataOf, enrol, freshDb, makePlan, NOW, type PlanMade } from '../../summary/setup.ts';
import { context } from '../../world/context.ts';

/** One person in a chat without Telegram: what is said is handled at once, and every question counts as seen. */
export class Talk {
  readonly db: Db;
  readonly made: PlanMade;
  person: EnrolledPerson;
  now: Moment = NOW;
  #message = 0;

  constructor(rows: Parameters<typeof makePlan>[1]) {
    this.db = freshDb();
    this.made = makePlan(this.db, rows);
    this.person = enrol(this.db, 'Ana Ruiz', 100, { positions: [...this.made.positions.values()] });
  }

  /** From now on another person talks: a coordinator, who holds no position. */
  asCoordinator(): void {
    this.person = enrol(this.db, 'Luz Torres', 200, { offices: ['coordinator'] });
  }

  say(text: string): void {
    this.#act({ kind: 'text', text, forwarded: false, repliesTo: null, messageId: this.#nextMessage() });
  }

  tap(label: string): void {
    this.#act({ kind: 'tap', queryId: 'q', messageId: null, data: dataOf(this.lastMessage, label) });
  }

  get lastMessage(): Message | undefined {
    return answersTo(this.db, this.person).at(-1);
  }

  /** The last answer without its tags. */
  get last(): string {
    const { lastMessage } = this;
    const html = lastMessage && 'html' in lastMessage ? lastMessage.html : '';
    return html.replace(/<[^>]+>/g, '');
  }

  get labels(): readonly string[] {
    return this.lastMessage?.keyboard?.flat().map(({ text }) => text) ?? [];
  }

  stored(number: string, cut = 1): Pick<Report, 'progress' | 'amount' | 'observation'> | undefined {
    const found = lastReport(this.db, this.made.activities.get(number) ?? 0, this.made.cuts[cut - 1] ?? 0);
    return found && { progress: found.progress, amount: found.amount, observation: found.observation };
  }

  #nextMessage(): number {
    this.#message += 1;
    return this.#message;
  }

  #act(event: Record<string, unknown>): void {
    this.now += 60_000;
    const from = { userId: this.person.telegramUserId, name: this.person.name };
    const act = { ...event, from, chatId: from.userId, moment: this.now };
    handle(this.db, context, act as unknown as Parameters<typeof handle>[2], this.now);
    this.db.run(sql`update question set shownAt = ${this.now}, shownMessageId = 0 where shownAt is null`);
  }
}
