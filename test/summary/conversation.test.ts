import { describe, expect, it } from 'vitest';
import { showPending, tapRemind } from '../../src/conversations/pending/pending.ts';
import { tapMissing } from '../../src/conversations/summary/missing.ts';
import { tapOtherCuts } from '../../src/conversations/summary/other-cuts.ts';
import { sendFiles } from '../../src/conversations/summary/send-files.ts';
import { showSummary, tapDetail, tapSummary } from '../../src/conversations/summary/show-summary.ts';
import type { Turn } from '../../src/conversations/turn.ts';
import { rowByKey } from '../../src/db/announce.ts';
import { keepDraft } from '../../src/db/drafts.ts';
import { eq } from '../../src/db/drizzle.ts';
import type { Db } from '../../src/db/open.ts';
import { settle } from '../../src/db/outbox.ts';
import { type EnrolledPerson, markUnreachable } from '../../src/db/people.ts';
import { outbox } from '../../src/db/schema/index.ts';
import { readButton } from '../../src/domain/buttons.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Message } from '../../src/domain/events.ts';
import { visibleLength } from '../../src/summary/split-at-lines.ts';
import {
  answersTo,
  dataOf,
  enrol,
  freshDb,
  makePlan,
  makeRealPlan,
  NOW,
  report,
  reportRealForm,
  turnOf,
} from './setup.ts';

function last(db: Db, someone: EnrolledPerson): Message | undefined {
  return answersTo(db, someone).at(-1);
}

const labels = (message: Message | undefined) => message?.keyboard?.flat().map((button) => button.text) ?? [];

/** A tap on a button of the last message, as the router hands it over. */
function tap(turn: Turn, label: string): void {
  const row = turn.db
    .select()
    .from(outbox)
    .where(eq(outbox.personId, turn.person.id))
    .orderBy(outbox.id)
    .all()
    .at(-1);
  const button = readButton(dataOf(last(turn.db, turn.person), label));
  const tapped = { ...turn, tappedRow: row?.id ?? null, messageId: null };
  switch (button?.to) {
    case 'summary':
      return tapSummary(tapped, button.cutId);
    case 'detail':
    case 'activityDetail':
      return tapDetail(tapped, button);
    case 'missing':
      return tapMissing(tapped, button.cutId);
    case 'otherCuts':
      return tapOtherCuts(tapped, button.planId);
    case 'remind':
      tapRemind(tapped, button.cutId, button.confirmed);
      return;
    default:
      throw new Error(`not a button of the summary: ${label}`);
  }
}

describe('A file that is made', () => {
  it('goes to the people who may have it at that time, and to nobody who lost the office meanwhile', () => {
    const made = makeRealPlan(freshDb());
    const mayor = enrol(made.db, 'Julio', 1, { offices: ['mayor'] });
    const former = enrol(made.db, 'Pedro', 2, {});
    const file = { as: 'document', path: '/nowhere/x.pdf', name: 'x.pdf' } as const;
    for (const [who, as] of [
      [mayor, 'reply'],
      [former, 'reply'],
      [former, 'summary'],
    ] as const) {
      const { id: personId, telegramUserId: chatId } = who;
      const asked = { cutId: made.cuts[0] ?? 0, format: 'pdf', moment: NOW, presentation: null } as const;
      sendFiles(made.db, { ...asked, personId, chatId, as }, { files: [file], status: null }, NOW);
    }
    const rows = made.db.select().from(outbox).all();
    expect(rows.map((row) => row.personId)).toEqual([mayor.id]);
  });
});

