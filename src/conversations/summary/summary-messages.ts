import type { Db } from '../../db/open.ts';
import { writeButton } from '../../domain/buttons.ts';
import { WHOLE_SUMMARY_UP_TO } from '../../domain/constants.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Button, Html, Message } from '../../domain/events.ts';
import { picturesOf } from '../../summary/chart/chart-of.ts';
import { cutSummary } from '../../summary/cut-summary.ts';
import { summaryTexts } from '../../summary/message.ts';
import * as texts from '../../texts/summary/screens.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { BotContext } from '../turn.ts';
import type { Reader } from './reader.ts';
import { reviewKeyboard } from './review-buttons.ts';

/**
 * The summary of a cut as messages in their order, the buttons on the last one: what `/resumen` shows and what
 * goes out by itself.
 * @throws {RangeError} when there is no such cut.
 */
export function summaryMessages(
  db: Db,
  context: Pick<BotContext, 'entityName'>,
  cutId: number,
  moment: Moment,
  reader: Reader,
): readonly Message[] {
  const summary = cutSummary(db, cutId, moment, context.entityName);
  const missing = summary.missing.length > 0;
  const detail = {
    text: texts.summaryButtons.detail,
    data: writeButton({ to: 'detail', cutId, page: null }),
  };
  const others = {
    text: texts.summaryButtons.otherCuts,
    data: writeButton({ to: 'otherCuts', planId: summary.plan.id }),
  };
  const file = (format: 'pdf' | 'xlsx') => ({
    text: texts.summaryButtons[format],
    data: writeButton({ to: 'file', cutId, format }),
  });
  const who = { text: texts.summaryButtons.missing, data: writeButton({ to: 'missing', cutId }) };
  return withKeyboard(summaryTexts(summary), [
    ...(summary.rows.length > WHOLE_SUMMARY_UP_TO
      ? [
          [
            screenButton(texts.summaryButtons.all, 'everyrow', { cutId }),
            ...(picturesOf(summary) > 1
              ? [screenButton(texts.summaryButtons.pictures, 'pictures', { cutId })]
              : []),
          ],
        ]
      : []),
    summary.rows.length > 0 ? [detail, others] : [others],
    [file('pdf'), file('xlsx')],
    ...(missing ? [[who]] : []),
    ...(missing && summary.lastDay !== null && reader.reminds ? [[remindButton(cutId)]] : []),
    ...reviewKeyboard(summary, reader),
  ]);
}

/** A keyboard stands under the last of several messages. */
export function withKeyboard(messages: readonly Html[], keyboard: Message['keyboard']): readonly Message[] {
  return messages.map((html, place) =>
    place === messages.length - 1 && keyboard ? { html, keyboard } : { html },
  );
}

export function remindButton(cutId: number): Button {
  return { text: texts.summaryButtons.remind, data: writeButton({ to: 'remind', cutId, confirmed: false }) };
}
