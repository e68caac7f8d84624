import type { LocalDate } from './dates.ts';

/** One part of a button's data: how it is written, with the colon before it, and how it is read. */
export type Part<Value> = {
  /** A regular expression with exactly one group. */
  readonly pattern: string;
  /** @param text what the group matched; undefined when an optional part is left out */
  readonly read: (text: string | undefined) => Value;
  readonly write: (value: Value) => string;
};

/** An id or a page number, from 1. It has at most 15 digits, so it is read exactly. */
export const id: Part<number> = { pattern: ':([1-9]\\d{0,14})', read: Number, write: (value) => `:${value}` };
/** Counts from 1. */
export const page: Part<number> = { ...id };
/** Milliseconds since 1970. */
export const moment: Part<number> = { ...id };

/** A number that may be 0. */
export const amount: Part<number> = { ...id, pattern: ':(0|[1-9]\\d{0,14})' };

/** A part that may be left out: then it is null. Only the last parts of a button may be optional. */
export function optional<Value>(part: Part<Value>): Part<Value | null> {
  return {
    pattern: `(?:${part.pattern})?`,
    read: (text) => (text === undefined ? null : part.read(text)),
    write: (value) => (value === null ? '' : part.write(value)),
  };
}

/** A part with a mark before it: `after('p', page)` is `:p:2`. */
export function after<Value>(mark: string, part: Part<Value>): Part<Value> {
  return { ...part, pattern: `:${mark}${part.pattern}`, write: (value) => `:${mark}${part.write(value)}` };
}

/** True is written as a mark, false as nothing. */
export function flag(mark: string): Part<boolean> {
  return {
    pattern: `(:${mark})?`,
    read: (text) => text !== undefined,
    write: (value) => (value ? `:${mark}` : ''),
  };
}

/** An id, or the word for all of them, which is null. */
export function idOr(all: string): Part<number | null> {
  return {
    pattern: `:([1-9]\\d{0,14}|${all})`,
    read: (text) => (text === all ? null : Number(text)),
    write: (value) => `:${value ?? all}`,
  };
}

/** One word of a list. */
export function oneOf<const Word extends string>(words: readonly [Word, ...Word[]]): Part<Word> {
  return {
    pattern: `:(${words.join('|')})`,
    read: (text) => words.find((word) => word === text) ?? words[0],
    write: (word) => `:${word}`,
  };
}

/** A calendar day, `YYYY-MM-DD`, written without its dashes. It does not check that the day exists. */
export const day: Part<LocalDate> = {
  pattern: ':(\\d{8})',
  read: (text = '') => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`,
  write: (date) => `:${date.replaceAll('-', '')}`,
};

/** One value of a list, written as its index, from 0. The order of the list must never change. */
export function placeIn<const Value>(values: readonly [Value, ...Value[]]): Part<Value> {
  return {
    pattern: `:(${values.map((_, place) => place).join('|')})`,
    read: (text) => values[Number(text)] ?? values[0],
    write: (value) => `:${values.indexOf(value)}`,
  };
}

/** So many of the allowed characters; both as a regular expression writes them (`a-z`, `1,20`). */
export function text(allowed: string, length: string): Part<string> {
  return {
    pattern: `:([${allowed}]{${length}})`,
    read: (written) => written ?? '',
    write: (value) => `:${value}`,
  };
}

/** The values of some parts, by their names. */
export type ValuesOf<Parts> = {
  readonly [Name in keyof Parts]: Parts[Name] extends Part<infer Value> ? Value : never;
};

/** A button as fixed letters and the parts that follow them in order. */
export type Form<Parts> = { readonly beginning: string; readonly parts: Parts };

type Values = Readonly<Record<string, unknown>>;
/** Writes and reads the buttons of a form. The form's type gives the types of the values. */
export type Writing = {
  /** @returns null when the data has another form */
  readonly read: (data: string) => Values | null;
  readonly write: (values: Values) => string;
};

export function writingOf({ beginning, parts }: Form<object>): Writing {
  const named = Object.entries(parts) as [string, Part<unknown>][];
  const whole = new RegExp(`^${beginning}${named.map(([, part]) => part.pattern).join('')}$`);
  return {
    read: (data) => {
      const texts = whole.exec(data)?.slice(1);
      if (!texts) return null;
      return Object.fromEntries(named.map(([name, part], place) => [name, part.read(texts[place])]));
    },
    write: (values) => beginning + named.map(([name, part]) => part.write(values[name])).join(''),
  };
}
