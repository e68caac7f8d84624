import { describe, expect, it } from 'vitest';
import { summaryMessages } from '../../src/conversations/summary/summary-messages.ts';
import { eq } from '../../src/db/drizzle.ts';
import { activity, cause, cutAct, cutExclusion } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Html } from '../../src/domain/events.ts';
import { cutSummary } from '../../src/summary/cut-summary.ts';
import { summaryTexts } from '../../src/summary/message.ts';
import { splitAtLines, visibleLength } from '../../src/summary/split-at-lines.ts';
import { folded, plain } from '../../src/texts/html.ts';
import { theRest } from '../../src/texts/summary/summary.ts';
import {
  enrol,
  freshDb,
  makePlan,
  makeRealPlan,
  NOW,
  type PlanMade,
  report,
  reportRealForm,
} from './setup.ts';

function textOf(made: PlanMade, cut = 1, moment = NOW): string {
  return summaryTexts(cutSummary(made.db, made.cuts[cut - 1] ?? 0, moment)).join('\n');
}

const seven = Array.from({ length: 7 }, (_, index) => ({ number: String(index + 1) }));

const mayor = { reminds: true, approves: true, presents: false, verifies: false };

describe('the summary of the real form at its first cut', () => {
  it('reads as the mayor should read it', () => {
    const made = makeRealPlan(freshDb());
    const aracelly = enrol(made.db, 'Aracelly Arboleda Urbano', 7, {
      positions: [...made.positions.values()],
    });
    reportRealForm(made, aracelly);
    const [text, ...more] = summaryTexts(cutSummary(made.db, made.cuts[0] ?? 0, NOW));
    expect(more).toEqual([]);
    expect(text?.split('\n').slice(0, 11)).toEqual([
      '<b>28,6 %</b>; para esta fecha se esperaba 24,7 %. 5 de 7 van atrasadas.',
      '<b>Atrasadas:</b> Aracelly Arboleda Urbano (n.º 1, 4, 5, 6 y 7)',
      '',
      '<b>Plan de Participación Ciudadana 2022</b>',
      '<b>Alcaldía Local Isla del Cascajal</b>',
      '<b>Primer monitoreo · corte 31 de marzo</b> · 16 de marzo, 9:40 a. m.',
      '<b>Preliminar</b>',
      'Reportadas 7 de 7, todas a tiempo · 2 en verde, 5 en rojo',
      '',
      '<blockquote expandable>🔴 1. Realizar una caracterización de usuarios… <b>0 %</b> · rojo · No se ha realizado la caracterizacion',
      '🟢 2. Formular de forma colaborativa y publicar el… <b>100 %</b> · verde · Plan de participacion ciudadana publicado en el portal web de la…',
    ]);
    expect(text).not.toContain('faltan');
  });

  it('folds the list of activities, also where it goes on in another message', () => {
    const line = (place: number) => folded(plain(`${place}. ${'x'.repeat(600)}`));
    const messages = splitAtLines([plain('antes'), ...[1, 2, 3, 4, 5, 6, 7].map(line), plain('después')]);
    expect(messages.map((html) => html.replace(/x+/g, 'x'))).toEqual([
      'antes\n<blockquote expandable>1. x\n2. x\n3. x\n4. x\n5. x\n6. x</blockquote>',
      '<blockquote expandable>7. x</blockquote>\ndespués',
    ]);
  });

  it('keeps its figures unrounded', () => {
    const made = makeRealPlan(freshDb());
    reportRealForm(made, enrol(made.db, 'Aracelly', 7, {}));
    const summary = cutSummary(made.db, made.cuts[0] ?? 0, NOW);
    expect(summary.overall).toBeCloseTo(200 / 7, 10);
    expect(summary.expected).toBeCloseTo((100 * 90) / 365, 10);
    expect(summary.lights).toEqual({ green: 2, yellow: 0, red: 5, grey: 0 });
    expect(summary.coverage).toEqual({
      onTime: 7,
      late: 0,
      imported: 0,
      missing: 0,
      planning: 0,
      corrected: 0,
    });
  });

  it('calls a report from a form imported, even when it was corrected afterwards', () => {
    const made = makeRealPlan(freshDb());
    const aracelly = enrol(made.db, 'Aracelly', 7, {});
    for (const { number } of seven) report(made, null, number, 100);
    report(made, aracelly, '1', 200);
    expect(textOf(made)).toContain('Reportadas 7 de 7, todas importadas del formato');
    expect(textOf(made)).toContain('<b>20 %</b>');
  });

  it('shows the entity of the settings when there is one', () => {
    const made = makeRealPlan(freshDb());
    const [first] = summaryMessages(
      made.db,
      { entityName: 'Alcaldía <de> Prueba' },
      made.cuts[0] ?? 0,
      NOW,
      mayor,
    );
    expect(first?.html).toContain('<b>Alcaldía &lt;de&gt; Prueba</b>');
  });
});

