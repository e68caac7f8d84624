import { describe, expect, it } from 'vitest';
import { addressOf, slugOf } from '../../src/publication/address.ts';
import { hasLongNumber, withoutAddresses, withoutNames } from '../../src/publication/left-out.ts';

describe('What is left out of a published text', () => {
  it.each([
    ['actas en https://drive.google.com/d/1?x=2, y fotos.', 'actas en [dirección omitida], y fotos.'],
    ['(ver http://t.me/grupo)', '(ver [dirección omitida])'],
    ['HTTPS://Example.ORG.', '[dirección omitida].'],
    ['www.cascajal.gov.co/acta y bit.ly/3xY', '[dirección omitida] y [dirección omitida]'],
    ['cascajal.gov.co', '[dirección omitida]'],
    ['escriba a ana.p+1@correo.com.co; gracias', 'escriba a [dirección omitida]; gracias'],
    ['ftp://servidor/x tg://resolve?domain=a', '[dirección omitida] [dirección omitida]'],
    ['forms.gle/AbC', '[dirección omitida]'],
  ])('an address: %s', (text, left) => {
    expect(withoutAddresses(text)).toBe(left);
  });

  it.each([
    'se realizó el taller.Es el tercero',
    'avance de 33.3 y/o 28,6 %',
    'a las 9:00 a. m. con la Sec. de Gobierno',
    'mesa de trabajo (acta 3/4) del 12.03.2022',
  ])('no word that only looks like one: %s', (text) => {
    expect(withoutAddresses(text)).toBe(text);
  });

  const left = withoutNames([
    'Diana Marcela Mina Rojas',
    'José de la Peña',
    'Ana',
    'Nélida Ñáñez (encargada)',
  ]);
  it.each([
    ['Diana Mina lideró', '[nombre omitido] lideró'],
    ['con DIANA MARCELA MINA ROJAS.', 'con [nombre omitido].'],
    ['Jose de la Pena y José Peña', '[nombre omitido] y [nombre omitido]'],
    ['nelida ñañez', '[nombre omitido]'],
    ['Ana asistió; la mina de Diana cerró', 'Ana asistió; la mina de Diana cerró'],
    ['Diana Minas', 'Diana Minas'],
  ])('a name that the bot knows: %s', (text, without) => {
    expect(left(text)).toBe(without);
  });

  it('nothing without names', () => {
    expect(withoutNames(['', 'Ana', 'de la'])('Ana de la Ana')).toBe('Ana de la Ana');
  });

  it.each([
    ['cédula 31.456.789', true],
    ['tel. 315 456 7890', true],
    ['$ 12.500.000', false],
    ['$12500000', false],
    ['el 12-03-22 con 450 personas', false],
  ])('asks to look at a long number: %s', (text, long) => {
    expect(hasLongNumber(text)).toBe(long);
  });
});

describe('The address of a published cut', () => {
  const cut = { cutId: 5, planId: 1, code: 'PL-PC-01', fiscalYear: 2022, number: 1 };

  it('is code, year and number', () => {
    expect(addressOf(cut, [])).toBe('planes/PL-PC-01/2022/1');
  });

  it('stays, whatever the plan and its number become', () => {
    const given = [{ cutId: 5, planId: 1, address: 'planes/PL-PC-01/2022/1' }];
    expect(addressOf({ ...cut, code: 'OTRO', number: 2 }, given)).toBe('planes/PL-PC-01/2022/1');
    expect(addressOf({ ...cut, cutId: 6, code: 'OTRO' }, given)).toBe('planes/PL-PC-01/2022/1-2');
  });

  it('is not that of another plan, capitals aside', () => {
    const given = [{ cutId: 1, planId: 9, address: 'planes/pl-pc-01/2022/4' }];
    expect(addressOf(cut, given)).toBe('planes/PL-PC-01-2/2022/1');
  });

  it.each([
    ['../../etc', 'etc'],
    ['PL/PC 01', 'PL-PC-01'],
    ['Ñandú №7\u0000', 'Nandu-7'],
    ['..', 'plan'],
    ['計画', 'plan'],
    ['<script>', 'script'],
    ['a'.repeat(200), 'a'.repeat(60)],
  ])('leaves no folder: %s', (code, slug) => {
    expect(slugOf(code)).toBe(slug);
  });
});
