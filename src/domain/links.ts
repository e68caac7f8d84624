/**
 * The links of a text: http(s) only, each once, without the punctuation that ends a sentence. They are kept
 * as text and never fetched.
 */
export function linksIn(text: string): readonly string[] {
  const found = text.match(/https?:\/\/[^\s<>"«»]{1,500}/gi) ?? [];
  return [...new Set(found.map((link) => link.replace(/[.,;:!?)\]]+$/, '')))];
}

/** The text without its links. */
export function withoutLinks(text: string): string {
  return linksIn(text)
    .reduce((rest, link) => rest.replaceAll(link, ' '), text)
    .trim();
}
