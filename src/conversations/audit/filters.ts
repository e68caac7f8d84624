import { auditDays } from '../../db/audit-read.ts';
import { allPeople } from '../../db/people.ts';
import { activitiesOf, allPlans, plannedCuts } from '../../db/plans.ts';
import type { Button, Html, Message } from '../../domain/events.ts';
import * as texts from '../../texts/audit/audit.ts';
import { shorten } from '../../texts/html.ts';
import { longDay } from '../../texts/words/days.ts';
import { monitoring, planName } from '../../texts/words/names.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow, type Turn } from '../turn.ts';
import { type AuditScreen, lookButton, lookOf } from './look.ts';
import { type AuditQuery, filterOf, wholeAudit } from './read-words.ts';

/** What the list may be narrowed to; each choice keeps the others. */
export const auditFilterScreen = screen((_, __, look) => ({
  html: texts.auditFilterTexts.choose,
  keyboard: [
    [
      lookButton(texts.auditButtons.person, 'auditpeople', 1, look),
      lookButton(texts.auditButtons.activity, 'auditacts', 1, look),
    ],
    [
      lookButton(texts.auditButtons.cut, 'auditcuts', 1, look),
      lookButton(texts.auditButtons.day, 'auditdays', 1, look),
    ],
    [lookButton(texts.auditButtons.back, 'audit', 1, look)],
  ],
}));

export const auditPeopleScreen = screen((turn, page, look) => peopleMessage(turn, page, look, null));

export const auditActivitiesScreen = screen((turn, page, look) => {
  const plans = allPlans(turn.db).toReversed();
  const all = plans.flatMap((plan) => activitiesOf(turn.db, plan.id).map((activity) => ({ plan, activity })));
  const choices = all.map(({ plan, activity }) => ({
    label: `n.º ${activity.number}${plans.length > 1 ? ` · ${planName(plan)}` : ''} · ${activity.name}`,
    look: { ...look, activityId: activity.id },
  }));
  return choose('auditacts', texts.auditFilterTexts.activities, choices, page, look);
});

export const auditCutsScreen = screen((turn, page, look) => {
  const several = allPlans(turn.db).length > 1;
  const choices = plannedCuts(turn.db)
    .filter(({ window }) => window.opensAt <= turn.now)
    .toReversed()
    .map(({ plan, cut }) => ({
      label: `${monitoring(cut.number)}, ${longDay(cut.date)}${several ? ` · ${planName(plan)}` : ''}`,
      look: { ...look, cutId: cut.id },
    }));
  return choose('auditcuts', texts.auditFilterTexts.cuts, choices, page, look);
});

export const auditDaysScreen = screen((turn, page, look) => {
  const days = auditDays(turn.db, filterOf({ ...look, from: null, more: 0 }));
  const choices = days.map((date) => ({ label: longDay(date), look: { ...look, from: date, more: 0 } }));
  return choose('auditdays', texts.auditFilterTexts.days, choices, page, look);
});

/** Whom the list may be about. @param only those whom a name fits; null: everybody */
export function peopleMessage(
  turn: Turn,
  page: number,
  look: AuditQuery,
  only: readonly number[] | null,
): Message {
  const people = allPeople(turn.db).filter((person) => only === null || only.includes(person.id));
  const choices = people.map((person) => ({
    label: only === null ? person.name : `${person.name} (n.º ${person.id})`,
    look: { ...look, personId: person.id },
  }));
  return choose('auditpeople', texts.auditFilterTexts.people, choices, page, look);
}

function choose(
  name: AuditScreen,
  question: Html,
  choices: readonly { readonly label: string; readonly look: AuditQuery }[],
  page: number,
  look: AuditQuery,
): Message {
  const shown = pageOf(choices, page);
  const buttons = shown.items.map((each): readonly Button[] => [
    lookButton(shorten(each.label, 60), 'audit', 1, each.look),
  ]);
  return {
    html: choices.length === 0 ? texts.auditFilterTexts.nothing : question,
    keyboard: [
      ...buttons,
      ...pageButtons(shown, (to) => lookButton('', name, to, look).data),
      [lookButton(texts.auditButtons.back, 'audit', 1, choices.length === 0 ? wholeAudit : look)],
    ],
  };
}

/** A screen of the audit that turns the message it was opened from. */
function screen(message: (turn: Turn, page: number, look: AuditQuery) => Message): Screen<AuditScreen> {
  return {
    needs: 'audit',
    show: (turn, { page, ...look }) => {
      follow(turn, message(turn, page, lookOf(look)));
      return undefined;
    },
  };
}
