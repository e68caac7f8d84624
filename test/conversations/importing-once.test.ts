import { expect, it, onTestFinished } from 'vitest';
import { formRead } from '../../src/conversations/importing/offer.ts';
import { handle } from '../../src/conversations/router.ts';
import { allPlans } from '../../src/db/plans.ts';
import { outbox, question } from '../../src/db/schema/index.ts';
import { writeButton } from '../../src/domain/buttons.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Event } from '../../src/domain/events.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { context } from '../world/context.ts';
import { openDatabase } from '../world/database.ts';
import { realFormBytes } from '../world/form.ts';
import { settle } from '../world/people.ts';
import { rowsRead } from '../world/rows-read.ts';

const NOW = momentAt('2022-03-01', 9);
const account = { userId: 9, name: 'Diana' };

it('*Guardar* writes a plan once, and the preview writes none of its reports', () => {
  const { db, remove } = openDatabase();
  onTestFinished(remove);
  const personId = settle(db, { name: 'Diana', holds: { offices: ['coordinator'] }, account }, NOW);
  const request = { personId, chatId: 9, fileId: 'x', fractions: null, answers: {} };
  const read = { reading: readFormFile(realFormBytes), workbook: null };
  const runs = (act: () => void) => {
    const { runs: all } = rowsRead(act);
    const of = (table: string) => [...all].filter(([source]) => source.startsWith(`insert into "${table}" `));
    const times = (table: string) => of(table).reduce((sum, [, each]) => sum + each, 0);
    return { activities: times('activity'), reports: times('report') };
  };
  expect(runs(() => formRead(db, request, read, NOW))).toEqual({ activities: 1, reports: 0 });
  db.update(question).set({ shownAt: NOW }).run();
  db.update(outbox).set({ state: 'sent', settledAt: NOW, messageId: 1 }).run();
  const [asked] = db.select().from(question).all();
  const tap: Event = {
    kind: 'tap',
    chatId: 9,
    from: account,
    moment: NOW,
    queryId: 'q',
    messageId: 1,
    data: writeButton({ to: 'question', id: asked?.id ?? 0, answer: 'yes' }),
  };
  expect(runs(() => handle(db, context, tap, NOW + 1_000))).toEqual({ activities: 1, reports: 1 });
  expect(allPlans(db)).toHaveLength(1);
});
