import { z } from 'zod';
import type { RoundItem } from '../../../db/schema/index.ts';
import type { Task } from '../../../db/tasks.ts';
import { writeButton } from '../../../domain/buttons.ts';
import type { Html, Keyboard } from '../../../domain/events.ts';
import { buttons } from '../../../texts/reporting/reporting.ts';
import { correctedLine, savedLine } from '../../../texts/reporting/saved.ts';
import { inRows } from '../../dialogs/keyboard.ts';
import { aboutOf } from '../about.ts';
import { tally } from '../round/items.ts';
import { shownFigures } from './asked-activity.ts';

/** More reports than these are corrected from the list. */
const mostToCorrect = 6;

const reports = z.array(z.object({ activityId: z.number(), cutId: z.number(), number: z.string() }));

const shown = z.object({
  /** What the phone shows of it. */
  html: z.string(),
  /** Each has its *Corregir*. */
  reports,
  /** Whether they are of the round under way, whose end tells them too. */
  ofRound: z.boolean(),
  /** A correction of the figure alone: words that follow may still be for it. */
  keptWords: z.boolean().optional(),
});

/** The form of former versions: one report, without its words. */
const former = z
  .object({
    activityId: z.number(),
    cutId: z.number(),
    number: z.string(),
    progress: z.number(),
    done: z.number(),
    total: z.number(),
  })
  .transform(
    ({ activityId, cutId, number, progress, done, total }): z.infer<typeof shown> => ({
      html: savedLine(number, { progress, observation: '' }, { done, total }),
      reports: [{ activityId, cutId, number }],
      ofRound: total > 0,
    }),
  );

/** What was stored just before a question, shown above it with its *Corregir*. */
export const saved = z.union([shown, former]);
export type Saved = z.infer<typeof saved>;

type Report = { readonly progress: number; readonly amount: number | null; readonly observation: string };

/** A report that was just stored. @param items the round under way, with it */
export function savedReport(task: Task, report: Report, items: readonly RoundItem[]): Saved {
  const { number } = task.activity;
  const place = tally(items, aboutOf(task));
  return { ...ofOne(task, savedLine(number, shownFigures(task, report), place)), ofRound: place.total > 0 };
}

/** A report that was just corrected. */
export function correctedReport(task: Task, report: Report, items: readonly RoundItem[]): Saved {
  const place = tally(items, aboutOf(task));
  return {
    ...ofOne(task, correctedLine(task.activity.number, shownFigures(task, report))),
    ofRound: place.total > 0,
    keptWords: report.observation === task.report?.observation,
  };
}

/** A change of one report, told in these words. */
export function ofOne(task: Task, html: Html): Saved {
  return { html, reports: [{ ...aboutOf(task), number: task.activity.number }], ofRound: false };
}

/** *Corregir* for each; of many the list. */
export function correctRows({ reports }: Pick<Saved, 'reports'>): Keyboard {
  if (reports.length > mostToCorrect)
    return [[{ text: buttons.list, data: writeButton({ to: 'myActivities', page: 0 }) }]];
  const each = reports.map(({ activityId, cutId, number }) => ({
    text: buttons.correct(number),
    data: writeButton({ to: 'correct', activityId, cutId }),
  }));
  return inRows(each, 2);
}
