import { expect, it } from 'vitest';
import { longestLabel } from '../../src/conversations/reporting/incoming/label-in-words.ts';
import { buttons } from '../../src/texts/reporting/reporting.ts';

it('no button of a question says more than what is still compared with what was typed', () => {
  const { correct: _, isOf: __, ...ofQuestions } = buttons;
  const labels = Object.values(ofQuestions).map((label) => (typeof label === 'string' ? label : label(1000)));
  expect(labels).toContain('Cambiar a 100 %');
  expect(Math.max(...labels.map((label) => label.length))).toBeLessThanOrEqual(longestLabel);
});
