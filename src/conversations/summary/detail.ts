import { earlierReports } from '../../db/earlier-reports.ts';
import type { Db } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import { lastReport, type Report, shownRevisionsOf } from '../../db/reports.ts';
import { type ButtonData, writeButton } from '../../domain/buttons.ts';
import type { Button, Html, Keyboard, Message } from '../../domain/events.ts';
import { type CutRows, cutRows } from '../../summary/cut-rows.ts';
import type { SummaryRow } from '../../summary/cut-summary.ts';
import { inOrder } from '../../summary/message.ts';
import { isShown } from '../../summary/review/verdicts.ts';
import { nothing, paragraphs } from '../../texts/html.ts';
import { correctionButtons } from '../../texts/review/corrections.ts';
import { verdictDetail, verificationButtons } from '../../texts/review/verification.ts';
import { activityDetail } from '../../texts/summary/activity-detail.ts';
import * as texts from '../../texts/summary/screens.ts';
import { shownMeasure } from '../../texts/words/units.ts';
import { mayNow } from '../allowed.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { A_PAGE, pageButtons, pageOf } from '../dialogs/list-pages.ts';
import { follow, say, type Turn } from '../turn.ts';
import { isOver } from './review-buttons.ts';
import { evidenceOf } from './shown-evidence.ts';
import { type CutCommand, withCut } from './which-cut.ts';

export type DetailButton = Extract<ButtonData, { to: 'detail' | 'activityDetail' | 'evidencePage' }>;

/**
 * *Detalle* of an opened cut: a new message under the summary with the activities as buttons; its pages and
 * each activity turn that message itself. An activity that is not of this cut shows the list.
 */
export function showDetail(turn: Turn, of: DetailButton): void {
  const summary = cutRows(turn.db, of.cutId, turn.now);
  if (of.to === 'detail') {
    if (of.page === null) say(turn, listMessage(summary, 1));
    else follow(turn, listMessage(summary, of.page));
    return;
  }
  const row = summary.rows.find((each) => each.activity.id === of.activityId);
  const page = of.to === 'evidencePage' ? of.page : 1;
  follow(turn, row ? activityMessage(turn, summary, row, page) : listMessage(summary, 1));
}

/** The activity with this number in the current cut, asked for in words; another number shows the list. */
export function showNumber(turn: Turn, number: string): void {
  const to: CutCommand['to'] = (cutId) => ({ to: 'detail', cutId, page: null });
  withCut(turn, '', { name: 'resumen', to }, ({ cut }) => {
    const summary = cutRows(turn.db, cut.id, turn.now);
    const row = summary.rows.find(({ activity }) => activity.number === number);
    say(turn, row ? activityMessage(turn, summary, row, 1) : listMessage(summary, 1));
  });
}

/** A page that does not exist is the nearest one that does. */
function listMessage(summary: CutRows, page: number): Message {
  const rows = inOrder(summary.rows);
  const title = texts.cutTitle(summary.plan, summary.cut);
  if (rows.length === 0) return { html: paragraphs(title, texts.noDetail()) };
  const shown = pageOf(rows, page);
  const buttons = shown.items.map(
    ({ activity, light }): Button => ({
      text: texts.summaryButtons.activity({ number: activity.number, name: activity.name, light }),
      data: writeButton({ to: 'activityDetail', cutId: summary.cut.id, activityId: activity.id }),
    }),
  );
  return {
    html: paragraphs(title, texts.whichDetail(shown)),
    keyboard: [
      ...buttons.map((button) => [button]),
      ...pageButtons(shown, (to) => pageData(summary, to)),
      [{ text: texts.summaryButtons.back, data: writeButton({ to: 'summary', cutId: summary.cut.id }) }],
    ],
  };
}

function activityMessage(turn: Turn, summary: CutRows, row: SummaryRow, evidencePage: number): Message {
  const { activity, report, light, expected, compliance, cause } = row;
  const all = shownRevisionsOf(turn.db, activity.id, summary.cut.id).toReversed();
  const frozen = report !== null && summary.presentationId !== null;
  const shown = frozen ? all.findIndex((each) => isShown(each, report)) : 0;
  const measure = shownMeasure(activity);
  const revisions = all.slice(Math.max(0, shown));
  const evidence = evidenceOf(turn.db, { cutId: summary.cut.id, activityId: activity.id }, evidencePage);
  const page = Math.floor(inOrder(summary.rows).indexOf(row) / A_PAGE) + 1;
  return {
    html: paragraphs(
      texts.cutTitle(summary.plan, summary.cut),
      ...activityDetail({
        number: activity.number,
        name: activity.name,
        target: activity.target,
        responsible: activity.responsible,
        light,
        expected,
        compliance,
        cause,
        coverage: report?.coverage ?? null,
        revisions: revisions.map((each) => ({ ...revisionOf(turn.db, each), measure })),
        earlier: earlierReports(turn.db, activity, summary.cut.date).map((each) => ({ ...each, measure })),
      }),
      verdictOf(turn, row),
      evidence.html,
    ),
    keyboard: [
      ...evidence.keyboard,
      ...(report ? correctionButtonsOf(turn, summary, row) : []),
      ...verifyButton(turn, summary, row),
      [{ text: texts.summaryButtons.all, data: pageData(summary, page) }],
    ],
  };
}

function revisionOf(
  db: Db,
  { progress, amount, observation, personId, moment, origin, reason, ...rest }: Report,
) {
  const by = personId === null ? null : (personById(db, personId)?.name ?? null);
  return { progress, amount, observation, by, moment, origin, reason, voidReason: rest.voidReason };
}

/** What a coordinator may do with the last word of a responsible. */
function correctionButtonsOf(turn: Turn, summary: CutRows, { activity }: SummaryRow): readonly Button[][] {
  if (!mayNow(turn, 'correctForOthers')) return [];
  if (!lastReport(turn.db, activity.id, summary.cut.id)) return [];
  const { correct, void: takeAway } = correctionButtons;
  return [
    [
      screenButton(correct, 'correct', { cutId: summary.cut.id, activityId: activity.id }),
      screenButton(takeAway, 'void', { cutId: summary.cut.id, activityId: activity.id }),
    ],
  ];
}

function verdictOf({ db }: Turn, { verdict }: SummaryRow): Html {
  if (!verdict) return nothing;
  return verdictDetail({ ...verdict, by: personById(db, verdict.personId)?.name ?? '' });
}

/** Control Interno verifies from here, too, also to change a verdict. */
function verifyButton(turn: Turn, summary: CutRows, { activity, report }: SummaryRow): Keyboard {
  if (!report || !isOver(summary) || !mayNow(turn, 'verify')) return [];
  return [
    [screenButton(verificationButtons.verify, 'verify', { cutId: summary.cut.id, activityId: activity.id })],
  ];
}

function pageData(summary: CutRows, page: number): string {
  return writeButton({ to: 'detail', cutId: summary.cut.id, page });
}
