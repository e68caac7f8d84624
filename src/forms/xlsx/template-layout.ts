import {
  type ExportForm,
  extraHeadings,
  extraTexts,
  monitoringAt,
  verdictFinder,
  verifiedCuts,
} from '../export-form.ts';
import type { FormActivity } from '../form.ts';
import { COLUMNS, type ColumnLayout } from '../layout.ts';
import { programmingColumns, programmingHeading, programmingValue } from '../programming-columns.ts';
import { labelsIn } from '../title-labels.ts';
import { TITLE_FIELDS, type TitleField } from '../title-layout.ts';
import { verificationColumns, verificationHeading } from '../verification-columns.ts';
import type { Range } from './cell-names.ts';
import type { CellValue } from './cell-xml.ts';
import { type Draft, type PlacedCell, put, putWide, text } from './template-draft.ts';
import { fitDraft } from './template-heights.ts';
import { templatePages } from './template-pages.ts';
import { signatureBlocks } from './template-signatures.ts';
import { STYLE, type StyleNumber } from './template-styles.ts';

/** A sheet laid out as `PL-PC-01` prints it; rows and columns are zero-based. */
export type TemplateSheet = {
  readonly cells: readonly PlacedCell[];
  readonly merges: readonly Range[];
  readonly widths: readonly number[];
  /** In points, of every row that holds something. */
  readonly heights: ReadonlyMap<number, number>;
  /** Repeated on each printed page. */
  readonly titleRows: { readonly first: number; readonly last: number };
  /** What is printed, one after the other: the plan, and beside it what its sheet of paper does not hold. */
  readonly areas: readonly Range[];
};

export function layOut(form: ExportForm): TemplateSheet {
  const columns = COLUMNS.filter(
    ({ name }) => name !== 'weight' || form.activities.some(({ weight }) => weight !== null),
  );
  const of = blocksOf(form, columns);
  const { widths, pages } = templatePages(form, columns);
  const titleRight = pages[0]?.right ?? widths.length - 1;
  const draft: Draft = { cells: [], merges: [], heights: new Map(), widths, titleRight };
  const first = titleBlock(draft, form) + 1;
  headings(draft, first, of);
  form.activities.forEach((activity, index) => {
    activityRow(draft, first + 2 + index, activity, of);
  });
  const bottom = first + 1 + form.activities.length;
  const end = signatureBlocks(draft, bottom + 2, form);
  fitDraft(draft);
  const areas = pages.map(({ left, right }, index) =>
    index === 0 ? { top: 0, left, bottom: end - 1, right } : { top: first, left, bottom, right },
  );
  return { ...draft, titleRows: { first, last: first + 1 }, areas };
}

/** What stands in the columns from left to right, found once for all rows. */
type Blocks = {
  readonly columns: readonly ColumnLayout[];
  readonly cuts: ExportForm['cuts'];
  readonly extras: readonly string[];
  readonly programming: ReturnType<typeof programmingColumns>;
  readonly verified: ReturnType<typeof verifiedCuts>;
  readonly verdictAt: ReturnType<typeof verdictFinder>;
  /** The first column of the cuts, of the columns that we do not know, of the programming and of the verdicts. */
  readonly from: {
    readonly cuts: number;
    readonly extras: number;
    readonly programming: number;
    readonly verified: number;
  };
};

function blocksOf(form: ExportForm, columns: readonly ColumnLayout[]): Blocks {
  const extras = extraHeadings(form);
  const programming = programmingColumns(form.activities);
  const afterCuts = columns.length + form.cuts.length * 2;
  const afterExtras = afterCuts + extras.length;
  return {
    columns,
    cuts: form.cuts,
    extras,
    programming,
    verified: verifiedCuts(form),
    verdictAt: verdictFinder(form),
    from: {
      cuts: columns.length,
      extras: afterCuts,
      programming: afterExtras,
      verified: afterExtras + programming.length,
    },
  };
}

function labelOf(field: TitleField): string {
  return TITLE_FIELDS.find((layout) => layout.field === field)?.label ?? '';
}

/** Rows 0..6: place of the shield, system and title, code box; entity, dates, scope, objectives. Returns the row after. */
function titleBlock(draft: Draft, form: ExportForm): number {
  const last = draft.titleRight;
  putWide(draft, { top: 0, left: 0, bottom: 2, right: 1 }, undefined, STYLE.value);
  const titleTop = form.system === '' ? 0 : 1;
  if (titleTop === 1)
    putWide(draft, { top: 0, left: 2, bottom: 0, right: last - 3 }, text(form.system), STYLE.system);
  putWide(draft, { top: titleTop, left: 2, bottom: 2, right: last - 3 }, text(form.title), STYLE.title);
  const box: [TitleField, CellValue, StyleNumber][] = [
    ['code', text(form.code), STYLE.value],
    ['version', text(form.version), STYLE.value],
    ['versionDate', form.versionDate === null ? undefined : { date: form.versionDate }, STYLE.valueDate],
  ];
  box.forEach(([field, value, style], row) => {
    const label = { top: row, left: last - 2, bottom: row, right: last - 1 };
    putWide(draft, label, text(`${labelOf(field)}:`), STYLE.label);
    put(draft, row, last, value, style);
    draft.heights.set(row, 20);
  });
  labelledRow(draft, 3, 'entity', form.entity);
  const label = { top: 4, left: 0, bottom: 4, right: 1 };
  putWide(draft, label, text(labelOf('drawnUpOn')), STYLE.label);
  const drawnUpOn: CellValue = form.drawnUpOn === null ? undefined : { date: form.drawnUpOn };
  putWide(draft, { top: 4, left: 2, bottom: 4, right: 6 }, drawnUpOn, STYLE.longDate);
  putWide(draft, { top: 4, left: 7, bottom: 4, right: 8 }, text(labelOf('fiscalYear')), STYLE.label);
  putWide(draft, { top: 4, left: 9, bottom: 4, right: last }, { number: form.fiscalYear }, STYLE.value);
  labelledRow(draft, 5, 'scope', form.scope);
  labelledRow(draft, 6, 'objectives', form.objectives);
  return 7;
}

