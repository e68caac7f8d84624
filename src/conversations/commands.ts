import type { Action } from '../actions/access.ts';
import { help, notForYou, unknownCommand } from '../texts/help.ts';
import { allowed } from './allowed.ts';
import { askForForm } from './importing.ts';
import { showMyActivities } from './my-activities.ts';
import { showPending } from './pending.ts';
import { askToLeave, showMyData } from './personal-data.ts';
import { cancel } from './reporting/cancel.ts';
import { startRound } from './reporting/continue.ts';
import { offer } from './reporting/typed.ts';
import { showExport, showSummary } from './summary.ts';
import { say, type Turn } from './turn.ts';
import { whoIs } from './who.ts';

type Command = { readonly needs: Action | null; readonly run: (turn: Turn, words: string) => void };

/** The map of the bot: every command, who may use it, and the conversation it opens. */
const commands: Readonly<Record<string, Command>> = {
  start: { needs: null, run: (turn) => say(turn, offer(turn, 'greeting')) },
  ayuda: { needs: null, run: (turn) => say(turn, { html: help(whoIs(turn)) }) },
  misdatos: { needs: null, run: showMyData },
  salir: { needs: null, run: askToLeave },
  misactividades: { needs: 'report', run: showMyActivities },
  reportar: { needs: 'report', run: (turn) => startRound(turn) },
  cancelar: { needs: null, run: cancel },
  resumen: { needs: 'summary', run: (turn, words) => showSummary(turn, words === '' ? null : words) },
  exportar: { needs: 'export', run: (turn, words) => showExport(turn, words === '' ? null : words) },
  importar: { needs: 'importPlan', run: askForForm },
  pendientes: { needs: 'summary', run: showPending },
};

/** A text that begins with `/`. */
export function answerCommand(turn: Turn, text: string): void {
  const [, name = '', words = ''] = /^\/([A-Za-z0-9_]+)(?:@\w+)?\s*([\s\S]*)$/.exec(text) ?? [];
  const known = name.toLowerCase();
  const command = Object.hasOwn(commands, known) ? commands[known] : undefined;
  if (!command) say(turn, { html: unknownCommand() });
  else if (command.needs !== null && !allowed(turn, command.needs, { command: known }))
    say(turn, { html: notForYou() });
  else command.run(turn, words.trim());
}