describe('/resumen', () => {
  it('answers at once with detail and other cuts, and offers no reminder when nobody is missing', () => {
    const made = makeRealPlan(freshDb());
    const mayor = enrol(made.db, 'Julio Biojó', 1, { offices: ['mayor'] });
    reportRealForm(made, enrol(made.db, 'Aracelly', 7, { positions: [...made.positions.values()] }));
    showSummary(turnOf(made.db, mayor), '');
    expect(last(made.db, mayor)?.html).toContain('<b>28,6 %</b>; para esta fecha');
    expect(labels(last(made.db, mayor))).toEqual(['Detalle', 'Otros cortes', 'PDF', 'Excel']);
    tapMissing(turnOf(made.db, mayor), made.cuts[0] ?? 0);
    expect(last(made.db, mayor)?.html).toBe('En el corte del 31 de marzo no falta nadie.');
  });

  it('offers the missing list and the reminder to the mayor, only the list to Control Interno', () => {
    const made = makeRealPlan(freshDb());
    const mayor = enrol(made.db, 'Julio', 1, { offices: ['mayor'] });
    const control = enrol(made.db, 'Carmen', 2, { offices: ['control'] });
    showSummary(turnOf(made.db, mayor), 'marzo');
    showSummary(turnOf(made.db, control), '1');
    expect(labels(last(made.db, mayor))).toEqual([
      'Detalle',
      'Otros cortes',
      'PDF',
      'Excel',
      'Quiénes faltan',
      'Recordar a los que faltan',
    ]);
    expect(labels(last(made.db, control))).toEqual([
      'Detalle',
      'Otros cortes',
      'PDF',
      'Excel',
      'Quiénes faltan',
    ]);
  });

  it('shows the activities eight at a time, one of them whole, and the way back', () => {
    const made = makePlan(
      freshDb(),
      Array.from({ length: 20 }, (_, index) => ({ number: String(index + 1) })),
    );
    const mayor = enrol(made.db, 'Julio', 1, { offices: ['mayor'] });
    const ana = enrol(made.db, 'Ana', 7, { positions: [...made.positions.values()] });
    report(made, ana, '20', 100, 'Primera versión');
    report(made, ana, '20', 50, 'Se corrige la cifra');
    const turn = turnOf(made.db, mayor);
    showSummary(turn, '');
    tap(turn, 'Detalle');
    expect(labels(last(made.db, mayor))[0]).toBe('🔴 20. Actividad 20');
    expect(labels(last(made.db, mayor))).toHaveLength(10);
    tap(turn, 'Siguientes');
    expect(last(made.db, mayor)?.html).toContain('Página 2 de 3');
    tap(turn, 'Anteriores');
    tap(turn, '🔴 20');
    const whole = last(made.db, mayor)?.html;
    expect(whole).toContain('<b>5 %</b> · rojo · esperado 24,7 %');
    expect(whole).toContain('Se corrige la cifra\n<i>Ana, 16 de marzo, 9:40 a. m. · a tiempo</i>');
    expect(whole).toContain('10 % · Primera versión');
    const before = answersTo(made.db, mayor).length;
    tap(turn, 'Ver todas');
    expect(labels(last(made.db, mayor))[0]).toBe('🔴 20. Actividad 20');
    expect(answersTo(made.db, mayor)).toHaveLength(before);
    tap(turn, 'Volver al resumen');
    expect(last(made.db, mayor)?.html).toContain('Reportadas 1 de 20');
  });

  it('shows the list for an activity of another plan', () => {
    const db = freshDb();
    const made = makePlan(db, [{ number: '1' }]);
    const other = makePlan(db, [{ number: '9', name: 'Ajena' }], { code: 'PL-AC-02' });
    const mayor = enrol(db, 'Julio', 1, { offices: ['mayor'] });
    const activityId = other.activities.get('9') ?? 0;
    tapDetail(turnOf(db, mayor), { to: 'activityDetail', cutId: made.cuts[0] ?? 0, activityId });
    expect(labels(last(db, mayor))).toEqual(['⚪ 1. Actividad 1', 'Volver al resumen']);
  });

  it('fits the longest detail into one message', () => {
    const long = 'palabra larga '.repeat(300);
    const made = makePlan(freshDb(), [{ number: '1', name: long, target: long, responsible: long }]);
    const mayor = enrol(made.db, 'N'.repeat(200), 1, { offices: ['mayor'] });
    for (const cut of [1, 2, 3, 4])
      for (let at = 0; at < 9; at += 1) report(made, mayor, '1', 5, long, { cut });
    tapDetail(turnOf(made.db, mayor, momentAt('2022-12-20', 9)), {
      to: 'activityDetail',
      cutId: made.cuts[3] ?? 0,
      activityId: made.activities.get('1') ?? 0,
    });
    expect(visibleLength(last(made.db, mayor)?.html ?? ('' as never))).toBeLessThan(4_096);
  });

  it('chooses between plans and cuts by button', () => {
    const db = freshDb();
    const made = makePlan(db, [{ number: '1' }]);
    makePlan(db, [{ number: '1' }, { number: '2' }], { code: 'PL-AC-02', title: 'PLAN ANTICORRUPCION' });
    const mayor = enrol(db, 'Julio', 1, { offices: ['mayor'] });
    const turn = turnOf(db, mayor, momentAt('2022-06-20', 9));
    showSummary(turn, '');
    expect(labels(last(db, mayor))).toEqual([
      'Plan de Participación Ciudadana 2022 · 30 de junio',
      'Plan Anticorrupción 2022 · 30 de junio',
    ]);
    tap(turn, 'Plan Anticorrupción');
    expect(last(db, mayor)?.html).toContain('Plan Anticorrupción 2022');
    tapOtherCuts(turn, made.planId);
    expect(labels(last(db, mayor))).toEqual([
      'Segundo monitoreo · 30 de junio',
      'Primer monitoreo · 31 de marzo',
      'Plan Anticorrupción 2022 · 30 de junio',
    ]);
    tap(turn, 'Primer monitoreo');
    expect(last(db, mayor)?.html).toContain('corte 31 de marzo');
  });

  it('says when a cut opens, and does nothing with a cut that does not exist', () => {
    const made = makePlan(freshDb(), [{ number: '1' }]);
    const mayor = enrol(made.db, 'Julio', 1, { offices: ['mayor'] });
    const turn = turnOf(made.db, mayor);
    showSummary(turn, 'junio');
    expect(last(made.db, mayor)?.html).toContain('Abre el 15 de junio de 2022.');
    showSummary(turn, '<b>nada</b>');
    expect(last(made.db, mayor)?.html).toContain('«&lt;b&gt;nada&lt;/b&gt;»');
    tapOtherCuts(turn, made.planId);
    expect(last(made.db, mayor)?.html).toBe(
      'Todavía no hay otros cortes. El segundo monitoreo abre el 15 de junio de 2022.',
    );
    for (const cutId of [made.cuts[1] ?? 0, 999]) {
      tapSummary(turn, cutId);
      tapMissing(turn, cutId);
      tapDetail(turn, { to: 'activityDetail', cutId, activityId: 1 });
    }
    expect(
      answersTo(made.db, mayor)
        .slice(-6)
        .map((each) => each.html),
    ).toEqual([
      ...Array(3).fill(
        'El segundo monitoreo (corte 30 de junio) todavía no ha abierto. Abre el 15 de junio de 2022.',
      ),
      ...Array(3).fill('Ese corte ya no está disponible. Con /resumen puede ver el actual.'),
    ]);
  });
});

