import { type AnswerOf, answers, readTappedAnswer } from '../../domain/answer-words.ts';

/** Activities of a list are chosen: one of them (`t7`), another page, all, none, on with those chosen, or not at all. */
export const choiceAnswers = answers(['all', 'none', 'on', 'no'], ['page', 't']);

/** What the buttons of each administrative conversation answer, by the conversation's name. */
export const stepAnswers = {
  present: answers(['yes', 'close', 'no']),
  approve: answers(['yes', 'no']),
  return: answers(
    [...choiceAnswers.words, 'choose', 'evidence', 'words', 'figure', 'yes'],
    choiceAnswers.numbered,
  ),
  correct: answers(['stay', 'yes', 'no'], ['p', 'u']),
  void: answers(['yes', 'no']),
  closeCut: answers(['yes', 'no']),
  dayOff: answers(['yes', 'no']),
  exclusion: answers(['yes', 'no']),
  reopen: answers([...choiceAnswers.words, 'usual', 'yes'], choiceAnswers.numbered),
  settings: answers(['yes', 'no']),
  programming: answers(['keeps', 'raises', 'dates', 'yes', 'no']),
  reform: answers(['target', 'dates', 'programming', 'text', 'withdrawal', 'keeps', 'straight', 'yes', 'no']),
  reformform: answers(['yes', 'no']),
  verify: answers(
    ['ok', 'observe', 'ineffective', 'own', 'same', 'back', 'yes', 'skip', 'stop', 'all'],
    ['e'],
  ),
  /** `p6`: a position, `omayor`: an office, `u5`: a person, `d0` and `d1`: today and tomorrow. */
  giving: answers(
    ['omayor', 'ocoordinator', 'ocontrol', 'new', 'all', 'besides', 'd0', 'd1', 'yes', 'no'],
    ['p', 'u', 'page'],
  ),
  inviting: answers(['yes', 'pages', 'no']),
  contract: answers(['remove', 'no']),
  ending: answers(['yes', 'no']),
  rename: answers(['no']),
  impostor: answers(['yes', 'no']),
  ownReport: answers(['month', 'before', 'year', 'no']),
};

export type DialogName = keyof typeof stepAnswers;
export type StepAnswer<Name extends DialogName> = AnswerOf<(typeof stepAnswers)[Name]>;

/** @returns null for anything that its buttons do not answer */
export function readStepAnswer<Name extends DialogName>(name: Name, text: string): StepAnswer<Name> | null {
  return readTappedAnswer(stepAnswers[name], text) as StepAnswer<Name> | null;
}
