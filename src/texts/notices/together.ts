import { shorten } from '../html.ts';

/** The buttons of several notices in one message: each says of whom. */
export const togetherButtons = {
  notThatPerson: (name: string) => `No es ${shorten(name, 45)}`,
  thatPerson: (name: string) => `Sí, es ${shorten(name, 45)}`,
  person: (name: string) => `Ver a ${shorten(name, 45)}`,
  contract: (name: string) => `Fin de contrato: ${shorten(name, 40)}`,
  give: (name: string) => `Dar el cargo de ${shorten(name, 40)}`,
  record: (position: string) => `Registrar el avance: ${shorten(position, 40)}`,
} as const;
