import { record } from '../../db/audit.ts';
import type { Db } from '../../db/open.ts';
import { allPlans, type PlannedCut, plannedCut, plannedCuts } from '../../db/plans.ts';
import { type FileFormat, fileFormats, writeButton } from '../../domain/buttons.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Button, Html, Message } from '../../domain/events.ts';
import { cutSummary } from '../../summary/cut-summary.ts';
import { isTooLong, requestFiles } from '../../summary/file-request.ts';
import { openedCuts } from '../../summary/find-cut.ts';
import { missingLines, summaryTexts } from '../../summary/message.ts';
import { splitAtLines } from '../../summary/split-at-lines.ts';
import { nothing } from '../../texts/html.ts';
import * as texts from '../../texts/summary/screens.ts';
import { type House, say, sayAfterTap, type Turn } from '../turn.ts';
import { type DetailButton, showDetail } from './detail.ts';
import { type Reader, readerOf } from './reader.ts';
import { reviewKeyboard } from './review-buttons.ts';
import { type CutCommand, mostChoices, withCut, withOpening } from './which-cut.ts';

/** `/resumen`, `/resumen marzo`, `/resumen 2`. */
export function showSummary(turn: Turn, words: string): void {
  const command: CutCommand = { name: 'resumen', to: (cutId) => ({ to: 'summary', cutId }) };
  withCut(turn, words, command, ({ cut }) => sayWhole(turn, cut.id));
}

export function tapSummary(turn: Turn, cutId: number): void {
  if (isOpened(turn, cutId)) sayWhole(turn, cutId);
}

/** `/exportar`, `/exportar marzo`, `/exportar 2`: which file of which cut. */
export function showExport(turn: Turn, words: string): void {
  const to: CutCommand['to'] = (cutId) => ({ to: 'screen', screen: 'export', args: { cutId } });
  withCut(turn, words, { name: 'exportar', to }, ({ cut }) => askWhichFile(turn, cut.id));
}

/** The files of a cut to choose from. */
export function askWhichFile(turn: Turn, cutId: number): void {
  const planned = isOpened(turn, cutId) ? plannedCut(turn.db, cutId) : undefined;
  if (!planned) return;
  const buttons = fileFormats.map((format) => ({
    text: texts.exportButtons[format],
    data: writeButton({ to: 'file', cutId, format }),
  }));
  say(turn, {
    html: texts.whichFile(planned.plan, planned.cut),
    keyboard: [buttons.slice(0, 2), buttons.slice(2)],
  });
}

/** One more file of a cut, as a document. */
export function tapFile(turn: Turn, cutId: number, format: FileFormat): void {
  if (!isOpened(turn, cutId)) return;
  const planId = plannedCut(turn.db, cutId)?.plan.id ?? 0;
  if (isTooLong(turn.db, planId, format)) say(turn, { html: texts.onlyData() });
  else {
    requestFiles(turn.db, { ...whose(turn), cutId, as: 'reply' }, [format], turn.now);
    const by = { personId: turn.person.id };
    record(turn.db, { at: turn.now, act: 'exported', by, cutId, after: { format } });
  }
}

export function tapDetail(turn: Turn, of: DetailButton): void {
  if (isOpened(turn, of.cutId)) showDetail(turn, of);
}

/** Who is missing, by position and name, under the summary, which keeps its buttons. */
export function tapMissing(turn: Turn, cutId: number): void {
  if (!isOpened(turn, cutId)) return;
  const summary = cutSummary(turn.db, cutId, turn.now);
  const missing = missingLines(summary);
  if (missing.length === 0) {
    say(turn, { html: texts.nobodyMissing(summary.cut) });
    return;
  }
  const messages = splitAtLines([texts.cutTitle(summary.plan, summary.cut), nothing, ...missing]);
  const remind = summary.lastDay !== null && readerOf(turn).reminds ? [[remindButton(cutId)]] : undefined;
  for (const message of withKeyboard(messages, remind)) say(turn, message);
}

/** The other cuts of a plan, and the latest one of every other plan. */
export function tapOtherCuts(turn: Turn, planId: number): void {
  say(turn, otherCuts(turn, planId));
}

/**
 * The summary of a cut as messages in their order, the buttons on the last one: what `/resumen` shows and what
 * goes out by itself.
 * @throws {RangeError} when there is no such cut.
 */
export function summaryMessages(
  db: Db,
  house: Pick<House, 'entityName'>,
  cutId: number,
  moment: Moment,
  reader: Reader,
): readonly Message[] {
  const summary = cutSummary(db, cutId, moment, house.entityName);
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
    summary.rows.length > 0 ? [detail, others] : [others],
    [file('pdf'), file('xlsx')],
    ...(missing ? [[who]] : []),
    ...(missing && summary.lastDay !== null && reader.reminds ? [[remindButton(cutId)]] : []),
    ...reviewKeyboard(summary, reader),
  ]);
}

/** Whether a cut exists and has opened; says so when not. A button of ours always names one that has. */
function isOpened(turn: Turn, cutId: number): boolean {
  const planned = plannedCut(turn.db, cutId);
  if (planned && planned.window.opensAt <= turn.now) return true;
  say(turn, { html: planned ? texts.notOpened(withOpening(planned)) : texts.cutGone() });
  return false;
}

export function withKeyboard(messages: readonly Html[], keyboard: Message['keyboard']): readonly Message[] {
  return messages.map((html, place) =>
    place === messages.length - 1 && keyboard ? { html, keyboard } : { html },
  );
}

/** The text at once; picture and PDF follow as soon as they are made. */
function sayWhole(turn: Turn, cutId: number): void {
  const messages = summaryMessages(turn.db, turn.house, cutId, turn.now, readerOf(turn));
  const planId = plannedCut(turn.db, cutId)?.plan.id ?? 0;
  const formats = isTooLong(turn.db, planId, 'pdf') ? (['chart'] as const) : (['chart', 'pdf'] as const);
  requestFiles(turn.db, { ...whose(turn), cutId, as: 'reply' }, formats, turn.now);
  messages.forEach((message, place) => {
    if (place === 0) sayAfterTap(turn, message);
    else say(turn, message);
  });
}

function whose(turn: Turn) {
  return { chatId: turn.chatId, personId: turn.person.id };
}

function otherCuts(turn: Turn, planId: number): Message {
  const all = plannedCuts(turn.db);
  const opened = openedCuts(all, turn.now);
  const own = opened.filter((each) => each.plan.id === planId);
  const latestOfOthers = allPlans(turn.db).flatMap((plan) =>
    plan.id === planId ? [] : opened.filter((each) => each.plan.id === plan.id).slice(0, 1),
  );
  if (own.length <= 1 && latestOfOthers.length === 0) {
    const next = all.find((each) => each.plan.id === planId && each.window.opensAt > turn.now);
    return { html: texts.noOtherCuts(next ? withOpening(next) : null) };
  }
  const buttons = [...own.map(ofCut), ...latestOfOthers.map(ofPlan)];
  return { html: texts.whichCut(), keyboard: buttons.slice(0, mostChoices).map((button) => [button]) };
}

function ofCut({ cut }: PlannedCut): Button {
  return { text: texts.summaryButtons.cut(cut), data: writeButton({ to: 'summary', cutId: cut.id }) };
}

function ofPlan({ plan, cut }: PlannedCut): Button {
  return {
    text: texts.summaryButtons.planCut(plan, cut),
    data: writeButton({ to: 'summary', cutId: cut.id }),
  };
}

function remindButton(cutId: number): Button {
  return { text: texts.summaryButtons.remind, data: writeButton({ to: 'remind', cutId, confirmed: false }) };
}
