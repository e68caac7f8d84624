import { z } from 'zod';
import {
  undoable,
  undoEnrolment,
  undoingOf,
  type Wrong,
  wrongEnrolment,
} from '../../actions/undo-enrolment.ts';
import type { FormerEnrolment } from '../../db/enrolments.ts';
import { removeButtons } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html, Keyboard } from '../../domain/events.ts';
import { cleanReason, REASON_MOST } from '../../domain/reason.ts';
import { reasonPlease } from '../../texts/cuts/cut-screens.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import * as texts from '../../texts/enrolment/enrolment.ts';
import {
  accountButton,
  undoByPeople,
  undoingButtons,
  undoQuestion,
  whichAccount,
  whyUndo,
} from '../../texts/enrolment/undoing.ts';
import { leaveAsIs } from '../../texts/people/people.ts';
import { askStep, type Dialog } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow, say, type Turn } from '../turn.ts';

const stepData = z.object({
  personId: z.number().int(),
  enrolledAt: z.number().int(),
  /** From `/personas`: with a reason. From the notice: at first without one. */
  withReason: z.boolean(),
  reason: z.string().nullable(),
  /** The notice whose buttons are over with the yes. */
  notice: z.number().int().nullable(),
  /** The question as it was shown: with other counts it is asked again. */
  shown: z.string(),
});
type Step = z.infer<typeof stepData>;

/** *No es esa persona*, under the notice of who came: asks first, with what it would void. */
export function tapNotThatPerson(
  turn: Turn,
  tapped: { readonly personId: number; readonly enrolledAt: Moment },
): void {
  const beside = { ...turn, tappedRow: null };
  const wrong = stillWrong(turn, tapped);
  if (!wrong) return void say(beside, { html: texts.nothingToUndo() });
  const { needsReason } = undoingOf(turn.db, wrong, turn.now);
  if (needsReason !== null)
    return void say(beside, { html: undoByPeople(needsReason), keyboard: toPerson(wrong.person.id) });
  confirm(beside, wrong, { withReason: false, reason: null, notice: turn.tappedRow });
}

/** The same from `/personas`, at any time, with a reason: of several accounts it asks which. */
export const impostorScreen: Screen<'impostor'> = {
  needs: 'enrol',
  show: (turn, { personId }) => {
    const person = personById(turn.db, personId);
    const found = person && person.id !== turn.person.id ? undoable(turn.db, person) : [];
    const [only, ...others] = found;
    if (!only) return void say(turn, { html: texts.nothingToUndo() });
    if (others.length === 0) return askWhy(turn, only);
    return void follow(turn, {
      html: whichAccount(only.person.name),
      keyboard: [
        ...found
          .slice(0, mostAccounts)
          .map(({ person: { id }, since, until }) => [
            screenButton(accountButton({ since, until }), 'impostorof', { personId: id, since }),
          ]),
        ...toPerson(only.person.id),
      ],
    });
  },
};

/** One of several accounts that a person has had. */
export const impostorOfScreen: Screen<'impostorof'> = {
  needs: 'enrol',
  show: (turn, { personId, since }) => {
    const wrong = stillWrong(turn, { personId, enrolledAt: since });
    if (!wrong) return void say(turn, { html: texts.nothingToUndo() });
    return askWhy(turn, wrong);
  },
};

const mostAccounts = 6;

function askWhy(turn: Turn, wrong: Wrong): undefined {
  const { id: personId, name } = wrong.person;
  const of = { withReason: true, reason: null, notice: null, shown: '' };
  const data: Step = { personId, enrolledAt: wrong.since, ...of };
  askStep(turn, { dialog: 'impostor', data }, (button) => ({
    html: whyUndo(name, { ...undoingOf(turn.db, wrong, turn.now), ...formerOf(wrong) }),
    keyboard: [[button(leaveAsIs, 'no')]],
  }));
  return undefined;
}

export const impostorDialog: Dialog<'impostor'> = {
  needs: 'enrol',
  hint: () => reasonPlease(REASON_MOST),
  answer: (turn, data, said) => {
    const step = stepData.parse(data);
    if (said.by === 'tap' && said.answer === 'no') {
      finishStep(turn, { html: nothingChanged() });
      return true;
    }
    const wrong = stillWrong(turn, step);
    if (!wrong) {
      finishStep(turn, { html: texts.nothingToUndo() });
      return true;
    }
    if (step.withReason && step.reason === null) {
      const reason = said.by === 'typed' ? cleanReason(said.text) : null;
      if (reason === null) return false;
      confirm(turn, wrong, { ...step, reason });
      return true;
    }
    if (said.by !== 'tap' || said.answer !== 'yes') return false;
    undo(turn, wrong, step);
    return true;
  },
};

function undo(turn: Turn, wrong: Wrong, step: Step): void {
  const { db, now } = turn;
  const { needsReason } = undoingOf(db, wrong, now);
  if (needsReason !== null && step.reason === null)
    return finishStep(turn, { html: undoByPeople(needsReason), keyboard: toPerson(wrong.person.id) });
  if (question(turn, wrong, step.reason) !== step.shown) return confirm(turn, wrong, step);
  const office = undoEnrolment(db, wrong, { by: turn.person, reason: step.reason }, now);
  if (step.notice !== null) removeButtons(db, step.notice, now);
  finishStep(turn, { html: texts.undone(wrong.person.name, office) });
}

function confirm(turn: Turn, wrong: Wrong, of: Pick<Step, 'withReason' | 'reason' | 'notice'>): void {
  const { withReason, reason, notice } = of;
  const shown = question(turn, wrong, reason);
  const { person, since: enrolledAt } = wrong;
  const personId = person.id;
  const data: Step = { personId, enrolledAt, withReason, reason, notice, shown };
  askStep(turn, { dialog: 'impostor', data }, (button) => ({
    html: shown,
    keyboard: [[button(undoingButtons.yes, 'yes')], [button(leaveAsIs, 'no')]],
  }));
}

function question(turn: Turn, wrong: Wrong, reason: string | null): Html {
  const of = { ...undoingOf(turn.db, wrong, turn.now), ...formerOf(wrong), reason };
  return undoQuestion(wrong.person.name, of);
}

function formerOf({ since, until }: Wrong): { readonly former: FormerEnrolment | null } {
  return { former: until === null ? null : { since, until } };
}

/** That enrolment, unless it was undone; never one of who acts. */
function stillWrong(
  turn: Turn,
  of: { readonly personId: number; readonly enrolledAt: Moment },
): Wrong | null {
  const person = personById(turn.db, of.personId);
  if (!person || person.id === turn.person.id) return null;
  return wrongEnrolment(turn.db, person, of.enrolledAt);
}

function toPerson(personId: number): Keyboard {
  return [[screenButton(undoingButtons.person, 'person', { personId, page: null })]];
}
