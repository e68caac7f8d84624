import type { Html } from '../../domain/events.ts';
import * as texts from '../../texts/reporting.ts';
import type { Turn } from '../turn.ts';
import { mayReport } from '../who.ts';

/** Why an activity is not this person's to report any more. */
export function notTheirs(turn: Turn, number: string): Html {
  return mayReport(turn) ? texts.noLongerYours(number) : texts.hasResponsibleNow(number);
}
