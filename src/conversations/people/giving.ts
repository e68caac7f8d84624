import { describeAssignRefusal } from '../../actions/assign-refusal.ts';
import { cleanName, findPositions, isWholeName } from '../../actions/people.ts';
import { type Post, postOf } from '../../db/assignments.ts';
import { isEnrolled, personById } from '../../db/people.ts';
import { offices } from '../../db/schema/index.ts';
import { numberAfter } from '../../domain/answer-words.ts';
import { bareWords } from '../../domain/answers/yes-or-no.ts';
import { localDate } from '../../domain/dates.ts';
import type { GiveAbout } from '../../domain/screens.ts';
import { readTypedDate } from '../../domain/written-dates.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { postName } from '../../texts/people/assign.ts';
import * as texts from '../../texts/people/giving.ts';
import { linkButtons } from '../../texts/people/invite.ts';
import { goneMeanwhile } from '../../texts/people/people.ts';
import { leadingOn } from '../beginning/first-steps.ts';
import type { Dialog, Said } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { Screen } from '../dialogs/screen.ts';
import type { StepAnswer } from '../dialogs/step-answers.ts';
import { pageIn } from '../dialogs/step-pages.ts';
import type { Turn } from '../turn.ts';
import { giveNow } from './give-now.ts';
import { type Giving, holdersThen, newGiving, postWords, readGiving } from './giving-data.ts';
import { allPosts, ask, namesakesIn, postAnswer, tappedDay } from './giving-steps.ts';
import { inviteInstead } from './inviting.ts';
import { postsOf } from './people.ts';

/** `/invitar`, `/asignar`, `/encargo`: what, to whom, in whose place, from when until when; confirmed before it is done. */
export function startGiving(turn: Turn, kind: Giving['kind']): void {
  askWhatIsMissing(turn, newGiving(kind));
}

/** The same from a button that knows part of it already. */
export const giveScreen: Screen<'give'> = {
  needs: 'assign',
  show: (turn, { kind, about, id }) => {
    const known = knownOf(turn, about, id);
    if (known) askWhatIsMissing(turn, newGiving(kind, known));
    else finishStep(turn, { html: goneMeanwhile() });
    return undefined;
  },
};

function knownOf(turn: Turn, about: GiveAbout, id: number): Partial<Giving> | null {
  switch (about) {
    case 'nothing':
      return {};
    case 'position':
      return { held: { positionId: id } };
    case 'office': {
      const office = offices[id - 1];
      return office ? { held: { office } } : null;
    }
    case 'assignment': {
      const own = postsOf(turn, id);
      return own && { held: postOf(own.row), instead: [own.person.id] };
    }
    case 'person':
      return personById(turn.db, id) ? { personId: id } : null;
  }
}

/** Asks what is missing, in order; with nothing missing, whether it is to be done. */
function askWhatIsMissing(turn: Turn, giving: Giving): void {
  const next = (asking: Giving['asking'], more: Partial<Giving> = {}) =>
    ask(turn, { ...giving, ...more, asking, page: 1 });
  if (giving.held === null) return next('held');
  const holders = holdersThen(turn, giving).map(({ person }) => person.id);
  if (giving.kind === 'invite' && isMayor(giving.held) && giving.instead === null) {
    const [holder] = holdersThen(turn, giving);
    if (holder && isEnrolled(holder.person))
      return finishStep(turn, { html: texts.mayorHeld(holder.person.name) });
  }
  if (giving.personId === null && giving.newName === null) return next('person');
  const others = holders.filter((id) => id !== giving.personId);
  const already = others.length < holders.length;
  if (giving.kind === 'invite' && already) {
    const person = giving.personId === null ? undefined : personById(turn.db, giving.personId);
    if (person && isEnrolled(person))
      return finishStep(turn, {
        html: texts.alreadyIn(person.name, postWords(turn, giving)),
        keyboard: [[screenButton(linkButtons.person, 'person', { personId: person.id, page: null })]],
      });
    return next('confirm', { instead: [] });
  }
  if (giving.kind === 'acting' && giving.from === null) return next('from');
  if (giving.kind === 'acting' && giving.until === null) return next('until');
  if (giving.instead !== null) return next('confirm');
  const only = others.length === 1 && (giving.kind === 'acting' || isMayor(giving.held));
  if (others.length === 0) return next('confirm', { instead: [] });
  if (only) return next('confirm', { instead: others });
  if (giving.kind === 'invite' && 'office' in giving.held) return next('confirm', { instead: [] });
  return next('instead');
}

function isMayor(held: Post): boolean {
  return 'office' in held && held.office === 'mayor';
}

