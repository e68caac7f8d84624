import { ORDINALS } from './export-form.ts';
import type { FormActivity, FormProgramming } from './form.ts';

/**
 * What one of our columns of programming holds: what the expected progress comes from, the measure, what is programmed up
 * to one cut, or the amount that was reported at one.
 */
export type ProgrammingColumn =
  | { readonly kind: 'basis' | 'measure' }
  | { readonly kind: 'cut' | 'reported'; readonly cut: number };

/** One of these columns, where a reader found it. */
export type ProgrammingPlace = ProgrammingColumn & { readonly column: number };

const START = 'PLANEACIÓN';
const BASIS = 'LO ESPERADO';
const MEASURE = 'MEDIDA';
const CUT = 'PROGRAMADO';
const REPORTED = 'REPORTADO';
const END = 'MONITOREO';
const JOINT = ' · ';

/** How a cell says what the expected progress comes from. A blank one: the dates, and nothing was set. */
export const BASIS_WORDS: Readonly<Record<FormProgramming['basis'], string>> = {
  keeps: 'Permanente',
  programmed: 'Lo programado',
  dates: 'Sus fechas',
  form: 'El formato',
  nothing: '',
};

/** `PLANEACIÓN · PROGRAMADO · PRIMER MONITOREO`. Only our files write it like this, dots included. */
export function programmingHeading(of: ProgrammingColumn): string {
  switch (of.kind) {
    case 'basis':
      return [START, BASIS].join(JOINT);
    case 'measure':
      return [START, MEASURE].join(JOINT);
    case 'reported':
      return [START, REPORTED, `${ORDINALS[of.cut - 1] ?? of.cut} ${END}`].join(JOINT);
    case 'cut':
      return [START, CUT, `${ORDINALS[of.cut - 1] ?? of.cut} ${END}`].join(JOINT);
  }
}

/** Which of our columns a heading names; undefined for any other heading. */
export function programmingColumnOf(text: string): ProgrammingColumn | undefined {
  const written = text.replace(/\s+/g, ' ').trim();
  if (!written.startsWith(START)) return;
  for (const kind of ['cut', 'reported'] as const) {
    const place = ORDINALS.findIndex((_, at) => written === programmingHeading({ kind, cut: at + 1 }));
    if (place >= 0) return { kind, cut: place + 1 };
  }
  return ([{ kind: 'basis' }, { kind: 'measure' }] as const).find(
    (each) => written === programmingHeading(each),
  );
}

/** The columns that a form needs: none where nothing is programmed or set. */
export function programmingColumns(activities: readonly FormActivity[]): readonly ProgrammingColumn[] {
  const all = activities.flatMap(({ programming }) => programming ?? []);
  if (all.length === 0) return [];
  const cuts = new Set(all.flatMap(({ figures }) => figures.map(({ cut }) => cut)));
  return [
    { kind: 'basis' },
    ...(all.some(({ measure }) => measure !== null) ? [{ kind: 'measure' } as const] : []),
    ...[...cuts].sort((a, b) => a - b).map((cut) => ({ kind: 'cut', cut }) as const),
    ...reportedCuts(activities).map((cut) => ({ kind: 'reported', cut }) as const),
  ];
}

/** The cuts at which an amount was reported. */
function reportedCuts(activities: readonly FormActivity[]): readonly number[] {
  const cuts = activities.flatMap(({ monitoring }) =>
    monitoring.flatMap(({ cut, amount }) => (amount === undefined ? [] : [cut])),
  );
  return [...new Set(cuts)].sort((a, b) => a - b);
}

/** What stands in a cell of these columns; `percent`: the number is a share of the whole, shown as a percentage. */
export function programmingValue(
  { programming, monitoring }: FormActivity,
  column: ProgrammingColumn,
): { readonly text: string } | { readonly number: number; readonly percent: boolean } | undefined {
  if (programming === undefined) return undefined;
  switch (column.kind) {
    case 'basis':
      return { text: BASIS_WORDS[programming.basis] };
    case 'measure':
      return { text: measureText(programming) };
    case 'reported': {
      const amount = monitoring.find(({ cut }) => cut === column.cut)?.amount;
      return amount === undefined ? undefined : { number: amount, percent: false };
    }
    case 'cut': {
      const figure = programming.figures.find(({ cut }) => cut === column.cut);
      if (figure === undefined) return undefined;
      return 'tenths' in figure
        ? { number: figure.tenths / 1_000, percent: true }
        : { number: figure.amount, percent: false };
    }
  }
}

/** `4 talleres`; '' without a measure. */
export function measureText({ measure, yearAmount }: FormProgramming): string {
  if (measure === null) return '';
  return yearAmount === null ? measure : `${String(yearAmount).replace('.', ',')} ${measure}`;
}

/** Reads `4 talleres`. */
export function readMeasure(text: string): Pick<FormProgramming, 'measure' | 'yearAmount'> {
  const [, amount, measure = ''] = /^\s*(?:(\d+(?:,\d+)?)\s+)?(\p{L}.*?)\s*$/su.exec(text) ?? [];
  if (measure === '') return { measure: null, yearAmount: null };
  return { measure, yearAmount: amount === undefined ? null : Number(amount.replace(',', '.')) };
}
