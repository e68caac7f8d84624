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
  ])('%s is %s', (text, date) => {
    expect(readTypedDate(text, today)).toBe(date);
  });

  it.each(['31 de abril', 'abril', 'el viernes', '5', '2022', 'el 5', '30/02/2022', 'ayer', ''])(
    '%j is none',
    (text) => {
      expect(readTypedDate(text, today)).toBeUndefined();
    },
  );
});
