/**
 * Sends every open page what has changed, as server-sent events: a whole phone, the stage, or the curtain at
 * a time.
 */
import type { RoleKey } from '../cast.ts';
import type { Change, Simulator } from '../index.ts';
import { afterRealMs } from '../real-time.ts';
import type { DemoPhone } from './phones.ts';
import type { CurtainView, Events, StageView } from './view.ts';

export type Listener = (event: keyof Events, json: string) => void;

export type Publisher = {
  /** Something on a phone has changed. */
  readonly phone: (key: RoleKey) => void;
  readonly phoneOf: (chatId: number) => void;
  readonly stage: () => void;
  /**
   * Sends everything as it is now, then what changes.
   * @returns a function that ends it
   */
  readonly listen: (listener: Listener) => () => void;
  readonly end: () => void;
};

const gatherMs = 20;

export function createPublisher(of: {
  readonly simulator: Simulator;
  readonly phones: readonly DemoPhone[];
  readonly stage: () => StageView;
  readonly curtain: () => CurtainView;
}): Publisher {
  const { simulator, phones } = of;
  const listeners = new Set<Listener>();
  const dirty = new Set<RoleKey>();
  let cancel: (() => void) | null = null;
  let ended = false;
  /** What was sent last, so that nothing is sent twice. */
  const sent = new Map<string, string>();

  const gather = (): void => {
    if (ended) return;
    cancel ??= afterRealMs(gatherMs, () => {
      cancel = null;
      flush();
    });
  };

  const tell = (place: string, event: keyof Events, view: object): void => {
    const json = JSON.stringify(view);
    if (sent.get(place) === json) return;
    sent.set(place, json);
    for (const listener of listeners) listener(event, json);
  };

  const flush = (): void => {
    for (const phone of phones) {
      if (dirty.has(phone.member.key)) tell(phone.member.key, 'phone', phone.view());
    }
    dirty.clear();
    tell('stage', 'stage', of.stage());
    tell('curtain', 'curtain', of.curtain());
  };

  const phone = (key: RoleKey): void => {
    dirty.add(key);
    gather();
  };

  const phoneOf = (chatId: number): void => {
    const own = phones.find((each) => each.person.id === chatId);
    if (own) phone(own.member.key);
  };

  const hear = (change: Change): void => {
    if (change.kind === 'message' || change.kind === 'edited' || change.kind === 'deleted') {
      phoneOf(change.chatId);
    } else if (change.kind === 'tap' || change.kind === 'person') phoneOf(change.personId);
    else if (change.kind === 'tapAnswered') {
      phoneOf(change.personId);
      toast(change.personId, change.tapId);
    } else if (change.kind !== 'action') for (const each of phones) dirty.add(each.member.key);
    gather();
  };

  const toast = (personId: number, tapId: string): void => {
    const answer = simulator.world.taps.get(tapId)?.answer;
    const own = phones.find((each) => each.person.id === personId);
    if (!own || own.isOffline() || answer?.text === undefined) return;
    const json = JSON.stringify({ key: own.member.key, text: answer.text, alert: answer.alert });
    for (const listener of listeners) listener('toast', json);
  };

  const stop = simulator.onChange(hear);

  return {
    phone,
    phoneOf,
    stage: gather,
    listen: (listener) => {
      for (const each of phones) listener('phone', JSON.stringify(each.view()));
      listener('stage', JSON.stringify(of.stage()));
      listener('curtain', JSON.stringify(of.curtain()));
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: () => {
      ended = true;
      stop();
      cancel?.();
      listeners.clear();
    },
  };
}
