/** Figures by name, or tables of them: a row for each bot, a column for each figure. */
export type Figures = Readonly<Record<string, number | Table>>;
export type Table = Readonly<Record<string, Readonly<Record<string, number>>>>;

export function show(title: string, figures: Figures): string {
  const lines = Object.entries(figures).map(([name, value]) =>
    typeof value === 'number' ? `  ${name.padEnd(40)} ${number(value)}\n` : table(name, value),
  );
  return `${title}\n${lines.join('')}`;
}

function table(title: string, rows: Table): string {
  const names = Object.keys(rows);
  const columns = [...new Set(names.flatMap((name) => Object.keys(rows[name] ?? {})))];
  const first = Math.max(title.length, ...names.map((name) => name.length));
  const line = (head: string, cells: readonly string[]) =>
    `  ${head.padEnd(first)}  ${cells.map((cell, place) => cell.padStart(columns[place]?.length ?? 0)).join('  ')}\n`;
  const cellsOf = (name: string) =>
    columns.map((column) => {
      const figure = rows[name]?.[column];
      return figure === undefined ? '' : number(figure);
    });
  return line(title, columns) + names.map((name) => line(name, cellsOf(name))).join('');
}

function number(figure: number): string {
  return figure.toLocaleString('en', { maximumFractionDigits: figure < 100 ? 2 : 0 });
}
