/** *escribiendo…*: shown for five seconds after sendChatAction, or until a message comes (Bot API). */
import type { Simulator } from '../index.ts';
import { afterRealMs } from '../real-time.ts';

const shownMs = 5_000;

export type Typing = { readonly shown: (chatId: number) => boolean; readonly end: () => void };

export function createTyping(simulator: Simulator, changed: (chatId: number) => void): Typing {
  const shown = new Map<number, () => void>();
  const cease = (chatId: number): void => {
    shown.get(chatId)?.();
    if (shown.delete(chatId)) changed(chatId);
  };
  const end = simulator.onChange((change) => {
    if (change.kind === 'message') cease(change.chatId);
    if (change.kind !== 'action') return;
    shown.get(change.chatId)?.();
    shown.set(
      change.chatId,
      afterRealMs(shownMs, () => cease(change.chatId)),
    );
    changed(change.chatId);
  });
  return {
    shown: (chatId) => shown.has(chatId),
    end: () => {
      end();
      for (const cancel of shown.values()) cancel();
    },
  };
}
