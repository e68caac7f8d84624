import { type LocalDate, localTime, type Moment } from '../../domain/dates.ts';
import { appointedAloneWords } from '../review/appointed-alone.ts';
import { withoutApproval } from '../review/without-approval.ts';
import { numbers } from '../summary/summary.ts';
import { planningWords } from '../summary/who-said.ts';
import { count } from '../words/amounts.ts';
import { clockTime, longDay } from '../words/days.ts';
import { monitoring } from '../words/names.ts';
import { capital } from '../words/sentences.ts';
import { decimals } from '../words/units.ts';
import { MISSING_SIGN } from './drawable-text.ts';

export const pdfWords = {
  preliminary: 'PRELIMINAR',
  programme: 'Actividades y programación',
  otherColumns: 'Otras columnas del formato',
  programming: 'Lo que se espera en cada corte',
  basis: 'SE CALCULA POR',
  bases: {
    keeps: 'Permanente (siempre 100 %)',
    programmed: 'Lo programado por Planeación',
    dates: 'Sus fechas',
    form: 'Lo programado en el formato',
    nothing: 'Sus fechas',
  },
  measure: 'MEDIDA',
  programmed: 'PROGRAMADO',
  verification: 'Verificación de Control Interno',
  verdict: 'VEREDICTO',
  verifiedProgress: '% VERIFICADO',
  monitoring: 'Monitoreo',
  signatures: 'Firmas',
  progress: '% DE AVANCE',
  observation: 'OBSERVACIÓN',
  signatureName: 'Nombres:',
  signaturePosition: 'Cargo:',
  signatureLine: 'Firma:',
  code: 'CÓDIGO:',
  version: 'VERSIÓN:',
  versionDate: 'FECHA:',
  entity: 'ENTIDAD',
  drawnUpOn: 'FECHA DE ELABORACIÓN',
  fiscalYear: 'VIGENCIA',
  scope: 'ALCANCE',
  objectives: 'OBJETIVOS',
  page: 'Página',
  pageOf: 'de',
} as const;

/** `13/07/2020`, as the form prints its dates. */
export function formDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `CORTE 31 DE MARZO DE 2022`, for a block whose heading prints no date. */
export function cutHeading(date: LocalDate): string {
  return `CORTE ${longDay(date).toLocaleUpperCase('es')}`;
}

/** `AL 31/03/2022`: the heading of what is programmed up to a cut. */
export function programmedHeading(date: LocalDate): string {
  return `AL ${formDate(date)}`;
}

/** `3 de 4`, without the measure, which has a column of its own. */
export function programmedAmount(amount: number, yearAmount: number | null): string {
  return yearAmount === null ? decimals(amount) : `${decimals(amount)} de ${decimals(yearAmount)}`;
}

/** The title of one sheet of several, when the cuts do not fit beside each other. */
export function partTitle(title: string, part: number, parts: number): string {
  return parts === 1 ? title : `${title} (${part} de ${parts})`;
}

/**
 * A row of the audit with its hash (SHA-256, hexadecimal), so that everybody who keeps the file can check the audit
 * against it.
 */
export type Anchor = { readonly row: number; readonly hash: string };

/** The state of a form's monitoring when it is printed. */
export type FormStatus =
  | { readonly kind: 'preliminary' }
  /** It waits for the mayor's decision. */
  | { readonly kind: 'presented'; readonly by: string; readonly at: Moment; readonly anchor: Anchor }
  | {
      readonly kind: 'closed';
      readonly cutDate: LocalDate;
      readonly anchor: Anchor;
      /** The mayor's last word, when it was to return it. */
      readonly returned: { readonly name: string; readonly at: Moment } | null;
    }
  | {
      readonly kind: 'approved';
      /** The person who presented the consolidated monitoring. */
      readonly drawnUpBy: string;
      readonly approvedBy: string;
      /** Who appointed the mayor, when nobody else agreed. */
      readonly appointedBy: string | null;
      readonly at: Moment;
      /** SHA-256 in hexadecimal. */
      readonly fingerprint: string;
      /** The audit's row of the approval. */
      readonly anchor: Anchor;
      readonly changesSince: number;
    };

function returnedWords(returned: { readonly name: string; readonly at: Moment } | null): string {
  return returned === null ? '' : ` Lo devolvió ${returned.name} el ${longMoment(returned.at)}`;
}

/** The lines in which the form states its approval. An hour ends with the full stop of *a. m.* */
export function statusLines(standing: FormStatus, madeAt: Moment): readonly string[] {
  const made = `Documento generado el ${longMoment(madeAt)}`;
  switch (standing.kind) {
    case 'preliminary':
      return [`Estado: PRELIMINAR, el monitoreo no es definitivo todavía. ${made}`];
    case 'presented':
      return [
        `Estado: PRELIMINAR, presentado por ${standing.by} el ${longMoment(standing.at)} Falta la aprobación. ${made}`,
        anchorLine(standing.anchor),
      ];
    case 'closed':
      return [
        `Estado: corte del ${longDay(standing.cutDate)} cerrado, ${withoutApproval}.${returnedWords(standing.returned)} ${made}`,
        anchorLine(standing.anchor),
      ];
    case 'approved': {
      const changes =
        standing.changesSince === 0
          ? ''
          : ` ${count(standing.changesSince, 'cambio', 'cambios')} desde la aprobación.`;
      return [
        `Estado: APROBADO. Elaboró el consolidado: ${standing.drawnUpBy}. Aprobó: ${standing.approvedBy}, el ${longMoment(standing.at)}${changes} ${made}`,
        ...(standing.appointedBy === null
          ? []
          : [`${capital(appointedAloneWords(standing.approvedBy, standing.appointedBy))}.`]),
        `Huella (SHA-256): ${standing.fingerprint}`,
        anchorLine(standing.anchor),
      ];
    }
  }
}

/** Which version of the plan the form prints; undefined: the first. */
export function versionLine(
  version: { readonly number: number; readonly fromDate: LocalDate } | undefined,
): string {
  if (version === undefined) return 'Versión del plan: 1.';
  return `Versión del plan: ${version.number}, desde el corte del ${longDay(version.fromDate)}.`;
}

function anchorLine({ row, hash }: Anchor): string {
  return `Ancla de la auditoría: ${row}:${hash}`;
}

/** *Registrado por Planeación: primer monitoreo, n.º 4.* Empty when every word is its responsible's. */
export function planningLines(
  cuts: readonly {
    readonly cut: number;
    readonly recorded: readonly string[];
    readonly corrected: readonly string[];
  }[],
): readonly string[] {
  const line = (what: string, of: 'recorded' | 'corrected') => {
    const own = cuts.filter((each) => each[of].length > 0);
    const words = own.map((each) => `${monitoring(each.cut)}, ${numbers(each[of])}`);
    return words.length === 0 ? [] : [`${capital(what)}: ${words.join('; ')}.`];
  };
  return [...line(planningWords.planning, 'recorded'), ...line(planningWords.correction, 'corrected')];
}

function longMoment(moment: Moment): string {
  const time = clockTime(moment).split(', ')[1] ?? '';
  return `${longDay(localTime(moment).date)}, ${time}`;
}

/** Printed once when something could not be drawn. */
export const missingSignNote = `El signo ${MISSING_SIGN} ocupa el lugar de un símbolo que la letra de este documento no tiene, por ejemplo un emoji.`;
