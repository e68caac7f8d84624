import type { LocalDate, Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import type { TrafficLight } from '../../domain/progress.ts';
import { bold, html, italic, lines, nothing, plain, shorten } from '../html.ts';
import { causeNames } from '../reporting/causes.ts';
import { day } from '../words/days.ts';
import { figure, type ShownFigure } from '../words/units.ts';
import { lightSymbols, lightWords, rounded } from './summary.ts';
import { whoSaid } from './who-said.ts';

export type ActivityDetail = {
  readonly number: string;
  readonly name: string;
  readonly target: string;
  readonly responsible: string;
  readonly light: TrafficLight;
  readonly expected: number;
  readonly compliance: number | null;
  readonly cause: keyof typeof causeNames | null;
  readonly coverage: 'onTime' | 'late' | 'imported' | null;
  /** The latest revision first. */
  readonly revisions: readonly (ShownFigure & {
    readonly observation: string;
    /** Null: taken from a form, or corrected on the command line. */
    readonly by: string | null;
    readonly moment: Moment;
    readonly origin: 'chat' | 'import' | 'planning' | 'correction';
    /** The reason of a correction; null without one. */
    readonly reason: string | null;
    /** The reason why it was voided; null: it was not. */
    readonly voidReason: string | null;
  })[];
  readonly earlier: readonly (ShownFigure & {
    readonly cutDate: LocalDate;
    readonly observation: string;
  })[];
};

/** Only the latest ones, so that an activity with its evidence fits in one message. */
const mostEarlier = 5;

const coverageOfOne = { onTime: 'a tiempo', late: 'extemporáneo', imported: 'importado' } as const;

/** Everything about one activity, in one message. */
export function activityDetail(of: ActivityDetail): readonly Html[] {
  const last = of.revisions.find((each) => each.voidReason === null);
  const former = of.revisions.filter((each) => each !== last);
  return [
    lines(
      bold(`n.º ${shorten(of.number, 20)}`),
      plain(shorten(of.name, 350)),
      of.target === '' ? nothing : html`${italic('Meta:')} ${plain(shorten(of.target, 250))}`,
      html`${italic('Responsable:')} ${plain(shorten(of.responsible, 200))}`,
    ),
    last
      ? lines(
          html`${plain(lightSymbols[of.light])} ${bold(figure(last))} · ${plain(lightWords[of.light])} · esperado ${plain(rounded(of.expected))}`,
          of.compliance === null
            ? nothing
            : plain(`Cumplimiento frente a lo esperado: ${rounded(of.compliance)}`),
          plain(last.observation === '' ? 'Sin observación.' : shorten(last.observation, 1_000)),
          italic(`${whoSaid(last)}${of.coverage === null ? '' : ` · ${coverageOfOne[of.coverage]}`}`),
          last.reason === null ? nothing : html`Motivo: ${plain(shorten(last.reason, 300))}`,
          of.cause === null ? nothing : html`Causa: ${plain(causeNames[of.cause].toLowerCase())}`,
        )
      : html`${plain(lightSymbols.grey)} Sin reporte · esperado ${plain(rounded(of.expected))}`,
    former.length === 0
      ? nothing
      : lines(
          italic('Antes decía:'),
          ...former
            .slice(0, 4)
            .map((each) =>
              plain(`${figure(each)} · ${shorten(each.observation, 60)} (${whoSaid(each)}${voided(each)})`),
            ),
        ),
    of.earlier.length === 0
      ? nothing
      : lines(
          italic('Cortes anteriores:'),
          ...of.earlier
            .slice(-mostEarlier)
            .map((each) => plain(`${day(each.cutDate)}: ${figure(each)} · ${shorten(each.observation, 60)}`)),
        ),
  ];
}

function voided({ voidReason }: ActivityDetail['revisions'][number]): string {
  return voidReason === null ? '' : `; anulado por Planeación: ${shorten(voidReason, 80)}`;
}
