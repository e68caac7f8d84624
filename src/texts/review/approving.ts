import type { Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { type CutNamed, named, theCut, theNamed } from '../cuts/cut-named.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { type FileKind, fileNames } from '../summary/files.ts';
import { clockTime } from '../words/days.ts';
import { capital, enumerate } from '../words/sentences.ts';
import { appointedAloneWords } from './appointed-alone.ts';
import { type ChangeWords, changeCount, changeLines } from './approval-changes.ts';

export function approveHint(): Html {
  return html`Toque ${bold('Sí, aprobar')} o ${bold('Todavía no')}.`;
}

/** In the mayor's question for approval, under the figures: what is asked. */
export function presentedForApproval(of: {
  readonly by: string;
  /** What is different from what was approved before; null: nothing was. */
  readonly changes: readonly ChangeWords[] | null;
}): readonly Html[] {
  return [
    html`${plain(shorten(of.by, 60))} presentó este corte para su aprobación.`,
    ...(of.changes === null
      ? []
      : [
          nothing,
          plain(`Usted o quien ocupaba la alcaldía ya lo había aprobado. ${changeCount(of.changes.length)}:`),
          ...changeLines(of.changes, 10),
        ]),
  ];
}

/** The last part of the question, right above its buttons. */
export function askedToApprove(html: Html): Html {
  return paragraphs(html, question);
}

/** The question again, with the files that were to go before it and do not. Made anew, it says so once. */
export function withoutFiles(
  asked: Html,
  of: { readonly coming: readonly FileKind[]; readonly failed: readonly FileKind[] },
): Html {
  if (!asked.endsWith(question)) return asked;
  const [note = '', ...above] = asked.slice(0, -question.length).trimEnd().split('\n\n').reverse();
  const isNote = [comingWords, failedWords].some((words) => note.startsWith(words));
  const body = (isNote ? above : [note, ...above]).reverse().join('\n\n') as Html;
  const named = (files: readonly FileKind[]) => enumerate(files.map((file) => fileNames[file]));
  return askedToApprove(
    paragraphs(
      body,
      lines(
        of.coming.length === 0
          ? nothing
          : plain(`${comingWords}${of.coming.length === 1 ? '' : 'n'} ${named(of.coming)}.`),
        of.failed.length === 0
          ? nothing
          : plain(`${failedWords} ${named(of.failed)}. Puede pedir los archivos con /exportar.`),
      ),
    ),
  );
}

const comingWords = 'Aún se prepara';
const failedWords = 'No pudimos preparar';
const question = plain('¿Lo aprueba?');

export function confirmApproval(
  of: CutNamed & {
    readonly figures: readonly Html[];
    readonly by: string;
    readonly at: Moment;
    /** Who appointed the mayor alone, which the files will say. */
    readonly appointedBy: string | null;
  },
): Html {
  return paragraphs(
    lines(named(of), ...of.figures),
    plain(`Lo presentó ${shorten(of.by, 60)} el ${clockTime(of.at)}`),
    of.appointedBy === null
      ? nothing
      : html`Los archivos dirán que la alcaldía se la dio a usted ${plain(shorten(of.appointedBy, 60))}, sin el sí de otro despacho.`,
    question,
  );
}

export function approved(of: CutNamed): Html {
  return plain(
    `Aprobado: ${theCut(of)}. Desde ahora sus archivos dicen quién lo elaboró, quién lo aprobó y cuándo.`,
  );
}

export function notDecided(): Html {
  return plain('No se decidió nada. Puede aprobar o devolver desde /resumen.');
}

/** To the coordinators, and to the person who presented it. */
export function approvedNotice(
  of: CutNamed & {
    readonly by: string;
    readonly appointedBy: string | null;
  },
): Html {
  return paragraphs(
    html`${plain(shorten(of.by, 60))} aprobó ${theNamed(of)}.`,
    of.appointedBy === null
      ? nothing
      : plain(`${capital(appointedAloneWords(shorten(of.by, 60), shorten(of.appointedBy, 60)))}.`),
  );
}

export function unknownPresentation(): Html {
  return plain('Esa presentación ya no está disponible. Con /resumen puede ver cómo está el corte.');
}

/** An old button: a later presentation replaced this one. */
export function superseded(of: CutNamed & { readonly at: Moment }): Html {
  return plain(
    `Ese botón era de una presentación anterior. ${capital(theCut(of))} se presentó de nuevo el ${clockTime(of.at)}`,
  );
}

export function alreadyDecided(
  of: CutNamed & { readonly outcome: 'approved' | 'returned'; readonly by: string; readonly at: Moment },
): Html {
  const what = of.outcome === 'approved' ? 'aprobó' : 'devolvió';
  return plain(`${shorten(of.by, 60)} ya ${what} ${theCut(of)} el ${clockTime(of.at)}`);
}