/** A label and its value; in one cell when the value itself could be taken for a label. */
function labelledRow(draft: Draft, row: number, field: TitleField, value: string): void {
  const last = draft.titleRight;
  const inOne = labelsIn(value).length > 0;
  const label = inOne ? `${labelOf(field)}: ${value}` : labelOf(field);
  if (inOne) putWide(draft, { top: row, left: 0, bottom: row, right: last }, text(label), STYLE.value);
  else {
    putWide(draft, { top: row, left: 0, bottom: row, right: 1 }, text(label), STYLE.label);
    putWide(draft, { top: row, left: 2, bottom: row, right: last }, text(value), STYLE.value);
  }
  draft.heights.set(row, 18);
}

function headings(
  draft: Draft,
  top: number,
  { columns, cuts, extras, programming, verified, from }: Blocks,
): void {
  columns.forEach((layout, column) => {
    const { group } = layout;
    if (group === undefined) {
      putWide(
        draft,
        { top, left: column, bottom: top + 1, right: column },
        text(layout.heading),
        STYLE.header,
      );
      return;
    }
    if (columns[column - 1]?.group !== group) {
      const right = columns.findLastIndex((each) => each.group === group);
      putWide(draft, { top, left: column, bottom: top, right }, text(group), STYLE.header);
    }
    put(draft, top + 1, column, text(layout.heading), STYLE.header);
  });
  cuts.forEach((cut, index) => {
    const left = from.cuts + index * 2;
    const bottom = cut.headingDate === '' ? top + 1 : top;
    putWide(draft, { top, left, bottom, right: left + 1 }, text(cut.label), STYLE.header);
    if (cut.headingDate !== '')
      putWide(
        draft,
        { top: top + 1, left, bottom: top + 1, right: left + 1 },
        text(cut.headingDate),
        STYLE.header,
      );
  });
  extras.forEach((heading, index) => {
    const column = from.extras + index;
    putWide(draft, { top, left: column, bottom: top + 1, right: column }, text(heading), STYLE.header);
  });
  programming.forEach((kind, index) => {
    const column = from.programming + index;
    const heading = text(programmingHeading(kind));
    putWide(draft, { top, left: column, bottom: top + 1, right: column }, heading, STYLE.header);
  });
  verified.forEach((cut, index) => {
    verificationColumns.forEach((kind, offset) => {
      const column = from.verified + index * verificationColumns.length + offset;
      const heading = text(verificationHeading(cut.number, kind));
      putWide(draft, { top, left: column, bottom: top + 1, right: column }, heading, STYLE.header);
    });
  });
  draft.heights.set(top, 26);
  draft.heights.set(top + 1, 28);
}

function activityRow(
  draft: Draft,
  row: number,
  activity: FormActivity,
  { columns, cuts, extras, programming, verified, verdictAt, from }: Blocks,
): void {
  columns.forEach(({ name }, column) => {
    const [value, style] = columnValue(activity, name);
    put(draft, row, column, value, style);
  });
  cuts.forEach((cut, index) => {
    const column = from.cuts + index * 2;
    const report = monitoringAt(activity, cut.number);
    const tenths = report?.progressTenths ?? null;
    const style = tenths !== null && tenths % 10 !== 0 ? STYLE.percentDecimal : STYLE.percent;
    put(draft, row, column, tenths === null ? undefined : { number: tenths / 1_000 }, style);
    put(draft, row, column + 1, text(report?.observation ?? ''), STYLE.cell);
  });
  extraTexts(activity, extras).forEach((value, index) => {
    put(draft, row, from.extras + index, text(value), STYLE.cell);
  });
  programming.forEach((kind, index) => {
    const value = programmingValue(activity, kind);
    put(draft, row, from.programming + index, value, programmingStyle(value));
  });
  verified.forEach((cut, index) => {
    const column = from.verified + index * verificationColumns.length;
    const said = verdictAt(activity.number, cut.number);
    const tenths = said?.progressTenths ?? null;
    const style = tenths !== null && tenths % 10 !== 0 ? STYLE.percentDecimal : STYLE.percent;
    put(draft, row, column, text(said?.verdict ?? ''), STYLE.cell);
    put(draft, row, column + 1, tenths === null ? undefined : { number: tenths / 1_000 }, style);
    put(draft, row, column + 2, text(said?.remark ?? ''), STYLE.cell);
  });
}

function programmingStyle(value: ReturnType<typeof programmingValue>): StyleNumber {
  if (value === undefined || 'text' in value) return STYLE.cell;
  if (!value.percent) return STYLE.centred;
  return Math.round(value.number * 1_000) % 10 === 0 ? STYLE.percent : STYLE.percentDecimal;
}

/** The value of a column of the form for one activity. */
function columnValue(activity: FormActivity, name: ColumnLayout['name']): [CellValue, StyleNumber] {
  switch (name) {
    case 'number':
      return [text(activity.number), STYLE.centred];
    case 'activity':
      return [text(activity.name), STYLE.cell];
    case 'start':
    case 'end':
      return [{ date: activity[name] }, STYLE.date];
    case 'weight':
      return [activity.weight === null ? undefined : { number: activity.weight }, STYLE.weight];
    default:
      return [text(activity[name]), STYLE.cell];
  }
}
