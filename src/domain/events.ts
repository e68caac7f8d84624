import type { Moment } from './dates.ts';

/** Text ready for Telegram's HTML mode: escaped, closed and short enough. Only `texts/html.ts` makes it. */
export type Html = string & { readonly __html: true };

/**
 * One inline button; `data` is at most 64 bytes of UTF-8 (Bot API, InlineKeyboardButton). `style` colours it on phones that
 * know it: green tells approve, red return. The words alone say it too.
 */
export type Button = {
  readonly text: string;
  readonly data: string;
  readonly style?: 'success' | 'danger';
};
export type Keyboard = readonly (readonly Button[])[];

/** A button that copies `copied` on the phone, without telling us (Bot API, CopyTextButton): 1 to 256 characters. */
export type CopyButton = { readonly text: string; readonly copied: string };
export const COPIED_MOST = 256;

/** A file of ours to send: as a picture, or as a document under a readable name (`A-Za-z0-9._-`). */
export type OutgoingFile = {
  readonly as: 'photo' | 'document';
  readonly path: string;
  readonly name: string;
};

/**
 * The content of a message of ours. With a file, `html` is its caption (at most 1,024 characters, Bot API).
 * An edit without a keyboard removes the buttons (Bot API).
 */
export type Message = {
  readonly html: Html;
  readonly keyboard?: Keyboard | undefined;
  readonly file?: OutgoingFile | undefined;
  /** A button above the others that copies a text; the text stays visible in the message, for phones that do not know it. */
  readonly copy?: CopyButton | undefined;
  /** It carries a secret (an invitation): after the sending, neither text nor file is kept. */
  readonly forget?: true | undefined;
  /** The number of the question that it shows: when Telegram has taken it, the question can be seen. */
  readonly asks?: number | undefined;
};

/** A Telegram account as it presents itself; only `userId` identifies it. */
export type Account = { readonly userId: number; readonly name: string };

/** What a file is to whoever sent it. */
export type SentAs = 'photo' | 'document';

/** A file as Telegram announces it: the sender claims its size and name. */
export type SentFile = {
  readonly fileId: string;
  /** A picture that was sent as a file is a photo too. */
  readonly sentAs: SentAs;
  readonly bytes: number | null;
  readonly name: string | null;
};

type FromPerson = {
  readonly chatId: number;
  readonly from: Account;
  /** The moment of the act: `message.date`. A tap has none, so the moment at which we received it. */
  readonly moment: Moment;
};

/** An act of a person, as the conversations see it. Every Telegram update that we ask for is one of these. */
export type Event =
  | (FromPerson & {
      readonly kind: 'text';
      readonly messageId: number;
      readonly text: string;
      readonly forwarded: boolean;
      /** The message to which it replies. */
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
