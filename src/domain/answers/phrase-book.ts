import { soundOf } from './spelling.ts';

/** Phrases found in a text by the sound of their words; the longest one counts. */
export type PhraseBook<Meaning> = {
  /** The meaning of the longest phrase that begins at `at`, and the place after it. */
  readonly at: (
    sounds: readonly string[],
    at: number,
  ) => { readonly meaning: Meaning; readonly next: number } | null;
};

/** @param phrases words as people write them, grouped by meaning; commas or line breaks separate phrases */
export function phraseBook<Meaning extends string>(
  phrases: Readonly<Record<Meaning, string>>,
): PhraseBook<Meaning> {
  const byFirst = new Map<string, { readonly sounds: readonly string[]; readonly meaning: Meaning }[]>();
  for (const meaning in phrases) {
    for (const phrase of phrases[meaning].split(/[,\n]/)) {
      const sounds = phrase.trim().split(/\s+/).filter(Boolean).map(soundOf);
      const [first] = sounds;
      if (first === undefined) continue;
      const same = byFirst.get(first) ?? [];
      same.push({ sounds, meaning });
      byFirst.set(
        first,
        same.toSorted((one, other) => other.sounds.length - one.sounds.length),
      );
    }
  }
  return {
    at: (sounds, at) => {
      const candidates = byFirst.get(sounds[at] ?? '') ?? [];
      const found = candidates.find((each) =>
        each.sounds.every((sound, place) => sounds[at + place] === sound),
      );
      return found === undefined ? null : { meaning: found.meaning, next: at + found.sounds.length };
    },
  };
}
