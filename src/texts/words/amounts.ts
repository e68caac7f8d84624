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

/** `1 actividad`, `6 actividades`, `10.000 actividades`. */
export function count(of: number, one: string, many: string): string {
  return `${amount(of)} ${of === 1 ? one : many}`;
}

/** A whole number; from five digits on in groups of three: `3000`, `10.000`. */
export function amount(of: number): string {
  return of < 10_000 ? String(of) : String(of).replace(/\B(?=(\d{3})+$)/g, '.');
}
