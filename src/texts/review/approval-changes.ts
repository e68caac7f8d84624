import type { Html } from '../../domain/events.ts';
import { type CutNamed, named, theCut } from '../cuts/cut-named.ts';
import { bold, lines, paragraphs, plain, shorten } from '../html.ts';
import { count, percent } from '../words/amounts.ts';
import { longDay } from '../words/days.ts';

export type ChangeWords =
  | { readonly what: 'header' }
  | { readonly what: 'date'; readonly before: string; readonly after: string }
  | { readonly what: 'added' | 'removed' | 'activity' | 'evidence'; readonly number: string }
  | {
      readonly what: 'report';
      readonly number: string;
      readonly before: { readonly progress: number } | null;
      readonly after: { readonly progress: number } | null;
    };

/** `2 cambios desde la aprobación` */
export function changeCount(amount: number): string {
  return `${count(amount, 'cambio', 'cambios')} desde la aprobación`;
}

/** One line per change; of very many only the first ones. */
export function changeLines(changes: readonly ChangeWords[], most: number): readonly Html[] {
  const more = changes.length - most;
  return [
    ...changes.slice(0, most).map((change) => plain(`• ${changeLine(change)}`)),
    ...(more > 0 ? [plain(`y ${more} más.`)] : []),
  ];
}

function changeLine(change: ChangeWords): string {
  switch (change.what) {
    case 'header':
      return 'El encabezado del formato';
    case 'date':
      return `La fecha del corte: ${longDay(change.before)}, ahora ${longDay(change.after)}`;
    case 'added':
      return `n.º ${shorten(change.number, 20)}: es nueva en el plan`;
    case 'removed':
      return `n.º ${shorten(change.number, 20)}: ya no está en el plan`;
    case 'activity':
      return `n.º ${shorten(change.number, 20)}: el texto, las fechas, el peso o si se cuenta`;
    case 'evidence':
      return `n.º ${shorten(change.number, 20)}: un soporte quedó anulado`;
    case 'report':
      return `n.º ${shorten(change.number, 20)}: ${reportChange(change)}`;
  }
}

function reportChange({ before, after }: Extract<ChangeWords, { what: 'report' }>): string {
  const said = (report: { readonly progress: number } | null) =>
    report === null ? 'sin reporte' : percent(report.progress);
  if (before && after && before.progress === after.progress)
    return `${said(after)}, con otra observación o recibida de otro modo`;
  return `${said(before)}, ahora ${said(after)}`;
}

type ChangesOf = CutNamed & {
  readonly since: 'approval' | 'presentation';
  readonly changes: readonly ChangeWords[];
};

/** The changes of a cut, and below them what follows. */
function changesAnd({ since, changes, ...of }: ChangesOf, most: number, last: string): Html {
  const amount =
    since === 'approval'
      ? changeCount(changes.length)
      : `${count(changes.length, 'cambio', 'cambios')} desde que se presentó`;
  return paragraphs(named(of), lines(bold(amount), ...changeLines(changes, most)), plain(last));
}

export function changesSince(of: ChangesOf & { readonly figure: string }): Html {
  const them = of.changes.length === 1 ? 'el cambio' : 'los cambios';
  return changesAnd(of, 40, `Con ${them}, el avance es ${of.figure}.`);
}

export function noChanges(of: CutNamed): Html {
  return plain(`Nada ha cambiado en ${theCut(of)} desde que se presentó.`);
}

/** To the mayor: what was presented or approved has changed since. */
export function changedForMayor(of: ChangesOf): Html {
  return changesAnd(
    of,
    10,
    of.since === 'approval'
      ? 'La aprobación queda registrada tal como fue. Cuando Planeación lo presente de nuevo, le pediremos la aprobación otra vez.'
      : 'Planeación debe presentarlo de nuevo antes de que usted pueda aprobarlo.',
  );
}

/** To the coordinators. */
export function changedForCoordinator(of: ChangesOf): Html {
  return changesAnd(of, 10, 'Para que se pueda aprobar así, hay que presentarlo de nuevo. ¿Lo presenta?');
}

export function changedSincePresented(of: CutNamed & { readonly changes: readonly ChangeWords[] }): Html {
  return paragraphs(
    lines(plain(`Después de presentarse cambió ${theCut(of)}:`), ...changeLines(of.changes, 10)),
    plain('Solo se aprueba lo que se presenta: Planeación debe presentarlo de nuevo.'),
  );
}
