import { describe, expect, it } from 'vitest';
import { readComingDay } from '../../src/domain/coming-day.ts';
import { asksToReopen, readReopening } from '../../src/domain/reopening-words.ts';

/** A Wednesday. */
const today = '2022-04-20';

describe('what is to be reopened, in words', () => {
  it.each([
    ['reabrir 3 y 5 hasta el viernes: falta evidencia', '3 y 5', null, '2022-04-22', 'falta evidencia'],
    ['Reabrir la 3 y la 5: falta evidencia', 'la 3 y la 5', null, null, 'falta evidencia'],
    [
      'por favor reabra las actividades 2, 5 y 7 hasta el 29 porque faltan actas',
      'las actividades 2, 5 y 7',
      null,
      '2022-04-29',
      'faltan actas',
    ],
    [
      'reabrir n.º 3 de marzo hasta el 5 de mayo - cifra errada',
      'n.º 3',
      'marzo',
      '2022-05-05',
      'cifra errada',
    ],
    ['reabrir 1.1 y 2.3 del corte de marzo', '1.1 y 2.3', 'marzo', null, null],
    ['reabrir la 3 en el primer monitoreo, hasta mañana', 'la 3', 'primer', '2022-04-21', null],
    [
      'reabrir todas hasta el viernes: falta evidencia, por favor',
      'todas',
      null,
      '2022-04-22',
      'falta evidencia',
    ],
    ['reabrir 3 hasta cuando puedan: falta', '3', null, 'unclear', 'falta'],
    ['reabrir 3 por 3 días: falta evidencia', '3', null, 'unclear', 'falta evidencia'],
    ['reabrir 3 por una semana', '3', null, 'unclear', null],
    ['reabrir 3 hasta el viernes por la tarde: falta el acta', '3', null, '2022-04-22', 'falta el acta'],
    ['reabrir 3 porque falta el acta hasta el viernes', '3', null, '2022-04-22', 'falta el acta'],
    ['reabrir 3: esperar hasta que llegue el acta', '3', null, null, 'esperar hasta que llegue el acta'],
    ['3 y 5: falta el acta', '3 y 5', null, null, 'falta el acta'],
  ])('%s', (text, numbers, cut, until, reason) => {
    expect(readReopening(text, today)).toEqual({ numbers, cut, until, reason });
  });

  it('is nothing without numbers of activities', () => {
    for (const text of ['reabrir el corte de marzo', 'reabrir la oficina de atención', 'reabrir a Luz'])
      expect(readReopening(text, today), text).toBeNull();
    expect(asksToReopen('reabrir 3')).toBe(true);
    expect(asksToReopen('se pudo reabrir 3 oficinas')).toBe(false);
  });

  it.each([
    ['el viernes', '2022-04-22'],
    ['miércoles', '2022-04-27'],
    ['el próximo lunes', '2022-04-25'],
    ['el 25', '2022-04-25'],
    ['el 5', '2022-05-05'],
    ['5 de mayo', '2022-05-05'],
    ['el 31', undefined],
    ['ayer', undefined],
  ])('reads %s as a day to come', (text, day) => expect(readComingDay(text, today)).toBe(day));
});
