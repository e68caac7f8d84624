import { record } from '../../db/audit.ts';
import { plannedCut } from '../../db/plans.ts';
import { type FileFormat, fileFormats, writeButton } from '../../domain/buttons.ts';
import { isTooLong, mostActivities, requestFiles } from '../../summary/file-request.ts';
import * as texts from '../../texts/summary/screens.ts';
import { say, type Turn } from '../turn.ts';
import { type CutCommand, isOpened, withCut } from './which-cut.ts';

/** `/exportar`, `/exportar marzo`, `/exportar 2`: which file of which cut. */
export function showExport(turn: Turn, words: string): void {
  const to: CutCommand['to'] = (cutId) => ({ to: 'screen', screen: 'export', args: { cutId } });
  withCut(turn, words, { name: 'exportar', to }, ({ cut }) => askWhichFile(turn, cut.id));
}

/** The files of a cut to choose from. */
export function askWhichFile(turn: Turn, cutId: number): void {
  const planned = isOpened(turn, cutId) ? plannedCut(turn.db, cutId) : undefined;
  if (!planned) return;
  const buttons = fileFormats.map((format) => ({
    text: texts.exportButtons[format],
    data: writeButton({ to: 'file', cutId, format }),
  }));
  say(turn, {
    html: texts.whichFile(planned.plan, planned.cut),
    keyboard: [buttons.slice(0, 2), buttons.slice(2)],
  });
}

/** One more file of a cut, as a document. */
export function tapFile(turn: Turn, cutId: number, format: FileFormat): void {
  if (!isOpened(turn, cutId)) return;
  const planId = plannedCut(turn.db, cutId)?.plan.id ?? 0;
  if (isTooLong(turn.db, planId, format))
    say(turn, { html: texts.doesNotFit(format, mostActivities(format)) });
  else {
    const asked = requestFiles(
      turn.db,
      { chatId: turn.chatId, personId: turn.person.id, cutId, as: 'reply' },
      [format],
      turn.now,
    );
    const by = { personId: turn.person.id };
    if (asked.length > 0) record(turn.db, { at: turn.now, act: 'exported', by, cutId, after: { format } });
  }
}
