import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain } from '../html.ts';
import { day } from '../words/days.ts';
import { firstName } from '../words/names.ts';
import { enumerate, theNumbers } from '../words/sentences.ts';
import { figure, type ShownFigure } from '../words/units.ts';

/** More than these are not named one by one. */
const mostNamed = 20;

export type OfPlan = { readonly plan: string | null; readonly number: string };

export type Closing = {
  readonly name: string;
  /** `plan` only with several plans. */
  readonly reported: readonly (OfPlan & ShownFigure)[];
  /** All of these were told just before, in the same message. */
  readonly isTold: boolean;
  readonly total: number;
  readonly left: readonly OfPlan[];
  /** Where: one's own activities, or what Planeación reported for a position without a responsible. */
  readonly correctIn: 'ownActivities' | 'detail';
  /** Last day for corrections; null when nothing can be corrected. */
  readonly lastDay: LocalDate | null;
};

export function closing(of: Closing): Html {
  const done = of.reported.length;
  const left =
    of.left.length === 0
      ? nothing
      : html`${plain(of.left.length === 1 ? 'Queda pendiente' : 'Quedan pendientes')} ${leftWords(of.left)}. Siga cuando quiera con /reportar.`;
  const correct =
    done === 0 || of.lastDay === null
      ? nothing
      : html`Puede ${plain(done === 1 ? 'corregirla' : 'corregirlas')} hasta el ${plain(day(of.lastDay))} ${plain(of.correctIn === 'detail' ? 'desde el detalle de /resumen' : 'en /misactividades')}.`;
  return paragraphs(
    howMany(of, done),
    of.isTold ? nothing : lines(...byPlan(of.reported).map(reportedOfPlan)),
    left,
    correct === nothing ? plain('Gracias.') : html`${correct} Gracias.`,
  );
}

/** *Listo* only when nothing is pending. */
function howMany({ name, total, left }: Closing, done: number): Html {
  const amount = html`${bold(`${done} de ${total}`)} ${plain(done === 1 && total === 1 ? 'reportada' : 'reportadas')}`;
  return left.length === 0
    ? html`Listo, ${plain(firstName(name))}: ${amount}.`
    : html`${plain(firstName(name))}, lleva ${amount}.`;
}

/** *Le faltan 3: las n.º 5, 6 y 7.* Of very many only how many. */
export function stillMissing(left: readonly OfPlan[]): Html {
  if (left.length === 0) return nothing;
  if (left.length === 1) return html`Le falta ${leftWords(left)}.`;
  const which = left.length > mostNamed ? nothing : html`: ${leftWords(left)}`;
  return html`Le faltan ${plain(left.length)}${which}.`;
}

function byPlan<Item extends OfPlan>(items: readonly Item[]) {
  return [...Map.groupBy(items, (item) => item.plan)].map(([plan, own]) => ({ plan, own }));
}

function reportedOfPlan({ plan, own }: { plan: string | null; own: Closing['reported'] }): Html {
  const list = own.map((each) => `n.º ${each.number}: ${figure(each)}`).join(' · ');
  return plan === null ? plain(list) : html`${italic(plan)} · ${plain(list)}`;
}

/** *las n.º 1 y 4*, *la n.º 4 (Plan Anticorrupción 2022)* */
function leftWords(left: readonly OfPlan[]): Html {
  const words = byPlan(left).map(({ plan, own }) => {
    const numbers = theNumbers(own.map((each) => each.number));
    return plan === null ? numbers : `${numbers} (${plan})`;
  });
  return plain(enumerate(words));
}
