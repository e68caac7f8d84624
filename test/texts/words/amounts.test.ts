import { describe, expect, it } from 'vitest';
import { amount, count } from '../../../src/texts/words/amounts.ts';
import { planName } from '../../../src/texts/words/names.ts';

describe('amounts', () => {
  it('are grouped from five digits on, as people write them', () => {
    expect([0, 999, 3_000, 10_000, 1_234_567].map(amount)).toEqual([
      '0',
      '999',
      '3000',
      '10.000',
      '1.234.567',
    ]);
    expect(count(1, 'actividad', 'actividades')).toBe('1 actividad');
    expect(count(10_000, 'actividad', 'actividades')).toBe('10.000 actividades');
  });
});

describe('the name of a plan', () => {
  it('says its year once', () => {
    expect(planName({ title: 'Plan de Acción', fiscalYear: 2022 })).toBe('Plan de Acción 2022');
    expect(planName({ title: 'Plan de Acción 2022', fiscalYear: 2022 })).toBe('Plan de Acción 2022');
    expect(planName({ title: 'Plan de Desarrollo 2020-2023', fiscalYear: 2022 })).toBe(
      'Plan de Desarrollo 2020-2023 2022',
    );
  });
});
