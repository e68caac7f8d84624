/** Words that published plans print over their columns. */
const WORDS = {
  number: ['No.', 'N°', 'ÍTEM', 'Cód.', 'ID', 'Consecutivo'],
  activity: ['ACTIVIDAD', 'Acciones', 'Nombre de la actividad', 'Acción de mejora', 'Tarea', 'Compromiso'],
  responsible: ['RESPONSABLE', 'Dependencia responsable', 'Área responsable', 'Líder', 'Responsable (cargo)'],
  start: ['FECHA DE INICIO', 'Fecha inicial', 'F. INICIO', 'Fecha de inicio (dd/mm/aaaa)', 'Desde'],
  end: ['FECHA DE TERMINACIÓN', 'Fecha final', 'Fin', 'Fecha límite', 'Hasta', 'FECHA FIN PROGRAMADA'],
  progress: ['% AVANCE', 'Avance (%)', '% Cumplimiento', 'AVANCE CUANTITATIVO', '% Avance acumulado', '%'],
  observation: [
    'OBSERVACIONES',
    'Avance cualitativo',
    'Comentarios',
    'Gestión realizada',
    'Logros',
    'Explicación',
  ],
  planned: ['% PROGRAMADO', 'Programado', 'Avance programado', 'Avance esperado'],
  kept: ['Evidencia', 'Soporte', 'Estado', 'Enlace'],
} as const;

/** The cuts of a calendar, month and day, with the names that they are printed under. */
const CALENDARS: readonly {
  readonly dates: readonly string[];
  readonly names: readonly (readonly string[])[];
}[] = [
  {
    dates: ['03-31', '06-30', '09-30', '12-31'],
    names: [
      ['I TRIMESTRE', 'II TRIMESTRE', 'III TRIMESTRE', 'IV TRIMESTRE'],
      ['Corte 31 de marzo', 'Corte 30 de junio', 'Corte 30 de septiembre', 'Corte 31 de diciembre'],
      ['Enero - Marzo', 'Abril - Junio', 'Julio - Septiembre', 'Octubre - Diciembre'],
      ['T1', 'T2', 'T3', 'T4'],
      ['31-mar-23', '30-jun-23', '30-sep-23', '31-dic-23'],
    ],
  },
  {
    dates: ['04-30', '08-31', '12-31'],
    names: [
      ['PRIMER CUATRIMESTRE', 'SEGUNDO CUATRIMESTRE', 'TERCER CUATRIMESTRE'],
      ['Seguimiento 1 (30/04/2023)', 'Seguimiento 2 (31/08/2023)', 'Seguimiento 3 (31/12/2023)'],
    ],
  },
  {
    dates: ['06-30', '12-31'],
    names: [
      ['I SEMESTRE', 'II SEMESTRE'],
      ['1er Semestre', '2do Semestre'],
    ],
  },
];

/** How the blocks are headed: the cut over its columns, the column's words over the cuts, or both in one cell. */
const SHAPES = ['cut over columns', 'columns over cuts', 'cut last', 'cut first'] as const;

