/** `1, 5, 6 y 7`; *e* before the sound of *i* (`Ana e Inés`), not before that of *hielo* (Ortografía de la RAE). */
export function enumerate(parts: readonly string[]): string {
  if (parts.length <= 1) return parts.join('');
  const last = parts.at(-1) ?? '';
  const and = /^h?[ií](?!e)/iu.test(last) ? 'e' : 'y';
  return `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** Numbers of activities within a sentence: `la n.º 5`, `las n.º 5 y 6`. */
export function theNumbers(numbers: readonly string[]): string {
  return `${numbers.length === 1 ? 'la' : 'las'} n.º ${enumerate(numbers)}`;
}

type Place = { readonly page: number; readonly pages: number };

/** `Página 2 de 3. ` before a sentence; empty when there is one page. */
export function pageBefore({ page, pages }: Place): string {
  return pages > 1 ? `Página ${page} de ${pages}. ` : '';
}

/** ` · página 2 de 3` after a title; empty when there is one page. */
export function pageInTitle({ page, pages }: Place): string {
  return pages > 1 ? ` · página ${page} de ${pages}` : '';
}

/** Adds a full stop, unless the text ends in an hour (`9:00 a. m.`), which has one. */
export function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/** Makes the first letter upper case. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('es') + text.slice(1);
}