describe('/pendientes', () => {
  it('lists position, person, days left and drafts, and reminds with two taps', () => {
    const made = makeRealPlan(freshDb());
    const positions = [...made.positions.values()];
    const coordinator = enrol(made.db, 'Planeación', 1, { offices: ['coordinator'] });
    const aracelly = enrol(made.db, 'Aracelly Arboleda', 7, { positions: positions.slice(0, 1) });
    const pedro = enrol(made.db, 'Pedro Gómez', 8, { positions: positions.slice(1, 2) });
    markUnreachable(made.db, 8, NOW, 'blocked');
    report(made, aracelly, '2', 1000);
    keepDraft(
      made.db,
      {
        personId: aracelly.id,
        activityId: made.activities.get('3') ?? 0,
        cutId: made.cuts[0] ?? 0,
        updatedAt: NOW,
      },
      { progress: 500 },
    );
    const turn = turnOf(made.db, coordinator);
    showPending(turn);
    const text = last(made.db, coordinator)?.html;
    expect(text).toContain('Faltan <b>6 actividades</b>.');
    expect(text).toContain('<b>Primer monitoreo</b>: quedan 15 días, hasta el 31 de marzo');
    expect(text).toContain(
      'Profesional Gestion Participacion Ciudadana · <b>Aracelly Arboleda</b>: n.º 1, 3, 5, 6 y 7 · a medias: n.º 3',
    );
    expect(text).toContain('Lider de rendicion de cuentas · <b>Pedro Gómez</b>: n.º 4');
    expect(text).toContain('lider de participacion ciudadana · <b>sin responsable</b>: n.º 4');
    expect(text).toContain('No se les puede escribir: Pedro Gómez (bloqueó el chat).');

    tap(turn, 'Recordar a los que faltan');
    expect(last(made.db, coordinator)?.html).toBe(
      'Recibirá un recordatorio <b>una persona</b>, en unos minutos: Aracelly Arboleda.\n\nNo se les puede escribir: Pedro Gómez (bloqueó el chat).\n\nToque <b>Sí, enviar</b> para recordárselo.',
    );
    expect(rowByKey(made.db, `reminder:${aracelly.id}:2022-03-16`)).toBeUndefined();
    tap(turn, 'Sí, enviar');
    expect(last(made.db, coordinator)?.html).toContain(
      'Listo: <b>una persona</b> recibirá el recordatorio en unos minutos.',
    );
    const row = rowByKey(made.db, `reminder:${aracelly.id}:2022-03-16`);
    expect(row?.state).toBe('waiting');
    expect(rowByKey(made.db, `reminder:${pedro.id}:2022-03-16`)).toBeUndefined();

    showPending(turn);
    expect(last(made.db, coordinator)?.html).toContain(
      'Su recordatorio de hoy está por salir: Aracelly Arboleda.',
    );
    made.db
      .update(outbox)
      .set({ state: 'sent', settledAt: NOW })
      .where(eq(outbox.id, row?.id ?? 0))
      .run();
    showPending(turn);
    expect(last(made.db, coordinator)?.html).toContain('Hoy ya tuvo recordatorio: Aracelly Arboleda.');
    tap(turn, 'Recordar a los que faltan');
    expect(last(made.db, coordinator)?.html).toContain('Hoy ya tiene recordatorio: Aracelly Arboleda.');

    settle(made.db, row?.id ?? 0, 'refused', 'Bad Request: chat not found', NOW);
    showPending(turn);
    expect(last(made.db, coordinator)?.html).toContain(
      'No se pudo entregar el recordatorio: Aracelly Arboleda el 16 de marzo (no ha abierto el chat).',
    );
  });

  it('names the last day of the grace, and each plan when there are several', () => {
    const db = freshDb();
    makePlan(db, [{ number: '1' }]);
    makePlan(db, [{ number: '9' }], { code: 'PL-AC-02', title: 'PLAN ANTICORRUPCION' });
    const control = enrol(db, 'Carmen', 2, { offices: ['control'] });
    showPending(turnOf(db, control, momentAt('2022-04-06', 9)));
    expect(last(db, control)?.html).toContain(
      '<b>Primer monitoreo · Plan Anticorrupción 2022</b>: queda 1 día, hasta el 7 de abril (extemporáneo)',
    );
    expect(labels(last(db, control))).toEqual(['Por qué no llegó un recordatorio']);
  });

  it('says that nothing is pending, and when the next cut opens', () => {
    const made = makePlan(freshDb(), [{ number: '1' }]);
    const mayor = enrol(made.db, 'Julio', 1, { offices: ['mayor'] });
    report(made, mayor, '1', 1000);
    showPending(turnOf(made.db, mayor));
    expect(last(made.db, mayor)?.html).toBe(
      'No hay nada pendiente en este momento. El segundo monitoreo abre el 15 de junio de 2022.',
    );
  });
});
