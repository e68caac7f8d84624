/** The faults between the bot and Telegram that the page can switch on. */
import type { Simulator } from '../index.ts';
import type { FaultName } from './view.ts';

export type Switches = {
  readonly on: (name: FaultName) => boolean;
  readonly set: (name: FaultName, on: boolean) => void;
  readonly any: () => boolean;
};

const sending = ['sendMessage', 'sendPhoto', 'sendDocument', 'editMessageText', 'editMessageReplyMarkup'];

export function createSwitches(simulator: Simulator, changed: () => void): Switches {
  const ends = new Map<FaultName, () => void>();

  const begin = (name: FaultName): (() => void) => {
    switch (name) {
      case 'tooManyRequests':
        return simulator.faults.add({
          kind: 'tooManyRequests',
          retryAfter: 3,
          method: sending,
          probability: 0.5,
        });
      case 'lostConnection':
        simulator.network.down();
        return simulator.network.up;
      case 'duplicates':
        return simulator.faults.duplicateUpdates(Number.POSITIVE_INFINITY);
    }
  };

  return {
    on: (name) => ends.has(name),
    any: () => ends.size > 0,
    set: (name, on) => {
      if (on === ends.has(name)) return;
      if (on) ends.set(name, begin(name));
      else {
        ends.get(name)?.();
        ends.delete(name);
      }
      changed();
    },
  };
}
