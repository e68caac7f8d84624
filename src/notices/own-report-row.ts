import type { Keyboard } from '../domain/events.ts';
import { writeScreen } from '../domain/screens.ts';
import { ownReportButtons } from '../texts/reporting/own-report.ts';

/** The button to *Mi informe*, in a row of its own. */
export function ownReportRow(): Keyboard {
  return [[{ text: ownReportButtons.open, data: writeScreen('myreport', {}) }]];
}
