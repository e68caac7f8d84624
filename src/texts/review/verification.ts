import type { LocalDate, Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { type CutNamed, theCut, theNamed } from '../cuts/cut-named.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { type Said, whoSaid } from '../summary/who-said.ts';
import { count, percent } from '../words/amounts.ts';
import { clockTime, day } from '../words/days.ts';
import { firstName, monitoring, planName } from '../words/names.ts';
import { capital, pageBefore, theNumbers } from '../words/sentences.ts';
import { figure, type ShownFigure } from '../words/units.ts';
import { controlAloneWords } from './appointed-alone.ts';

/** Control Interno's verdict on a report, as tables print it. */
export const verdictWords = {
  endorsed: 'Avalado',
  observed: 'Con observación',
  ineffective: 'Cumplida, no efectiva',
  /** The verdict is about an earlier revision of the report. */
  outdated: 'Por verificar de nuevo: el reporte cambió',
} as const;

type Verdict = 'endorsed' | 'observed' | 'ineffective';

export type VerdictWords = {
  readonly verdict: Verdict;
  /** Control Interno's own percentage in whole tenths, where it differs. */
  readonly progress: number | null;
  readonly remark: string;
  /** False: it is about an earlier revision. */
  readonly current: boolean;
};

/** *Control Interno: con observación, 60 %, falta el acta* */
export function verdictInLine({ verdict, progress, remark, current }: VerdictWords): string {
  if (!current) return 'Control Interno: por verificar de nuevo';
  const rest = [
    verdictWords[verdict].toLowerCase(),
    ...(progress === null ? [] : [percent(progress)]),
    ...(remark === '' ? [] : [shorten(remark, 60)]),
  ];
  return `Control Interno: ${rest.join(', ')}`;
}

/** *Control Interno: 5 avaladas, 1 con observación, 1 sin verificar*; empty while nothing is verified. */
export function verificationLine(of: {
  readonly endorsed: number;
  readonly observed: number;
  readonly ineffective: number;
  readonly unverified: number;
  readonly outdated: number;
  /** Who verified and was appointed by one person alone. */
  readonly alone: readonly { readonly name: string; readonly by: string }[];
}): Html {
  if (of.endorsed + of.observed + of.ineffective + of.outdated === 0) return nothing;
  const parts = [
    ...(of.endorsed > 0 ? [count(of.endorsed, 'avalada', 'avaladas')] : []),
    ...(of.observed > 0 ? [`${of.observed} con observación`] : []),
    ...(of.ineffective > 0
      ? [count(of.ineffective, 'cumplida y no efectiva', 'cumplidas y no efectivas')]
      : []),
    ...(of.unverified > 0 ? [`${of.unverified} sin verificar`] : []),
  ];
  const alone = of.alone.map(({ name, by }) => controlAloneWords(shorten(name, 60), shorten(by, 60)));
  return plain(`Control Interno: ${[...parts, ...alone].join(', ')}`);
}

/** Under the detail of an activity: the whole verdict, with its author and moment. */
export function verdictDetail(of: VerdictWords & { readonly by: string; readonly at: Moment }): Html {
  const own = of.progress === null ? '' : ` · según Control Interno, ${percent(of.progress)}`;
  return lines(
    html`${italic('Control Interno:')} ${plain(of.current ? `${verdictWords[of.verdict].toLowerCase()}${own}` : 'el reporte cambió después de verificarse; falta verificarlo de nuevo')}`,
    of.current && of.remark !== '' ? plain(`«${shorten(of.remark, 600)}»`) : nothing,
    italic(`${shorten(of.by, 60)}, ${clockTime(of.at)}`),
  );
}

export const verificationButtons = {
  endorse: 'Avalar',
  observe: 'Observar',
  ineffective: 'No efectiva',
  ownProgress: 'Otro porcentaje',
  sameProgress: 'El mismo porcentaje',
  skip: 'Omitir por ahora',
  stop: 'Terminar',
  endorseAll: (left: number) => `Avalar las que faltan (${left})`,
  yesAll: (all: number, observed: number) =>
    observed === 0 ? `Sí, avalar las ${all}` : observed === all ? 'Sí, observar' : `Sí, guardar las ${all}`,
  onlyRemarks: (observed: number) =>
    observed === 1 ? 'Solo la observación' : `Solo las ${observed} observaciones`,
  verify: 'Verificar',
  /** With several plans, whose notices may come as one message. */
  verifyPlan: (plan: CutNamed['plan']) => `Verificar · ${shorten(planName(plan), 40)}`,
  yesObserve: 'Sí, observar',
  yesIneffective: 'Sí, no efectiva',
  back: 'Volver',
  cut: (of: CutNamed & { readonly left: number }) =>
    `${capital(monitoring(of.cut.number))} · ${day(of.cut.date)} (${of.left})`,
  planCut: (of: CutNamed & { readonly left: number }) =>
    `${shorten(planName(of.plan), 40)} · ${day(of.cut.date)} (${of.left})`,
} as const;

/** To Control Interno, once. */
export function mayBeVerified(
  of: CutNamed & {
    readonly waiting: number;
    readonly missing: number;
    readonly lastDay: LocalDate;
  },
): Html {
  const waiting = count(of.waiting, 'reporte espera su verificación', 'reportes esperan su verificación');
  const missing =
    of.missing === 0
      ? ''
      : ` ${of.missing === 1 ? 'Falta 1, que se recibe' : `Faltan ${of.missing}, que se reciben`} hasta el ${day(of.lastDay)}.`;
  return html`${plain(waiting)} en ${theNamed(of)}.${plain(missing)}`;
}

export function whichToVerify(page: { readonly page: number; readonly pages: number }): Html {
  return plain(
    `${pageBefore(page)}Entre paréntesis, cuántos reportes faltan por verificar. ¿Cuál corte quiere verificar?`,
  );
}

export function nothingToVerify(): Html {
  return plain('No hay reportes por verificar. Después del cierre de cada corte los encuentra aquí.');
}

export function allVerified(of: CutNamed): Html {
  return plain(`En ${theCut(of)} no quedan reportes por verificar.`);
}

export function notClosedYet(of: CutNamed & { readonly closes: LocalDate }): Html {
  return plain(`${capital(theCut(of))} se puede verificar después de su cierre, el ${day(of.closes)}.`);
}

export type ReportToVerify = CutNamed &
  ShownFigure & {
    readonly place: number;
    readonly total: number;
    readonly number: string;
    readonly name: string;
    readonly target: string;
    readonly observation: string;
    readonly isLate: boolean;
    readonly origin: Said['origin'];
    /** Null: taken from a form, or stored on the command line. */
    readonly by: string | null;
    readonly moment: Moment;
    readonly before: (ShownFigure & { readonly cutDate: LocalDate }) | null;
    /** The verdict on an earlier revision. */
    readonly earlier: VerdictWords | null;
    readonly evidence: Html;
    /** Control Interno's own percentage, typed just now. */
    readonly own: number | null;
  };

/** One report in Control Interno's question about it. */
export function reportToVerify(of: ReportToVerify): Html {
  const by = whoSaid(of);
  return paragraphs(
    lines(
      bold(`Actividad ${of.place} de ${of.total} · n.º ${shorten(of.number, 20)}`),
      plain(shorten(of.name, 350)),
      of.target === '' ? nothing : html`${italic('Meta:')} ${plain(shorten(of.target, 250))}`,
      of.before === null
        ? nothing
        : html`${italic('Antes:')} ${plain(`${figure(of.before)} al ${day(of.before.cutDate)}`)}`,
    ),
    lines(
      html`Reportado: ${bold(figure(of))}`,
      plain(of.observation === '' ? 'Sin observación.' : shorten(of.observation, 1_000)),
      italic(of.isLate ? `${by} · extemporáneo` : by),
    ),
    of.evidence,
    of.earlier === null
      ? nothing
      : plain(
          `Sobre un reporte anterior se dijo: ${verdictWords[of.earlier.verdict].toLowerCase()}${of.earlier.remark === '' ? '' : `, «${shorten(of.earlier.remark, 150)}»`}.`,
        ),
    of.own === null ? nothing : html`Su porcentaje: ${bold(percent(of.own))}`,
    plain(`¿Avala el reporte de la n.º ${shorten(of.number, 20)} al ${day(of.cut.date)}?`),
  );
}

export function askOwnProgress(of: ShownFigure & { readonly number: string }): Html {
  return plain(
    `La n.º ${shorten(of.number, 20)} reportó ${figure(of)}. ¿Qué porcentaje verificó usted, de 0 a 100?`,
  );
}

export function askRemark(of: {
  readonly number: string;
  readonly own: number | null;
  readonly verdict: 'observed' | 'ineffective';
}): Html {
  return lines(
    of.own === null ? nothing : html`Su porcentaje: ${bold(percent(of.own))}`,
    plain(
      of.verdict === 'ineffective'
        ? `La n.º ${shorten(of.number, 20)} se cumplió y no logró su efecto: se recomendará reformularla. ¿Por qué no fue efectiva?`
        : `Escriba su observación en un mensaje. ¿Qué observa del reporte de la n.º ${shorten(of.number, 20)}?`,
    ),
  );
}

export function confirmRemark(of: {
  readonly number: string;
  readonly own: number | null;
  readonly remark: string;
  readonly verdict: 'observed' | 'ineffective';
}): Html {
  return lines(
    html`${of.own === null ? nothing : html`${bold(percent(of.own))} · `}«${plain(shorten(of.remark, 1_000))}»`,
    plain(
      of.verdict === 'ineffective'
        ? `¿Queda la n.º ${shorten(of.number, 20)} como cumplida y no efectiva?`
        : `¿Queda como su observación a la n.º ${shorten(of.number, 20)}?`,
    ),
  );
}

export function hint(): Html {
  return plain(
    'Toque un botón, o escriba su observación en palabras. Un número de 0 a 100 es su porcentaje.',
  );
}

/** Above the next report: the verdict that was stored. */
export function verified(of: {
  readonly number: string;
  readonly verdict: Verdict;
  readonly own: number | null;
}): Html {
  const own = of.own === null ? '' : `, ${percent(of.own)}`;
  return plain(`✅ Guardado: n.º ${shorten(of.number, 20)}, ${verdictWords[of.verdict].toLowerCase()}${own}`);
}

/** The report changed or was voided between the question and its answer. */
export function changedMeanwhile(number: string): Html {
  return plain(
    `El reporte de la n.º ${shorten(number, 20)} cambió mientras tanto y no se guardó nada. Este es el de ahora:`,
  );
}

export function walkOver(
  of: CutNamed & { readonly above: Html; readonly verified: number; readonly left: number },
): Html {
  const end = plain(
    of.left === 0
      ? `Listo: no quedan reportes por verificar en el ${monitoring(of.cut.number)}. Se avisa a sus responsables.`
      : `Verificó ${of.verified}; ${of.left === 1 ? 'queda 1' : `quedan ${of.left}`} en el ${monitoring(of.cut.number)}. Siga cuando quiera con /verificar.`,
  );
  return paragraphs(of.above, end);
}

/** To the responsible: every verdict on their reports, in one message, and what can be done next. */
export function verdictsNotice(
  of: CutNamed & {
    readonly name: string;
    /** The last day on which the reader can correct what was observed; null: they cannot, or nothing was. */
    readonly until: LocalDate | null;
    /** The cut takes no corrections any more. */
    readonly closed: boolean;
    /** A cut is still to open, for which the plan can change. */
    readonly mayReform: boolean;
    readonly verdicts: readonly (VerdictWords & {
      readonly number: string;
      readonly reported: ShownFigure;
    })[];
  },
): Html {
  const most = 12;
  const more = of.verdicts.length - most;
  return paragraphs(
    plain(
      `${firstName(of.name)}, Control Interno revisó ${of.verdicts.length === 1 ? 'un reporte suyo' : `${of.verdicts.length} reportes suyos`} del ${monitoring(of.cut.number)} (corte ${day(of.cut.date)}):`,
    ),
    lines(
      ...of.verdicts.slice(0, most).map((each) => {
        const own = each.progress === null ? '' : `, según Control Interno ${percent(each.progress)}`;
        const remark = each.remark === '' ? '' : `: «${shorten(each.remark, 200)}»`;
        return html`• n.º ${plain(shorten(each.number, 20))}, ${plain(figure(each.reported))}: ${bold(verdictWords[each.verdict].toLowerCase())}${plain(`${own}${remark}`)}`;
      }),
      more > 0 ? plain(`y ${more} más.`) : nothing,
    ),
    lines(...whatNext(of).map(plain)),
  );
}

/** What a responsible may do after these verdicts. */
function whatNext(of: {
  readonly verdicts: readonly { readonly verdict: Verdict; readonly number: string }[];
  readonly until: LocalDate | null;
  readonly closed: boolean;
  readonly mayReform: boolean;
}): readonly string[] {
  const numbersOf = (verdict: Verdict) =>
    of.verdicts.filter((each) => each.verdict === verdict).map((each) => each.number);
  const [observed, ineffective] = [numbersOf('observed'), numbersOf('ineffective')];
  if (observed.length + ineffective.length === 0) return ['No tiene que hacer nada más.'];
  const which = observed.length > MOST_NAMED ? 'lo observado' : theNumbers(observed);
  const reform = ineffective.length > MOST_NAMED ? 'lo que no fue efectivo' : theNumbers(ineffective);
  const next =
    of.until !== null
      ? `Puede corregir ${which} o enviar el soporte que falta hasta el ${day(of.until)}; Control Interno lo revisa de nuevo.`
      : of.closed
        ? `El corte ya cerró: su reporte queda como está, con la observación al lado. Si hay que cambiarlo, pida a Planeación que reabra ${which}.`
        : 'Su reporte queda como está, con la observación al lado.';
  return [
    ...(observed.length === 0 ? [] : [next]),
    ...(ineffective.length === 0
      ? []
      : [
          `Control Interno recomienda reformular ${reform}${of.mayReform ? ': puede pedir el cambio en /misactividades' : ' en el plan siguiente'}.`,
        ]),
  ];
}

/** More numbers than this are not named. */
const MOST_NAMED = 6;

/** To the coordinators. */
export function notEffectiveNotice(
  of: CutNamed & { readonly number: string; readonly name: string; readonly remark: string },
): Html {
  return paragraphs(
    plain(`Control Interno halló cumplida y no efectiva una actividad en ${theCut(of)}:`),
    lines(
      html`${bold(`n.º ${shorten(of.number, 20)}`)} ${plain(shorten(of.name, 200))}`,
      plain(`«${shorten(of.remark, 600)}»`),
    ),
    plain('Recomienda reformularla.'),
  );
}
