import type { LocalDate } from '../../domain/dates.ts';
import { longDay } from '../words/days.ts';
import { cutOfPlan } from './cuts.ts';

export const calendarName = 'Cortes de los planes';

type Cut = {
  readonly plan: { readonly title: string; readonly fiscalYear: number };
  readonly number: number;
  readonly closing: LocalDate;
  readonly lastDay: LocalDate;
};
type Words = { readonly title: string; readonly description: string };

const ofCut = ({ plan, number }: Cut) => cutOfPlan({ plan, cutNumber: number });

/** What each day of a cut is called in a calendar. */
export const calendarTexts = {
  opens: (cut: Cut): Words => ({
    title: `Abre el ${ofCut(cut)}`,
    description: `Desde hoy se reporta. Cierra el ${longDay(cut.closing)}.`,
  }),
  closes: (cut: Cut): Words => ({
    title: `Cierra el ${ofCut(cut)}`,
    description: `Después, hasta el ${longDay(cut.lastDay)}, se recibe como extemporáneo.`,
  }),
  closesForGood: (cut: Cut): Words => ({
    title: `Cierra el ${ofCut(cut)}`,
    description: 'Es el último día para reportar.',
  }),
  lastDay: (cut: Cut): Words => ({
    title: `Último día del ${ofCut(cut)}`,
    description: 'Lo que falta se recibe hoy como extemporáneo; después no.',
  }),
} as const satisfies Readonly<Record<string, (cut: Cut) => Words>>;
