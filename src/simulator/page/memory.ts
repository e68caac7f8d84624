/**
 * What this tab remembers over a reload: the messages read, the unfinished text, whether the tour is closed.
 */

export function remember(key: string, value: string): void {
  sessionStorage.setItem(key, value);
}

export function recall(key: string): string | null {
  return sessionStorage.getItem(key);
}

export function forget(key: string): void {
  sessionStorage.removeItem(key);
}
