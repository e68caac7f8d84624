import type { Question } from '../../forms/reading/asking.ts';
import type { ColumnRole, FormReading } from '../../forms/reading/plan-reading.ts';
import { isColumnOption } from '../../forms/reading/questions.ts';
import * as texts from '../../texts/importing/understood.ts';

/** What was understood of a file, in a few lines: sheets, columns, cuts, positions. */
export function understoodLines(reading: FormReading): readonly string[] {
  const { draft, columns } = reading;
  if (draft === null) return [];
  const positions = new Set(draft.activities.flatMap((activity) => activity.positions));
  const several = reading.decisions.filter(({ question }) => question.id.startsWith('position:')).length;
  return [
    ...(draft.sheets.length > 1 ? [texts.sheets(draft.sheets)] : []),
    ...texts.columns(byRole(columns)),
    texts.positions(positions.size, several),
  ];
}

/** The letters of the columns of each role, in the order of the sheet. */
function byRole(
  columns: readonly ColumnRole[],
): readonly { readonly role: string; readonly columns: readonly string[] }[] {
  const [first] = columns;
  const own = columns.filter(({ sheet }) => sheet === first?.sheet);
  return [...Map.groupBy(own, ({ role }) => role)].map(([role, all]) => ({
    role,
    columns: all.map(({ column }) => column),
  }));
}

/** Every decision that a person may change: those that were asked or taken, and what each column is. */
export function changeable(reading: FormReading): readonly Question[] {
  const decided = reading.decisions
    .filter(({ question }) => !question.id.startsWith('column:') && question.options.length > 0)
    .map(({ question, option }) => ({
      ...question,
      required: true,
      suggested: option ?? question.suggested,
    }));
  const [first] = reading.columns;
  const columns = reading.columns
    .filter(({ sheet }) => sheet === first?.sheet)
    .map((column) =>
      columnChange(
        column,
        (reading.draft?.cuts ?? []).map(({ number }) => number),
      ),
    );
  return [...decided, ...columns];
}

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
