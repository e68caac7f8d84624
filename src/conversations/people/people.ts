import { undoable } from '../../actions/undo-enrolment.ts';
import {
  type Assignment,
  activitiesPerPosition,
  assignmentById,
  type Post,
  postOf,
  spansOf,
  spansOfPerson,
} from '../../db/assignments.ts';
import { isValid, lastInvitationOf } from '../../db/invitations.ts';
import { allPeople, allPositions, isEnrolled, type Person, personById } from '../../db/people.ts';
import { nameOfPost } from '../../db/post-name.ts';
import { offices } from '../../db/schema/index.ts';
import { localDate } from '../../domain/dates.ts';
import type { Keyboard, Message } from '../../domain/events.ts';
import { giveButton } from '../../domain/give-button.ts';
import { writeScreen } from '../../domain/screens.ts';
import { covers } from '../../domain/spans.ts';
import { handoverRow } from '../../notices/handover-row.ts';
import { undoingButtons } from '../../texts/enrolment/undoing.ts';
import { paragraphs } from '../../texts/html.ts';
import * as texts from '../../texts/people/people.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow, say, type Turn } from '../turn.ts';
import { officeChangesAbove } from './office-changes.ts';
import { shownPerson, shownSpan } from './shown-people.ts';

/** `/personas`: who holds what, enrolled or not, reachable or not; then what nobody holds. */
export function showPeople(turn: Turn): void {
  say(turn, peopleMessage(turn, 1));
}

export const peopleScreen: Screen<'people'> = {
  needs: 'managePeople',
  show: (turn, { page }) => void follow(turn, peopleMessage(turn, page)),
};

type Entry =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'vacant'; readonly held: Post };

function peopleMessage(turn: Turn, wanted: number): Message {
  const { db, now } = turn;
  const entries: readonly Entry[] = [
    ...knownPeople(turn).map((person) => ({ kind: 'person' as const, person })),
    ...vacancies(turn).map((held) => ({ kind: 'vacant' as const, held })),
  ];
  const page = pageOf(entries, wanted);
  const shown = page.items.map((entry) =>
    entry.kind === 'person'
      ? { kind: 'person' as const, person: shownPerson(db, entry.person, now) }
      : { kind: 'vacant' as const, held: nameOfPost(db, entry.held) },
  );
  const changes = officeChangesAbove(turn);
  return {
    html: paragraphs(changes.html, texts.peopleList(shown, { ...page, today: localDate(now) })),
    keyboard: [
      ...changes.buttons.map((button) => [button]),
      ...page.items.map((entry) => [
        entry.kind === 'person'
          ? screenButton(texts.peopleButtons.name(entry.person.name), 'person', {
              personId: entry.person.id,
              page: null,
            })
          : heldButton(turn, entry.held),
      ]),
      ...pageButtons(page, (number) => writeScreen('people', { page: number })),
      [giveButton(texts.peopleButtons.invite, 'invite', 'nothing', 0)],
      [
        giveButton(texts.peopleButtons.assign, 'assign', 'nothing', 0),
        giveButton(texts.peopleButtons.acting, 'acting', 'nothing', 0),
      ],
    ],
  };
}

/** Everybody who holds something now or later, is enrolled, or may still enrol; by name. */
function knownPeople({ db, now }: Turn): readonly Person[] {
  return allPeople(db)
    .filter((person) => {
      if (isEnrolled(person) || spansOfPerson(db, person.id, now).length > 0) return true;
      const last = lastInvitationOf(db, person.id);
      return last !== undefined && isValid(last, now);
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'es'));
}

/** Positions that activities name and nobody holds, and the mayor's office without anybody. */
function vacancies({ db, now }: Turn): readonly Post[] {
  const named = activitiesPerPosition(db);
  const vacant = (held: Post) => !spansOf(db, held, now).some((span) => covers(span, now));
  const positions = allPositions(db)
    .filter((position) => (named.get(position.id) ?? 0) > 0)
    .map((position): Post => ({ positionId: position.id }));
  return [{ office: 'mayor' } as const, ...positions].filter(vacant);
}

function heldButton(turn: Turn, held: Post): Keyboard[number][number] {
  const name = texts.peopleButtons.vacant(texts.peopleButtons.held(nameOfPost(turn.db, held)));
  return 'office' in held
    ? screenButton(name, 'office', { place: offices.indexOf(held.office) + 1, page: null })
    : screenButton(name, 'position', { positionId: held.positionId, page: null });
}

const back = [screenButton(texts.peopleButtons.all, 'people', { page: 1 })];

/** One person: what is known, and what can be done. */
export const personScreen: Screen<'person'> = {
  needs: 'managePeople',
  show: (turn, { personId: id, page }) => {
    const person = personById(turn.db, id);
    follow(turn, person ? personMessage(turn, person, page ?? 1) : peopleMessage(turn, 1));
    return undefined;
  },
};

