import { problemSentence, warningSentence, wholeFileLines } from './form-problems.ts';

type Place = { readonly sheet: string; readonly row: number; readonly column: string };
type Problem = Place & { readonly kind: string; readonly found: string; readonly expected: string };
type Note = Place & { readonly kind: string; readonly text: string };

/** Lines of one kind beyond these are only counted. */
const SHOWN = 12;

/** The fault for which nothing of a file can be read; what else was found in it does not matter then. */
export function faultOfWhole<Each extends Problem>(problems: readonly Each[]): Each | undefined {
  return problems.find(({ kind }) => kind === 'no-plan') ?? problems.find(({ kind }) => kind === 'file');
}

/** Problems in their order; equal ones of a column once, with how many more cells say the same. */
export function groupedProblems(problems: readonly Problem[]): readonly string[] {
  const whole = faultOfWhole(problems);
  if (whole !== undefined) return wholeFileLines(whole);
  const groups = [
    ...Map.groupBy(problems, ({ sheet, column, found, expected }) =>
      [sheet, column, found, expected].join('|'),
    ).values(),
  ];
  const lines = groups.flatMap((same) =>
    same[0] === undefined ? [] : [withMore(problemSentence(same[0]), same)],
  );
  return shortened(lines, 'problemas');
}

/** Warnings; those of one kind in one column once, columns and labels of one kind in one line. */
export function groupedNotes(notes: readonly Note[]): readonly string[] {
  const groups = [
    ...Map.groupBy(notes, ({ sheet, kind, column }) => [sheet, kind, column].join('|')).values(),
  ];
  const kinds = Map.groupBy(groups, (same) => same[0]?.kind ?? '');
  const lines = [...kinds.values()].flatMap((same) => {
    const single = same.flat();
    if (same.length <= 3)
      return same.flatMap((each) =>
        each[0] === undefined ? [] : [withMore(warningSentence(each[0]), each)],
      );
    const [first] = single;
    return first === undefined
      ? []
      : [`${warningSentence(first).replace(/\.$/, '')} (y ${single.length - 1} avisos parecidos).`];
  });
  return shortened(lines, 'avisos');
}

function withMore(sentence: string, same: readonly Place[]): string {
  const more = same.length - 1;
  if (more === 0) return sentence;
  const cells = more === 1 ? 'otra celda' : `${more} celdas más`;
  return `${sentence.replace(/\.$/, '')} (y ${cells} de la columna ${same[0]?.column ?? ''}).`;
}

function shortened(lines: readonly string[], what: string): readonly string[] {
  return lines.length <= SHOWN ? lines : [...lines.slice(0, SHOWN), `Y ${lines.length - SHOWN} ${what} más.`];
}
