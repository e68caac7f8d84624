let segmenter: Intl.Segmenter | undefined;

/** The characters that people see: a letter with its marks, or a family of emoji, is one. */
export function graphemesIn(text: string): Iterable<{ readonly segment: string }> {
  // Made when it is first needed: it takes 10 ms (measured), and most command lines never need it.
  segmenter ??= new Intl.Segmenter('es', { granularity: 'grapheme' });
  return segmenter.segment(text);
}
