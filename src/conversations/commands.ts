import { type CommandName, commands, isCommand } from '../actions/commands.ts';
import { hasReported } from '../db/reports-of-person.ts';
import type { Message } from '../domain/events.ts';
import { comparable } from '../domain/outside-text.ts';
import { ownReportRow } from '../notices/own-report-row.ts';
import { notForYou, unknownCommand } from '../texts/help.ts';
import { paragraphs } from '../texts/html.ts';
import { allowed } from './allowed.ts';
import { showAudit } from './audit/audit.ts';
import { firstSteps } from './beginning/first-steps.ts';
import { showCuts } from './cuts/cuts.ts';
import { startReopening } from './cuts/reopen-in-words.ts';
import { askToLeave, showMyData } from './enrolment/personal-data.ts';
import { askForForm } from './importing/importing.ts';
import { showPending } from './pending/pending.ts';
import { remindWhom } from './pending/remind-in-words.ts';
import { startGiving } from './people/giving.ts';
import { inviteWritten } from './people/inviting.ts';
import { whatIsAwaited } from './people/offices-waiting.ts';
import { showPeople } from './people/people.ts';
import { startReporting } from './people/vacant.ts';
import { offer } from './reporting/incoming/nothing-asked.ts';
import { whyNotNow } from './reporting/not-now/not-now.ts';
import { showMyActivities } from './reporting/own-activities/my-activities.ts';
import { cancel } from './reporting/round/cancel.ts';
import { startPresenting } from './review/presenting.ts';
import { startVerifying } from './review/verifying.ts';
import { showExport } from './summary/export.ts';
import { showSummary } from './summary/show-summary.ts';
import { say, type Turn } from './turn.ts';
import { helpFor } from './who.ts';

type Run = (turn: Turn, words: string) => void;

/** The map of the bot: the conversation that each command opens. Who may use it stands in `actions/commands.ts`. */
const runs: Readonly<Record<CommandName, Run>> = {
  start: (turn) => say(turn, offer(turn, 'greeting')),
  inicio: (turn) => say(turn, firstSteps(turn.db, turn.now)),
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
  recordar: remindWhom,
  verificar: startVerifying,
  pendientes: showPending,
  personas: showPeople,
  invitar: (turn, words) => (words === '' ? startGiving(turn, 'invite') : inviteWritten(turn, words)),
  asignar: (turn) => startGiving(turn, 'assign'),
  encargo: (turn) => startGiving(turn, 'acting'),
};

/** A text that begins with `/`. Telegram's commands have no accents; people write *auditoría* with its own. */
export function answerCommand(turn: Turn, text: string): void {
  const [, written = '', words = ''] = /^\/([\p{L}\p{M}\d_]+)(?:@\w+)?\s*([\s\S]*)$/u.exec(text) ?? [];
  const name = comparable(written);
  if (!isCommand(name)) say(turn, { html: unknownCommand() });
  else if (!allowed(turn, commands[name], { command: name })) say(turn, whyNot(turn, name));
  else runs[name](turn, words.trim());
}

/**
 * Why a command is not for this person: one's own activities may be somebody else's for now, an office may wait. Who has
 * left a position still takes home what they reported: contractors are paid for it afterwards.
 */
function whyNot(turn: Turn, name: CommandName): Message {
  const isOwn = name === 'reportar' || name === 'misactividades';
  const html = (isOwn ? whyNotNow(turn) : null) ?? paragraphs(notForYou(), whatIsAwaited(turn));
  return isOwn && hasReported(turn.db, turn.person.id) ? { html, keyboard: ownReportRow() } : { html };
}
