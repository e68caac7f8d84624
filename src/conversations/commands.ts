import { type CommandName, commands, isCommand } from '../actions/commands.ts';
import { comparable } from '../domain/outside-text.ts';
import { notForYou, unknownCommand } from '../texts/help.ts';
import { showAudit } from './administration/audit.ts';
import { showCuts } from './administration/cuts.ts';
import { startGiving } from './administration/giving.ts';
import { showPeople } from './administration/people.ts';
import { startPresenting } from './administration/presenting.ts';
import { showWhomToRemind } from './administration/remind.ts';
import { startReopening } from './administration/reopen.ts';
import { startReporting } from './administration/vacant.ts';
import { startVerifying } from './administration/verifying.ts';
import { allowed } from './allowed.ts';
import { askForForm } from './importing.ts';
import { showMyActivities } from './my-activities.ts';
import { showPending } from './pending.ts';
import { askToLeave, showMyData } from './personal-data.ts';
import { cancel } from './reporting/cancel.ts';
import { offer } from './reporting/typed.ts';
import { showExport, showSummary } from './summary.ts';
import { say, type Turn } from './turn.ts';
import { helpFor } from './who.ts';

type Run = (turn: Turn, words: string) => void;

/** The map of the bot: the conversation that each command opens. Who may use it stands in `actions/commands.ts`. */
const runs: Readonly<Record<CommandName, Run>> = {
  start: (turn) => say(turn, offer(turn, 'greeting')),
  ayuda: (turn) => say(turn, { html: helpFor(turn) }),
  misdatos: showMyData,
  salir: askToLeave,
  misactividades: showMyActivities,
  reportar: startReporting,
  cancelar: cancel,
  resumen: showSummary,
  exportar: showExport,
  auditoria: showAudit,
  importar: askForForm,
  presentar: startPresenting,
  cortes: showCuts,
  reabrir: startReopening,
  recordar: showWhomToRemind,
  verificar: startVerifying,
  pendientes: showPending,
  personas: showPeople,
  invitar: (turn) => startGiving(turn, 'invite'),
  asignar: (turn) => startGiving(turn, 'assign'),
  encargo: (turn) => startGiving(turn, 'acting'),
};

/** A text that begins with `/`. Telegram's commands have no accents; people write *auditoría* with its own. */
export function answerCommand(turn: Turn, text: string): void {
  const [, written = '', words = ''] = /^\/([\p{L}\p{M}\d_]+)(?:@\w+)?\s*([\s\S]*)$/u.exec(text) ?? [];
  const name = comparable(written);
  if (!isCommand(name)) say(turn, { html: unknownCommand() });
  else if (!allowed(turn, commands[name], { command: name })) say(turn, { html: notForYou() });
  else runs[name](turn, words.trim());
}
