import { namesakesOf } from '../../actions/people.ts';
import { type Post, spansOfPerson } from '../../db/assignments.ts';
import { allPeople, allPositions, isEnrolled, type Person, personById } from '../../db/people.ts';
import { nameOfPost } from '../../db/post-name.ts';
import { offices } from '../../db/schema/index.ts';
import { addDays, localDate } from '../../domain/dates.ts';
import type { Html, Keyboard } from '../../domain/events.ts';
import { pendingOf } from '../../notices/pending-of-position.ts';
import { nothing, paragraphs } from '../../texts/html.ts';
import { postName } from '../../texts/people/assign.ts';
import * as texts from '../../texts/people/giving.ts';
import { pageWords } from '../../texts/people/people.ts';
import { askStep, type StepButton } from '../dialogs/dialog.ts';
import { pageOf } from '../dialogs/list-pages.ts';
import type { StepAnswer } from '../dialogs/step-answers.ts';
import { stepPages } from '../dialogs/step-pages.ts';
import type { Turn } from '../turn.ts';
import { beginsAt, type Giving, holdersAt, holdersThen, nameOf, postWords } from './giving-data.ts';

/** What can be given, offices first. */
export function allPosts(turn: Turn): readonly Post[] {
  return [
    ...offices.map((office): Post => ({ office })),
    ...allPositions(turn.db).map((position): Post => ({ positionId: position.id })),
  ];
}

/** Whom it can be given to: for an invitation those who have no account, the holders first; else everybody but them. */
export function candidates(turn: Turn, giving: Giving): readonly Person[] {
  const holders = new Set(holdersThen(turn, giving).map(({ person }) => person.id));
  const byName = allPeople(turn.db).toSorted((a, b) => a.name.localeCompare(b.name, 'es'));
  const fitting =
    giving.kind === 'invite'
      ? byName.filter((person) => !isEnrolled(person))
      : byName.filter((person) => !holders.has(person.id));
  const first = (person: Person) =>
    Number(giving.kind === 'invite' ? holders.has(person.id) : isEnrolled(person));
  return fitting.toSorted((a, b) => first(b) - first(a));
}

/** Asks what is not known yet; `said` stands above it. */
export function ask(turn: Turn, giving: Giving, said: Html = nothing): void {
  const step = steps[giving.asking];
  askStep(turn, { dialog: 'giving', data: giving }, (button) => {
    const { html, keyboard } = step(turn, giving, button);
    return {
      html: paragraphs(said, html),
      keyboard: [...keyboard, [button(texts.givingButtons.leave, 'no')]],
    };
  });
}

type Step = (
  turn: Turn,
  giving: Giving,
  button: StepButton<'giving'>,
) => { readonly html: Html; readonly keyboard: Keyboard };

