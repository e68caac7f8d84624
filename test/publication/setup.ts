import { onTestFinished } from 'vitest';
import type { Db } from '../../src/db/open.ts';
import { activitiesOf, plannedCut, plannedCuts } from '../../src/db/plans.ts';
import { addReport } from '../../src/db/reports.ts';
import { addPresentation, decide } from '../../src/db/review.ts';
import { type LocalDate, type Moment, momentAt } from '../../src/domain/dates.ts';
import type { Rendering } from '../../src/summary/export-cut.ts';
import { sealed } from '../../src/summary/review/document.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import { enrol } from '../summary/setup.ts';
import { openDatabase } from '../world/database.ts';
import { realForm } from '../world/form.ts';

/** Everybody whose name must stand nowhere in the site; the form names the last two. */
export const everybody = [
  'Berta Caicedo',
  'Diana Mina',
  'Julio Biojó',
  'Aracelly Arboleda Urbano',
  'Julio Cesar Biojó Estacio',
] as const;

/** The real plan with everything of its first cut reported; three observations hold what may not go out. */
export type Town = {
  readonly db: Db;
  readonly planId: number;
  /** The ids of the cuts, by number from 1. */
  readonly cuts: readonly number[];
  readonly report: (
    cut: number,
    number: string,
    progress: number,
    observation: string,
    at?: Moment,
    amount?: number,
  ) => void;
  readonly approve: (cut: number, on: LocalDate) => void;
};

export const spoken = {
  '1': 'Taller con Berta Caicedo. Actas en https://drive.google.com/drive/folders/1aBcD.',
  '2': 'Se publicó el plan en www.cascajal.gov.co/plan & se envió a berta@correo.com; <b>listo</b>',
  '5': '=CMD() 30 % de las veedurías, tel. 315 456 7890',
} as const;

export function realTown(): Town {
  const { db, remove } = openDatabase({});
  onTestFinished(remove);
  const [planned] = plannedCuts(db);
  if (!planned) throw new Error('no plan');
  const { id: planId } = planned.plan;
  const cuts = plannedCuts(db).map(({ cut }) => cut.id);
  const activities = new Map(activitiesOf(db, planId).map(({ id, number }) => [number, id]));
  const berta = enrol(db, everybody[0], 21, {});
  const diana = enrol(db, everybody[1], 22, { offices: ['coordinator'] });
  const julio = enrol(db, everybody[2], 23, { offices: ['mayor'] });
  const report: Town['report'] = (
    cut,
    number,
    progress,
    observation,
    at = momentAt('2022-03-20', 10),
    amount,
  ) =>
    void addReport(db, {
      activityId: activities.get(number) ?? 0,
      cutId: cuts[cut - 1] ?? 0,
      progress,
      ...(amount === undefined ? {} : { amount }),
      observation,
      origin: 'chat',
      personId: berta.id,
      moment: at,
      recordedAt: at,
      late: false,
    });
  const approve: Town['approve'] = (number, on) => {
    const cutId = cuts[number - 1] ?? 0;
    const shown = plannedCut(db, cutId);
    if (!shown) throw new Error('no cut');
    const at = momentAt(on, 11);
    const row = { cutId, at, presentedBy: diana.id, ...sealed(liveDocument(db, shown)) };
    const { id } = addPresentation(db, row, null);
    const auditHash = '0'.repeat(64);
    decide(db, id, { outcome: 'approved', decidedAt: at, decidedBy: julio.id, appointedBy: null, auditHash });
  };
  for (const { number, monitoring } of realForm().activities) {
    const [printed] = monitoring;
    const own = Object.hasOwn(spoken, number) ? spoken[number as keyof typeof spoken] : undefined;
    report(1, number, printed?.progressTenths ?? 0, own ?? printed?.observation ?? '');
  }
  return { db, planId, cuts, report, approve };
}

/** Draws nothing: what would be drawn, as data. */
export const undrawn: Pick<Rendering, 'pdf' | 'xlsx'> = {
  pdf: async (model) => Buffer.from(JSON.stringify(model)),
  xlsx: async (model) => Buffer.from(JSON.stringify(model)),
};

export const drawn: Pick<Rendering, 'pdf' | 'xlsx'> = {
  pdf: async (model) => (await import('../../src/forms/pdf/render-pdf.ts')).renderPdf(model),
  xlsx: async (model) => (await import('../../src/forms/xlsx/make-workbook.ts')).makeWorkbook(model),
};
