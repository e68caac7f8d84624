import { type LocalDate, localTime, type Moment } from '../domain/dates.ts';
import type { Html } from '../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from './html.ts';
import { numbers } from './summary.ts';
import { capital, clockTime, count, day, longDay, monitoring, percent, planName } from './words.ts';

export type CutNamed = {
  readonly plan: { readonly title: string; readonly fiscalYear: number };
  readonly cut: { readonly number: number; readonly date: LocalDate };
};

export const approvalButtons = {
  present: 'Presentar',
  presentToMayor: 'Presentar para aprobación',
  presentAgain: 'Presentar de nuevo',
  closeAndPresent: 'Cerrar ya y presentar',
  yesClose: 'Sí, cerrar ya',
  yesCloseAndPresent: 'Sí, cerrar y presentar',
  wait: 'Esperar',
  notNow: 'Ahora no',
  seeSummary: 'Ver el resumen',
  approve: 'Aprobar',
  yesApprove: 'Sí, aprobar',
  notYet: 'Todavía no',
  return: 'Devolver',
  yesReturn: 'Sí, devolver',
  all: 'Todas',
  none: 'Ninguna',
  goOn: 'Seguir',
  cancel: 'Cancelar',
  back: 'Volver',
  changes: 'Ver los cambios',
  activity: (of: { readonly number: string; readonly name: string; readonly chosen: boolean }) =>
    `${of.chosen ? '☑' : '☐'} ${shorten(of.number, 20)}. ${shorten(of.name, 40)}`,
} as const;

/** The reason of an early close that comes with presenting. */
export function presentedClosing(): string {
  return 'Se cerró para presentarlo a aprobación';
}

function named({ plan, cut }: CutNamed): Html {
  return html`${bold(capital(monitoring(cut.number)))} (corte ${plain(day(cut.date))}) de ${italic(shorten(planName(plan), 200))}`;
}

function theNamed({ plan, cut }: CutNamed): Html {
  return html`el ${bold(monitoring(cut.number))} (corte ${plain(day(cut.date))}) de ${italic(shorten(planName(plan), 200))}`;
}

function theCut({ cut }: CutNamed): string {
  return `el ${monitoring(cut.number)} (corte ${day(cut.date)})`;
}

const cannotPresent = {
  notOpened: (of: CutNamed) => `Todavía no ha abierto ${theCut(of)}: no hay nada que presentar.`,
  noApproval: (of: CutNamed) =>
    `Este plan no necesita aprobación: ${theCut(of)} queda en firme cuando cierra. Se cambia en /cortes.`,
  presented: (of: CutNamed) =>
    `Ya está presentado ${theCut(of)} y nada ha cambiado desde entonces. Falta la decisión del alcalde o la alcaldesa.`,
  approved: (of: CutNamed) => `Ya está aprobado ${theCut(of)} y nada ha cambiado desde entonces.`,
  nothing: (of: CutNamed) => `En ${theCut(of)} no hay actividades que contar: no hay nada que presentar.`,
} as const;

export function notPresentable(why: keyof typeof cannotPresent, of: CutNamed): Html {
  return plain(cannotPresent[why](of));
}

export function whichToPresent(): Html {
  return plain('¿Cuál corte quiere presentar?');
}

export type MayorToBe = { readonly name: string; readonly conflict: ConflictWords | null } | null;
export type ConflictWords = {
  readonly why: 'presented' | 'reported' | 'approved';
  readonly sameAccount: boolean;
};

/** Before everything is in: whether to close at once. */
export function closeNow(
  of: CutNamed & { readonly missing: readonly string[]; readonly lastDay: LocalDate | null },
): Html {
  const many = of.missing.length !== 1;
  return paragraphs(
    named(of),
    plain(
      `${many ? 'Faltan' : 'Falta'} ${numbers(of.missing)}${of.lastDay === null ? '' : `, y se reciben reportes hasta el ${day(of.lastDay)}`}.`,
    ),
    plain(
      'Si lo cierra ahora, quienes faltan ya no podrán reportar y nadie podrá corregir: se lo avisaremos. ¿Cerrar ya?',
    ),
  );
}

