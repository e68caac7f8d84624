import type { LocalDate, Moment } from '../domain/dates.ts';
import type { Html } from '../domain/events.ts';
import type { TrafficLight } from '../domain/progress.ts';
import { causeNames } from './causes.ts';
import { bold, html, italic, lines, nothing, plain, shorten } from './html.ts';
import { lightSymbols, lightWords, rounded } from './summary.ts';
import { clockTime, day, percent } from './words.ts';

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
  /** The last word first. */
  readonly revisions: readonly {
    readonly progress: number;
    readonly observation: string;
    /** Null: taken from a form. */
    readonly by: string | null;
    readonly moment: Moment;
  }[];
  readonly earlier: readonly {
    readonly cutDate: LocalDate;
    readonly progress: number;
    readonly observation: string;
  }[];
};

/** The latest ones, so that everything of an activity with its evidence stays one message. */
const mostEarlier = 5;

const coverageOfOne = { onTime: 'a tiempo', late: 'extemporáneo', imported: 'importado' } as const;

/** One activity whole, in one message. */
export function activityDetail(of: ActivityDetail): readonly Html[] {
  const [last, ...former] = of.revisions;
  const said = (moment: Moment, by: string | null) =>
    `${by === null ? 'importado del formulario' : shorten(by, 60)}, ${clockTime(moment)}`;
  return [
    lines(
      bold(`n.º ${shorten(of.number, 20)}`),
      plain(shorten(of.name, 350)),
      of.target === '' ? nothing : html`${italic('Meta:')} ${plain(shorten(of.target, 250))}`,
      html`${italic('Responsable:')} ${plain(shorten(of.responsible, 200))}`,
    ),
    last
      ? lines(
          html`${plain(lightSymbols[of.light])} ${bold(percent(last.progress))} · ${plain(lightWords[of.light])} · esperado ${plain(rounded(of.expected))}`,
          of.compliance === null
            ? nothing
            : plain(`Cumplimiento frente a lo esperado: ${rounded(of.compliance)}`),
          plain(last.observation === '' ? 'Sin observación.' : shorten(last.observation, 1_000)),
          italic(
            `${said(last.moment, last.by)}${of.coverage === null ? '' : ` · ${coverageOfOne[of.coverage]}`}`,
          ),
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
              plain(
                `${percent(each.progress)} · ${shorten(each.observation, 60)} (${said(each.moment, each.by)})`,
              ),
            ),
        ),
    of.earlier.length === 0
      ? nothing
      : lines(
          italic('Cortes anteriores:'),
          ...of.earlier
            .slice(-mostEarlier)
            .map((each) =>
              plain(`${day(each.cutDate)}: ${percent(each.progress)} · ${shorten(each.observation, 60)}`),
            ),
        ),
  ];
}
