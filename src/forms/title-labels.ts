import { readDate } from '../domain/written-dates.ts';
import { type Grid, textAt } from './grid.ts';
import { headingKey } from './headings.ts';
import type { At } from './read-cell.ts';
import { TITLE_FIELDS, type TitleField } from './title-layout.ts';

/** A field of the title block as found: its label, and its value with the cell it stands in ('' when there is none). */
export type FoundField = { readonly label: At; readonly at: At; readonly value: string };

const LABELS = new Map<string, TitleField>();
const NAME_LABELS = new Set<string>();
for (const layout of TITLE_FIELDS) {
  for (const word of [layout.label, ...layout.synonyms]) LABELS.set(headingKey(word), layout.field);
  for (const word of layout.labelIsValue ?? []) NAME_LABELS.add(headingKey(word));
}

/** Fields that share one cell in some forms: `CÓDIGO: PL-PC-01 VERSIÓN: 1.0 FECHA: 13/07/2020`. */
const BOXED: readonly TitleField[] = ['code', 'version', 'versionDate'];

const SHAPES: Partial<Record<TitleField, (value: string) => boolean>> = {
  code: (value) => /^[A-Z0-9][\w.-]*\d[\w.-]*$/i.test(value),
  version: (value) => /^v?\d[\d.,]*$/i.test(value),
  versionDate: (value) => readDate(value) !== undefined,
  drawnUpOn: (value) => readDate(value) !== undefined,
  fiscalYear: (value) => /^\d{4}$/.test(value),
};

/** Whether a text can be the value of a field. */
export function hasShape(field: TitleField, value: string): boolean {
  return SHAPES[field]?.(value) ?? true;
}

export type Label = { readonly field: TitleField; readonly value: string };

/** The labels a cell begins with, each with the value in the same cell, '' when the value stands elsewhere. */
export function labelsIn(text: string): Label[] {
  const trimmed = text.trim();
  const alone = LABELS.get(headingKey(trimmed));
  if (alone !== undefined) return [{ field: alone, value: '' }];
  if (NAME_LABELS.has(headingKey(trimmed))) return [{ field: 'entity', value: '' }];
  return trimmed.includes(':') ? labelsWithColon(trimmed) : labelWithoutColon(trimmed);
}

/** Whether the label is itself the beginning of the name of the entity. */
export function isNameLabel(text: string): boolean {
  return NAME_LABELS.has(headingKey(text.trim()));
}

/** `ALCALDIA LOCAL ISLA DEL CASCAJAL` in one cell. */
export function beginsWithNameLabel(text: string): boolean {
  const words = text.trim().split(/\s+/, 4);
  return (
    words.length > 1 &&
    words.some((_, index) => NAME_LABELS.has(headingKey(words.slice(0, index + 1).join(' '))))
  );
}

function labelsWithColon(text: string): Label[] {
  const [before = '', ...parts] = text.slice(0, 6_000).split(':', 6);
  const first = LABELS.get(headingKey(before));
  if (first === undefined) return [];
  const rest = text.slice(before.length + 1).trim();
  if (!BOXED.includes(first)) return [{ field: first, value: rest }];
  const labels: { field: TitleField; value: string }[] = [{ field: first, value: '' }];
  parts.forEach((part, index) => {
    const next = index < parts.length - 1 ? labelAtEnd(part) : undefined;
    const current = labels.at(-1);
    if (current !== undefined)
      current.value += (current.value === '' ? '' : ':') + (next?.value ?? part).trim();
    if (next !== undefined) labels.push({ field: next.field, value: '' });
  });
  return labels;
}

/** The label of the code box that ends a part, and what stands before it. */
function labelAtEnd(part: string): Label | undefined {
  const words = part.trim().split(/\s+/);
  for (let from = Math.max(0, words.length - 4); from < words.length; from += 1) {
    const field = LABELS.get(headingKey(words.slice(from).join(' ')));
    if (field !== undefined && BOXED.includes(field)) return { field, value: words.slice(0, from).join(' ') };
  }
  return undefined;
}

/** `VIGENCIA 2022`: the first words are a label and the rest looks like its value. */
function labelWithoutColon(text: string): Label[] {
  if (text.length > 80) return [];
  const words = text.split(/\s+/);
  for (let end = 1; end < words.length; end += 1) {
    const field = LABELS.get(headingKey(words.slice(0, end).join(' ')));
    const value = words.slice(end).join(' ');
    if (field !== undefined && SHAPES[field]?.(value)) return [{ field, value }];
  }
  return [];
}

/** The value of a label that stands alone: the next filled cell to the right, else the one below; never a label. */
export function valueBeside(grid: Grid, label: At): { at: At; value: string } {
  const row = grid.rows[label.row] ?? [];
  for (let column = label.column + 1; column < row.length; column += 1) {
    const value = textAt(grid, label.row, column);
    if (value === '') continue;
    if (labelsIn(value).length > 0) break;
    return { at: { row: label.row, column }, value };
  }
  const below = textAt(grid, label.row + 1, label.column);
  if (below !== '' && labelsIn(below).length === 0)
    return { at: { row: label.row + 1, column: label.column }, value: below };
  return { at: { row: label.row, column: label.column + 1 }, value: '' };
}
