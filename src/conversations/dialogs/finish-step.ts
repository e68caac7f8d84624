import type { Message } from '../../domain/events.ts';
import { nothing } from '../../texts/html.ts';
import { resumeImport } from '../importing/importing.ts';
import { askNext } from '../reporting/round/ask-next.ts';
import { follow, type Turn } from '../turn.ts';
import { closeSteps } from './dialog.ts';

/** Ends an administrative conversation with a last word, and asks again what it had interrupted. */
export function finishStep(turn: Turn, message: Message): void {
  closeSteps(turn);
  follow(turn, message);
  askNext({ ...turn, tappedRow: null }, { saved: null, before: nothing });
  resumeImport({ ...turn, tappedRow: null });
}
