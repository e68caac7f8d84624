import { momentAt } from '../../../src/domain/dates.ts';
import { chartOf } from '../../../src/summary/chart/chart-of.ts';
import type { ChartModel } from '../../../src/summary/chart/model.ts';
import { type CutSummary, cutSummary } from '../../../src/summary/cut-summary.ts';
import { enrol, freshDb, makePlan, makeRealPlan, report, reportRealForm } from '../setup.ts';

export const JULY = momentAt('2022-07-01', 9, 40);

export type Charted = { readonly summary: CutSummary; readonly charts: readonly ChartModel[] };

/** The real form at its first cut, with every activity reported. */
export function realChart(): Charted {
  const made = makeRealPlan(freshDb());
  reportRealForm(made, enrol(made.db, 'Aracelly', 11, {}));
  const summary = cutSummary(made.db, made.cuts[0] ?? 0, momentAt('2022-03-16', 9, 40));
  return { summary, charts: [chartOf(summary)] };
}

export type Drawn = {
  readonly name?: (place: number) => string;
  /** Tenths of a percent at the second cut; null: no report. */
  readonly progress: (place: number) => number | null;
  readonly before?: (place: number) => number | null;
  readonly starts?: (place: number) => string;
  readonly entity?: string;
};

/** A plan of so many activities at its second cut. */
export function chartOfPlan(amount: number, of: Drawn): Charted {
  const db = freshDb();
  const places = Array.from({ length: amount }, (_, index) => index + 1);
  const made = makePlan(
    db,
    places.map((place) => ({
      number: String(place),
      ...(of.name ? { name: of.name(place) } : {}),
      startsOn: of.starts?.(place) ?? '2022-01-01',
    })),
    of.entity ? { entity: of.entity } : {},
  );
  const someone = enrol(db, 'Aracelly', 11, {});
  for (const place of places) {
    const before = of.before?.(place) ?? null;
    const progress = of.progress(place);
    if (before !== null)
      report(made, someone, String(place), before, 'Se hizo', { moment: momentAt('2022-03-30', 9) });
    if (progress !== null)
      report(made, someone, String(place), progress, 'Se hizo', { moment: JULY, cut: 2 });
  }
  const summary = cutSummary(db, made.cuts[1] ?? 0, JULY);
  return { summary, charts: [chartOf(summary)] };
}

export const realNames = [
  'Realizar una caracterización de usuarios, identificando solicitudes o preferencias de información en el marco de la gestión institucional, así como los canales de publicación y difusión consultadas por los mismos',
  'Formular de forma colaborativa y publicar el Plan de Participación Ciudadana para la Vigencia 2022',
  'Realizar y publicar Informe de Gestión de la vigencia anterior',
  'CONVOCAR A LAS VEEDURÍAS CIUDADANAS, A PARTICIPAR DENTRO DEL DESARROLLO DE PROCESOS CONTRACTUALES DE ACUERDO A LA NORMATIVIDAD VIGENTE',
  'DonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  'Feria 🎉 de servicios 👩‍👩‍👧 ≥ 3 barrios',
] as const;
