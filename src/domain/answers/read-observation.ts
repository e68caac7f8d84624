import { hasLetter } from '../invisible.ts';
import { withoutLinks } from '../links.ts';
import { type Answer, asking, type Numbers } from './answer.ts';
import { chatterOfResponsible } from './chatter.ts';
import { conflictIn, isRest } from './conflicts.ts';
import { listMarks } from './counted-lists.ts';
import { withoutCourtesies, withoutSignature } from './courtesies.ts';
import { type Part, partsOf } from './parts-of-text.ts';
import { readPercentage } from './read-percentage.ts';
import { isContent } from './silent-parts.ts';
import { stateOf } from './states.ts';

/** True and short, although it is made of words that elsewhere only carry a figure. */
const ONGOING = /^\W*en (?:plena )?ejecuci[oó]n\W*$/iu;

/**
 * Reads a text as the answer to *Describa lo realizado* after the figure `tapped`. Words are taken as they are, except
 * figures and states that contradict the figure, and chatter.
 */
export function readObservation(written: string, tapped: number, numbers: Numbers): Answer {
  const text = withoutSignature(written);
  const said = withoutLinks(text).replace(/\bwww\.\S+/gi, '');
  if (!/[\p{L}\p{N}]/u.test(said) && /\p{L}/u.test(text)) return { kind: 'nothing' };
  const parts = partsOf(text);
  const hasContent = parts.some((part) => isContent(part) && /\p{L}/u.test(text.slice(part.start, part.end)));
  const listed = listMarks(text).size > 0;
  if (!hasContent && !listed) {
    const only = readPercentage(text, new Set());
    switch (only.kind) {
      case 'percentage':
        return only;
      case 'ask':
        return only.why === 'state' ? ofState(text, parts, only.options[0] ?? 0, tapped) : only;
      case 'observation':
        return { kind: 'nothing' };
      case 'both':
      case 'outOfRange':
      case 'chatter':
      case 'nothing':
        return only.kind === 'nothing' && (saysSomething(parts) || ONGOING.test(text))
          ? { kind: 'observation', text }
          : only;
    }
  }
  const chatter = chatterOfResponsible(text);
  const state = stateOf(text);
  if (state !== null && (state.whole || (state.tenths === 0 && /^\W*no se (?:ha|han|a)\s/iu.test(text)))) {
    return ofState(text, parts, state.tenths, tapped);
  }
  if (chatter !== null) return { kind: 'chatter', as: chatter };
  const named = /^\s*(\S{1,8}?)\s*(?:[-.)]|\.-)\s*\p{L}/u.exec(text)?.[1];
  if (!listed && named !== undefined && numbers.has(named))
    return asking('small', [], withoutCourtesies(text, parts), named);
  const conflict = listed ? null : conflictIn(parts, tapped);
  if (conflict !== null && conflict.tenths !== null) {
    const read = readPercentage(text, new Set());
    const observation = 'observation' in read ? read.observation : withoutCourtesies(text, parts);
    const rest = isRest(parts, parts.indexOf(conflict));
    return asking('contradicted', [rest ? 1000 - conflict.tenths : conflict.tenths], observation);
  }
  return hasLetter(text)
    ? { kind: 'observation', text: withoutCourtesies(text, parts) }
    : { kind: 'nothing' };
}

/** A state counts as the observation when it agrees with the figure. */
function ofState(text: string, parts: readonly Part[], tenths: number, tapped: number): Answer {
  if (tenths === tapped) return { kind: 'observation', text: withoutCourtesies(text, parts) };
  return asking('state', [tenths], null);
}

/** Words that say how it goes without saying what was done: *casi terminada*, *falta poco*. */
function saysSomething(parts: readonly Part[]): boolean {
  return parts.some(
    (part) => part.kind === 'words' && ['done', 'whole', 'almost', 'missing', 'not'].includes(part.meaning),
  );
}
