/**
 * Everything that the page shows, as plain data: the only contract between the demo's server and its page.
 * Moments in epoch ms.
 */
import type { ApiEntity, BotCommand } from '../api-types.ts';
import type { RoleKey } from '../cast.ts';

export type FileView = {
  readonly url: string;
  readonly name: string;
  readonly size: number;
  readonly mime: string;
  /** Pixels; only for a picture. */
  readonly width?: number;
  readonly height?: number;
};

export type ButtonView = {
  readonly text: string;
  readonly data?: string;
  readonly url?: string;
  readonly copied?: string;
};

export type MessageView = {
  readonly id: number;
  readonly from: 'bot' | 'me';
  readonly text: string;
  readonly entities: readonly ApiEntity[];
  readonly rows: readonly (readonly ButtonView[])[];
  readonly at: number;
  readonly edited: boolean;
  /** Rises with every change of the message. */
  readonly revision: number;
  readonly photo?: FileView;
  readonly document?: FileView;
  /** Data of the buttons that were tapped and wait for the bot's answer. */
  readonly waiting: readonly string[];
  /** For an own message: the bot has fetched it. */
  readonly fetched: boolean;
};

export type PhoneView = {
  readonly key: RoleKey;
  readonly name: string;
  readonly firstName: string;
  /** This person's post, in Spanish. */
  readonly holds: string;
  readonly botName: string;
  readonly botUsername: string;
  /** The bot's description before the first message; empty when it has none. */
  readonly about: string;
  readonly link: string;
  /** Has written to the bot at least once. */
  readonly opened: boolean;
  readonly blocked: boolean;
  readonly offline: boolean;
  readonly typing: boolean;
  readonly commands: readonly BotCommand[];
  readonly messages: readonly MessageView[];
  /** Written without a connection; it goes out when the connection is back. */
  readonly unsent: readonly string[];
};

export const jumps = ['opening', 'day', 'reminder', 'closing'] as const;
export type Jump = (typeof jumps)[number];
export const faultKinds = ['tooManyRequests', 'lostConnection', 'duplicates'] as const;
export type FaultName = (typeof faultKinds)[number];

export type JournalEntry = {
  readonly id: number;
  readonly at: number;
  readonly kind: 'clock' | 'cut' | 'message' | 'trouble' | 'bot' | 'quiet';
  readonly text: string;
};

export type StageView = {
  /** Milliseconds from the machine's clock to the demo's. */
  readonly shift: number;
  /** The target of each button of the clock; null when there is none. */
  readonly jumps: Readonly<Record<Jump, number | null>>;
  /** The clock is on its way. */
  readonly moving: boolean;
  readonly journal: readonly JournalEntry[];
  readonly bot: {
    readonly state: 'starting' | 'running' | 'stopped';
    readonly pid: number | null;
    readonly starts: number;
    readonly log: readonly string[];
  };
  readonly faults: Readonly<Record<FaultName, boolean>>;
  readonly tour: TourFacts;
};

/** The facts that the guided tour waits for. */
export type TourFacts = {
  readonly enrolled: readonly RoleKey[];
  readonly opened: boolean;
  /** Reports stored for the first cut, and how many activities it has. */
  readonly reported: number;
  readonly activities: number;
  readonly summaryAsked: boolean;
  /** A step is being done for the visitor. */
  readonly assisting: boolean;
};

export type CallView = {
  readonly id: number;
  readonly at: number;
  readonly method: string;
  /** The person whose chat it is, when it is one of the phones. */
  readonly to: string | null;
  readonly outcome: 'waiting' | 'ok' | 'refused' | 'lost';
  readonly params: string;
  readonly answer: string;
};

export type OutboxView = {
  readonly id: number;
  readonly to: string;
  readonly kind: string;
  readonly state: string;
  readonly reason: string;
  readonly attempts: number;
  readonly at: number;
};

export type CurtainView = { readonly calls: readonly CallView[]; readonly outbox: readonly OutboxView[] };

/** The answer to a tap: a line that fades, or a box with a button. */
export type ToastView = { readonly key: RoleKey; readonly text: string; readonly alert: boolean };

/** Events of the stream, by name. */
export type Events = {
  readonly phone: PhoneView;
  readonly stage: StageView;
  readonly curtain: CurtainView;
  readonly toast: ToastView;
};
