import { z } from 'zod';
import { endAssignment, returnsTo } from '../../actions/assign.ts';
import { describeAssignRefusal } from '../../actions/assign-refusal.ts';
import { dateContract } from '../../actions/contract.ts';
import { isChangeWaitingOf, officesOf } from '../../actions/office-change.ts';
import { cleanName, isWholeName, rename } from '../../actions/people.ts';
import { assignmentById, spansOf } from '../../db/assignments.ts';
import { personById } from '../../db/people.ts';
import { daysOff } from '../../db/plans.ts';
import { nameOfPost } from '../../db/post-name.ts';
import { contractWarningAt } from '../../domain/contract-warning.ts';
import { localDate } from '../../domain/dates.ts';
import type { Button, Keyboard, Message } from '../../domain/events.ts';
import { covers, isEmpty } from '../../domain/spans.ts';
import { readTypedDate } from '../../domain/written-dates.ts';
import { handoverRow } from '../../notices/handover-row.ts';
import { notifyRenamed } from '../../notices/kinds/renamed.ts';
import { pendingOf } from '../../notices/pending-of-position.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { linkButtons } from '../../texts/people/invite.ts';
import * as texts from '../../texts/people/people.ts';
import { contractTexts, endTexts, renameTexts } from '../../texts/people/person-dialogs.ts';
import { askStep, type Dialog, type Said } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { Screen } from '../dialogs/screen.ts';
import { say, type Turn } from '../turn.ts';
import { postsOf } from './people.ts';
import { shownSpan } from './shown-people.ts';

const ofAssignment = z.object({ assignmentId: z.number().int() });
const ofPerson = z.object({ personId: z.number().int() });

const leave = (button: (text: string, answer: 'no') => Button): Keyboard => [[button(texts.leaveAsIs, 'no')]];

function toPerson(personId: number): Keyboard {
  return [
    [
      screenButton(texts.peopleButtons.all, 'people', { page: 1 }),
      screenButton(linkButtons.person, 'person', { personId, page: null }),
    ],
  ];
}

/** Whether they leave it as it is; then it is said. */
function isLeft(turn: Turn, said: Said<'contract' | 'ending' | 'rename'>): boolean {
  if (said.by !== 'tap' || said.answer !== 'no') return false;
  finishStep(turn, { html: nothingChanged() });
  return true;
}

function gone(turn: Turn): true {
  finishStep(turn, { html: texts.goneMeanwhile() });
  return true;
}

/** *Fin de contrato*: the last day of the contract, typed. */
export const contractScreen: Screen<'contract'> = {
  needs: 'assign',
  show: (turn, { assignmentId }) => {
    const own = postsOf(turn, assignmentId);
    if (!own) return void gone(turn);
    const { endsOn, html } = {
      endsOn: own.row.contractEndsOn,
      html: contractTexts.question(own.person.name, nameOfPost(turn.db, own.row), own.row.contractEndsOn),
    };
    askStep(turn, { dialog: 'contract', data: { assignmentId } }, (button) => ({
      html,
      keyboard: [...(endsOn === null ? [] : [[button(contractTexts.remove, 'remove')]]), ...leave(button)],
    }));
    return undefined;
  },
};

export const contractDialog: Dialog<'contract'> = {
  needs: 'assign',
  hint: () => contractTexts.hint,
  answer: (turn, data, said) => {
    if (isLeft(turn, said)) return true;
    const { assignmentId } = ofAssignment.parse(data);
    const own = postsOf(turn, assignmentId);
    if (!own) return gone(turn);
    const today = localDate(turn.now);
    const endsOn =
      said.by === 'tap' ? (said.answer === 'remove' ? null : undefined) : readTypedDate(said.text, today);
    if (endsOn === undefined) return false;
    const done = dateContract(turn.db, { assignmentId, endsOn, by: turn.person.id }, turn.now);
    if (done.ok) {
      const warned = endsOn !== null && turn.now < contractWarningAt(endsOn, daysOff(turn.db));
      const html = contractTexts.done(own.person.name, endsOn, { today, warned });
      finishStep(turn, { html, keyboard: toPerson(own.person.id) });
    } else
      say(turn, { html: texts.cannotBe(describeAssignRefusal(turn.db, own.held, done.refusal, turn.now)) });
    return true;
  },
};

