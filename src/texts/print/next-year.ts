/** In the status of a draft: what it is, and what to do with it. */
export function draftLine(year: number): string {
  return `BORRADOR PARA ${year}: complételo y envíelo al bot con /importar.`;
}
