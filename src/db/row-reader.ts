import { Column, getTableColumns, is, type SelectedFields, Table } from './drizzle.ts';

type Value = {
  readonly name: string;
  /** Its place in the row. */
  readonly at: number;
  /** Null: the value is as SQLite gives it. */
  readonly decode: ((value: unknown) => unknown) | null;
};
type Group = { readonly name: string; readonly values: readonly Value[] };

/**
 * Reads a row, whose values come in the order of `fields`, as drizzle's `select` of them would. Fields are columns,
 * expressions as SQLite gives them (without `mapWith`), and tables or groups of both, whose rows are there: no left join.
 */
export function readerOf(fields: SelectedFields): (row: readonly unknown[]) => unknown {
  const parts = partsOf(fields);
  return (row) => {
    const read: Record<string, unknown> = {};
    for (const part of parts) read[part.name] = 'values' in part ? readGroup(part, row) : valueIn(row, part);
    return read;
  };
}

function readGroup({ values }: Group, row: readonly unknown[]): Readonly<Record<string, unknown>> {
  const read: Record<string, unknown> = {};
  for (const value of values) read[value.name] = valueIn(row, value);
  return read;
}

function valueIn(row: readonly unknown[], { at, decode }: Value): unknown {
  const stored = row[at];
  return stored === null || decode === null ? stored : decode(stored);
}

function partsOf(fields: SelectedFields): readonly (Value | Group)[] {
  let at = 0;
  const valueHere = (name: string, field: unknown): Value => ({ name, at: at++, decode: decoderOf(field) });
  return Object.entries(fields).map(([name, field]) => {
    const group = is(field, Table) ? getTableColumns(field) : isGroup(field) ? field : null;
    if (group === null) return valueHere(name, field);
    return { name, values: Object.entries(group).map(([within, each]) => valueHere(within, each)) };
  });
}

function isGroup(field: unknown): field is Readonly<Record<string, unknown>> {
  return Object.getPrototypeOf(field) === Object.prototype;
}

function decoderOf(field: unknown): Value['decode'] {
  if (!is(field, Column) || field.mapFromDriverValue === Column.prototype.mapFromDriverValue) return null;
  return (value) => field.mapFromDriverValue(value);
}
