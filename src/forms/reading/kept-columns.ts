import { warned } from '../../texts/importing/form-problems.ts';
import { readCutHeading } from '../cut-heading.ts';
import { addWarning, type Findings } from '../findings.ts';
import { columnLetter } from '../grid.ts';
import { headingKey } from '../headings.ts';
import { namesGroup } from './column-words.ts';
import type { HeadedColumn } from './headed-columns.ts';
import type { KeptColumn } from './plan-activities.ts';
import { blockColumnsOf, type GroupColumns } from './plan-columns.ts';

/** The columns that are kept as they are. Those without a role are told. */
export function keptColumns(
  columns: GroupColumns,
  placed: ReadonlyMap<number, string>,
  header: { readonly first: number },
  findings: Findings | undefined,
): KeptColumn[] {
  const roles = new Map(blockColumnsOf(columns).map(({ unit, column }) => [column.column.column, unit.role]));
  const misleading = new Set(
    blockColumnsOf(columns)
      .filter(({ unit, column }) => unit.role === 'other' && column.words?.role !== 'other')
      .map(({ column }) => column.column.column),
  );
  const unsaid = new Map(
    blockColumnsOf(columns).flatMap(({ unit: { role }, column }) =>
      column.words?.role !== role && (role === 'planned' || role === 'executed')
        ? [[column.column.column, role] as const]
        : [],
    ),
  );
  const base = new Set(columns.base.values());
  return columns.columns.flatMap((column): KeptColumn[] => {
    const role = roles.get(column.column);
    const option = placed.get(column.column);
    const isFigure = role === 'planned' || role === 'executed' || /^(planned|executed):/.test(option ?? '');
    if (
      base.has(column.column) ||
      role === 'progress' ||
      role === 'observation' ||
      (option !== undefined && !isFigure)
    )
      return [];
    const heading = column.own.map(({ text }) => text).join(' ');
    if (heading === '' && column.data.filled === 0) return [];
    if (findings !== undefined && !isFigure) {
      const at = column.own.at(-1) ?? { row: header.first, column: column.column };
      const words = heading === '' ? warned.columnWithoutHeading : warned.unknownColumn(heading);
      addWarning(findings, 'unknown-column', at, words);
    }
    const name = keptName(column, heading);
    if (misleading.has(column.column)) return [{ column: column.column, heading: setApart(column, name) }];
    const said = unsaid.get(column.column);
    return [{ column: column.column, heading: said === undefined ? name : withRole(name, said) }];
  });
}

const ROLE_WORDS = { planned: 'PROGRAMADO', executed: 'EJECUTADO' } as const;

/** A heading that names only its cut says what an answer said of it: `PROGRAMADO (I TRIM)`. */
function withRole(name: string, role: keyof typeof ROLE_WORDS): string {
  return readCutHeading(name) === undefined || /[()]/.test(name) ? name : `${ROLE_WORDS[role]} (${name})`;
}

/** A heading that would be read as one of a block again is kept in parentheses: `Columna H (% AVANCE I TRIMESTRE)`. */
function setApart({ column }: HeadedColumn, name: string): string {
  return `Columna ${columnLetter(column)} (${name
    .replace(/[()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()})`;
}

/** The name of a kept column, with its block where only that tells it apart: `VALOR (PRIMER MONITOREO)`. */
function keptName({ column, own, spread }: HeadedColumn, heading: string): string {
  const ownCut = own.some(({ text }) => readCutHeading(text) !== undefined);
  const group = spread.findLast(({ text }) => ownCut !== (readCutHeading(text) !== undefined));
  const name = heading === '' ? `Columna ${columnLetter(column)}` : heading;
  return group === undefined ? name : `${name} (${group.text})`;
}

/** The columns that name what several activities have in common, those that say *componente* first. */
export function groupColumns({ columns, base }: GroupColumns): {
  readonly named: number | undefined;
  readonly any: readonly number[];
} {
  const taken = new Set(base.values());
  const named = columns.filter(
    ({ column, own, data }) =>
      !taken.has(column) && data.filled > 0 && data.texts >= 0.5 && own.some(({ text }) => namesGroup(text)),
  );
  const component = named.find(({ own }) => own.some(({ text }) => /^componente/.test(headingKey(text))));
  return { named: component?.column, any: named.map(({ column }) => column) };
}
