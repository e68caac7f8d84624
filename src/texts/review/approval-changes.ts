import type { Html } from '../../domain/events.ts';
import { type CutNamed, named, theCut } from '../cuts/cut-named.ts';
import { bold, lines, paragraphs, plain, shorten } from '../html.ts';
import { count, percent } from '../words/amounts.ts';
import { day, longDay } from '../words/days.ts';

type Said = { readonly progress: number; readonly amount?: number | undefined };

export type ChangeWords =
  | { readonly what: 'header' }
  | { readonly what: 'date'; readonly before: string; readonly after: string }
  | { readonly what: 'added' | 'removed' | 'activity' | 'evidence'; readonly number: string }
  | {
      readonly what: 'report';
      readonly number: string;
      readonly before: Said | null;
      readonly after: Said | null;
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
    return before.amount !== after.amount
      ? `${said(after)}, con otra cantidad`
      : `${said(after)}, con otra observación o recibida de otro modo`;
  return `${said(before)}, ahora ${said(after)}`;
}

export type ChangesOf = CutNamed & {
  readonly since: 'approval' | 'presentation';
  readonly changes: readonly ChangeWords[];
};

/** A cut and its changes. */
function cutChanges({ since, changes, ...of }: ChangesOf, most: number): Html {
  const amount =
    since === 'approval'
      ? changeCount(changes.length)
      : `${count(changes.length, 'cambio', 'cambios')} desde que se presentó`;
  return paragraphs(named(of), lines(bold(amount), ...changeLines(changes, most)));
}

export function changesSince(of: ChangesOf & { readonly figure: string }): Html {
  const them = of.changes.length === 1 ? 'el cambio' : 'los cambios';
  return paragraphs(cutChanges(of, 40), plain(`Con ${them}, el avance es ${of.figure}.`));
}

export function noChanges(of: CutNamed): Html {
  return plain(`Nada ha cambiado en ${theCut(of)} desde que se presentó.`);
}

const afterwards = {
  approval: {
    one: 'La aprobación queda registrada tal como fue. Cuando Planeación lo presente de nuevo, le pediremos la aprobación otra vez.',
    several:
      'Las aprobaciones quedan registradas tal como fueron. Cuando Planeación los presente de nuevo, le pediremos la aprobación otra vez.',
  },
  presentation: {
    one: 'Planeación debe presentarlo de nuevo antes de que usted pueda aprobarlo.',
    several: 'Planeación debe presentarlos de nuevo antes de que usted pueda aprobarlos.',
  },
} as const;

/** To the mayor: what was presented or approved has changed since, in one cut or several. */
export function changedForMayor(cuts: readonly ChangesOf[]): Html {
  const groups = (['approval', 'presentation'] as const).map((since) => ({
    since,
    own: cuts.filter((each) => each.since === since),
  }));
  return paragraphs(
    ...groups.flatMap(({ since, own }) =>
      own.length === 0
        ? []
        : [
            ...own.map((each) => cutChanges(each, cuts.length === 1 ? 10 : 4)),
            plain(afterwards[since][own.length === 1 ? 'one' : 'several']),
          ],
    ),
  );
}

/** A button for the changes of one cut among several. */
export function changesOf({ cut }: ChangesOf): string {
  return `Ver los cambios del ${day(cut.date)}`;
}

/** To the coordinators. */
export function changedForCoordinator(of: ChangesOf): Html {
  return paragraphs(
    cutChanges(of, 10),
    plain('Para que se pueda aprobar así, hay que presentarlo de nuevo. ¿Lo presenta?'),
  );
}

export function changedSincePresented(of: CutNamed & { readonly changes: readonly ChangeWords[] }): Html {
  return paragraphs(
    lines(plain(`Después de presentarse cambió ${theCut(of)}:`), ...changeLines(of.changes, 10)),
    plain('Solo se aprueba lo que se presenta: Planeación debe presentarlo de nuevo.'),
  );
}
