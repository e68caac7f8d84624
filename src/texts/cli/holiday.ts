import { longDay } from '../words/days.ts';

export const dayOffKinds = { national: 'nacional', local: 'de la entidad' } as const;

export const dayOffRefusals = {
  notADate: (text: string) => `«${text}» no es una fecha como 2026-05-22`,
  name: 'diga por qué no se trabaja ese día, en hasta 200 caracteres',
  weekend: 'ese día cae en fin de semana: ya no es hábil',
  holiday: (name: string) => `ese día ya es festivo: ${name}`,
  alreadyOff: (name: string) => `ese día ya no es hábil: ${name}`,
  reopens: (cut: number) =>
    `ese día ya pasó, y sin él el corte ${cut}, que está cerrado, volvería a recibir reportes`,
  notOff: (text: string) => `el ${text} no es un día no hábil de la entidad`,
  past: 'ese día ya llegó; solo se quitan los que están por venir',
  ofTheLaw: (name: string) => `ese día es festivo por ley: ${name}`,
} as const;

export const dayOffDone = (date: string, name: string) => `El ${longDay(date)} ya no es día hábil: ${name}.`;

export const dayOffGone = (date: string, name: string) =>
  `El ${longDay(date)} vuelve a ser día hábil (era ${name}).`;
