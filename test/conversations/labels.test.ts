import { expect, it } from 'vitest';
import { longestLabel } from '../../src/conversations/reporting/incoming/label-in-words.ts';
import { buttons } from '../../src/texts/reporting/reporting.ts';

it('no button of a question says more than what is still compared with what was typed', () => {
  const { correct: _, isOf: __, ...ofQuestions } = buttons;
  const labels = Object.values(ofQuestions).map((label) =>
    typeof label === 'string'
      ? label
      : (label as (of: never) => string)({
          progress: 1000,
          amount: 1000,
          measure: { measure: 'informes de gestión', yearAmount: 1000 },
        } as never),
  );
  expect(labels).toContain('Cambiar a 1000 informes de gestión');
  expect(Math.max(...labels.map((label) => label.length))).toBeLessThanOrEqual(longestLabel);
});
