import { daysBetween, type LocalDate } from '../../domain/dates.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { longDay } from '../words/days.ts';
import { type PostName, postName, thePost } from './assign.ts';
import type { ShownSpan } from './people.ts';

/** The dialogs about one person: the end of a contract, the end of an assignment, the name. */
export const contractTexts = {
  question: (name: string, held: PostName, endsOn: LocalDate | null) =>
    paragraphs(
      html`${bold(name)} · ${plain(shorten(postName(held), 120))}`,
      plain(
        endsOn === null ? 'No tiene fecha de fin de contrato.' : `El contrato termina el ${longDay(endsOn)}.`,
      ),
      plain(
        'Escriba la fecha, por ejemplo 31/12/2026 o «31 de diciembre». ¿Cuál es el último día del contrato?',
      ),
    ),
  remove: 'Quitar la fecha',
  hint: plain('Escriba una fecha, por ejemplo 31/12/2026 o «31 de diciembre».'),
  /** `warned`: the day on which the coordinators are warned, when it is still to come. */
  done: (
    name: string,
    endsOn: LocalDate | null,
    { today, warned }: { readonly today: LocalDate; readonly warned: boolean },
  ) =>
    endsOn === null
      ? html`Listo: el contrato de ${bold(name)} queda sin fecha.`
      : html`Listo: el contrato de ${bold(name)} termina el ${bold(longDay(endsOn))} (${plain(daysLeft(daysBetween(today, endsOn)))}).${plain(warned ? ' Les avisaremos 15 días antes.' : '')}`,
} as const;

function daysLeft(left: number): string {
  return left === 0 ? 'hoy' : left === 1 ? 'falta 1 día' : `faltan ${left} días`;
}

export const endTexts = {
  question: (
    name: string,
    span: ShownSpan,
    of: { readonly backTo: string | null; readonly others: number; readonly pending: number },
  ) =>
    paragraphs(
      span.acting
        ? html`Termina el encargo de ${bold(name)}: ${plain(postName(span.held))}.`
        : html`${bold(name)} deja de tener a su cargo ${bold(thePost(span.held))}.`,
      of.backTo !== null
        ? html`Vuelve a ${bold(of.backTo)}.`
        : of.others > 0
          ? plain('Lo siguen teniendo quienes ya lo comparten.')
          : lines(
              plain('Queda sin responsable.'),
              of.pending === 0
                ? nothing
                : plain(
                    of.pending === 1
                      ? 'Una actividad queda sin quien la reporte.'
                      : `${of.pending} actividades quedan sin quien las reporte.`,
                  ),
            ),
      plain('¿Confirma?'),
    ),
  yes: 'Sí, terminar',
  done: (name: string, held: PostName) =>
    html`Listo: ${bold(name)} ya no tiene a su cargo ${plain(thePost(held))}. Se le avisa, si ya ingresó.`,
} as const;

export const renameTexts = {
  question: (name: string) => html`Escriba el nombre completo de ${bold(name)}, como debe quedar.`,
  done: (before: string, name: string) => html`Listo: ${plain(before)} ahora aparece como ${bold(name)}.`,
  /** A change of office names that person: what was asked about stays as it was asked. */
  changeWaits: (name: string) =>
    html`Hay un cambio de despacho por confirmar sobre ${bold(name)}. Corrija el nombre cuando lo respondan, o retírelo en /personas.`,
  /** To everybody who holds an office. */
  told: (before: string, name: string, by: string) =>
    html`${bold(by)} corrigió un nombre de los despachos: ${plain(before)} ahora aparece como ${bold(name)}.`,
  hint: plain('Escriba nombre y apellido, en hasta 200 caracteres.'),
} as const;
