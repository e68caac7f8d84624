/**
 * The whole state of the simulated Telegram, as plain data in memory, and the few functions that change it.
 */
import type { ApiChat, ApiMessage, ApiUser, BotCommand } from './api-types.ts';
import type { SimulatorClock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFlood, type Flood, type Limits } from './limits.ts';
import { createRandom, type Random } from './random.ts';
import { createUpdateQueue, type UpdateQueue } from './updates.ts';

export type PersonState = {
  user: ApiUser;
  /** Has written to the bot at least once; before that the bot cannot find the chat. */
  opened: boolean;
  blocked: boolean;
  deactivated: boolean;
  /** The bot has seen this person in a group. */
  met: boolean;
};

export type GroupState = {
  chat: ApiChat;
  members: Set<number>;
  bot: 'never' | 'member' | 'left' | 'kicked';
  /** Whether the bot reads everything: privacy mode is off, or it is an administrator. */
  readsEverything: boolean;
  /** The group was upgraded; the old id answers with the new one. */
  upgradedTo?: number;
};

export type StoredMessage = {
  message: ApiMessage;
  byBot: boolean;
  /** The markup that the bot sent with it; a message with `reply` can never be edited. */
  markup: 'none' | 'inline' | 'reply';
  /** The text as the bot sent it, before parsing. */
  raw?: string;
  deleted: boolean;
  /** Rises with every message and edit of the whole simulator. */
  revision: number;
};

export type TapAnswer = { text?: string; alert: boolean; url?: string; at: number };
export type Tap = {
  id: string;
  personId: number;
  chatId: number;
  messageId: number;
  data: string;
  at: number;
  answer?: TapAnswer;
};

export type FileKind = 'photo' | 'document' | 'voice' | 'video' | 'sticker';
export type StoredFile = {
  fileId: string;
  uniqueId: string;
  kind: FileKind;
  name?: string;
  mime?: string;
  bytes: Buffer;
  /** May be larger than the bytes, so that a test need not carry 20 MB. */
  size: number;
  path: string;
  width?: number;
  height?: number;
};

export type Call = {
  method: string;
  params: Record<string, unknown>;
  /** The JSON of the answer; undefined when there was none (reset, hang, or still waiting). */
  answer: unknown;
  /** Epoch ms. */
  at: number;
  /** The injected fault that replaced or accompanied the real answer. */
  fault?: string;
};
export type RefusedCall = {
  method: string;
  code: number;
  description: string;
  params: Record<string, unknown>;
  at: number;
};
/** Something that Telegram takes silently and without effect. */
export type Ignored = { method: string; what: string; params: Record<string, unknown>; at: number };

export type Change =
  | { kind: 'message' | 'edited' | 'deleted'; chatId: number; messageId: number }
  | { kind: 'tap' | 'tapAnswered'; tapId: string; personId: number }
  | { kind: 'action'; chatId: number; action: string }
  | { kind: 'person'; personId: number }
  | { kind: 'commands' }
  /** A call came in; it was answered. */
  | { kind: 'call' | 'answered'; call: Call }
  /** A getUpdates call began or ended its wait. */
  | { kind: 'polling'; held: boolean };

type WebhookState = {
  url: string;
  secret: string;
  maxConnections: number;
  lastError?: { at: number; message: string };
};

export type World = {
  clock: SimulatorClock;
  random: Random;
  bot: { token: string; user: ApiUser };
  people: Map<number, PersonState>;
  groups: Map<number, GroupState>;
  /** Messages by chat id, oldest first. */
  chats: Map<number, StoredMessage[]>;
  taps: Map<string, Tap>;
  files: Map<string, StoredFile>;
  /** Lists of commands by scope and language. */
  commands: Map<string, BotCommand[]>;
  /** Name, descriptions and menu button by kind and language. */
  profile: Map<string, unknown>;
  webhook: WebhookState;
  updates: UpdateQueue;
  flood: Flood;
  faults: Faults;
  calls: Call[];
  refusals: RefusedCall[];
  ignored: Ignored[];
  listeners: Set<(change: Change) => void>;
  counters: { message: number; supergroup: Map<number, number>; revision: number; tap: number; file: number };
};

export type WorldOptions = {
  clock: SimulatorClock;
  token: string;
  username: string;
  botName: string;
  firstUpdateId?: number | undefined;
  seed?: number | undefined;
  limits?: Limits | undefined;
};

export function createWorld(options: WorldOptions): World {
  const random = createRandom(options.seed ?? 1);
  const now = (): number => options.clock.now();
  const flood = createFlood(options.limits, now);
  return {
    clock: options.clock,
    random,
    bot: {
      token: options.token,
      user: {
        id: Number.parseInt(options.token, 10),
        is_bot: true,
        first_name: options.botName,
        username: options.username,
      },
    },
    people: new Map(),
    groups: new Map(),
    chats: new Map(),
    taps: new Map(),
    files: new Map(),
    commands: new Map(),
    profile: new Map(),
    webhook: { url: '', secret: '', maxConnections: 40 },
    updates: createUpdateQueue(options.firstUpdateId ?? random.integer(2_000_001, 1_000_000_000), now),
    flood,
    faults: createFaults(random),
    calls: [],
    refusals: [],
    ignored: [],
    listeners: new Set(),
    counters: { message: 0, supergroup: new Map(), revision: 0, tap: 0, file: 0 },
  };
}

export function announce(world: World, change: Change): void {
  for (const listener of world.listeners) listener(change);
}

/** The present moment in the seconds of the Bot API. */
export function seconds(world: World): number {
  return Math.floor(world.clock.now() / 1000);
}
