import type { LocalDate } from '../../domain/dates.ts';
import { comparable } from '../../domain/outside-text.ts';
import { questions } from '../../texts/importing/questions.ts';
import { datesOfCut, readCutHeading } from '../cut-heading.ts';
import type { FormHeader } from '../form.ts';
import { cellAt } from '../grid.ts';
import { readDateCell } from '../read-date.ts';
import { type Asking, allow, decide } from './asking.ts';
import { rolesNamed } from './column-words.ts';
import type { TableGroup } from './plan-columns.ts';
import type { Candidate } from './plan-sheets.ts';
import { plainQuestion } from './questions.ts';

export type AskedTitle = {
  /** '' while it is asked for, like `title`. */
  readonly code: string;
  readonly title: string;
  readonly entity: string;
  readonly fiscalYear: number | null;
  /** The year that the reading goes on with while it is asked for. */
  readonly likelyYear: number;
  readonly header: Omit<FormHeader, 'code' | 'title' | 'entity' | 'fiscalYear' | 'drawnUpBy' | 'approvedBy'>;
  /** A date of follow-up that the title block gives, and the quarter it is in. */
  readonly cutDate: LocalDate | undefined;
  readonly likelyCut: number | undefined;
};

const LONGEST_CODE = 120;

/** Code, title, entity and fiscal year: as printed, else asked for. */
export function askTitle(
  sheets: readonly Candidate[],
  groups: readonly TableGroup[],
  asking: Asking,
): AskedTitle {
  const [first] = sheets;
  const title = (of: Candidate | undefined) => of?.title;
  const printed = sheets.map(({ title: one }) => one);
  const code = printed.map((one) => one.code).find((text) => text !== '') ?? '';
  const name = title(first)?.title ?? '';
  const entity = printed.map((one) => one.entity).find((text) => text !== '') ?? '';
  const years = printed.map((one) => one.fiscalYear).filter((year) => year !== null);
  const [year] = years;
  const likelyYear = year ?? yearOfDates(groups) ?? 2024;
  allow(asking, 'code', (option) => option.trim() !== '' && option.length <= LONGEST_CODE);
  allow(asking, 'title', (option) => option.trim() !== '');
  allow(asking, 'entity', (option) => option.trim() !== '');
  allow(asking, 'fiscalYear', (option) => /^(19|20)\d\d$/.test(option));
  const text = (id: string, words: string, own: string, suggested: string | null) => {
    const answer = decide(asking, plainQuestion(id, words, [], suggested), own === '' ? undefined : own);
    const taken = asking.decisions.get(id)?.taken;
    return taken === 'open' ? '' : (answer ?? '');
  };
  const askedTitle = text('title', questions.title, name, sheets[0]?.table.sheet.grid.sheet || null);
  const askedYear = text(
    'fiscalYear',
    questions.fiscalYear,
    year === undefined ? '' : String(year),
    String(likelyYear),
  );
  const askedCode = text('code', questions.code, code, codeFrom(askedTitle || name));
  const askedEntity = text('entity', questions.entity, entity === '' ? ' ' : entity, null).trim();
  const chosenYear = askedYear === '' ? null : Number(askedYear);
  const cutDate = dateOfTitle(sheets, chosenYear ?? likelyYear);
  const header = title(first);
  return {
    code: askedCode,
    title: askedTitle,
    entity: askedEntity,
    fiscalYear: chosenYear,
    likelyYear: chosenYear ?? likelyYear,
    header: restOf(header),
    cutDate,
    likelyCut: cutDate === undefined ? undefined : Math.ceil(Number(cutDate.slice(5, 7)) / 3),
  };
}

function restOf(title: Candidate['title'] | undefined): AskedTitle['header'] {
  return {
    system: title?.system ?? '',
    version: title?.version ?? '',
    versionDate: title?.versionDate ?? null,
    drawnUpOn: title?.drawnUpOn ?? null,
    scope: title?.scope ?? '',
    objectives: title?.objectives ?? '',
  };
}

/** The year of most dates in the columns of the activities. */
function yearOfDates(groups: readonly TableGroup[]): number | undefined {
  const years = new Map<number, number>();
  for (const { tables, lines } of groups) {
    const columns = (tables[0]?.columns ?? []).filter(({ own }) =>
      own.some(({ text }) => rolesNamed(text).some(({ role }) => role === 'start' || role === 'end')),
    );
    for (const { table, row } of lines.slice(0, 500)) {
      for (const { column } of columns) {
        const date = readDateCell(cellAt(table.sheet.grid, row, column))?.date;
        if (date !== undefined)
          years.set(Number(date.slice(0, 4)), (years.get(Number(date.slice(0, 4))) ?? 0) + 1);
      }
    }
  }
  return [...years].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const SHORT_NAMES: readonly (readonly [RegExp, string])[] = [
  [/anticorrupcion/, 'PAAC'],
  [/transparencia y etica/, 'PTEP'],
  [/operativo anual/, 'POA'],
  [/mejoramiento/, 'PM'],
  [/indicativo/, 'PI'],
  [/participacion/, 'PPC'],
  [/plan de accion/, 'PA'],
  [/riesgos/, 'MR'],
  [/capacitacion/, 'PIC'],
  [/seguridad y salud/, 'SST'],
];

/** A short name out of the title, to be proposed as the code: `PAAC`. */
function codeFrom(title: string): string | null {
  const plain = comparable(title);
  const known = SHORT_NAMES.find(([words]) => words.test(plain))?.[1];
  if (known !== undefined) return known;
  const initials = plain
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3)
    .map((word) => (word[0] ?? '').toUpperCase())
    .join('');
  return initials.length >= 2 ? initials.slice(0, 8) : null;
}

/** *Seguimiento a 30 de junio de 2023*, *Fecha de corte: 30/06/2023* over the table. */
function dateOfTitle(sheets: readonly Candidate[], year: number): LocalDate | undefined {
  const lines = sheets.flatMap(({ title }) => title.lines);
  for (const [index, own] of lines.entries()) {
    const line = /:\s*$/.test(own) ? `${own} ${lines[index + 1] ?? ''}` : own;
    if (!/corte|seguimiento|monitoreo|avance|trimestre|semestre/i.test(line)) continue;
    const cut = readCutHeading(line);
    const [date] = cut === undefined ? [] : datesOfCut(cut, year);
    if (date?.startsWith(String(year))) return date;
  }
  return undefined;
}
