/** Everything the simulated Telegram knows, as plain data in memory, and the few ways to change it. */
import type { ApiChat, ApiMessage, ApiUser, BotCommand } from './api-types.ts';
import type { SimulatorClock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFlood, type Flood, type Limits } from './limits.ts';
import { createRandom, type Random } from './random.ts';
import { createUpdateQueue, type UpdateQueue } from './updates.ts';

export type PersonState = {
  user: ApiUser;
  /** Wrote to the bot at least once; before that the bot cannot find the chat. */
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
  /** With privacy mode off or as an administrator the bot reads everything. */
  readsEverything: boolean;
  /** The group was upgraded; the old id answers with the new one. */
  upgradedTo?: number;
};

export type StoredMessage = {
  message: ApiMessage;
  byBot: boolean;
  /** What the bot sent with it; `reply` can never be edited. */
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
  /** May be claimed larger than the bytes, so that a test need not carry 20 MB. */
  size: number;
  path: string;
  width?: number;
  height?: number;
};

export type Call = {
  method: string;
  params: Record<string, unknown>;
  /** The JSON answered, or undefined when none was (reset, hang, or still waiting). */
  answer: unknown;
  /** Epoch ms. */
  at: number;
  /** The injected fault that was answered in place of, or around, the truth. */
  fault?: string;
};
export type RefusedCall = {
  method: string;
  code: number;
  description: string;
  params: Record<string, unknown>;
  at: number;
};
/** Something Telegram takes without a word and without effect. */
export type Ignored = { method: string; what: string; params: Record<string, unknown>; at: number };

export type Change =
  | { kind: 'message' | 'edited' | 'deleted'; chatId: number; messageId: number }
  | { kind: 'tap' | 'tapAnswered'; tapId: string; personId: number }
  | { kind: 'action'; chatId: number; action: string }
  | { kind: 'person'; personId: number }
  | { kind: 'commands' }
  /** A call came in; it was answered. */
  | { kind: 'call' | 'answered'; call: Call }
  /** A getUpdates call began or ceased to be held. */
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

/** Now, in the seconds of the Bot API. */
export function seconds(world: World): number {
  return Math.floor(world.clock.now() / 1000);
}