describe('what is missing', () => {
  it('states calmly that nobody has reported yet, and until when it can be done', () => {
    const made = makeRealPlan(freshDb());
    const text = textOf(made);
    expect(text).toContain('<b>0 %</b>; para esta fecha se esperaba 24,7 %');
    expect(text).toContain(
      'Todavía no hay reportes de las 7 actividades. El corte los recibe hasta el 7 de abril.',
    );
    expect(text).toContain('⚪ 4. Realizar campañas informativas sobre Rendición… · sin reporte');
    expect(textOf(made, 1, momentAt('2022-04-20', 9))).toContain(
      'No se recibieron reportes de las 7 actividades en este corte.',
    );
  });

  it('counts a missing one as 0 and names position and person', () => {
    const made = makeRealPlan(freshDb());
    const positions = [...made.positions.values()];
    const aracelly = enrol(made.db, 'Aracelly Arboleda', 7, { positions: positions.slice(0, 2) });
    for (const { number } of seven.slice(0, 3)) report(made, aracelly, number, 1000);
    const text = textOf(made);
    expect(text).toContain('<b>42,9 %</b>; para esta fecha');
    expect(text).toContain('Reportadas 3 de 7, 3 a tiempo · 3 en verde');
    expect(text).toContain('<b>Quiénes faltan</b>');
    expect(text).toContain(
      'Profesional Gestion Participacion Ciudadana · <b>Aracelly Arboleda</b>: n.º 5, 6 y 7',
    );
    expect(text).toContain('lider de participacion ciudadana · <b>sin responsable</b>: n.º 4');
  });

  it('marks late ones and names the cause of one', () => {
    const made = makePlan(freshDb(), seven);
    const who = enrol(made.db, 'Ana', 7, { positions: [...made.positions.values()] });
    report(made, who, '1', 0, 'No se ha podido', { late: true });
    for (const { number } of seven.slice(1)) report(made, who, number, 250);
    made.db
      .insert(cause)
      .values({
        activityId: made.activities.get('1') ?? 0,
        cutId: made.cuts[0] ?? 0,
        cause: 'others',
        personId: who.id,
        moment: NOW,
      })
      .run();
    const text = textOf(made);
    expect(text).toContain('Reportadas 7 de 7, 6 a tiempo, 1 extemporánea · 6 en verde, 1 en rojo');
    expect(text).toContain('<b>0 %</b> · rojo · extemporáneo · No se ha podido · causa: depende de otros');
  });

  it('lists a reopened one as still to be corrected, though it is reported', () => {
    const made = makePlan(freshDb(), seven);
    const who = enrol(made.db, 'Ana', 7, { positions: [...made.positions.values()] });
    for (const { number } of seven) report(made, who, number, 250);
    const at = momentAt('2022-04-18', 9);
    made.db
      .insert(cutAct)
      .values({
        cutId: made.cuts[0] ?? 0,
        kind: 'reopen',
        at,
        lastDay: '2022-04-25',
        activityIds: [made.activities.get('3') ?? 0],
        reason: '',
      })
      .run();
    const text = textOf(made, 1, momentAt('2022-04-19', 9));
    expect(text).toContain('Reportadas 7 de 7, todas a tiempo');
    expect(text).toContain('Profesional · <b>Ana</b> · por corregir: n.º 3');
  });
});

describe('what counts', () => {
  it('leaves out activities that have not begun, were retired or are excluded, and says so', () => {
    const made = makePlan(freshDb(), [
      { number: '1' },
      { number: '2', startsOn: '2022-04-01' },
      { number: '3', startsOn: '2022-04-01' },
      { number: '4', retiredAt: momentAt('2022-02-10', 9) },
      { number: '5' },
      { number: '6', retiredAt: momentAt('2022-05-10', 9) },
    ]);
    made.db
      .insert(cutExclusion)
      .values({
        cutId: made.cuts[0] ?? 0,
        activityId: made.activities.get('5') ?? 0,
        reason: 'Veda electoral',
        at: NOW,
      })
      .run();
    const who = enrol(made.db, 'Ana', 7, {});
    report(made, who, '1', 500);
    const summary = cutSummary(made.db, made.cuts[0] ?? 0, NOW);
    expect(summary.rows.map((row) => row.activity.number)).toEqual(['1', '6']);
    expect(summary.overall).toBe(25);
    expect(summary.leftOut.find((each) => each.why === 'notScheduled')?.reason).toBe('Veda electoral');
    const text = textOf(made);
    expect(text).toContain('No han comenzado: n.º 2 y 3');
    expect(text).toContain('Se retiró del plan: n.º 4');
    expect(text).toContain('No está programada en este corte: n.º 5');
  });

  it('uses weights only when every counted activity has one', () => {
    const made = makePlan(freshDb(), [
      { number: '1', weight: 90 },
      { number: '2', weight: 10 },
    ]);
    report(made, enrol(made.db, 'Ana', 7, {}), '1', 1000);
    expect(cutSummary(made.db, made.cuts[0] ?? 0, NOW).overall).toBe(90);
    made.db.update(activity).set({ weight: null }).where(eq(activity.number, '2')).run();
    expect(cutSummary(made.db, made.cuts[0] ?? 0, NOW).overall).toBe(50);
  });

  it('compares with the shown figure of the cut before', () => {
    const made = makeRealPlan(freshDb());
    const who = enrol(made.db, 'Ana', 7, {});
    reportRealForm(made, who);
    const june = momentAt('2022-06-20', 9);
    expect(textOf(made, 2, june)).not.toContain('Frente al corte');
    for (const { number } of seven) report(made, who, number, 430, 'Avanza', { cut: 2, moment: june });
    expect(textOf(made, 2, june)).toContain('Frente al corte del 31 de marzo (28,6 %): 14,4 puntos más');
  });
});

