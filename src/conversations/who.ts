import { commandsFor } from '../actions/commands.ts';
import type { Html } from '../domain/events.ts';
import { help } from '../texts/help.ts';
import { mayNow, rolesNow } from './allowed.ts';
import type { Turn } from './turn.ts';

/** Whether the person of a turn has activities to report. */
export function mayReport(turn: Turn): boolean {
  return mayNow(turn, 'report');
}

/** `/ayuda`: what this person can do, nothing else: the same list as the menu's. */
export function helpFor(turn: Turn): Html {
  return help(commandsFor(rolesNow(turn)), mayReport(turn));
}
