import { readTypedAnswer, type TypedAnswer } from '../../../domain/answers/percentage.ts';
import { bareWords, yesOrNo } from '../../../domain/answers/yes-or-no.ts';
import type { DirectQuestion, ReportQuestion } from '../questions/question.ts';
import { base, cutShort, type Facts, type Given, type Hint, proceed, type Step } from './save-or-ask.ts';

/** The one decision of the reporting conversation: an answer to the open question, given the facts. */
export function decide(question: ReportQuestion, given: Given, facts: Facts): Step {
  switch (question.kind) {
    case 'progress':
      return given.by === 'tap'
        ? tapOnProgress(question, given.button, facts)
        : typedProgress(question, given.text, facts);
    case 'observation':
      return given.by === 'tap'
        ? tapOnObservation(question, given.button, facts)
        : typedObservation(question, question.progress, given.text, facts);
    case 'shorten':
      return shorter(question, given, facts);
    case 'lower':
    case 'doubtful':
      return confirmation(question, given, facts);
    case 'overwrite':
      return keepOrChange(question, given, facts);
    case 'misplaced':
      return misplaced(question, given, facts);
  }
}

function tapOnProgress(question: DirectQuestion, button: string, facts: Facts): Step {
  if (button === 'skip') return question.correcting ? { do: 'nothing' } : { do: 'skip' };
  if (button === 'leave') return question.correcting ? { do: 'leave' } : { do: 'nothing' };
  if (button === 'same') {
    if (!facts.earlier) return { do: 'nothing' };
    return proceed(
      question,
      { ...facts.earlier, observation: facts.earlier.observation || null, confirmed: true, asIs: true },
      facts,
    );
  }
  if (button === 'stay') {
    if (!question.correcting || !facts.current) return { do: 'nothing' };
    return proceed(question, { progress: facts.current.progress, observation: null, confirmed: true }, facts);
  }
  const tapped = /^p(0|250|500|750|1000)$/.exec(button)?.[1];
  if (tapped === undefined) return { do: 'nothing' };
  return proceed(question, { progress: Number(tapped), observation: null, confirmed: false }, facts);
}

function typedProgress(question: DirectQuestion, text: string, facts: Facts): Step {
  const word = bareWords(text);
  if (word === 'omitir' || word === 'omitir por ahora') return tapOnProgress(question, 'skip', facts);
  if (word === 'igual que antes' || word === 'igual') return tapOnProgress(question, 'same', facts);
  const answer = readTypedAnswer(text);
  switch (answer.kind) {
    case 'percentage':
      return proceed(question, { progress: answer.tenths, observation: null, confirmed: false }, facts);
    case 'both':
      return proceed(
        question,
        { progress: answer.tenths, observation: answer.observation, confirmed: false },
        facts,
      );
    case 'doubtful':
      return proceed(
        question,
        { progress: null, observation: answer.observation, confirmed: false },
        facts,
        answer,
      );
    case 'outOfRange':
      return keepingText(question, answer.observation, facts, {
        kind: 'outOfRange',
        written: answer.written,
      });
    case 'observation':
      return keepingText(question, answer.text, facts, { kind: 'noPercentage', text });
    case 'nothing':
      return { do: 'hint', hint: { kind: 'noPercentage', text } };
  }
}

/** No percentage, but words worth keeping: they are the observation, and only the percentage is asked. */
function keepingText(question: DirectQuestion, text: string | null, facts: Facts, hint: Hint): Step {
  if (text === null) return { do: 'hint', hint };
  const step = proceed(question, { progress: null, observation: text, confirmed: false }, facts);
  if (step.do !== 'ask' || step.question.kind !== 'progress') return step;
  return { ...step, note: hint.kind === 'outOfRange' ? hint : { kind: 'keptAsObservation', text } };
}

function tapOnObservation(
  question: Extract<DirectQuestion, { kind: 'observation' }>,
  button: string,
  facts: Facts,
): Step {
  if (button === 'stay' && facts.current?.observation) {
    const observation = facts.current.observation;
    return proceed(
      question,
      { progress: question.progress, observation, confirmed: true, asIs: true },
      facts,
    );
  }
  if (button === 'skip' && !question.correcting) return { do: 'skip' };
  if (button === 'leave' && question.correcting) return { do: 'leave' };
  if (question.proposal === null) return { do: 'nothing' };
  if (button === 'yes')
    return proceed(question, { progress: question.proposal, observation: null, confirmed: false }, facts);
  if (button === 'no')
    return proceed(question, { progress: question.progress, observation: null, confirmed: true }, facts);
  return { do: 'nothing' };
}

