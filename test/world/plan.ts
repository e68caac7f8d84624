/**
 * A plan put straight into the tables, for what no form contains. A test that wants a form imports one:
 * `openDatabase`.
 */
import type { Db } from '../../src/db/open.ts';
import { activity, activityPosition, cut, plan } from '../../src/db/schema/index.ts';
import { type LocalDate, momentAt } from '../../src/domain/dates.ts';

/**
 * Default: PL-PC-01 of 2022, with a cut at the end of every quarter.
 * @returns ids
 */
export function addPlan(
  db: Db,
  { dates, ...of }: Partial<typeof plan.$inferInsert> & { readonly dates?: readonly LocalDate[] } = {},
): { readonly planId: number; readonly cuts: readonly number[] } {
  const year = of.fiscalYear ?? 2022;
  const usual = {
    code: 'PL-PC-01',
    title: 'PLAN DE PARTICIPACION CIUDADANA',
    fiscalYear: year,
    entity: 'ALCALDIA LOCAL ISLA DEL CASCAJAL',
    version: '1.0',
    importedAt: momentAt(`${year}-01-03`, 8),
    openingDays: 15,
    graceWorkingDays: 5,
  };
  const texts = { system: '', scope: '', objectives: '', drawnUpBy: [], approvedBy: [] };
  const { id: planId } = db
    .insert(plan)
    .values({ ...texts, ...usual, ...of })
    .returning()
    .get();
  const days = dates ?? ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`);
  const rows = days.map((date, place) => ({ planId, number: place + 1, date }));
  return {
    planId,
    cuts: db
      .insert(cut)
      .values(rows)
      .returning()
      .all()
      .map(({ id }) => id),
  };
}

type Activity = Partial<typeof activity.$inferInsert> & {
  readonly planId: number;
  readonly number: string;
  readonly place: number;
};

/**
 * @param positionIds the responsible positions
 * @returns its id
 */
export function addActivity(db: Db, of: Activity, positionIds: readonly number[]): number {
  const classified = { phase: '', participationLevel: '', channels: '', stakeholderGroup: '' };
  const texts = { ...classified, indicator: '', target: '', responsible: '', means: '', resources: '' };
  const year = { startsOn: '2022-01-01', endsOn: '2022-12-31' };
  const row = { name: `Actividad ${of.number}`, ...texts, extra: {}, ...year, ...of };
  const { id: activityId } = db.insert(activity).values(row).returning().get();
  for (const [order, positionId] of positionIds.entries())
    db.insert(activityPosition)
      .values({ activityId, positionId, place: order + 1 })
      .run();
  return activityId;
}
