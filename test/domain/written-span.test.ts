import { expect, it } from 'vitest';
import { readTypedSpan } from '../../src/domain/written-span.ts';

it.each([
  ['1 de abril al 31 de diciembre', '2022-04-01', '2022-12-31'],
  ['del 1 de abril al 31 de diciembre de 2022', '2022-04-01', '2022-12-31'],
  ['desde el 1 de marzo hasta el 30 de junio', '2022-03-01', '2022-06-30'],
  ['1/4/2022 - 31/12/2022', '2022-04-01', '2022-12-31'],
  ['5 de abril a 3 de mayo', '2022-04-05', '2022-05-03'],
])('reads %s', (text, startsOn, endsOn) => {
  expect(readTypedSpan(text, 2022)).toEqual({ startsOn, endsOn });
});

it.each([
  '31 de diciembre',
  'al 31 de diciembre',
  '31 de diciembre al 1 de abril',
  'todo el año',
  '1 al 3 a 5',
])('does not guess %s', (text) => {
  expect(readTypedSpan(text, 2022)).toBe(null);
});
