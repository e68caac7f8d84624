import { columnName, columnNumber, LAST_ROW, type Range } from './cell-names.ts';

/** A reference in a formula; `sheet` is undefined for one to the formula's own sheet. */
export type Reference = { readonly sheet: string | undefined; readonly range: Range };

const REFERENCE =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7}))?|(\$?)(\d{1,7}):(\$?)(\d{1,7})|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3}))(?![\p{L}\p{N}_(.!])/gu;

type Corner = { readonly row: number; readonly fixed: boolean };

/** What may become of the rows of a reference: `single` when it names one cell. */
export type MoveRows = (
  sheet: string | undefined,
  first: Corner,
  last: Corner,
  single: boolean,
) => { readonly first: number; readonly last: number };

/** The references of a formula, texts in quotes left alone. Rows and columns are zero-based. */
export function referencesIn(formula: string): Reference[] {
  return [...formula.matchAll(REFERENCE)].flatMap((match): Reference[] => {
    if (match[0].startsWith('"')) return [];
    const sheet = sheetOf(match[1]);
    const [left, right] = [match[3] ?? match[15] ?? 'A', match[7] ?? match[3] ?? match[17] ?? 'XFD'];
    const top = Number(match[5] ?? match[11] ?? 1) - 1;
    const bottom = Number(match[9] ?? match[5] ?? match[13] ?? LAST_ROW + 1) - 1;
    return [
      {
        sheet,
        range: {
          top: Math.min(top, bottom),
          bottom: Math.max(top, bottom),
          left: Math.min(columnNumber(left), columnNumber(right)),
          right: Math.max(columnNumber(left), columnNumber(right)),
        },
      },
    ];
  });
}

/** The formula with the rows of its references moved; whole columns stay. */
export function moveReferences(formula: string, move: MoveRows): string {
  return formula.replace(REFERENCE, (whole: string, ...groups: (string | undefined)[]) => {
    if (whole.startsWith('"')) return whole;
    const [prefix = '', d1 = '', c1, d2 = '', r1, d3 = '', c2, d4 = '', r2, w1 = '', f1, w2 = '', f2] =
      groups;
    const sheet = sheetOf(prefix);
    const corner = (row: string, fixed: string) => ({ row: Number(row) - 1, fixed: fixed === '$' });
    if (c1 !== undefined && r1 !== undefined) {
      const last = r2 === undefined ? corner(r1, d2) : corner(r2, d4);
      const moved = move(sheet, corner(r1, d2), last, r2 === undefined);
      const first = `${prefix}${d1}${c1}${d2}${moved.first + 1}`;
      return r2 === undefined ? first : `${first}:${d3}${c2}${d4}${moved.last + 1}`;
    }
    if (f1 === undefined || f2 === undefined) return whole;
    const moved = move(sheet, corner(f1, w1), corner(f2, w2), false);
    return `${prefix}${w1}${moved.first + 1}:${w2}${moved.last + 1}`;
  });
}

function sheetOf(prefix: string | undefined): string | undefined {
  if (prefix === undefined || prefix === '') return undefined;
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** `'Plan de Acción'!$A$1:$O$30` for a defined name. */
export function absoluteName({ top, left, bottom, right }: Range): string {
  return `$${columnName(left)}$${top + 1}:$${columnName(right)}$${bottom + 1}`;
}

export function intersects(a: Range, b: Range): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
