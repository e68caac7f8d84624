import { addDays, type LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { html, italic, nothing, paragraphs, plain, shorten } from '../html.ts';
import { dayFrom } from '../people/assign.ts';
import { count } from '../words/amounts.ts';
import { the } from '../words/articles.ts';
import { day } from '../words/days.ts';
import { firstName, monitoring } from '../words/names.ts';
import { capital, enumerate, theNumbers } from '../words/sentences.ts';

export type Away = {
  /** The position; null: it goes without saying. */
  readonly position: string | null;
  readonly heldBy: readonly string[];
  readonly byActing: boolean;
  readonly lastDay: LocalDate | null;
  readonly since: LocalDate | null;
  readonly wasActing: boolean;
  readonly from: LocalDate | null;
};

/** *Hasta el 20 de junio reporta Luz Torres por encargo; el 21 vuelve a usted.* */
export function positionAway(of: Away, today: LocalDate): Html {
  const { from, lastDay } = of;
  const who = enumerate(of.heldBy.map((name) => shorten(name, 80)));
  const reports = `${of.heldBy.length > 1 ? 'reportan' : 'reporta'} ${who}`;
  const named = of.position === null ? '' : ` (${shorten(of.position, 150)})`;
  if (from !== null) {
    const comes = lastDay === null ? 'queda a su cargo' : 'vuelve a usted';
    const until = addDays(from, -1);
    if (who === '') return plain(`${capital(dayFrom(from, today))} ${comes} su cargo${named}.`);
    const day = from.slice(0, 7) === until.slice(0, 7) && from > addDays(today, 1);
    const back = day ? `el ${Number(from.slice(8))}` : dayFrom(from, today);
    const how = of.byActing ? ' por encargo' : '';
    return plain(`Hasta ${dayFrom(until, today)} ${reports}${how}${named}; ${back} ${comes}.`);
  }
  const ended = lastDay === null ? '' : dayFrom(lastDay, today);
  if (of.wasActing)
    return plain(`Su encargo${named} terminó ${ended}${who === '' ? '' : `; ahora ${reports}`}.`);
  const since = of.since === null ? '' : `desde ${dayFrom(of.since, today)} `;
  return plain(
    who === ''
      ? `${capital(`${since}ya no tiene a su cargo`)} ${of.position ?? 'ese cargo'}.`
      : `${capital(`${since}${reports}`)}${named}.`,
  );
}

/** What follows when a position is not theirs any more. */
export function askPlanning(): Html {
  return plain('Si no es así, avise a Planeación.');
}

/** *Tiene 6 actividades. El primer monitoreo abre el 16 de marzo; yo le aviso.* @param plan only with several plans */
export function opensLater(of: {
  readonly plan: string | null;
  readonly activities: number;
  readonly cutNumber: number;
  readonly opens: LocalDate;
  readonly today: LocalDate;
}): Html {
  const where = of.plan === null ? nothing : html` en ${plain(the(of.plan))}${italic(of.plan)}`;
  return html`Tiene ${plain(count(of.activities, 'actividad', 'actividades'))}${where}. ${opensNext(of)}`;
}

/** *El segundo monitoreo abre el 15 de junio; yo le aviso.* */
export function opensNext(of: {
  readonly cutNumber: number;
  readonly opens: LocalDate;
  readonly today: LocalDate;
}): Html {
  return plain(`El ${monitoring(of.cutNumber)} abre ${dayFrom(of.opens, of.today)}; yo le aviso.`);
}

export function noneOfPosition(positions: number): Html {
  return plain(`${positions > 1 ? 'Sus cargos no tienen' : 'Su cargo no tiene'} actividades en el plan.`);
}

export function allRetired(numbers: readonly string[]): Html {
  return numbers.length === 1
    ? plain(`Su actividad (n.º ${numbers[0]}) salió del plan y ya no se reporta.`)
    : plain(`Sus actividades (n.º ${enumerate(numbers)}) salieron del plan y ya no se reportan.`);
}

/** The activities that are *no programada* in the cut that is open. */
export function notInThisCut(cutNumber: number, numbers: readonly string[]): Html {
  const which =
    numbers.length === 1
      ? `su actividad (n.º ${numbers[0]}) no se reporta: no está programada`
      : `sus actividades (n.º ${enumerate(numbers)}) no se reportan: no están programadas`;
  return plain(`En el ${monitoring(cutNumber)} ${which}.`);
}

export function messageNotKept(): Html {
  return plain('No guardé ese mensaje.');
}

export function fileNotKept(): Html {
  return plain('No guardé ese archivo.');
}

/** Nothing is pending, and something is not programmed yet. `others`: they reported something else in this cut. */
export function startsLater(of: {
  readonly name: string;
  readonly numbers: readonly string[];
  readonly cutDate: LocalDate;
  readonly others: boolean;
}): Html {
  const [first = ''] = of.numbers;
  const one = of.numbers.length === 1;
  const which = `${capital(theNumbers(of.numbers))} ${one ? 'empieza' : 'empiezan'}`;
  return paragraphs(
    plain(
      `${firstName(of.name)}, no tiene actividades pendientes por ahora.${of.others ? ' Sus reportes están en /misactividades.' : ''}`,
    ),
    plain(`${which} después: al ${day(of.cutDate)} no ${one ? 'tiene' : 'tienen'} nada programado.`),
    plain(`Si ya avanzó, repórtelo así: «${shorten(first, 20)}: 10 % lo que se hizo».`),
  );
}