function typedObservation(question: DirectQuestion, progress: number, text: string, facts: Facts): Step {
  const word = bareWords(text);
  const said = yesOrNo(text);
  if (question.kind === 'observation' && question.proposal !== null && said) {
    return tapOnObservation(question, said, facts);
  }
  if (word === 'omitir' || word === 'omitir por ahora') {
    return question.correcting ? { do: 'leave' } : { do: 'skip' };
  }
  const only = onlyPercentage(readTypedAnswer(text));
  if (only !== null) {
    if (only === progress) return { do: 'hint', hint: { kind: 'alreadyThat', progress } };
    return {
      do: 'ask',
      question: { ...base(question), kind: 'observation', progress, proposal: only },
      keep: null,
      note: null,
    };
  }
  if (!/\p{L}/u.test(text)) {
    const proposal = question.kind === 'observation' ? question.proposal : null;
    return {
      do: 'hint',
      hint: proposal === null ? { kind: 'inWords' } : { kind: 'proposal', progress, proposal },
    };
  }
  return proceed(question, { progress, observation: text, confirmed: true }, facts);
}

/** Too long a text stays with the question until a shorter one comes or they let us cut it. */
function shorter(question: Extract<DirectQuestion, { kind: 'shorten' }>, given: Given, facts: Facts): Step {
  const { progress } = question;
  if (given.by === 'tap') {
    if (given.button !== 'cut') return { do: 'nothing' };
    return proceed(question, { progress, observation: cutShort(question.text), confirmed: true }, facts);
  }
  const only = onlyPercentage(readTypedAnswer(given.text));
  if (only !== null) return proceed(question, { progress: only, observation: null, confirmed: false }, facts);
  return progress === null
    ? typedProgress(question, given.text, facts)
    : typedObservation(question, progress, given.text, facts);
}

function confirmation(
  question: Extract<DirectQuestion, { kind: 'lower' | 'doubtful' }>,
  given: Given,
  facts: Facts,
): Step {
  const said = given.by === 'tap' ? given.button : yesOrNo(given.text);
  const { observation } = question;
  if (said === 'yes') {
    return proceed(
      question,
      { progress: question.progress, observation, confirmed: question.kind === 'lower' },
      facts,
    );
  }
  if (said === 'no') return proceed(question, { progress: null, observation, confirmed: false }, facts);
  if (given.by === 'tap') return { do: 'nothing' };
  const answer = readTypedAnswer(given.text);
  if (answer.kind === 'percentage')
    return proceed(question, { progress: answer.tenths, observation, confirmed: false }, facts);
  if (answer.kind === 'both') {
    return proceed(
      question,
      { progress: answer.tenths, observation: answer.observation, confirmed: false },
      facts,
    );
  }
  if (answer.kind === 'outOfRange')
    return { do: 'hint', hint: { kind: 'outOfRange', written: answer.written } };
  return { do: 'hint', hint: { kind: 'yesOrNo' } };
}

function keepOrChange(
  question: Extract<DirectQuestion, { kind: 'overwrite' }>,
  given: Given,
  facts: Facts,
): Step {
  const said = given.by === 'tap' ? given.button : keepOrChangeInWords(given.text);
  if (said === 'keep') return { do: 'leave' };
  if (said === 'change') {
    const { progress, observation, confirmed } = question;
    return proceed(question, { progress, observation, confirmed }, facts);
  }
  return given.by === 'tap' ? { do: 'nothing' } : { do: 'hint', hint: { kind: 'keepOrChange' } };
}

function keepOrChangeInWords(text: string): 'keep' | 'change' | null {
  const words = bareWords(text);
  if (/^((la|lo) )?(dejo|deje|dejar|dejarla|dejarlo|dejala|dejalo)( asi)?$|^asi( esta bien)?$/.test(words))
    return 'keep';
  return /^((la|lo) )?(cambio|cambie|cambiar|cambiarla|cambiarlo|cambiala)$/.test(words) ? 'change' : null;
}

/** What comes before they have said whose it is stands with what came first; nothing of it is lost or filed. */
function misplaced(
  question: Extract<ReportQuestion, { kind: 'misplaced' }>,
  given: Given,
  facts: Facts,
): Step {
  if (isForThis(given)) return decide(question.asked, { by: 'typed', text: question.sent }, facts);
  const said = given.by === 'tap' ? given.button : yesOrNo(given.text);
  if (said === 'no')
    return {
      do: 'ask',
      question: question.asked,
      keep: null,
      note: { kind: 'notFiled', repliedTo: question.repliedTo },
    };
  if (given.by === 'tap') return { do: 'nothing' };
  const sent = `${question.sent}\n${given.text}`;
  return { do: 'ask', question: { ...question, sent }, keep: null, note: null };
}

/** *Sí, es para esta*: what was sent after a long silence counts, as of the moment it was sent. */
export function isForThis(given: Given): boolean {
  return (given.by === 'tap' ? given.button : yesOrNo(given.text)) === 'yes';
}

function onlyPercentage(answer: TypedAnswer): number | null {
  if (answer.kind === 'percentage') return answer.tenths;
  return answer.kind === 'doubtful' && answer.observation === null ? answer.tenths : null;
}
