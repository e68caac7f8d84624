import { allPlans, type PlannedCut, plannedCut, plannedCuts } from '../../db/plans.ts';
import { countedActivities } from '../../db/without-texts.ts';
import { writeButton } from '../../domain/buttons.ts';
import { cutState } from '../../domain/calendar.ts';
import type { Button, Keyboard, Message } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import { lastCutToFollow } from '../../summary/next-year.ts';
import * as texts from '../../texts/cuts/cut-screens.ts';
import { nextYearButtons } from '../../texts/cuts/next-year.ts';
import { publicationButtons } from '../../texts/publication/chat.ts';
import { evidencePackButtons } from '../../texts/publication/evidence-pack.ts';
import { mayNow } from '../allowed.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import { follow, say, type Turn } from '../turn.ts';
import { cutDetail, shownCut } from './shown-cut.ts';

const { cutButtons } = texts;

/** `/cortes`: the year of each plan, the latest year first. */
export function showCuts(turn: Turn): void {
  say(turn, calendarMessage(turn, 1));
}

export function turnCuts(turn: Turn, page: number): void {
  follow(turn, calendarMessage(turn, page));
}

/** One cut, with what may be done to it; one that does not exist shows the calendar. */
export function showCut(turn: Turn, cutId: number): void {
  const planned = plannedCut(turn.db, cutId);
  follow(turn, planned ? cutMessage(turn, planned) : calendarMessage(turn, 1));
}

export function cutMessage(turn: Turn, planned: PlannedCut): Message {
  return { html: cutDetail(turn.db, planned, turn.now), keyboard: cutKeyboard(turn, planned) };
}

/** Back to one cut, or to all of them. */
export function backTo(cutId: number): Keyboard {
  return [
    [screenButton(cutButtons.toCut, 'cut', { cutId }), screenButton(cutButtons.toCuts, 'cuts', { page: 1 })],
  ];
}

/** The code of a plan where there are several. */
export function codeOf(turn: Turn, plan: PlannedCut['plan']): string | null {
  const all = allPlans(turn.db);
  if (all.length <= 1) return null;
  return `${plan.code}/${plan.fiscalYear}`;
}

function calendarMessage(turn: Turn, asked: number): Message {
  const cuts = plannedCuts(turn.db).toSorted(
    (a, b) => b.plan.fiscalYear - a.plan.fiscalYear || a.plan.id - b.plan.id || a.cut.number - b.cut.number,
  );
  if (cuts.length === 0) return { html: texts.noPlans() };
  const page = pageOf(cuts, asked);
  const byPlan = [...Map.groupBy(page.items, (each) => each.plan.id).values()];
  const plans = byPlan.flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const activities = countedActivities(turn.db, first.plan.id);
    return [{ plan: first.plan, cuts: own.map((each) => shownCut(turn.db, each, turn.now, activities)) }];
  });
  const buttons = page.items.map(({ plan, cut }) =>
    screenButton(cutButtons.cut(cut.number, cut.date, codeOf(turn, plan)), 'cut', { cutId: cut.id }),
  );
  return {
    html: texts.calendar(plans, page),
    keyboard: [
      ...buttons.map((button) => [button]),
      ...byPlan.flatMap(([first]) =>
        first
          ? [
              [
                screenButton(cutButtons.settings(codeOf(turn, first.plan)), 'settings', {
                  planId: first.plan.id,
                }),
              ],
            ]
          : [],
      ),
      [screenButton(cutButtons.daysOff, 'daysoff', { year: null, page: null })],
      [
        ...(mayNow(turn, 'publish') ? [screenButton(publicationButtons.open, 'publish', { page: 1 })] : []),
        screenButton(publicationButtons.calendar, 'calendar', {}),
      ],
      ...pageButtons(page, (to) => writeScreen('cuts', { page: to })),
    ],
  };
}

function cutKeyboard(turn: Turn, { plan, cut, window, acts }: PlannedCut): Keyboard {
  const state = cutState(window, acts, turn.now);
  const opened = turn.now >= window.opensAt;
  const rows: (readonly Button[])[] = [
    [
      ...(opened && mayNow(turn, 'reopen')
        ? [screenButton(cutButtons.reopen, 'reopen', { cutId: cut.id })]
        : []),
      ...(state === 'open' || state === 'grace'
        ? [screenButton(cutButtons.close, 'closecut', { cutId: cut.id })]
        : []),
    ],
    [
      ...(state === 'closed'
        ? []
        : [screenButton(cutButtons.exclude, 'excluded', { cutId: cut.id, page: 1 })]),
      ...(opened ? [{ text: cutButtons.summary, data: writeButton({ to: 'summary', cutId: cut.id }) }] : []),
    ],
    opened && mayNow(turn, 'takeEvidence')
      ? [screenButton(evidencePackButtons.open, 'evpack', { cutId: cut.id, yes: false })]
      : [],
    state === 'closed' && lastCutToFollow(turn.db, plan.id)?.cut.id === cut.id
      ? [screenButton(nextYearButtons.prepare(plan.fiscalYear + 1), 'nextyear', { planId: plan.id })]
      : [],
    [
      screenButton(cutButtons.settings(codeOf(turn, plan)), 'settings', { planId: plan.id }),
      screenButton(cutButtons.toCuts, 'cuts', { page: 1 }),
    ],
  ];
  return rows.filter((row) => row.length > 0);
}
