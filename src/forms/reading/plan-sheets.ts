import { comparable } from '../../domain/outside-text.ts';
import { questions } from '../../texts/importing/questions.ts';
import { textAt } from '../grid.ts';
import type { Title } from '../read-title.ts';
import { type Answers, type Asking, allow, decide } from './asking.ts';
import { rolesNamed } from './column-words.ts';
import type { PlanTable } from './plan-table.ts';
import { plainQuestion } from './questions.ts';

/** A sheet that holds a plan, with what its title block says. */
export type Candidate = { readonly table: PlanTable; readonly title: Title };

/** Which sheets are read. `left` are those that are not. */
export type Chosen = {
  readonly sheets: readonly Candidate[];
  readonly left: readonly Candidate[];
};

/**
 * Chooses the sheets of the plan. The latest of several years is read, and the same plan twice is read once. Component
 * sheets and different plans are asked about.
 */
export function chooseSheets(candidates: readonly Candidate[], asking: Asking): Chosen {
  const nameOf = ({ table }: Candidate) => table.sheet.grid.sheet;
  const options = ['all', ...candidates.map((each) => `sheet:${nameOf(each)}`)];
  allow(asking, 'sheets', (option) => options.includes(option));
  const answered = sheetsAnswered(asking.answers);
  const asked = (suggested: string) =>
    plainQuestion(
      'sheets',
      questions.sheets(candidates.map(nameOf)),
      [suggested, ...options]
        .filter((option, index, all) => all.indexOf(option) === index)
        .map((id) => ({ id, label: id === 'all' ? questions.allSheets : questions.sheet(id.slice(6)) })),
      suggested,
    );
  const pick = (kept: readonly Candidate[]): Chosen => ({
    sheets: kept,
    left: candidates.filter((each) => !kept.includes(each)),
  });
  if (answered !== undefined) {
    const kept = candidates.filter(
      (each) => answered.includes('all') || answered.includes(`sheet:${nameOf(each)}`),
    );
    if (kept.length > 0) {
      const [only] = answered;
      if (only !== undefined && answered.length === 1)
        asking.decisions.set('sheets', {
          question: asked(only),
          taken: 'answered',
          option: only,
          doubtful: true,
        });
      return pick(kept);
    }
  }
  if (candidates.length < 2) return pick(candidates);
  const sure = certainly(candidates);
  if (sure !== undefined) {
    const option = `sheet:${sure.map(nameOf).join()}`;
    if (sure.length === 1) decide(asking, asked(option), option);
    return pick(sure);
  }
  const repeated = candidates.some((a) => candidates.some((b) => a !== b && overlap(a, b) >= 0.5));
  const codes = new Set(candidates.map(({ title }) => title.code).filter((code) => code !== ''));
  const likely =
    repeated || codes.size > 1 ? [...candidates].sort((a, b) => weightOf(b) - weightOf(a))[0] : undefined;
  const suggested = likely === undefined ? 'all' : `sheet:${nameOf(likely)}`;
  decide(asking, asked(suggested));
  return pick(likely === undefined ? candidates : [likely]);
}

function sheetsAnswered(answers: Answers): readonly string[] | undefined {
  const given = answers.sheets;
  return typeof given === 'string' ? [given] : given;
}

/** The sheets when the file leaves no doubt; undefined when it must be asked. */
function certainly(candidates: readonly Candidate[]): readonly Candidate[] | undefined {
  const years = new Set(candidates.map(({ title }) => title.fiscalYear));
  const codes = new Set(candidates.map(({ title }) => title.code));
  if (codes.size === 1 && years.size === candidates.length && !years.has(null)) {
    return [...candidates].sort((a, b) => (b.title.fiscalYear ?? 0) - (a.title.fiscalYear ?? 0)).slice(0, 1);
  }
  const [first] = candidates;
  const same = first !== undefined && candidates.every((each) => isSame(first, each));
  return same ? [first] : undefined;
}

/** Whether two sheets hold the same, cell by cell. */
function isSame(a: Candidate, b: Candidate): boolean {
  const textOf = ({ table }: Candidate) =>
    table.rows
      .map(({ row }) =>
        (table.sheet.grid.rows[row] ?? [])
          .map(({ text }) => text.trim())
          .join('\t')
          .trimEnd(),
      )
      .join('\n');
  return a === b || textOf(a) === textOf(b);
}

/** The share of the smaller sheet's activities that the other sheet has too. */
function overlap(a: Candidate, b: Candidate): number {
  const [first, second] = [namesIn(a), namesIn(b)];
  const smaller = Math.min(first.size, second.size);
  return smaller === 0 ? 0 : first.intersection(second).size / smaller;
}

function namesIn({ table }: Candidate): ReadonlySet<string> {
  const columns = table.columns.filter(({ own }) =>
    own.some(({ text }) => rolesNamed(text).some(({ role }) => role === 'activity')),
  );
  const texts = columns.flatMap(({ column }) =>
    table.rows.map(({ row }) => comparable(textAt(table.sheet.grid, row, column))),
  );
  return new Set(texts.filter((text) => text.length > 6));
}

function weightOf({ table }: Candidate): number {
  return table.rows.reduce(
    (sum, { row }) =>
      sum + (table.sheet.grid.rows[row] ?? []).filter(({ text }) => text.trim() !== '').length,
    0,
  );
}

/** Whether a table can be a plan at all: rows, and a heading for what is to be done. */
export function isPlan(table: PlanTable): boolean {
  const named = new Set(
    table.columns.flatMap(({ own }) => own.flatMap(({ text }) => rolesNamed(text)[0]?.role ?? [])),
  );
  return table.rows.length > 0 && named.size >= 2;
}