describe('the rest of a long plan', () => {
  it.each([
    [{ green: 1, leftOut: [] }, 'La otra va en verde.'],
    [{ green: 0, leftOut: [{ number: '3', why: 'startsLater' }] }, 'La otra empieza después.'],
    [
      { green: 2, leftOut: [{ number: '3', why: 'startsLater' }] },
      'Las otras 3: 2 en verde, 1 empieza después.',
    ],
  ] as const)('%j is said as %s', (of, said) => {
    expect(theRest(of)).toBe(said);
  });
});

describe('a plan of 300 activities', () => {
  const many = Array.from({ length: 300 }, (_, index) => ({
    number: String(index + 1),
    name: `Actividad <${index + 1}> & "otras" con un nombre largo que no cabe entero en una sola línea del resumen`,
    positions: [`Cargo & <oficina> número ${(index % 40) + 1}`],
  }));

  it('comes in messages under the limit, with every tag closed, the red ones first', () => {
    const made = makePlan(freshDb(), many);
    const who = enrol(made.db, 'Ana & <María>', 7, { positions: [...made.positions.values()] });
    for (const { number } of many.slice(0, 250))
      report(
        made,
        who,
        number,
        Number(number) % 2 === 0 ? 0 : 1000,
        `Se hizo <algo> & más, con «palabras» ${'largas '.repeat(30)}`,
      );
    const summary = cutSummary(made.db, made.cuts[0] ?? 0, NOW);
    const messages = summaryTexts(summary, { every: true }).map((html) => ({ html }));
    expect(messages.length).toBeGreaterThan(5);
    for (const { html } of messages) {
      expect(visibleLength(html)).toBeLessThanOrEqual(4_000);
      expect(html.match(/<b>/g)?.length).toBe(html.match(/<\/b>/g)?.length);
      expect(html.match(/<b>/g)?.length ?? 0).toBeLessThanOrEqual(100);
      expect(html.replace(/<\/?b>/g, '')).not.toMatch(/[<>]/);
    }
    const text = messages.map((message) => message.html).join('\n');
    const listed = [...text.matchAll(/^(🔴|🟢|⚪) (\d+)\. /gm)].map((match) => ({
      light: match[1],
      number: match[2],
    }));
    expect(listed.map((each) => each.number).toSorted()).toEqual(many.map((each) => each.number).toSorted());
    expect(listed.findLastIndex((each) => each.light === '🔴')).toBe(124);
  });

  it('is one message at first: what is behind, the numbers of what is missing, and a line for the rest', () => {
    const made = makePlan(freshDb(), many);
    const who = enrol(made.db, 'Ana', 7, { positions: [...made.positions.values()] });
    for (const { number } of many.slice(0, 250))
      report(made, who, number, Number(number) % 2 === 0 ? 0 : 1000, 'largas '.repeat(30));
    const [only, ...more] = summaryMessages(made.db, { entityName: null }, made.cuts[0] ?? 0, NOW, mayor);
    expect(more).toEqual([]);
    const lines = only?.html.split('\n') ?? [];
    expect(visibleLength(only?.html ?? ('' as Html))).toBeLessThanOrEqual(3_900);
    expect(lines[0]).toBe('<b>41,7 %</b>; para esta fecha se esperaba 24,7 %. 125 de 300 van atrasadas.');
    expect(lines[1]).toBe('<b>Atrasadas:</b> Ana (125 actividades)');
    expect(lines[2]).toMatch(/^Faltan 50 reportes: n\.º 251, .* y 40 más\.$/);
    expect(lines.filter((line) => line.startsWith('🔴'))).toHaveLength(10);
    expect(only?.html).toContain('También van atrasadas las n.º 22');
    expect(only?.html).toContain('Las otras 125: 125 en verde.');
    expect(only?.keyboard?.flat().map((button) => button.text)).toContain('Ver todas');
  });

  it('is split only at line ends', () => {
    const lines = many.map((each) => each.name as Html);
    expect(splitAtLines(lines).join('\n').split('\n')).toEqual(lines);
  });
});
