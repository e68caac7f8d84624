/** `33,3 %`, `100 %`: tenths of a percent as people write them. */
export function percent(tenths: number): string {
  return `${decimal(tenths)} %`;
}

/** `33,3`, `100`. */
export function decimal(tenths: number): string {
  const rest = tenths % 10;
  return rest === 0 ? String(tenths / 10) : `${Math.trunc(tenths / 10)},${rest}`;
}

/** A percentage that is already rounded to one decimal: `28,6 %`. */
export function percentOf(value: number): string {
  return percent(Math.round(value * 10));
}

/** `1 actividad`, `6 actividades`. */
export function count(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}
