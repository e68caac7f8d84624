import { chatterOf } from '../../../domain/answers/chatter.ts';
import { readCorrection } from '../../../domain/answers/corrections.ts';
import { planNumbers } from '../../../domain/answers/plan-numbers.ts';
import { stateOf } from '../../../domain/answers/states.ts';
import { itemsOf } from '../../../domain/answers/typed-numbers.ts';
import { yesOrNo } from '../../../domain/answers/yes-or-no.ts';
import { hasLetter } from '../../../domain/invisible.ts';
import { linksIn } from '../../../domain/links.ts';

/** Fewer words say too little to be added to a report unasked. */
const fewest = 3;

/** Whether a text only tells what was done: no figure, number, link, question, yes or no, or chatter. */
export function isPlainWords(text: string): boolean {
  const items = itemsOf(text);
  const words = items.filter((item) => item.kind === 'word');
  return (
    hasLetter(text) &&
    words.length >= fewest &&
    items.every((item) => item.kind === 'word' || (item.kind === 'mark' && !'¿?'.includes(item.mark))) &&
    linksIn(text).length === 0 &&
    yesOrNo(text) === null &&
    chatterOf(text) === null &&
    stateOf(text) === null &&
    readCorrection(text, () => planNumbers([])) === null
  );
}
