/** A clause for every approval of a mayor whom one coordinator appointed and nobody else agreed to. */
export function appointedAloneWords(mayor: string, by: string): string {
  return `a ${mayor} le dio la alcaldía ${by}, sin el sí de otro despacho`;
}

/** The same for the verdicts of Control Interno. */
export function controlAloneWords(control: string, by: string): string {
  return `a ${control} le dio Control Interno ${by}, sin el sí de otro despacho`;
}
