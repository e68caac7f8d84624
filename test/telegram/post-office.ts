import { announce } from '../../src/db/announce.ts';
import { inTransaction } from '../../src/db/open.ts';
import { answer, answerTap, change } from '../../src/db/outbox.ts';
import { person } from '../../src/db/schema/index.ts';
import { release } from '../../src/db/waiting.ts';
import type { Message } from '../../src/domain/events.ts';
import { createManualClock, type Person } from '../../src/simulator/index.ts';
import { createApi } from '../../src/telegram/client.ts';
import type { Notices } from '../../src/telegram/delivery.ts';
import { type Rate, telegramRate } from '../../src/telegram/pace.ts';
import { type Sender, startSender } from '../../src/telegram/sender.ts';
import { plain } from '../../src/texts/html.ts';
import { openDatabase } from '../world/database.ts';
import { listen } from '../world/log.ts';
import { simulatedTelegram, token } from '../world/telegram.ts';
import { outboxRows } from '../world/town.ts';
import { until } from '../world/until.ts';
import { isSending } from '../world/world.ts';

export const startMs = Date.UTC(2022, 2, 17, 14, 0);

export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>;

/** Only the outbox and its sender, against the simulator with Telegram's own limits. */
export async function openPostOffice(
  options: { readonly rate?: Rate; readonly textAtSending?: Notices['textAtSending'] } = {},
) {
  const clock = createManualClock(startMs);
  const simulator = simulatedTelegram(clock, { antiSpin: true, seed: 3 });
  const { apiRoot } = await simulator.start();
  const database = openDatabase();
  const { store } = database;
  const heard = listen();
  let running: { readonly sender: Sender; readonly stop: AbortController } | undefined;

  const open = () => {
    const stop = new AbortController();
    const sender = startSender(
      {
        store,
        api: createApi(token, apiRoot),
        clock: clock.advancing(),
        log: heard.log,
        rate: options.rate ?? telegramRate,
        notices: {
          atAnyHour: () => false,
          textAtSending: options.textAtSending ?? (() => ({ notNeeded: 'done' })),
          onSent: () => undefined,
        },
      },
      stop.signal,
    );
    running = { sender, stop };
  };
  const close = async () => {
    running?.stop.abort();
    await running?.sender.stopped;
    running = undefined;
  };
  const write = <T>(act: () => T): T => {
    const made = inTransaction(store, act);
    running?.sender.wake();
    return made;
  };
  const rows = () => outboxRows(store.db);
  const enrolled = new Map<number, number>();
  const personOf = (to: Person) => enrolled.get(to.id) ?? null;
  const settled = () => !isSending(store.db);
  open();

  return {
    clock,
    simulator,
    store,
    lines: heard.lines,
    open,
    close,
    write,
    rows,
    row: (id: number) => rows().find((each) => each.id === id),
    wake: () => running?.sender.wake(),
    settle: (timeoutMs?: number) => until(settled, 'the outbox to be empty', timeoutMs),
    person: (firstName: string): Person => {
      const someone = simulator.person({ firstName });
      someone.start();
      const { id } = store.db
        .insert(person)
        .values({ name: firstName, createdAt: startMs, telegramUserId: someone.id, enrolledAt: startMs })
        .returning()
        .get();
      enrolled.set(someone.id, id);
      return someone;
    },
    /** An answer, in the chat's order. */
    say: (to: Person, text: string, buttons: readonly string[] = []) =>
      write(() =>
        answer(store.db, { chatId: to.id, personId: personOf(to) }, message(text, buttons), clock.now()),
      ),
    /** A released notice. */
    tell: (to: Person, text: string) =>
      write(() => {
        const what = {
          kind: 'notice',
          notice: 'moved',
          key: null,
          message: message(text),
          now: clock.now(),
        } as const;
        const id = announce(store.db, { chatId: to.id, personId: personOf(to) }, what);
        if (id === undefined) throw new Error('not announced');
        release(store.db, id);
        return id;
      }),
    changeTo: (row: number, text: string, buttons: readonly string[] = []) =>
      write(() => change(store.db, row, message(text, buttons), clock.now())),
    answerTap: (to: Person, queryId: string, fetchedAt = clock.now()) =>
      write(() =>
        answerTap(store.db, { chatId: to.id, personId: personOf(to) }, queryId, undefined, fetchedAt),
      ),
    sends: () => simulator.calls.filter(({ method }) => /^(send|edit|answer)/.test(method)),
    end: async () => {
      await close();
      database.remove();
      await simulator.stop();
    },
  };
}

export function message(text: string, buttons: readonly string[] = []): Message {
  const html = plain(text);
  return buttons.length === 0
    ? { html }
    : { html, keyboard: [buttons.map((label) => ({ text: label, data: label }))] };
}

/** The texts of the bot's messages in a chat, oldest first. */
export function saidTo(someone: Person): readonly string[] {
  return someone.chat.filter(({ from }) => from === 'bot').map(({ text }) => text);
}
