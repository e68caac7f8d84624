import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain } from '../html.ts';
import { percent } from '../words/amounts.ts';
import { day } from '../words/days.ts';
import { firstName } from '../words/names.ts';
import { enumerate } from '../words/sentences.ts';

type OfPlan = { readonly plan: string | null; readonly number: string };

export type Closing = {
  readonly name: string;
  /** `plan` only with several plans. */
  readonly reported: readonly (OfPlan & { readonly progress: number })[];
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
      : html`${plain(of.left.length === 1 ? 'Queda pendiente la' : 'Quedan pendientes las')} ${leftWords(of.left)}. Siga cuando quiera con /reportar.`;
  const correct =
    done === 0 || of.lastDay === null
      ? nothing
      : html`Puede ${plain(done === 1 ? 'corregirla' : 'corregirlas')} hasta el ${plain(day(of.lastDay))} ${plain(of.correctIn === 'detail' ? 'desde el detalle de /resumen' : 'en /misactividades')}.`;
  return paragraphs(
    html`Listo, ${plain(firstName(of.name))}: ${bold(`${done} de ${of.total}`)} ${plain(done === 1 && of.total === 1 ? 'reportada' : 'reportadas')}.`,
    lines(...byPlan(of.reported).map(reportedOfPlan)),
    left,
    correct === nothing ? plain('Gracias.') : html`${correct} Gracias.`,
  );
}

function byPlan<Item extends OfPlan>(items: readonly Item[]) {
  return [...Map.groupBy(items, (item) => item.plan)].map(([plan, own]) => ({ plan, own }));
}

function reportedOfPlan({ plan, own }: { plan: string | null; own: Closing['reported'] }): Html {
  const list = own.map((each) => `n.º ${each.number}: ${percent(each.progress)}`).join(' · ');
  return plan === null ? plain(list) : html`${italic(plan)} · ${plain(list)}`;
}

/** *n.º 1 y 4*, *n.º 4 (Plan Anticorrupción 2022)* */
function leftWords(left: readonly OfPlan[]): Html {
  const words = byPlan(left).map(({ plan, own }) => {
    const numbers = `n.º ${enumerate(own.map((each) => each.number))}`;
    return plan === null ? numbers : `${numbers} (${plan})`;
  });
  return plain(enumerate(words));
}
