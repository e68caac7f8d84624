import type { Moment } from './dates.ts';

/** Text ready for Telegram's HTML mode: escaped, closed and short enough. Only `texts/html.ts` makes it. */
export type Html = string & { readonly __html: true };

/** One inline button; `data` is at most 64 bytes of UTF-8 (Bot API, InlineKeyboardButton). */
export type Button = { readonly text: string; readonly data: string };
export type Keyboard = readonly (readonly Button[])[];

/** A file of ours to send: as a picture, or as a document under a readable name (`A-Za-z0-9._-`). */
export type OutgoingFile = {
  readonly as: 'photo' | 'document';
  readonly path: string;
  readonly name: string;
};

/** What a message of ours shows; with a file, `html` is its caption (at most 1,024 characters, Bot API). Without a keyboard an edit removes the buttons (Bot API). */
export type Message = {
  readonly html: Html;
  readonly keyboard?: Keyboard | undefined;
  readonly file?: OutgoingFile | undefined;
  /** It carries a secret (an invitation): once sent, neither text nor file is kept. */
  readonly forget?: true | undefined;
  /** The number of the question that it shows: when Telegram has taken it, the question can be seen. */
  readonly asks?: number | undefined;
};

/** A Telegram account as it shows itself; `userId` is its only identity. */
export type Account = { readonly userId: number; readonly name: string };

/** A file as Telegram announces it: size and name are the sender's word. */
export type SentFile = {
  readonly fileId: string;
  readonly bytes: number | null;
  readonly name: string | null;
};

type FromPerson = {
  readonly chatId: number;
  readonly from: Account;
  /** The act's own moment: `message.date`; a tap has none, so the moment we received it. */
  readonly moment: Moment;
};

/** What a person did, as the conversations see it: every Telegram update we ask for is one of these. */
export type Event =
  | (FromPerson & {
      readonly kind: 'text';
      readonly messageId: number;
      readonly text: string;
      readonly forwarded: boolean;
      /** The message that it was written in reply to. */
      readonly repliesTo: number | null;
    })
  | (FromPerson & {
      readonly kind: 'file';
      readonly messageId: number;
      readonly file: SentFile;
      readonly caption: string | null;
      readonly mediaGroupId: string | null;
      readonly forwarded: boolean;
      readonly repliesTo: number | null;
    })
  | (FromPerson & {
      readonly kind: 'otherContent';
      readonly messageId: number;
      readonly what: 'voice' | 'sticker' | 'other';
      readonly forwarded: boolean;
    })
  | (FromPerson & { readonly kind: 'edited'; readonly messageId: number; readonly text: string })
  | (FromPerson & {
      readonly kind: 'tap';
      readonly queryId: string;
      readonly messageId: number | null;
      readonly data: string;
    })
  | (FromPerson & { readonly kind: 'membership'; readonly blocked: boolean })
  | (FromPerson & {
      readonly kind: 'group';
      /** A command that a person wrote there now; null for anything else. */
      readonly command: string | null;
      /** Everything that the message shows or carries, cleaned: texts, names, addresses behind words. */
      readonly posted: readonly string[];
      readonly inChannel: boolean;
    });
