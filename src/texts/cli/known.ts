/** A thing that a command can name, with its number. */
export type Named = { readonly id: number; readonly name: string };

/** `1 Ana Ruiz, 2 Luz Torres`. */
export function listed(known: readonly Named[]): string {
  return known.map((each) => `${each.id} ${each.name}`).join(', ');
}
