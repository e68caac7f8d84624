import type { Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { type CutNamed, named, theCut, theNamed } from '../cuts/cut-named.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { clockTime } from '../words/days.ts';
import { capital } from '../words/sentences.ts';
import { appointedAloneWords } from './appointed-alone.ts';
import { type ChangeWords, changeCount, changeLines } from './approval-changes.ts';

export function approveHint(): Html {
  return html`Toque ${bold('Sí, aprobar')} o ${bold('Todavía no')}.`;
}

/** Above the summary in the mayor's question for approval. */
export function askApproval(
  of: CutNamed & {
    readonly by: string;
    readonly at: Moment;
    readonly changes: readonly ChangeWords[] | null;
  },
): Html {
  return paragraphs(
    html`${plain(shorten(of.by, 60))} presentó para su aprobación ${plain(theCut(of))}.`,
    of.changes === null
      ? nothing
      : lines(
          plain(`Usted o quien ocupaba la alcaldía ya lo había aprobado. ${changeCount(of.changes.length)}:`),
          ...changeLines(of.changes, 10),
        ),
  );
}

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
    plain('¿Lo aprueba?'),
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
