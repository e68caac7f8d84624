import { describe, expect, it } from 'vitest';
import { momentAt } from '../../../src/domain/dates.ts';
import { chartOf, picturesOf } from '../../../src/summary/chart/chart-of.ts';
import { cutSummary } from '../../../src/summary/cut-summary.ts';
import { enrol, freshDb, makePlan, report } from '../setup.ts';
import { chartOfPlan, realChart } from './setup.ts';

describe('the picture of a summary', () => {
  it('says the same as the message about the real form at its first cut', () => {
    const { charts } = realChart();
    expect(charts).toHaveLength(1);
    const [chart] = charts;
    expect(chart).toMatchObject({
      entity: 'Alcaldía Local Isla del Cascajal',
      cut: 'Primer monitoreo · corte 31 de marzo',
      plan: 'Plan de Participación Ciudadana 2022 · 16 de marzo, 9:40 a. m.',
      standing: 'Preliminar',
      part: '',
      overall: { progress: '28,6 %', expected: 'esperado 24,7 %' },
      change: '',
      coverage: 'Reportadas 7 de 7: todas a tiempo.',
      lights: [
        { light: 'green', text: '2 en verde' },
        { light: 'red', text: '5 en rojo' },
      ],
      hasPrevious: false,
      leftOut: '',
    });
    expect(chart?.bars.map((bar) => `${bar.number} ${bar.progress} ${bar.word}`)).toEqual([
      '1. 0 % Rojo',
      '2. 100 % Verde',
      '3. 100 % Verde',
      '4. 0 % Rojo',
      '5. 0 % Rojo',
      '6. 0 % Rojo',
      '7. 0 % Rojo',
    ]);
    expect(chart?.bars[0]?.expected).toBeCloseTo(24.66, 2);
  });

  it.each([7, 20])('shows all of %i activities', (amount) => {
    const [chart] = chartOfPlan(amount, { progress: () => 1000 }).charts;
    expect([chart?.bars.length, chart?.part]).toEqual([amount, '']);
  });

  it('shows what matters of 60 activities: what is behind, then what has no report', () => {
    const progress = (place: number) => (place > 55 ? 0 : place > 50 ? null : 1000);
    const [chart] = chartOfPlan(60, { progress }).charts;
    expect(chart?.part).toBe('20 de 60 actividades: primero las atrasadas');
    expect(chart?.bars.map((bar) => bar.word)).toEqual([
      ...Array.from({ length: 5 }, () => 'Rojo'),
      ...Array.from({ length: 5 }, () => 'Sin reporte'),
      ...Array.from({ length: 10 }, () => 'Verde'),
    ]);
  });

  it('puts the others on further pictures, each activity once, up to ten pictures', () => {
    const { summary } = chartOfPlan(45, { progress: (place) => (place > 40 ? 0 : 1000) });
    expect(picturesOf(summary)).toBe(3);
    const pages = [1, 2, 3].map((page) => chartOf(summary, [], page));
    expect(pages.map((each) => each.bars.length)).toEqual([20, 20, 5]);
    expect(new Set(pages.flatMap((each) => each.bars.map((bar) => bar.number))).size).toBe(45);
    expect(pages.map((each) => each.part).slice(1)).toEqual(['Imagen 2 de 3', 'Imagen 3 de 3']);
    expect(picturesOf(chartOfPlan(20, { progress: () => null }).summary)).toBe(1);
    expect(
      picturesOf({ rows: Array.from({ length: 700 }, () => summary.rows[0]).flatMap((row) => row ?? []) }),
    ).toBe(10);
  });

  it('shows the red ones first when there are more than ten, as the message does', () => {
    const { charts } = chartOfPlan(12, { progress: (place) => (place > 10 ? 0 : 1000) });
    expect(charts[0]?.bars.slice(0, 3).map(({ number }) => number)).toEqual(['11.', '12.', '1.']);
  });

  it('marks the progress of each activity at the cut before', () => {
    const { charts } = chartOfPlan(3, {
      progress: () => 600,
      before: (place) => (place === 2 ? null : 333),
    });
    expect(charts[0]?.bars.map(({ previous }) => previous)).toEqual([33.3, null, 33.3]);
    expect(charts[0]?.hasPrevious).toBe(true);
    expect(charts[0]?.change).toBe('Frente al corte del 31 de marzo (22,2 %): 37,8 puntos más');
  });

  it('names who answers for what is behind, and nobody else', () => {
    const made = makePlan(freshDb(), [
      { number: '1', positions: ['Gestora'] },
      { number: '2', positions: ['Gestora'] },
      { number: '3', positions: ['Cargo vacante'] },
    ]);
    const ana = enrol(made.db, 'Ana Arboleda', 11, { positions: [made.positions.get('Gestora')] });
    for (const [number, progress] of [
      ['1', 0],
      ['2', 1000],
      ['3', 0],
    ] as const)
      report(made, ana, number, progress, 'Se hizo', { moment: momentAt('2022-03-30', 9) });
    const { bars } = chartOf(cutSummary(made.db, made.cuts[0] ?? 0, momentAt('2022-03-31', 9)));
    expect(bars.map((each) => each.who)).toEqual(['Ana Arboleda', '', 'Cargo vacante']);
  });

  it('shows the course of the cuts so far from the second one on', () => {
    expect(realChart().charts[0]?.course).toBeNull();
    const { charts, summary } = chartOfPlan(3, { progress: () => 600, before: () => 300 });
    expect(charts[0]?.course).toEqual({ percents: [30, 60], text: '31 de marzo 30 % · 30 de junio 60 %' });
    const earlier = [
      { number: 0, date: '2021-12-31', overall: 125 },
      { number: 1, date: '2022-03-31', overall: 990 },
    ];
    expect(chartOf(summary, earlier).course?.percents).toEqual([12.5, 30, 60]);
    expect(chartOfPlan(3, { progress: () => null, before: () => 300 }).charts[0]?.course).toBeNull();
  });

  it('distinguishes a missing report from 0, and from an activity that has not begun', () => {
    const { charts } = chartOfPlan(4, {
      progress: (place) => (place === 1 ? 0 : null),
      starts: (place) => (place === 4 ? '2022-09-01' : '2022-01-01'),
    });
    const [chart] = charts;
    expect(chart?.bars.map(({ percent, progress, word }) => [percent, progress, word])).toEqual([
      [0, '0 %', 'Rojo'],
      [null, '—', 'Sin reporte'],
      [null, '—', 'Sin reporte'],
    ]);
    expect(chart?.coverage).toBe('Reportadas 1 de 3: 1 a tiempo. Faltan 2.');
    expect(chart?.leftOut).toBe('No se cuentan. Sin comenzar: n.º 4.');
  });

  it('states calmly that nothing was reported, or that nothing counts', () => {
    const none = chartOfPlan(4, { progress: () => null }).charts[0];
    expect(none?.coverage).toBe(
      'Todavía no hay reportes de las 4 actividades. El corte los recibe hasta el 8 de julio.',
    );
    const empty = chartOfPlan(3, { progress: () => null, starts: () => '2022-10-01' }).charts;
    expect(empty).toHaveLength(1);
    expect(empty[0]).toMatchObject({ overall: null, bars: [], coverage: '' });
  });

  it('is pure: the same summary gives the same pictures at any time', () => {
    const { summary, charts } = realChart();
    expect([chartOf(summary)]).toEqual(charts);
    expect(summary.moment).toBe(momentAt('2022-03-16', 9, 40));
  });
});