/** *Terminar*, *Terminar el encargo*: says what follows, and asks. */
export const endScreen: Screen<'end'> = {
  needs: 'assign',
  show: (turn, { assignmentId }) => {
    const question = endQuestion(turn, assignmentId);
    if (!question) return void gone(turn);
    askStep(turn, { dialog: 'ending', data: { assignmentId } }, (button) => ({
      html: question,
      keyboard: [[button(endTexts.yes, 'yes')], ...leave(button)],
    }));
    return undefined;
  },
};

function endQuestion(turn: Turn, assignmentId: number): Message['html'] | null {
  const { db, now } = turn;
  const own = postsOf(turn, assignmentId);
  if (!own) return null;
  const others = spansOf(db, own.held, now).filter((span) => span.id !== assignmentId && covers(span, now));
  const receives = returnsTo(db, own.row, now);
  const backTo = receives === null ? null : (personById(db, receives)?.name ?? null);
  const pending = pendingOf(db, own.row, own.row.fromAt <= now ? now : null).amount;
  return endTexts.question(own.person.name, shownSpan(db, own.row, now), {
    backTo,
    others: others.length,
    pending,
  });
}

export const endingDialog: Dialog<'ending'> = {
  needs: 'assign',
  hint: () => texts.cannotBe('responda con uno de los botones'),
  answer: (turn, data, said) => {
    if (isLeft(turn, said)) return true;
    if (said.by !== 'tap' || said.answer !== 'yes') return false;
    const { assignmentId } = ofAssignment.parse(data);
    const own = postsOf(turn, assignmentId);
    if (!own) return gone(turn);
    const done = endAssignment(turn.db, { assignmentId, on: null, by: turn.person.id }, turn.now);
    const html = done.ok
      ? endTexts.done(own.person.name, nameOfPost(turn.db, own.row))
      : texts.cannotBe(describeAssignRefusal(turn.db, own.held, done.refusal, turn.now));
    // What was called off before it began is gone, and nothing is handed over.
    const ended = done.ok ? assignmentById(turn.db, assignmentId) : undefined;
    const paper = ended && !isEmpty(ended) ? handoverRow(ended) : [];
    finishStep(turn, { html, keyboard: [...toPerson(own.person.id), ...paper] });
    return true;
  },
};

/** *Corregir el nombre*: a person has a right to a correct name (Ley 1581 of 2012, art. 8). */
export const renameScreen: Screen<'rename'> = {
  needs: 'managePeople',
  show: (turn, { personId }) => {
    const person = personById(turn.db, personId);
    if (!person) return void gone(turn);
    askStep(turn, { dialog: 'rename', data: { personId } }, (button) => ({
      html: renameTexts.question(person.name),
      keyboard: leave(button),
    }));
    return undefined;
  },
};

export const renameDialog: Dialog<'rename'> = {
  needs: 'managePeople',
  hint: () => renameTexts.hint,
  answer: (turn, data, said) => {
    if (isLeft(turn, said)) return true;
    const person = personById(turn.db, ofPerson.parse(data).personId);
    if (!person) return gone(turn);
    const name = said.by === 'typed' ? cleanName(said.text) : null;
    if (name === null || !isWholeName(name)) return false;
    if (isChangeWaitingOf(turn.db, person.id)) {
      finishStep(turn, { html: renameTexts.changeWaits(person.name), keyboard: toPerson(person.id) });
      return true;
    }
    rename(turn.db, person.id, name, turn.now, { personId: turn.person.id });
    if (officesOf(turn.db, person.id, turn.now).length > 0)
      notifyRenamed(turn.db, { person, name, by: turn.person }, turn.now);
    finishStep(turn, { html: renameTexts.done(person.name, name), keyboard: toPerson(person.id) });
    return true;
  },
};
