import { type CommandName, commands, isCommand } from '../actions/commands.ts';
import { pendingTasksOf } from '../db/tasks.ts';
import { chatterOf } from '../domain/answers/chatter.ts';
import type { Chatter } from '../domain/answers/chatter-words.ts';
import { bareWords } from '../domain/answers/yes-or-no.ts';
import { monthNumber } from '../domain/months.ts';
import { comparable } from '../domain/outside-text.ts';
import { withPleasure } from '../texts/help.ts';
import { mayNow } from './allowed.ts';
import { answerCommand } from './commands.ts';
import { askedNow, isDeciding } from './dialogs/asked-now.ts';
import { snooze } from './pending/snooze.ts';
import { offerCorrections } from './reporting/incoming/last-reports.ts';
import { offer } from './reporting/incoming/nothing-asked.ts';
import { showNumber } from './summary/detail.ts';
import { say, type Turn } from './turn.ts';
import { mayReport } from './who.ts';

/** Typed alone these mean something else: *salir* is to stop, not to erase one's account. */
const onlyWithSlash: readonly CommandName[] = ['start', 'salir', 'cancelar'];

/** In characters. Whoever writes more tells something. */
const longest = 100;

/** What somebody with an office asks for in words. */
const commandOf: Readonly<Partial<Record<Chatter, CommandName>>> = {
  summary: 'resumen',
  missing: 'pendientes',
  files: 'exportar',
  remind: 'recordar',
};

/**
 * The words of a command that this person may use, and what offices ask for: *resumen*, *¿cómo vamos?*, *quién falta*,
 * *pdf* (specification: Chatter). A question that is open stays open. @returns false when the text is none of these
 */
export function runInWords(turn: Turn, text: string): boolean {
  const number = activityIn(text);
  if (number !== null && mayNow(turn, 'summary') && !mayReport(turn) && !askedNow(turn)) {
    showNumber(turn, number);
    return true;
  }
  const found = commandIn(text);
  if (found === null || !mayNow(turn, commands[found.name])) return false;
  if (isDeciding(turn)) return false;
  if (found.words !== '' && askedNow(turn)) return false;
  answerCommand(turn, `/${found.name} ${found.words}`);
  return true;
}

function commandIn(text: string): { readonly name: CommandName; readonly words: string } | null {
  if (text.length > longest) return null;
  const name = bareWords(text).replaceAll(' ', '');
  if (isCommand(name)) return onlyWithSlash.includes(name) ? null : { name, words: '' };
  const said = comparable(text)
    .replace(/[.!¡¿?]+/g, '')
    .trim();
  const asked =
    /^(?:(?:quiero|quisiera|ver|deme|el) )*(resumen|exportar|auditoria)(?: de| del)? ((?:\S+ ?){1,3})$/.exec(
      said,
    );
  const [, command = '', words = ''] = asked ?? [];
  if (isCommand(command)) return { name: command, words };
  const cut = cutIn(said);
  if (cut !== null) return { name: 'resumen', words: cut };
  if (/^(?:(?:quiero|quisiera|ver|deme|el|los) )*(?:resumen|avances?)$/.test(said))
    return { name: 'resumen', words: '' };
  if (/^(?:el )?formato$/.test(said)) return { name: 'exportar', words: '' };
  const wanted = chatterOf(text);
  const office = wanted === null ? undefined : commandOf[wanted];
  return office === undefined ? null : { name: office, words: '' };
}

/** The number in *la 3*, *detalle de la 3*, *¿y la n.º 3?*: an office asks for that activity. */
function activityIn(text: string): string | null {
  if (text.length > longest) return null;
  const said = comparable(text)
    .replace(/[.!¡¿?]+/g, '')
    .trim();
  return (
    /^(?:(?:y|ver|detalles?(?: de)?|como va) )*la (?:actividad )?(?:n[ºo°]? ?)?(\d{1,3})$/.exec(said)?.[1] ??
    null
  );
}

/** The cut in *¿cómo íbamos en marzo?*, *el de marzo*, *primer trimestre*. */
function cutIn(said: string): string | null {
  const named = /^(?:y )?(?:como ibamos en|como iba en|el de|el del) ([a-z]+(?: de \d{4})?)$/.exec(said)?.[1];
  if (named !== undefined && monthNumber(named.split(' ')[0] ?? '') !== undefined) return named;
  return /^(?:el )?(primer|segundo|tercer|cuarto) (?:trimestre|monitoreo|corte)$/.exec(said)?.[1] ?? null;
}

/** *Ok*, *muy bien* or an emoji of somebody who reports nothing. */
function isAcknowledgement(text: string): boolean {
  return /^(?:|ok|okay|listo|vale|bien|muy bien|entendido|enterad[oa]|recibido|de acuerdo|excelente|perfecto)$/.test(
    bareWords(text),
  );
}

/** What is wanted while nothing is asked. @returns false when it wants nothing that can be done */
export function doWanted(turn: Turn, text: string): boolean {
  const wanted = chatterOf(text);
  switch (wanted) {
    case 'help':
      answerCommand(turn, '/ayuda');
      return true;
    case 'stop':
      answerCommand(turn, '/cancelar');
      return true;
    case 'thanks':
      say(turn, { html: withPleasure() });
      return true;
    case 'greeting':
      say(turn, offer(turn, 'greeting'));
      return true;
    case 'correct':
      if (mayReport(turn)) offerCorrections(turn);
      return mayReport(turn);
    case 'show': {
      const name = mayReport(turn) ? 'misactividades' : 'pendientes';
      if (!mayNow(turn, commands[name])) return false;
      answerCommand(turn, `/${name}`);
      return true;
    }
    case 'later':
      if (mayReport(turn)) snooze(turn);
      return mayReport(turn);
    case 'unclear': {
      const pending = mayReport(turn) ? pendingTasksOf(turn.db, turn.person.id, turn.moment).length : 0;
      if (pending > 0 || !(mayReport(turn) || isAcknowledgement(text))) return false;
      say(turn, mayReport(turn) ? offer(turn, 'greeting') : { html: withPleasure() });
      return true;
    }
    case 'summary':
    case 'missing':
    case 'files':
    case 'remind':
    case null:
      return false;
  }
}
