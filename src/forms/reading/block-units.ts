import { headingKey } from '../headings.ts';
import type { BlockColumn } from './block-columns.ts';
import type { BlockWords } from './block-words.ts';
import type { ColumnData } from './column-data.ts';

/** Columns that stand at the same place of each block: what they say is one decision for all. */
export type Unit = {
  readonly id: string;
  readonly printed: string;
  readonly columns: readonly BlockColumn[];
  readonly words: BlockWords | undefined;
  readonly data: ColumnData;
};

/** Gathers the columns of all blocks by what stands below the cut, and by place where nothing does. */
export function unitsOf(columns: readonly BlockColumn[]): Unit[] {
  const groups = new Map<string, BlockColumn[]>();
  for (const each of columns) {
    const place = columns
      .filter(({ origin, sub }) => origin === each.origin && headingKey(sub) === headingKey(each.sub))
      .indexOf(each);
    const key = `${headingKey(each.sub)}#${place}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const used = new Set<string>();
  return [...groups.values()].flatMap(toldApart).map((group) => {
    const [first] = group;
    const printed = nameOf(group);
    let id = `block:${printed}`;
    for (let again = 2; used.has(id); again += 1) id = `block:${printed} (${again})`;
    used.add(id);
    return {
      id,
      printed,
      columns: group,
      words: first?.words,
      data: joined(group.map(({ column }) => column.data)),
    };
  });
}

/**
 * Two columns of the same cut in one group are two views of it (an office, Control Interno). The words over them tell
 * them apart.
 */
function toldApart(group: readonly BlockColumn[]): readonly (readonly BlockColumn[])[] {
  const twice = new Set(group.map(({ cuts }) => cutKey(cuts))).size < group.length;
  return twice ? [...Map.groupBy(group, ({ over, others }) => `${over} ${others}`).values()] : [group];
}

/** What the sub-heading is called: as printed, else what is left of the headings of the cuts (`TRIM`, `MES`). */
function nameOf(group: readonly BlockColumn[]): string {
  const [first] = group;
  if (first === undefined) return '';
  if (first.sub !== '') return first.sub;
  const noun =
    /(monitoreo|cuatrimestre|trimestre|trim|bimestre|bim|semestre|sem|seguimiento|corte|periodo|reporte|informe|avance)/i.exec(
      first.origin.text,
    )?.[0];
  return (noun ?? 'MES').toUpperCase();
}

function joined(all: readonly ColumnData[]): ColumnData {
  const filled = all.reduce((sum, { filled: one }) => sum + one, 0);
  const mean = (of: (data: ColumnData) => number) =>
    filled === 0 ? 0 : all.reduce((sum, data) => sum + of(data) * data.filled, 0) / filled;
  return {
    filled,
    share: all.length === 0 ? 0 : all.reduce((sum, { share }) => sum + share, 0) / all.length,
    numbers: mean(({ numbers }) => numbers),
    dates: mean(({ dates }) => dates),
    periods: mean(({ periods }) => periods),
    percents: mean(({ percents }) => percents),
    readable: mean(({ readable }) => readable),
    bare: all.flatMap(({ bare }) => bare),
    bareShare: mean(({ bareShare }) => bareShare),
    texts: mean(({ texts }) => texts),
    length: mean(({ length }) => length),
    distinct: all.reduce((sum, { distinct }) => sum + distinct, 0),
    marks: mean(({ marks }) => marks),
    offices: mean(({ offices }) => offices),
    examples: [...new Set(all.flatMap(({ examples }) => examples))].slice(0, 3),
  };
}

export function shareCut(a: Unit, b: Unit): boolean {
  return a.columns.some(({ cuts }) => b.columns.some((other) => cutKey(other.cuts) === cutKey(cuts)));
}

function cutKey(cuts: BlockColumn['cuts']): string {
  return cuts.map(({ cut }) => JSON.stringify(cut.date ?? cut.ordinal)).join('|');
}
