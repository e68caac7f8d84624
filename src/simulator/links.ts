/**
 * The addresses that Telegram takes in a link or a button (specification: Telegram messages, Telegram
 * keyboards).
 */

/** The address as Telegram stores it; undefined where Telegram refuses it. A bare `example.org` gets http. */
export function linkOf(address: string): string | undefined {
  const trimmed = address.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return undefined;
  if (/^(tg|ton):/i.test(trimmed)) return /^[a-z]+:\/\/[^\s]+$/i.test(trimmed) ? trimmed : undefined;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (!url.hostname.includes('.')) return undefined;
  return url.href;
}
