import type { LocalDate } from '../domain/dates.ts';
import { areQuarterly } from './cuts.ts';
import type { Form, FormCut, FormMonitoring } from './form.ts';

/**
 * The form as it goes out: all of `Form`, with the blocks to print in `cuts` and, in the activities, the
 * monitoring up to the cut chosen. Plain data, made by the caller from the plan as stored; writers add nothing.
 */
export type ExportForm = Form & {
  /** The last cut whose monitoring is in it. */
  readonly upToCut: number;
  readonly status: ExportStatus;
  /** What shows that the reports are true, in the order to list it; none or empty: no annex. */
  readonly evidence?: readonly ExportEvidence[];
  /** What Control Interno says of the reports, in columns of its own; none or empty: no such columns. */
  readonly verification?: readonly ExportVerdict[];
};

/** Control Interno's verdict beside a report, never over it. */
export type ExportVerdict = {
  /** Number of the activity, as printed. */
  readonly activity: string;
  readonly cut: number;
  /** Spanish: `Avalado`, `Con observación`, or that the report changed since. */
  readonly verdict: string;
  /** Its own percentage in whole tenths, where it differs. */
  readonly progressTenths: number | null;
  readonly remark: string;
};

/** One piece of evidence as it is listed: what it is, never what is in it. */
export type ExportEvidence = {
  /** Number of the activity, as printed. */
  readonly activity: string;
  readonly cut: number;
  readonly what: 'archivo' | 'enlace';
  /** MIME type of a file, '' of a link. */
  readonly type: string;
  /** Only for a file. */
  readonly bytes: number | null;
  /** In hexadecimal; empty for a link. */
  readonly sha256: string;
  /** '' of a file. */
  readonly link: string;
  /** ISO 8601 in local time with offset. */
  readonly receivedAt: string;
};

/** Until it is approved (or closed, without approval) the form says PRELIMINAR on every page. */
export type ExportStatus = {
  readonly preliminary: boolean;
  /** Spanish, one line each: who drew up, who approved, when, the fingerprint; or since when it is preliminary. */
  readonly lines: readonly string[];
};

/**
 * How many activities a file holds that is made within 512 MB, the bot included (docs/reliability.md, *Memory*). A longer
 * plan goes out as what still holds it; CSV holds any.
 */
export const MOST_ACTIVITIES = { xlsx: 10_000, pdf: 3_000 } as const;

/** `PRIMER` .. `DUODÉCIMO`, as a block's heading begins. */
export const ORDINALS: readonly string[] =
  'PRIMER SEGUNDO TERCER CUARTO QUINTO SEXTO SÉPTIMO OCTAVO NOVENO DÉCIMO UNDÉCIMO DUODÉCIMO'.split(' ');
const MONTHS =
  'ENERO FEBRERO MARZO ABRIL MAYO JUNIO JULIO AGOSTO SEPTIEMBRE OCTUBRE NOVIEMBRE DICIEMBRE'.split(' ');

/**
 * The blocks to print: those the form prints already and every cut of the plan up to the chosen one; all of them
 * for a calendar that is not quarterly, since such a calendar is known by its printed dates only. In order.
 */
export function cutsToPrint(
  planCuts: readonly { readonly number: number; readonly date: LocalDate }[],
  printed: readonly FormCut[],
  upToCut: number,
  fiscalYear: number,
): FormCut[] {
  const all = !areQuarterly(
    planCuts.map((cut) => cut.date),
    fiscalYear,
  );
  return planCuts.flatMap((cut) => {
    const known = printed.find(({ date }) => date === cut.date);
    if (known !== undefined) return [{ ...known, number: cut.number }];
    return all || cut.number <= upToCut ? [headingsOf(cut, fiscalYear)] : [];
  });
}

/** `SEGUNDO MONITOREO` / `CORTE JUNIO 30`; with its year when the cut falls after the fiscal year. */
function headingsOf(cut: { number: number; date: LocalDate }, fiscalYear: number): FormCut {
  const [year = '', month = '', day = ''] = cut.date.split('-');
  const later = Number(year) === fiscalYear ? '' : ` DE ${year}`;
  return {
    ...cut,
    label: `${ORDINALS[cut.number - 1] ?? cut.number} MONITOREO`,
    headingDate: `CORTE ${MONTHS[Number(month) - 1] ?? month} ${Number(day)}${later}`,
  };
}

/** The monitoring of an activity at a cut, if the export has it. */
export function monitoringAt(
  activity: ExportForm['activities'][number],
  cut: number,
): FormMonitoring | undefined {
  return activity.monitoring.find((each) => each.cut === cut);
}

/** The cuts that Control Interno has said something about, in the order of the blocks. */
export function verifiedCuts(
  form: Pick<ExportForm, 'cuts' | 'upToCut' | 'verification'>,
): readonly FormCut[] {
  const verified = new Set(form.verification?.map((each) => each.cut));
  return form.cuts.filter((cut) => cut.number <= form.upToCut && verified.has(cut.number));
}

/** Finds what Control Interno says of a report, if anything. */
export function verdictFinder({
  verification = [],
}: Pick<ExportForm, 'verification'>): (activity: string, cut: number) => ExportVerdict | undefined {
  const said = new Map(verification.map((each) => [`${each.cut} ${each.activity}`, each]));
  return (activity, cut) => said.get(`${cut} ${activity}`);
}

/**
 * The headings of the columns that are not of the form, in an order that agrees with every activity; one that
 * stands twice is twice in it.
 */
export function extraHeadings(form: Pick<ExportForm, 'activities'>): string[] {
  const headings = new Map<string, string>();
  const before = new Map<string, Set<string>>();
  for (const { extra } of form.activities) {
    const counts = new Map<string, number>();
    let last: string | undefined;
    for (const { heading } of extra) {
      const count = (counts.get(heading) ?? 0) + 1;
      counts.set(heading, count);
      const key = `${count} ${heading}`;
      headings.set(key, heading);
      const earlier = before.get(key) ?? new Set<string>();
      before.set(key, last === undefined ? earlier : earlier.add(last));
      last = key;
    }
  }
  const ordered: string[] = [];
  while (headings.size > 0) {
    const free = [...headings.keys()].find(
      (key) => ![...(before.get(key) ?? [])].some((one) => headings.has(one)),
    );
    const key = free ?? [...headings.keys()][0] ?? '';
    ordered.push(headings.get(key) ?? '');
    headings.delete(key);
  }
  return ordered;
}

/** The text of an activity under each of `headings`, '' where it has none. */
export function extraTexts(
  activity: Pick<ExportForm['activities'][number], 'extra'>,
  headings: readonly string[],
): string[] {
  const left = [...activity.extra];
  return headings.map((heading) => {
    const index = left.findIndex((each) => each.heading === heading);
    return index < 0 ? '' : (left.splice(index, 1)[0]?.text ?? '');
  });
}
