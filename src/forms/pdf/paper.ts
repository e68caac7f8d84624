import type { Moment } from '../../domain/dates.ts';

export type Labelled = { readonly label: string; readonly value: string };

/**
 * A paper that somebody takes home, in words: plain data that can be handed to another process. Pairs without a value
 * and empty texts are not printed.
 */
export type Paper = {
  readonly title: string;
  /** What it is about, for who searches files. */
  readonly subject: string;
  readonly facts: readonly Labelled[];
  readonly intro: string;
  readonly sections: readonly PaperSection[];
  /** Who signs it: a line for each. */
  readonly signatures: readonly { readonly name: string; readonly position: string }[];
  readonly note: string;
  /** Stamped in the file: the same paper gives the same bytes. */
  readonly madeAt: Moment;
};

export type PaperSection = {
  readonly heading: string;
  readonly facts: readonly Labelled[];
  readonly text: string;
  readonly items: readonly string[];
};