export const givingDialog: Dialog<'giving'> = {
  needs: 'assign',
  hint: () => texts.hints.button,
  answer: (turn, data, said) => {
    const giving = readGiving(data);
    if (said.by === 'tap' && said.answer === 'no') {
      finishStep(turn, { html: nothingChanged() });
      return true;
    }
    const page = said.by === 'tap' ? pageIn(said.answer) : undefined;
    if (page !== undefined) {
      ask(turn, { ...giving, page });
      return true;
    }
    return answers[giving.asking](turn, giving, said);
  },
};

type Answer = (turn: Turn, giving: Giving, said: Said<'giving'>) => boolean;

const answers: Readonly<Record<Giving['asking'], Answer>> = {
  held: (turn, giving, said) => {
    const held = heldSaid(turn, said);
    if (!held && giving.kind === 'invite' && said.by === 'typed' && inviteInstead(turn, said.text))
      return true;
    if (held) askWhatIsMissing(turn, { ...giving, held });
    else if (said.by === 'typed') ask(turn, giving, texts.hints.held);
    return held !== undefined || said.by === 'typed';
  },
  person: (turn, giving, said) => {
    if (said.by === 'tap') return chosen(turn, giving, said.answer);
    if (giving.kind === 'invite' && inviteInstead(turn, said.text)) return true;
    const name = cleanName(said.text);
    if (name === null || !isWholeName(name)) {
      ask(turn, giving, texts.hints.person);
      return true;
    }
    const named = { ...giving, newName: name };
    if (namesakesIn(turn, named).length > 0) ask(turn, { ...named, asking: 'namesake' });
    else askWhatIsMissing(turn, named);
    return true;
  },
  namesake: (turn, giving, said) => {
    if (said.by !== 'tap') return false;
    if (said.answer !== 'new') return chosen(turn, giving, said.answer);
    askWhatIsMissing(turn, { ...giving, namesakes: namesakesIn(turn, giving).length });
    return true;
  },
  instead: (turn, giving, said) => {
    const holders = holdersThen(turn, giving)
      .map(({ person }) => person.id)
      .filter((id) => id !== giving.personId);
    const id = said.by === 'tap' ? (numberAfter('u', said.answer) ?? 0) : 0;
    const instead =
      said.by !== 'tap'
        ? null
        : said.answer === 'all'
          ? holders
          : said.answer === 'besides'
            ? []
            : holders.includes(id)
              ? [id]
              : null;
    if (instead === null) return false;
    askWhatIsMissing(turn, { ...giving, instead });
    return true;
  },
  from: (turn, giving, said) => dated(turn, giving, said, 'from'),
  until: (turn, giving, said) => dated(turn, giving, said, 'until'),
  confirm: (turn, giving, said) => {
    if (said.by !== 'tap' || said.answer !== 'yes') return false;
    // Somebody of that name was added since: by a colleague who did the same.
    if (namesakesIn(turn, giving).length > giving.namesakes) ask(turn, { ...giving, asking: 'namesake' });
    else leadingOn(turn, () => giveNow(turn, giving));
    return true;
  },
};

function heldSaid(turn: Turn, said: Said<'giving'>): Post | undefined {
  const all = allPosts(turn);
  if (said.by === 'tap') return all.find((held) => postAnswer(held) === said.answer);
  const office = offices.find((each) => bareWords(postName({ office: each })) === bareWords(said.text));
  if (office) return { office };
  // The list shows no numbers: one that is typed counts its lines, or nothing.
  if (/^\d+$/.test(said.text.trim())) return undefined;
  const found = findPositions(turn.db, [said.text]);
  const position = found.ok ? found.positions[0] : undefined;
  return position && { positionId: position.id };
}

function chosen(turn: Turn, giving: Giving, answer: StepAnswer<'giving'>): boolean {
  const id = numberAfter('u', answer) ?? 0;
  if (!personById(turn.db, id)) return false;
  askWhatIsMissing(turn, { ...giving, personId: id, newName: null });
  return true;
}

function dated(turn: Turn, giving: Giving, said: Said<'giving'>, which: 'from' | 'until'): boolean {
  const today = localDate(turn.now);
  const date = said.by === 'tap' ? tappedDay(turn, said.answer) : readTypedDate(said.text, today);
  if (date === undefined) {
    if (said.by === 'typed') ask(turn, giving, texts.hints.date);
    return said.by === 'typed';
  }
  const from = which === 'from' ? date : (giving.from ?? today);
  if (date < today || date < from) {
    const refusal =
      date < today
        ? ({ why: 'past', date, today } as const)
        : ({ why: 'inverted', from, until: date } as const);
    ask(turn, giving, texts.notThatDay(describeAssignRefusal(turn.db, { positionId: 0 }, refusal, turn.now)));
    return true;
  }
  askWhatIsMissing(turn, { ...giving, [which]: date });
  return true;
}