function personMessage(turn: Turn, person: Person, wanted: number): Message {
  const { db, now } = turn;
  const spans = spansOfPerson(db, person.id, now);
  const page = pageOf(spans, wanted);
  const [only, ...others] = spans;
  const buttons = texts.peopleButtons;
  const last = lastInvitationOf(db, person.id);
  const invited = last !== undefined && isValid(last, now);
  const linkName = isEnrolled(person) ? buttons.otherAccount : invited ? buttons.newLink : buttons.invite;
  return {
    html: texts.personCard(shownPerson(db, person, now), {
      today: localDate(now),
      spans: page.items.map((span) => shownSpan(db, span, now)),
      page: texts.pageWords(page.page, page.pages),
    }),
    keyboard: [
      ...(only && others.length === 0
        ? spanButtons(only)
        : page.items.map((span) => [
            screenButton(buttons.held(nameOfPost(db, span)), 'held', { assignmentId: span.id }),
          ])),
      ...pageButtons(page, (to) => writeScreen('person', { personId: person.id, page: to })),
      ...(spans.length > 0 || last?.office
        ? [[screenButton(linkName, 'link', { personId: person.id })]]
        : []),
      ...(invited
        ? [[screenButton(buttons.withdraw, 'unlink', { personId: person.id, confirmed: false })]]
        : []),
      [
        giveButton(buttons.another, 'assign', 'person', person.id),
        screenButton(buttons.rename, 'rename', { personId: person.id }),
      ],
      ...(person.id !== turn.person.id && undoable(db, person).length > 0
        ? [[screenButton(undoingButtons.open, 'impostor', { personId: person.id })]]
        : []),
      back,
    ],
  };
}

/** What can be done with what somebody holds. */
function spanButtons(span: Assignment): Keyboard {
  const buttons = texts.peopleButtons;
  if (span.acting)
    return [[screenButton(buttons.endActing, 'end', { assignmentId: span.id })], ...handoverRow(span)];
  return [
    [
      giveButton(buttons.giveAway, 'assign', 'assignment', span.id),
      giveButton(buttons.acting, 'acting', 'assignment', span.id),
    ],
    [
      screenButton(buttons.contract, 'contract', { assignmentId: span.id }),
      screenButton(buttons.end, 'end', { assignmentId: span.id }),
    ],
    ...handoverRow(span),
  ];
}

/** One thing a person holds, when it is one of several. */
export const postScreen: Screen<'held'> = {
  needs: 'managePeople',
  show: (turn, { assignmentId: id }) => {
    const row = assignmentById(turn.db, id);
    const person = row && personById(turn.db, row.personId);
    if (!row || !person || (row.untilAt !== null && row.untilAt <= turn.now)) {
      follow(turn, peopleMessage(turn, 1));
      return undefined;
    }
    follow(turn, {
      html: texts.spanCard(person.name, shownSpan(turn.db, row, turn.now), localDate(turn.now)),
      keyboard: [
        ...spanButtons(row),
        [screenButton(texts.peopleButtons.name(person.name), 'person', { personId: person.id, page: null })],
        back,
      ],
    });
    return undefined;
  },
};

export const positionScreen: Screen<'position'> = {
  needs: 'managePeople',
  show: (turn, { positionId: id, page }) => {
    const known = allPositions(turn.db).some((position) => position.id === id);
    follow(turn, known ? heldMessage(turn, { positionId: id }, page ?? 1) : peopleMessage(turn, 1));
    return undefined;
  },
};

export const officeScreen: Screen<'office'> = {
  needs: 'managePeople',
  show: (turn, { place, page }) => {
    const office = offices[place - 1];
    follow(turn, office ? heldMessage(turn, { office }, page ?? 1) : peopleMessage(turn, 1));
    return undefined;
  },
};

function heldMessage(turn: Turn, held: Post, wanted: number): Message {
  const { db, now } = turn;
  const page = pageOf(spansOf(db, held, now), wanted);
  const holders = page.items.flatMap((row) => {
    const person = personById(db, row.personId);
    return person ? [{ person, row }] : [];
  });
  const about = 'office' in held ? 'office' : 'position';
  const id = 'office' in held ? offices.indexOf(held.office) + 1 : held.positionId;
  const turnTo = (to: number) =>
    'office' in held
      ? writeScreen('office', { place: id, page: to })
      : writeScreen('position', { positionId: id, page: to });
  const shown = holders.map(({ person, row }) => ({ name: person.name, span: shownSpan(db, row, now) }));
  const people = new Map(holders.map(({ person }) => [person.id, person]));
  return {
    html: texts.postCard(nameOfPost(db, held), shown, {
      today: localDate(now),
      page: texts.pageWords(page.page, page.pages),
    }),
    keyboard: [
      ...[...people.values()].map((person) => [
        screenButton(texts.peopleButtons.name(person.name), 'person', { personId: person.id, page: null }),
      ]),
      ...pageButtons(page, turnTo),
      [giveButton(texts.peopleButtons.invite, 'invite', about, id)],
      [
        giveButton(texts.peopleButtons.assign, 'assign', about, id),
        giveButton(texts.peopleButtons.acting, 'acting', about, id),
      ],
      back,
    ],
  };
}

/** The post of an assignment and its holder, for a conversation about it; null when it is over. */
export function postsOf(
  turn: Turn,
  assignmentId: number,
): { readonly row: Assignment; readonly held: Post; readonly person: Person } | null {
  const row = assignmentById(turn.db, assignmentId);
  const person = row && personById(turn.db, row.personId);
  if (!row || !person || (row.untilAt !== null && row.untilAt <= turn.now)) return null;
  return { row, held: postOf(row), person };
}
