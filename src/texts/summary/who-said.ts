import type { Moment } from '../../domain/dates.ts';
import { shorten } from '../html.ts';
import { clockTime } from '../words/days.ts';

export const planningWords = {
  planning: 'registrado por Planeación',
  correction: 'corregido por Planeación',
} as const;

/** *Ana Arboleda, 16 de marzo, 9:40 a. m.*, *corregido por Planeación (Diana Mina), …* */
export function whoSaid({ moment, by, origin }: Said): string {
  const name = by === null ? '' : ` (${shorten(by, 60)})`;
  const who =
    origin === 'import'
      ? 'importado del formato'
      : origin === 'chat'
        ? shorten(by ?? '', 60)
        : `${planningWords[origin]}${name}`;
  return `${who}, ${clockTime(moment)}`;
}

/** The author of a revision, its moment and its origin. */
export type Said = {
  readonly moment: Moment;
  /** Null: taken from a form, or stored on the command line. */
  readonly by: string | null;
  readonly origin: 'chat' | 'import' | 'planning' | 'correction';
};