/** What is laid before the mayor, and the question. */
export function confirmPresent(
  of: CutNamed & {
    readonly figures: readonly Html[];
    readonly closes: boolean;
    readonly correctableUntil: LocalDate | null;
    readonly mayor: MayorToBe;
    readonly changed: boolean;
  },
): Html {
  return paragraphs(
    of.changed ? plain('Algo cambió mientras tanto. Así queda ahora:') : nothing,
    lines(named(of), ...of.figures),
    of.correctableUntil === null
      ? nothing
      : plain(
          of.closes
            ? `Se cierra ya, en vez del ${day(of.correctableUntil)}: nadie podrá corregir después, y se lo avisaremos.`
            : `Todavía se puede corregir hasta el ${day(of.correctableUntil)}; si alguien corrige, habrá que presentarlo de nuevo.`,
        ),
    mayorToBe(of.mayor),
    plain(of.closes ? '¿Lo cierra y lo presenta?' : '¿Lo presenta?'),
  );
}

function mayorToBe(mayor: MayorToBe): Html {
  if (mayor === null)
    return plain('Hoy nadie inscrito ocupa la alcaldía: la aprobación se pedirá a quien la reciba.');
  if (mayor.conflict)
    return plain(
      `Ojo: ${shorten(mayor.name, 60)} no podrá aprobarlo, porque ${becauseOf(mayor.conflict, 'third')}.`,
    );
  return plain(`Se le pedirá la aprobación a ${shorten(mayor.name, 60)}.`);
}

function becauseOf({ why, sameAccount }: ConflictWords, who: 'third' | 'you'): string {
  const acts = {
    presented: 'presentó este corte',
    reported: 'reportó o corrigió en este corte',
    approved: 'aprobó este corte',
  } as const;
  if (!sameAccount) return who === 'you' ? `usted ${acts[why]}` : acts[why];
  return `desde ${who === 'you' ? 'su' : 'esa'} misma cuenta de Telegram se ${acts[why]}`;
}

export function presented(of: CutNamed & { readonly mayor: string | null }): Html {
  const who = of.mayor === null ? 'quien reciba la alcaldía' : shorten(of.mayor, 60);
  return plain(`Listo: presentado ${theCut(of)}. Le pedimos la aprobación a ${who}.`);
}

export function presentHint(): Html {
  return plain('Toque uno de los botones: presentar ahora, o dejarlo para después.');
}

export function approveHint(): Html {
  return html`Toque ${bold('Sí, aprobar')} o ${bold('Todavía no')}.`;
}

/** A cut was reopened between the question and its answer. */
export function somethingCameOpen(): Html {
  return plain('El corte volvió a recibir reportes mientras tanto.');
}

export function notPresented(): Html {
  return plain('No se presentó nada. Puede hacerlo después con /presentar.');
}

/** Above the summary that the mayor is asked about. */
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

/** `2 cambios desde la aprobación` */
export function changeCount(amount: number): string {
  return `${count(amount, 'cambio', 'cambios')} desde la aprobación`;
}

export type ChangeWords =
  | { readonly what: 'header' }
  | { readonly what: 'date'; readonly before: string; readonly after: string }
  | { readonly what: 'added' | 'removed' | 'activity'; readonly number: string }
  | {
      readonly what: 'report';
      readonly number: string;
      readonly before: { readonly progress: number } | null;
      readonly after: { readonly progress: number } | null;
    };

