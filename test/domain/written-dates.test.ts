import { describe, expect, it } from 'vitest';
import { readTypedDate } from '../../src/domain/written-dates.ts';

const today = '2022-03-16';

describe('a date as people type it', () => {
  it.each([
    ['hoy', '2022-03-16'],
    ['Mañana', '2022-03-17'],
    ['5 de abril', '2022-04-05'],
    ['el 5 de abril', '2022-04-05'],
    ['martes 5 de abril', '2022-04-05'],
    ['5 abril', '2022-04-05'],
    ['abril 5', '2022-04-05'],
    ['5 de abril.', '2022-04-05'],
    ['5/4', '2022-04-05'],
    ['05/04/2026', '2026-04-05'],
    ['2026-04-05', '2026-04-05'],
    ['5 de abril de 2026', '2026-04-05'],
    ['16 de marzo', '2022-03-16'],
    ['15 de marzo', '2023-03-15'],
    ['1 de enero', '2023-01-01'],
    ['5 mar', '2023-03-05'],
    ['5 de mar.', '2023-03-05'],
    ['mar 5 de 2023', '2023-03-05'],
    ['mar 5 de abril', '2022-04-05'],
    ['mar. 5/4', '2022-04-05'],
    ['mar, 5 abr', '2022-04-05'],
    ['mar 15 de marzo', '2023-03-15'],
    ['el mié. 6 de abril', '2022-04-06'],
    ['vie 8 de abril', '2022-04-08'],
    ['sáb 9 abr', '2022-04-09'],
    ['martes, 5 de abril de 2026', '2026-04-05'],
  ])('%s is %s', (text, date) => {
    expect(readTypedDate(text, today)).toBe(date);
  });

  it('asks again about mar 5, which may be Tuesday or March', () => {
    expect(readTypedDate('mar 5', today)).toBeUndefined();
    expect(readTypedDate('Mar. 5', today)).toBeUndefined();
    expect(readTypedDate('abr 5', today)).toBe('2022-04-05');
    expect(readTypedDate('marzo 5', today)).toBe('2023-03-05');
  });

  it.each(['31 de abril', 'abril', 'el viernes', '5', '2022', 'el 5', '30/02/2022', 'ayer', ''])(
    '%j is not a date',
    (text) => {
      expect(readTypedDate(text, today)).toBeUndefined();
    },
  );
});
