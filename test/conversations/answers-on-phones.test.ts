import { describe, expect, it } from 'vitest';
import {
  type DialogName,
  readStepAnswer,
  stepAnswers,
} from '../../src/conversations/dialogs/step-answers.ts';
import { choiceOf } from '../../src/conversations/importing/question.ts';
import {
  type QuestionKind,
  questionAnswers,
  readQuestionAnswer,
} from '../../src/conversations/question-answers.ts';
import { readButton, writeButton } from '../../src/domain/buttons.ts';

/**
 * Every form of answer that a question has on people's phones, by the kind of the question. A new button adds one; none
 * ever changes or goes: a button stays on its phone for years.
 */
const reporting: Readonly<Record<QuestionKind | 'import', readonly string[]>> = {
  progress: ['p0', 'p250', 'p500', 'p750', 'p1000', 'u0', 'same', 'stay', 'skip', 'leave'],
  observation: ['yes', 'no', 'stay', 'skip', 'leave', 'asIs'],
  shorten: ['cut'],
  lower: ['yes', 'no'],
  doubtful: ['yes', 'no', 'other', 'leave'],
  overwrite: ['keep', 'change'],
  misplaced: ['yes', 'no'],
  several: ['yes', 'no'],
  evidence: ['a0', 'a11', 'none'],
  causes: ['each', 'next', 'no', 'resources', 'contracting', 'time', 'others', 'other'],
  leave: ['yes', 'no'],
  import: ['yes', 'plan', 'reform', 'no', 'same', 'fractions', 'written'],
};

/** The same of the administrative conversations. */
const steps: Readonly<Record<DialogName, readonly string[]>> = {
  present: ['yes', 'close', 'no'],
  approve: ['yes', 'no'],
  return: ['t7', 'page2', 'all', 'none', 'on', 'choose', 'evidence', 'words', 'figure', 'yes', 'no'],
  correct: ['p0', 'u0', 'p250', 'p333', 'p1000', 'stay', 'yes', 'no'],
  void: ['yes', 'no'],
  closeCut: ['yes', 'no'],
  dayOff: ['yes', 'no'],
  exclusion: ['yes', 'no'],
  reopen: ['t7', 'page2', 'all', 'none', 'on', 'usual', 'yes', 'no'],
  settings: ['yes', 'no'],
  programming: ['keeps', 'raises', 'dates', 'yes', 'no'],
  reformform: ['yes', 'no'],
  reform: ['target', 'dates', 'programming', 'text', 'withdrawal', 'keeps', 'straight', 'yes', 'no'],
  verify: ['e2', 'ok', 'observe', 'ineffective', 'own', 'same', 'back', 'yes', 'skip', 'stop', 'all'],
  giving: [
    ...['omayor', 'ocoordinator', 'ocontrol', 'p6', 'u5', 'page2'],
    ...['new', 'all', 'besides', 'd0', 'd1', 'yes', 'no'],
  ],
  inviting: ['yes', 'pages', 'no'],
  contract: ['remove', 'no'],
  ending: ['yes', 'no'],
  rename: ['no'],
  impostor: ['yes', 'no'],
  ownReport: ['month', 'before', 'year', 'no'],
};

describe('An answer that is on a phone already', () => {
  it.each(Object.entries({ ...reporting, ...steps }))('is carried to a question of the kind %s', (_, all) => {
    for (const answer of all) {
      const meaning = { to: 'question', id: 83, answer } as const;
      expect(readButton(`q:83:${answer}`)).toEqual(meaning);
      expect(writeButton(meaning)).toBe(`q:83:${answer}`);
    }
  });

  it.each(Object.entries(steps))('is one that a step of %s knows', (name, all) => {
    for (const answer of all) expect(readStepAnswer(name as DialogName, answer)).toBe(answer);
  });

  it.each(Object.entries(reporting))('is one that a question of the kind %s knows', (kind, all) => {
    for (const answer of all)
      if (kind === 'import') expect(choiceOf(answer)).toBe(answer);
      else expect(readQuestionAnswer(kind as QuestionKind, answer)).toBe(answer);
  });

  it.each(Object.entries({ ...stepAnswers, ...questionAnswers }))(
    'stands here in every form that %s knows',
    (name, { words, numbered }) => {
      const here = Object.entries({ ...steps, ...reporting }).flatMap(([kind, all]) =>
        kind === name ? all : [],
      );
      const letters = here
        .filter((each) => !(words as readonly string[]).includes(each))
        .map((each) => each.replace(/\d+$/, ''));
      expect(new Set([...words, ...letters])).toEqual(new Set([...words, ...numbered]));
      expect(here).toEqual(expect.arrayContaining([...words]));
    },
  );
});

describe('An answer that no button gives', () => {
  it.each([
    '',
    'si',
    'YES',
    'yes1',
    'p',
    'p01',
    'p-1',
    'p1.5',
    'p1e3',
    'x7',
    'toString',
    '7',
    'p9999999999999999',
  ])('is nothing: %j', (answer) => {
    for (const kind of Object.keys(questionAnswers))
      expect(readQuestionAnswer(kind as QuestionKind, answer)).toBeNull();
    for (const name of Object.keys(stepAnswers))
      expect(readStepAnswer(name as DialogName, answer)).toBeNull();
  });

  it('does not compile', () => {
    // @ts-expect-error a misspelt answer
    expect(readStepAnswer('approve', 'yes') === 'yess').toBe(false);
    // @ts-expect-error an answer of another conversation
    expect(readStepAnswer('approve', 'close') === 'close').toBe(false);
  });
});
