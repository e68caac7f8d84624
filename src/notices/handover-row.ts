import type { Assignment } from '../db/assignments.ts';
import type { Keyboard } from '../domain/events.ts';
import { writeScreen } from '../domain/screens.ts';
import { handoverButton } from '../texts/people/handover.ts';

/** The button that gives the *relación de entrega* of a position, in a row of its own; an office has none. */
export function handoverRow({ id, positionId }: Pick<Assignment, 'id' | 'positionId'>): Keyboard {
  if (positionId === null) return [];
  return [[{ text: handoverButton, data: writeScreen('handover', { assignmentId: id }) }]];
}