/** One line a change, the first ones of very many. */
export function changeLines(changes: readonly ChangeWords[], most = 40): readonly Html[] {
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

export function changesSince(
  of: CutNamed & {
    readonly since: 'approval' | 'presentation';
    readonly changes: readonly ChangeWords[];
    readonly figure: string;
  },
): Html {
  const what =
    of.since === 'approval'
      ? changeCount(of.changes.length)
      : `${count(of.changes.length, 'cambio', 'cambios')} desde que se presentó`;
  return paragraphs(
    named(of),
    lines(bold(what), ...changeLines(of.changes)),
    plain(`Con ${of.changes.length === 1 ? 'el cambio' : 'los cambios'}, el avance es ${of.figure}.`),
  );
}

export function noChanges(of: CutNamed): Html {
  return plain(`Nada ha cambiado en ${theCut(of)} desde que se presentó.`);
}

/** To the mayor: what was presented, or approved, is not what is stored any more. */
export function changedForMayor(
  of: CutNamed & { readonly since: 'approval' | 'presentation'; readonly changes: readonly ChangeWords[] },
): Html {
  return paragraphs(
    named(of),
    lines(
      bold(
        of.since === 'approval'
          ? changeCount(of.changes.length)
          : `${count(of.changes.length, 'cambio', 'cambios')} desde que se presentó`,
      ),
      ...changeLines(of.changes, 10),
    ),
    plain(
      of.since === 'approval'
        ? 'La aprobación queda registrada tal como fue. Cuando Planeación lo presente de nuevo, le pediremos la aprobación otra vez.'
        : 'Planeación debe presentarlo de nuevo antes de que usted pueda aprobarlo.',
    ),
  );
}

/** To the coordinators. */
export function changedForCoordinator(
  of: CutNamed & { readonly since: 'approval' | 'presentation'; readonly changes: readonly ChangeWords[] },
): Html {
  return paragraphs(
    named(of),
    lines(
      bold(
        of.since === 'approval'
          ? changeCount(of.changes.length)
          : `${count(of.changes.length, 'cambio', 'cambios')} desde que se presentó`,
      ),
      ...changeLines(of.changes, 10),
    ),
    plain('Para que se pueda aprobar así, hay que presentarlo de nuevo. ¿Lo presenta?'),
  );
}

export function confirmApproval(
  of: CutNamed & {
    readonly figures: readonly Html[];
    readonly by: string;
    readonly at: Moment;
    readonly fingerprint: string;
  },
): Html {
  return paragraphs(
    lines(named(of), ...of.figures),
    lines(
      plain(`Lo presentó ${shorten(of.by, 60)} el ${clockTime(of.at)}`),
      plain(`Huella: ${of.fingerprint.slice(0, 12)}…`),
    ),
    plain('¿Lo aprueba?'),
  );
}

export function approved(of: CutNamed & { readonly fingerprint: string }): Html {
  return paragraphs(
    plain(
      `Aprobado: ${theCut(of)}. Desde ahora sus archivos dicen quién lo elaboró, quién lo aprobó y cuándo.`,
    ),
    html`Huella (SHA-256): ${plain(of.fingerprint)}`,
  );
}

export function notDecided(): Html {
  return plain('No se decidió nada. Puede aprobar o devolver desde /resumen.');
}

/** To the coordinators, and whoever presented it. */
export function approvedNotice(of: CutNamed & { readonly by: string; readonly fingerprint: string }): Html {
  return paragraphs(
    html`${plain(shorten(of.by, 60))} aprobó ${theNamed(of)}.`,
    html`Huella (SHA-256): ${plain(of.fingerprint)}`,
  );
}

export function returnedNotice(
  of: CutNamed & {
    readonly by: string;
    readonly remark: string;
    readonly numbers: readonly string[];
    readonly lastDay: LocalDate;
  },
): Html {
  return paragraphs(
    html`${plain(shorten(of.by, 60))} devolvió ${theNamed(of)}.`,
    html`Observación: «${plain(shorten(of.remark, 1_000))}»`,
    plain(
      `Se ${of.numbers.length === 1 ? 'reabrió' : 'reabrieron'} ${numbers(of.numbers)} hasta el ${day(of.lastDay)}. Después hay que presentarlo de nuevo.`,
    ),
  );
}

export function whichToReturn(
  of: CutNamed & { readonly chosen: number; readonly page: number; readonly pages: number },
): Html {
  const page = of.pages > 1 ? `Página ${of.page} de ${of.pages}. ` : '';
  return paragraphs(
    html`Devolver ${theNamed(of)}`,
    plain(
      `${page}${of.chosen === 1 ? 'Se reabre 1 actividad' : `Se reabren ${of.chosen} actividades`}. ¿Cuáles deben corregirse?`,
    ),
  );
}

export function askRemark(of: CutNamed & { readonly numbers: readonly string[] }): Html {
  return paragraphs(
    html`Devolver ${theNamed(of)}: ${plain(numbers(of.numbers))}`,
    plain('Escriba en un mensaje qué debe corregirse. ¿Cuál es su observación?'),
  );
}

export function remarkPlease(): Html {
  return plain('Escriba su observación en palabras, en hasta 1.000 letras.');
}

export function confirmReturn(
  of: CutNamed & {
    readonly numbers: readonly string[];
    readonly lastDay: LocalDate;
    readonly remark: string;
  },
): Html {
  const one = of.numbers.length === 1;
  return paragraphs(
    html`Devolver ${theNamed(of)}`,
    html`Observación: «${plain(shorten(of.remark, 1_000))}»`,
    plain(
      `Se ${one ? 'reabre' : 'reabren'} ${numbers(of.numbers)} hasta el ${day(of.lastDay)}, y se avisa a ${one ? 'su responsable' : 'sus responsables'}. ¿Devolver?`,
    ),
  );
}

export function returned(
  of: CutNamed & { readonly numbers: readonly string[]; readonly lastDay: LocalDate },
): Html {
  return plain(
    `Devuelto: ${theCut(of)}. ${of.numbers.length === 1 ? 'Se reabrió' : 'Se reabrieron'} ${numbers(of.numbers)} hasta el ${day(of.lastDay)}, y Planeación ya lo sabe.`,
  );
}

export function cannotReopen(): Html {
  return plain('Ninguna de esas actividades se puede reabrir en este corte. No se devolvió nada.');
}

export function unknownPresentation(): Html {
  return plain('Esa presentación ya no está disponible. Con /resumen puede ver cómo está el corte.');
}

/** An old button: another presentation took its place. */
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

export function mayNotApprove(of: CutNamed & { readonly conflict: ConflictWords }): Html {
  return plain(
    `${capital(theCut(of))} debe aprobarlo otra persona, porque ${becauseOf(of.conflict, 'you')}. Puede devolverlo, o Planeación puede encargar la alcaldía a alguien más con /encargo.`,
  );
}

export function mayNotVerify(of: CutNamed & { readonly conflict: ConflictWords }): Html {
  return plain(
    `${capital(theCut(of))} debe verificarlo otra persona, porque ${becauseOf(of.conflict, 'you')}.`,
  );
}

export function changedSincePresented(of: CutNamed & { readonly changes: readonly ChangeWords[] }): Html {
  return paragraphs(
    lines(plain(`Después de presentarse cambió ${theCut(of)}:`), ...changeLines(of.changes, 10)),
    plain('Solo se aprueba lo que se presenta: Planeación debe presentarlo de nuevo.'),
  );
}

export type StandingWords =
  | {
      readonly kind: 'preliminary';
      readonly returned: { readonly at: Moment; readonly name: string; readonly remark: string } | null;
    }
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'presented';
      readonly by: { readonly at: Moment; readonly name: string };
      readonly changes: readonly unknown[];
    }
  | {
      readonly kind: 'approved';
      readonly approval: { readonly at: Moment; readonly name: string };
      readonly changes: readonly unknown[];
      readonly again: { readonly by: { readonly at: Moment }; readonly changes: readonly unknown[] } | null;
    };

