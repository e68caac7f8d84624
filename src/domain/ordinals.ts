import { comparable } from './outside-text.ts';

const ORDINALS = [
  'primer',
  'segundo',
  'tercer',
  'cuarto',
  'quinto',
  'sexto',
  'séptimo',
  'octavo',
  'noveno',
  'décimo',
  'undécimo',
  'duodécimo',
] as const;

const NUMBER_OF_ORDINAL = new Map(
  ORDINALS.flatMap((ordinal, index) =>
    [ordinal, `${ordinal}o`].map((word): [string, number] => [comparable(word), index + 1]),
  ),
);

/** `primer` for 1, before a noun; undefined beyond 12. */
export function ordinal(number: number): string | undefined {
  return ORDINALS[number - 1];
}

/** 1..12 for `primer`, `primero`, `segundo`, with or without accents; undefined for anything else. */
export function ordinalNumber(word: string): number | undefined {
  return NUMBER_OF_ORDINAL.get(comparable(word));
}
