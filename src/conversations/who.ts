import { commandsFor } from '../actions/commands.ts';
import type { Html } from '../domain/events.ts';
import { help } from '../texts/help.ts';
import { paragraphs } from '../texts/html.ts';
import { mayNow, rolesNow } from './allowed.ts';
import { whatIsAwaited } from './people/offices-waiting.ts';
import type { Turn } from './turn.ts';

/** Whether the person of a turn has activities to report. */
export function mayReport(turn: Turn): boolean {
  return mayNow(turn, 'report');
}

/** `/ayuda`: what this person can do, nothing else: the same list as the menu's. An office that waits is said first. */
export function helpFor(turn: Turn): Html {
  return paragraphs(whatIsAwaited(turn), help(commandsFor(rolesNow(turn)), mayReport(turn)));
}
