import { plannedCut } from '../../db/plans.ts';
import { openQuestion } from '../../db/questions.ts';
import { presentationsOf, presentedCuts } from '../../db/review.ts';
import { bareWords } from '../../domain/answers/yes-or-no.ts';
import { whichCut } from '../../texts/summary/screens.ts';
import { showScreen } from '../all-screens.ts';
import { mayNow } from '../allowed.ts';
import { offerCuts } from '../summary/which-cut.ts';
import { say, type Turn } from '../turn.ts';
import { numbersAndRemark } from './numbers-and-remark.ts';
import { returnInWords } from './returning.ts';

const screenOf: Readonly<Record<string, 'approve' | 'return'>> = {
  aprobar: 'approve',
  apruebo: 'approve',
  'si apruebo': 'approve',
  aprobado: 'approve',
  devolver: 'return',
  devuelvo: 'return',
  devuelto: 'return',
};

/** *devolver 7: falta el enlace*, *devuelvo la 3 y la 5 porque faltan actas* */
const RETURN = /^\s*(?:devolver|devuelvo|devuelva(?:n|le|les)?|devu[eé]lva(?:le|les))\s+/iu;

/**
 * The mayor writes what a button under the presented cut says, while nothing is asked: as if it had been tapped, so it
 * is asked once more before anything is decided. @returns false when it is none of that.
 */
export function decideInWords(turn: Turn, text: string): boolean {
  const returned = RETURN.test(text) ? numbersAndRemark(text.replace(RETURN, '')) : null;
  const words = returned ? 'devolver' : bareWords(text);
  const screen = Object.hasOwn(screenOf, words) ? screenOf[words] : undefined;
  if (!screen || openQuestion(turn.db, turn.person.id) || !mayNow(turn, 'approve')) return false;
  const waiting = presentedCuts(turn.db).flatMap(({ cutId }) => {
    const [latest] = presentationsOf(turn.db, cutId);
    const planned = plannedCut(turn.db, cutId);
    return latest?.outcome === null && planned ? [{ presentationId: latest.id, planned }] : [];
  });
  const [only] = waiting;
  if (!only) return false;
  const decides = (presentationId: number) => ({ to: 'screen', screen, args: { presentationId } }) as const;
  const presentationOf = new Map(waiting.map((each) => [each.planned.cut.id, each.presentationId]));
  if (waiting.length === 1 && returned)
    returnInWords(turn, only.presentationId, returned.numbers, returned.remark);
  else if (waiting.length === 1) showScreen(turn, decides(only.presentationId));
  else
    say(turn, {
      html: whichCut(),
      keyboard: offerCuts(
        waiting.map((each) => each.planned),
        (cutId) => decides(presentationOf.get(cutId) ?? 0),
      ),
    });
  return true;
}
