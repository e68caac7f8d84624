import { describeMending, type NoteKind } from '../../forms/findings.ts';
import type { Decision, Question } from '../../forms/reading/asking.ts';
import type { ColumnRole, FormReading } from '../../forms/reading/plan-reading.ts';
import { isColumnOption } from '../../forms/reading/questions.ts';
import { groupedNotes } from '../../texts/importing/grouped.ts';
import { figuresLine } from '../../texts/importing/preview.ts';
import { questions } from '../../texts/importing/questions.ts';
import * as texts from '../../texts/importing/understood.ts';
import { programmedLines } from './programmed-lines.ts';
import type { FileSeen } from './question.ts';

/** Which columns are what, in a few lines. */
export function understoodLines({ draft, columns, warnings }: FormReading): readonly string[] {
  if (draft === null) return [];
  const figures = draft.activities.some(({ planned, executed }) => (planned ?? executed) !== undefined);
  const before = warnings.filter(({ kind }) => kind === 'as-before').map(({ text }) => texts.asBefore(text));
  return [
    ...texts.columns(byRole(columns)),
    ...before,
    ...(figures ? [figuresLine] : []),
    ...programmedLines(draft),
  ];
}

/** Kinds of notes that a plan of another shape always has, or that the lines above them say already. */
const QUIET: ReadonlySet<NoteKind> = new Set([
  'missing',
  'unknown-column',
  'other-calendar',
  'whole-position',
  'as-before',
  'answer',
]);
/** Kinds whose words name no sheet of their own. */
const OF_SHEETS: ReadonlySet<NoteKind> = new Set(['several-sheets', 'hidden-sheet']);

/** What the preview says at once of a reading. */
export function seenOf(reading: FormReading): FileSeen {
  const sheets = reading.draft?.sheets ?? [];
  const told = reading.warnings
    .filter(({ kind }) => !QUIET.has(kind) && !(kind === 'several-sheets' && sheets.length > 1))
    .map((note) => (sheets.length > 1 || OF_SHEETS.has(note.kind) ? note : { ...note, sheet: '' }));
  return {
    sheets,
    doubtful: reading.decisions.flatMap(({ question, taken }) =>
      question.id.startsWith('position:') && taken === 'proposed'
        ? [question.id.slice('position:'.length)]
        : [],
    ),
    told: [...groupedNotes(told), ...mendingLines(reading.mendings)],
  };
}

/** Words that were put together; many are counted. */
export function mendingLines(mendings: FormReading['mendings']): readonly string[] {
  const same = [...Map.groupBy(mendings, ({ before, after }) => `${before}|${after}`).values()];
  const lines = same.flatMap(([first, ...others]) =>
    first === undefined ? [] : [texts.mended(describeMending(first), others.length)],
  );
  return lines.length <= MOST_MENDINGS
    ? lines
    : [...lines.slice(0, MOST_MENDINGS), texts.moreMendings(lines.length - MOST_MENDINGS)];
}

const MOST_MENDINGS = 6;

/** The letters of the columns of each role, in the order of the sheet. */
function byRole(
  columns: readonly ColumnRole[],
): readonly { readonly role: string; readonly columns: readonly string[] }[] {
  const [first] = columns;
  const own = columns.filter(({ sheet }) => sheet === first?.sheet);
  const kept = own.filter(({ role }) => role === 'keep');
  const known = own.filter(({ role }) => role !== 'keep');
  return [...Map.groupBy([...known, ...kept], ({ role }) => role)].map(([role, all]) => ({
    role,
    columns: all.map(({ column }) => column),
  }));
}

/** The options of a question with the day of the cut that they name: people know *31 de marzo*, not *corte 1*. */
export function withDates(question: Question, draft: FormReading['draft']): Question {
  const dates = new Map((draft?.cuts ?? []).map(({ number, date }) => [number, date]));
  const options = question.options.map(({ id, label }) => {
    const date = dates.get(Number(/:(\d+)$/.exec(id)?.[1]));
    return question.id.startsWith('column:') && date !== undefined
      ? { id, label: texts.withDay(label, date) }
      : { id, label };
  });
  return { ...question, options };
}

/** Every decision that a person may change: what the plan is called, what was asked or taken, what each column is. */
export function changeable(reading: FormReading): readonly Question[] {
  const all = reading.decisions.filter(
    ({ question }) => !question.id.startsWith('column:') && question.options.length > 0,
  );
  const asQuestions = (which: (decision: Decision) => boolean): Question[] =>
    all.filter(which).map(({ question, option }) => ({
      ...question,
      required: true,
      suggested: option ?? question.suggested,
    }));
  const isPosition = ({ question }: Decision) => question.id.startsWith('position:');
  const isCertain = ({ taken }: Decision) => taken === 'certain';
  const decided = [
    ...asQuestions((each) => !isPosition(each) && !isCertain(each)),
    ...planChanges(reading),
    ...asQuestions((each) => !isPosition(each) && isCertain(each)),
    ...asQuestions(isPosition),
  ];
  const [first] = reading.columns;
  const columns = reading.columns
    .filter(({ sheet }) => sheet === first?.sheet)
    .map((column) =>
      columnChange(
        column,
        (reading.draft?.cuts ?? []).map(({ number }) => number),
      ),
    );
  return [...decided, ...columns.map((question) => withDates(question, reading.draft))];
}

/** What the plan is called, and where its table begins. */
function planChanges({ draft, decisions }: FormReading): readonly Question[] {
  if (draft === null) return [];
  const [first] = draft.activities;
  const free = (id: string, text: string, suggested: string | null): Question => ({
    ...PLAIN,
    id,
    text,
    suggested,
  });
  const rows =
    first === undefined || draft.sheets.length > 1 ? [] : [1, 2, 3].map((above) => first.row - above);
  const options = rows
    .filter((row) => row > 0)
    .map((row) => ({ id: `row:${row}`, label: questions.rowAlone(row) }));
  const header = {
    ...PLAIN,
    id: 'header',
    text: questions.header,
    options,
    suggested: options[0]?.id ?? null,
  };
  return [
    free('code', questions.whichCode, draft.code),
    free('title', questions.title, draft.title),
    free('entity', questions.entity, draft.entity),
    free('fiscalYear', questions.fiscalYear, draft.fiscalYear === null ? null : String(draft.fiscalYear)),
    ...(options.length === 0 || decisions.some(({ question: { id } }) => id === 'sheets') ? [] : [header]),
  ];
}

const PLAIN = { required: true, sheet: '', column: '', heading: '', examples: [], options: [] } as const;

function columnChange({ sheet, column, heading, role, cut }: ColumnRole, cuts: readonly number[]): Question {
  const now = cut === null ? role : `${role}:${cut}`;
  const numbers = cuts.length > 0 ? cuts : [1, 2, 3, 4];
  const ofCuts = numbers.flatMap((number) => [`progress:${number}`, `observation:${number}`]);
  const base = ['number', 'activity', 'target', 'responsible', 'indicator', 'start', 'end', 'keep'];
  const options = [now, ...base, ...ofCuts].filter(
    (option, index, all) => isColumnOption(option) && all.indexOf(option) === index,
  );
  return {
    id: `column:${column}`,
    required: true,
    text: texts.whatColumn(column, heading),
    sheet,
    column,
    heading,
    examples: [],
    options: options.map((id) => ({ id, label: texts.columnIs(id) })),
    suggested: now,
  };
}
