import { comparable } from '../../domain/outside-text.ts';
import { warned } from '../../texts/importing/form-problems.ts';
import { questions } from '../../texts/importing/questions.ts';
import { addWarning } from '../findings.ts';
import { columnLetter } from '../grid.ts';
import { splitPositions } from '../split-positions.ts';
import { type Asking, allow, decide } from './asking.ts';
import type { ReadActivity } from './plan-activities.ts';
import { plainQuestion } from './questions.ts';

/**
 * The positions of each activity. A name that may be several is proposed as one: it is never required to be answered.
 */
export function splitAll(
  activities: readonly ReadActivity[],
  columnOf: (activity: ReadActivity) => number,
  known: readonly string[],
  asking: Asking,
): readonly (readonly string[])[] {
  const fits = (option: string) => option === 'whole' || option === 'split';
  const answer = (name: string) => {
    const given = asking.answers[`position:${name}`];
    return typeof given === 'string' && fits(given) ? given : undefined;
  };
  const split = splitPositions(
    activities.map(({ responsible }) => responsible),
    known,
    answer,
  );
  // A name that was in doubt once may be known by now.
  const cells = activities.map(({ responsible }) => comparable(responsible)).join('\n');
  for (const id of Object.keys(asking.answers)) {
    if (id.startsWith('position:') && cells.includes(comparable(id.slice(9)))) allow(asking, id, fits);
  }
  const asked = new Set<string>();
  activities.forEach((activity, index) => {
    for (const name of split[index]?.doubtful ?? []) {
      const column = columnOf(activity);
      const id = `position:${name}`;
      if (answer(name) === undefined)
        addWarning(
          activity.reading.findings,
          'whole-position',
          { row: activity.line.row, column },
          warned.wholePosition(name),
        );
      if (asked.has(id)) continue;
      asked.add(id);
      allow(asking, id, fits);
      const options = [
        { id: 'whole', label: questions.whole },
        { id: 'split', label: questions.split },
      ];
      decide(
        asking,
        plainQuestion(id, questions.position(name), options, 'whole', {
          required: false,
          column: columnLetter(column),
          examples: [name],
        }),
      );
    }
  });
  return split.map(({ positions }) => positions);
}
