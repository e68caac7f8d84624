import { type Figure, howTaken } from '../../domain/programming.ts';
import type { Form } from '../../forms/form.ts';
import { addedLine, doubtLine, programmingLine } from '../../texts/importing/preview.ts';

type Programmed = Pick<Form, 'activities' | 'cuts'>;

/** How what a file programs is taken: added up, or in doubt; and that it says what Planeación set. */
export function programmedLines({ activities, cuts }: Programmed): readonly string[] {
  const dates = new Map(cuts.map(({ number, date }) => [number, date]));
  const read = activities.map(({ number, target, planned = [], programming }) => {
    const figures = planned.flatMap((figure): Figure[] => {
      const date = dates.get(figure.cut);
      if (date === undefined) return [];
      return ['tenths' in figure ? { date, tenths: figure.tenths } : { date, amount: figure.amount }];
    });
    return {
      number,
      programming,
      ...howTaken({ target, planned: figures, programmed: null, yearAmount: null }),
    };
  });
  const numbers = (which: 'added' | 'doubt') =>
    read.filter((each) => each[which]).map(({ number }) => number);
  const lines: [readonly string[], (of: readonly string[]) => string][] = [
    [numbers('added'), addedLine],
    [numbers('doubt'), doubtLine],
  ];
  const isSet = read.some(({ programming }) => programming !== undefined && programming.basis !== 'form');
  return [
    ...lines.flatMap(([of, line]) => (of.length === 0 ? [] : [line(of)])),
    ...(isSet ? [programmingLine] : []),
  ];
}