const steps: Readonly<Record<Giving['asking'], Step>> = {
  held: (turn, giving, button) => {
    const page = pageOf(allPosts(turn), giving.page);
    const choices = page.items.map((held) => ({
      label: postName(nameOfPost(turn.db, held)),
      note:
        holdersAt(turn, held, turn.now)
          .map(({ person }) => person.name)
          .join(', ') || 'sin responsable',
    }));
    return {
      html: texts.postQuestion(giving.kind, choices, pageWords(page.page, page.pages)),
      keyboard: [
        ...page.items.map((held) => [button(shortHeld(turn, held), postAnswer(held))]),
        ...stepPages(page, button),
      ],
    };
  },
  person: (turn, giving, button) => {
    const all = candidates(turn, giving);
    const page = pageOf(all, giving.page);
    return {
      html: texts.personQuestion(
        giving.kind,
        postWords(turn, giving),
        all.length > 0,
        pageWords(page.page, page.pages),
      ),
      keyboard: [
        ...page.items.map((person) => [button(texts.shortLabel(person.name), `u${person.id}`)]),
        ...stepPages(page, button),
      ],
    };
  },
  namesake: (turn, giving, button) => {
    const found = namesakesIn(turn, giving);
    return {
      html: texts.namesakeQuestion(giving.newName ?? ''),
      keyboard: [
        ...found
          .slice(0, 7)
          .map((person) => [
            button(texts.givingButtons.sameOne(person.name, whatIs(turn, person)), `u${person.id}`),
          ]),
        [button(texts.givingButtons.somebodyElse, 'new')],
      ],
    };
  },
  instead: (turn, giving, button) => {
    const holders = holdersThen(turn, giving).map(({ person }) => person);
    const single = giving.held !== null && 'office' in giving.held && giving.held.office === 'mayor';
    const all = holders.length > 1 && giving.kind !== 'acting';
    return {
      html: texts.insteadQuestion(
        nameOf(turn, giving),
        postWords(turn, giving),
        holders.map((person) => person.name),
      ),
      keyboard: [
        ...holders
          .slice(0, 7)
          .map((person) => [button(texts.givingButtons.insteadOf(person.name), `u${person.id}`)]),
        ...(all ? [[button(texts.givingButtons.insteadOfAll, 'all')]] : []),
        ...(single ? [] : [[button(texts.givingButtons.besides, 'besides')]]),
      ],
    };
  },
  from: (turn, giving, button) => ({
    html: texts.fromQuestion(nameOf(turn, giving), postWords(turn, giving)),
    keyboard: [[button(texts.givingButtons.today, 'd0'), button(texts.givingButtons.tomorrow, 'd1')]],
  }),
  until: (turn, giving) => {
    const today = localDate(turn.now);
    return {
      html: texts.untilQuestion(nameOf(turn, giving), postWords(turn, giving), giving.from ?? today, today),
      keyboard: [],
    };
  },
  confirm: (turn, giving, button) => ({
    html: confirmText(turn, giving),
    keyboard: [[button(texts.givingButtons.yes[giving.kind], 'yes')]],
  }),
};

function confirmText(turn: Turn, giving: Giving): Html {
  const holders = holdersThen(turn, giving);
  const instead = new Set(giving.instead ?? []);
  const person = giving.personId === null ? undefined : personById(turn.db, giving.personId);
  const already = holders.some((each) => each.person.id === giving.personId);
  const enrolled = person !== undefined && isEnrolled(person);
  const givers = holders.filter((each) => instead.has(each.person.id));
  const amounts = givers.map(({ span }) => pendingOf(turn.db, span, beginsAt(turn, giving)).amount);
  return texts.confirmQuestion({
    kind: giving.kind,
    name: nameOf(turn, giving),
    isNew: giving.personId === null,
    enrolled,
    held: postWords(turn, giving),
    instead: givers.map((each) => each.person.name),
    besides: holders
      .filter((each) => !instead.has(each.person.id) && each.person.id !== giving.personId)
      .map((each) => each.person.name),
    from: giving.from,
    until: giving.until,
    today: localDate(turn.now),
    pending: Math.max(0, ...amounts),
    awaits: !already && waitsForName(turn, giving),
    already,
  });
}

/** An office given in the chat to somebody without account begins when the inviter confirms the name. */
export function waitsForName(turn: Turn, giving: Giving): boolean {
  if (giving.held === null || !('office' in giving.held)) return false;
  const person = giving.personId === null ? undefined : personById(turn.db, giving.personId);
  return person === undefined || !isEnrolled(person);
}

/** People of the name that was typed. */
export function namesakesIn(turn: Turn, giving: Giving): readonly Person[] {
  return giving.newName === null ? [] : namesakesOf(turn.db, giving.newName);
}

function whatIs(turn: Turn, person: Person): string {
  const [first] = spansOfPerson(turn.db, person.id, turn.now);
  return first ? postName(nameOfPost(turn.db, first)) : 'sin cargo';
}

/** What a button of the list of things says and answers. */
function shortHeld(turn: Turn, held: Post): string {
  return texts.shortLabel(postName(nameOfPost(turn.db, held)));
}

export function postAnswer(held: Post): StepAnswer<'giving'> {
  return 'office' in held ? `o${held.office}` : `p${held.positionId}`;
}

/** The first day of *Hoy* and *Mañana*. */
export function tappedDay(turn: Turn, answer: StepAnswer<'giving'>): string | undefined {
  const today = localDate(turn.now);
  if (answer === 'd0') return today;
  return answer === 'd1' ? addDays(today, 1) : undefined;
}