const onDay = (moment: Moment) => `el ${day(localTime(moment).date)}`;

type Figures = 'now' | 'presented' | 'approved';

/** How far a cut has come, under the heading of its summary. `of`: which figures stand below it. */
export function standingLine(standing: StandingWords, of: Figures): Html {
  const [state, ...rest] = standingParts(standing, of);
  return rest.length === 0 ? bold(state) : html`${bold(state)} · ${plain(rest.join(' · '))}`;
}

/** The same in plain words, for the picture. */
export function standingWords(standing: StandingWords, of: Figures): string {
  return standingParts(standing, of).join(' · ');
}

function standingParts(standing: StandingWords, of: Figures): readonly [string, ...string[]] {
  switch (standing.kind) {
    case 'closed':
      return ['Cerrado'];
    case 'preliminary': {
      const { returned: last } = standing;
      if (last === null) return ['Preliminar'];
      const who = `devuelto por ${shorten(last.name, 60)} ${onDay(last.at)}`;
      return ['Preliminar', `${who}: «${shorten(last.remark, 150)}»`];
    }
    case 'presented': {
      const { by, changes } = standing;
      const who = `presentado por ${shorten(by.name, 60)} ${onDay(by.at)}`;
      if (changes.length === 0) return ['Preliminar', `${who}, falta la aprobación`];
      const since = `${count(changes.length, 'cambio', 'cambios')} desde entonces`;
      return ['Preliminar', who, `${since}: hay que presentarlo de nuevo`];
    }
    case 'approved': {
      const { approval, changes, again } = standing;
      const who = `probado por ${shorten(approval.name, 60)} ${onDay(approval.at)}`;
      const rest = [
        ...(changes.length === 0 ? [] : [changeCount(changes.length)]),
        ...(again ? [`presentado de nuevo ${onDay(again.by.at)}`] : []),
      ];
      return of === 'approved' ? [`A${who}`, ...rest] : ['Preliminar', `a${who}`, ...rest];
    }
  }
}
