import { expect, it } from 'vitest';
import { readReportQuestion } from '../../../src/conversations/reporting/questions/question.ts';
import { correctRows } from '../../../src/conversations/reporting/questions/saved.ts';
import { readSeveralQuestion } from '../../../src/conversations/reporting/several/several-question.ts';

it('a question that a former version kept still tells what was saved before it, with its Corregir', () => {
  const { saved } = readReportQuestion({
    kind: 'progress',
    correcting: false,
    held: null,
    saved: { activityId: 2, cutId: 1, number: '3', progress: 750, done: 2, total: 6 },
  });
  expect(saved).toEqual({
    html: '✅ n.º 3: <b>75 %</b> (2 de 6)',
    reports: [{ activityId: 2, cutId: 1, number: '3' }],
    ofRound: true,
  });
  expect(saved && correctRows(saved)).toEqual([[{ text: 'Corregir la n.º 3', data: 'c:2:1' }]]);
});

it('lines that a former version offered with Guardar todo are still saved', () => {
  const item = { activityId: 2, cutId: 1, number: '3', progress: 750, observation: 'tres talleres' };
  const items = [{ ...item, lowerThan: null, basedOnReport: 0 }];
  const question = readSeveralQuestion({ kind: 'several', sentAt: 1, messageId: 5, items });
  expect(question).toMatchObject({ items, corrections: [], unread: [] });
});
