/** What this tab remembers over a reload: what was read, what was being written, whether the tour was put away. */

export function remember(key: string, value: string): void {
  sessionStorage.setItem(key, value);
}

export function recall(key: string): string | null {
  return sessionStorage.getItem(key);
}

export function forget(key: string): void {
  sessionStorage.removeItem(key);
}