/** Numbers of their own for each seed, the same on every machine. */
function chooser(seed: number): {
  one: <Item>(of: readonly Item[]) => Item;
  may: (share: number) => boolean;
} {
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const one = <Item>(of: readonly Item[]): Item => {
    const item = of[Math.floor(next() * of.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  return { one, may: (share) => next() < share };
}

type Column = { readonly words: string; readonly cells: readonly string[]; readonly cut?: number };

export type MadeLayout = {
  readonly drawn: string;
  readonly right: readonly string[];
  readonly cuts: readonly string[];
};

/** A plan in some layout, and what is right about it, known because it was made from it. */
export function madeLayout(seed: number): MadeLayout {
  const { one, may } = chooser(seed);
  const calendar = one(CALENDARS);
  const names = one(calendar.names);
  const shape = one(SHAPES);
  const activities = ['Formular el plan comunal', 'Realizar jornadas rurales', 'Contratar las vías'];
  const offices = ['Secretaría de Gobierno', 'Oficina de Archivo', 'Talento Humano'];
  const told = one(calendar.dates.map((_, index) => index + 1));
  const progress = activities.map((_, row) => calendar.dates.map((_, cut) => 10 + row + cut * 20));
  const text = (row: number, cut: number) => `Se hizo la parte ${cut + 1} de ${row + 1}`;
  const base: Column[] = [
    ...(may(0.8) ? [{ words: one(WORDS.number), cells: ['1', '2', '3'] }] : []),
    { words: one(WORDS.activity), cells: activities },
    { words: one(WORDS.responsible), cells: offices },
    {
      words: one(WORDS.start),
      cells: activities.map(() => one(['01/02/2023', '1/2/23', '1 de febrero de 2023'])),
    },
    {
      words: one(WORDS.end),
      cells: activities.map(() => one(['30/11/2023', '30-11-2023', '30 de noviembre de 2023'])),
    },
  ];
  const observationFirst = may(0.5);
  const ofBlock = (['planned', 'progress', 'observation', 'kept'] as const)
    .filter((role) => role === 'progress' || role === 'observation' || may(0.3))
    .map((role) => ({ role, words: one(WORDS[role]) }));
  if (observationFirst) ofBlock.reverse();
  const cellOf = (role: keyof typeof WORDS, row: number, cut: number): string => {
    if (role === 'planned') return `${(progress[row]?.[cut] ?? 0) + 3}%`;
    if (cut >= told) return '';
    if (role === 'progress') return `${progress[row]?.[cut] ?? 0}%`;
    return role === 'observation' ? text(row, cut) : `Acta ${row + 1}`;
  };
  const blocks: Column[] = calendar.dates.flatMap((_, cut) =>
    ofBlock.map(({ role, words }) => ({
      words,
      cut,
      cells: activities.map((_, row) => cellOf(role, row, cut)),
    })),
  );
  if (shape === 'columns over cuts')
    blocks.sort(
      (a, b) =>
        ofBlock.findIndex(({ words }) => words === a.words) -
        ofBlock.findIndex(({ words }) => words === b.words),
    );
  const all = [...base, ...blocks];
  const nameOf = ({ cut }: Column) => names[cut ?? 0] ?? '';
  const over = (top: (column: Column) => string, below: (column: Column) => string) => [
    all.map((column, index) =>
      column.cut === undefined ? column.words : sameAsLeft(all, index, top) ? '<' : top(column),
    ),
    all.map((column) => (column.cut === undefined ? '^' : below(column))),
  ];
  const inOne = (whole: (column: Column) => string) => [
    all.map((column) => (column.cut === undefined ? column.words : whole(column))),
  ];
  const headings = {
    'cut over columns': () => over(nameOf, ({ words }) => words),
    'columns over cuts': () => over(({ words }) => words, nameOf),
    'cut last': () => inOne((column) => `${column.words} ${nameOf(column)}`),
    'cut first': () => inOne((column) => `${nameOf(column)} - ${column.words}`),
  }[shape]();
  const rows = [...headings, ...activities.map((_, row) => all.map(({ cells }) => cells[row] ?? ''))];
  return {
    drawn: rows.map((row) => row.join(' | ')).join('\n'),
    cuts: calendar.dates,
    right: activities.map((name, row) => {
      const reports = calendar.dates
        .slice(0, told)
        .map((_, cut) => `${progress[row]?.[cut]}/${text(row, cut)}`);
      return [name, offices[row], '2023-02-01..2023-11-30', ...reports].join(' · ');
    }),
  };
}

function sameAsLeft(all: readonly Column[], index: number, top: (column: Column) => string): boolean {
  const [left, own] = [all[index - 1], all[index]];
  return left?.cut !== undefined && own !== undefined && top(left) === top(own);
}
