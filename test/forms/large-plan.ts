import { type CellSpec, makeWorkbook } from '../data/workbook-spec.ts';

/** How a large plan differs from what is usual. */
export type LargePlan = {
  readonly activities: number;
  /** Who is responsible for the activity at `index`. */
  readonly responsible: (index: number) => string;
  /** Blocks with a percentage and an observation, of the quarters; none prints the plan without monitoring. */
  readonly blocks: number;
  readonly words: number;
};

const WORDS =
  'realizar talleres de formación con las juntas de acción comunal para la participación ciudadana en el territorio número informe vigencia dependencia gestión documental «Plan» – archivo'.split(
    ' ',
  );
const HEADINGS = [
  'No',
  'ACTIVIDAD',
  'META',
  'RESPONSABLE',
  'FECHA DE INICIO',
  'FECHA DE TERMINACION',
  'COMPONENTE',
  'PROGRAMA',
];
const QUARTERS = ['I', 'II', 'III', 'IV'];

/** A city's yearly plan as a workbook. */
export function largePlan({ activities, responsible, blocks, words }: LargePlan): Uint8Array {
  const quarters = QUARTERS.slice(0, blocks);
  const rows: CellSpec[][] = [
    ['CÓDIGO:', 'PA-DIS'],
    ['PLAN DE ACCIÓN INSTITUCIONAL'],
    ['ENTIDAD:', 'Distrito de Pruebas', 'VIGENCIA:', '2022'],
    [...HEADINGS, ...quarters.flatMap((quarter) => [`${quarter} TRIMESTRE`, null])],
    ...(blocks === 0
      ? []
      : [[...HEADINGS.map(() => null), ...quarters.flatMap(() => ['%', 'OBSERVACIONES'])]]),
    ...Array.from({ length: activities }, (_, index): CellSpec[] => [
      { number: index + 1 },
      prose(index, words),
      `${1 + (index % 12)} informes`,
      responsible(index),
      { date: '2022-01-01' },
      { date: '2022-12-31' },
      `Componente ${1 + (index % 9)}`,
      `Programa ${1 + (index % 31)}`,
      ...quarters.flatMap((_quarter, block): CellSpec[] => [
        { number: Math.min(1, (index % 70) / 100 + block / 10), style: 'percent' },
        prose(index + block * 3, words * 2),
      ]),
    ]),
  ];
  return makeWorkbook({ sheets: [{ name: 'Plan', rows, merges: [] }] });
}

/** A text of `length` words that no other `index` has. */
function prose(index: number, length: number): string {
  const words = Array.from({ length }, (_, place) => WORDS[(index * 7 + place * 3) % WORDS.length]);
  return `${words.join(' ')} ${index + 1}`;
}
