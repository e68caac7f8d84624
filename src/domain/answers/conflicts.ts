import type { Carrying } from './carrier-words.ts';
import type { Figure, Part } from './parts-of-text.ts';
import { isContent } from './silent-parts.ts';

/**
 * A percentage in the observation that differs from `tenths`: it begins or ends the words, begins a clause, or stands
 * with *avance, va, llevo*. `30 % del presupuesto` is not about the activity.
 */
export function conflictIn(parts: readonly Part[], tenths: number): Figure | null {
  const first = parts.findIndex(isContent);
  const last = parts.findLastIndex(isContent);
  for (const [at, part] of parts.entries()) {
    if (part.kind !== 'figure' || part.tenths === null || part.tenths === tenths) continue;
    if (isRest(parts, at) && part.tenths + tenths === 1000) continue;
    const place = { begins: first < 0 || at < first, ends: at > last };
    if (conflicts(parts, at, part, place)) return part;
  }
  return null;
}

function conflicts(
  parts: readonly Part[],
  at: number,
  figure: Figure,
  { begins, ends }: { readonly begins: boolean; readonly ends: boolean },
): boolean {
  const ofSomething = isOf(parts[at + 1]);
  const progress = standsWithProgress(parts, at);
  if (!figure.signed) return (begins && !ofSomething) || (ends && progress);
  if (progress) return true;
  if (ofSomething) return isProgress(parts[at + 2]);
  return begins || ends || beginsClause(parts, at);
}

/** Whether the words before a figure make it the progress: *avance del, vamos en, llevo*. */
export function standsWithProgress(parts: readonly Part[], at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const part = parts[before];
    if (isProgress(part)) return true;
    const leadsOn = part?.kind === 'date' || (part?.kind === 'mark' && part.mark === ':');
    if (!leadsOn && !only(part, ['carrier', 'of', 'almost'])) return false;
  }
  return false;
}

/** Whether the figure at `at` is the part still to be done: `falta el 20 %`, `20 % por ejecutar`. */
export function isRest(parts: readonly Part[], at: number): boolean {
  return touchesRest(parts, at, -1) || touchesRest(parts, at, 1);
}

function touchesRest(parts: readonly Part[], from: number, step: 1 | -1): boolean {
  for (let at = from + step; at >= 0 && at < parts.length; at += step) {
    const part = parts[at];
    if (only(part, ['missing'])) return true;
    if (!only(part, ['carrier', 'of', 'almost']) && part?.kind !== 'sign') return false;
  }
  return false;
}

export function isOf(part: Part | undefined): boolean {
  return only(part, ['of']) && part?.newLine === false;
}

function isProgress(part: Part | undefined): boolean {
  return only(part, ['now']);
}

function only(part: Part | undefined, meanings: readonly Carrying[]): boolean {
  return part?.kind === 'words' && meanings.includes(part.meaning);
}

function beginsClause(parts: readonly Part[], at: number): boolean {
  const before = parts[at - 1];
  if (parts[at]?.newLine === true || only(before, ['joint'])) return true;
  return before?.kind === 'mark' && before.role === 'separator';
}
