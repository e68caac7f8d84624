import { describe, expect, it } from 'vitest';
import { planNumbers } from '../../../src/domain/answers/plan-numbers.ts';
import { readSeveral } from '../../../src/domain/answers/several-answers.ts';

const NUMBERS = planNumbers(['1', '2', '2A', '1.1', '10']);

describe('several activities in one message', () => {
  it('are read a line each, blanks and empty lines aside', () => {
    expect(readSeveral(' 2: 100 % plan publicado\n\n1.1 : 50\n2a:ya casi', NUMBERS)).toEqual([
      {
        kind: 'numbered',
        number: '2',
        answer: { kind: 'both', tenths: 1000, observation: 'plan publicado' },
        sure: true,
        text: '100 % plan publicado',
      },
      {
        kind: 'numbered',
        number: '1.1',
        answer: { kind: 'percentage', tenths: 500 },
        sure: false,
        text: '50',
      },
      { kind: 'numbered', number: '2A', answer: { kind: 'nothing' }, sure: false, text: 'ya casi' },
    ]);
  });

  it('may be a single line', () => {
    expect(readSeveral('10: 0 % no se ha hecho', NUMBERS)).toHaveLength(1);
  });

  it('may be wrapped, and need no colon before a percentage with its sign', () => {
    expect(readSeveral('2: 100 % plan publicado\ny se divulgó', NUMBERS)).toMatchObject([
      { number: '2', answer: { tenths: 1000, observation: 'plan publicado\ny se divulgó' } },
    ]);
    expect(readSeveral('2 100 % plan publicado', NUMBERS)).toMatchObject([
      { number: '2', sure: true, answer: { tenths: 1000, observation: 'plan publicado' } },
    ]);
  });

  it.each([
    'Gracias\nAna Arboleda',
    '\nMuchas gracias, quedo atenta.\nAna Arboleda Urbano\nProfesional de Participación',
    'Atentamente,\nAna Arboleda',
    'gracias',
  ])('have no thanks and no signature: %j', (end) => {
    expect(readSeveral(`2: 100 % plan publicado\n10: 30 % informe a medias\n${end}`, NUMBERS)).toMatchObject([
      { answer: { observation: 'plan publicado' } },
      { answer: { observation: 'informe a medias' } },
    ]);
  });

  it('keep what was done below thanks in the middle of it', () => {
    const told = '10: 30 % informe\nGracias a la comunidad\nSe hizo en tres barrios';
    expect(readSeveral(`2: 100 % plan\n${told}`, NUMBERS)?.[1]).toMatchObject({
      answer: { observation: 'informe\nGracias a la comunidad\nSe hizo en tres barrios' },
    });
  });

  it('are not read in an empty text', () => {
    expect(readSeveral('', NUMBERS)).toBeNull();
    expect(readSeveral(':', planNumbers(['']))).toBeNull();
  });

  it.each([
    ['3: 100 % plan publicado', '3'],
    ['n.º 33: cincuenta por ciento hecho', '33'],
    ['1.4: 20 %', '1.4'],
    ['9:150 % hecho', '9'],
  ])('%j is a line with a number that none of theirs has', (text, number) => {
    expect(readSeveral(text, NUMBERS)).toMatchObject([{ number }]);
    expect(readSeveral(`2: 100 % plan publicado\n${text}`, NUMBERS)).toMatchObject([
      { number: '2' },
      { number },
    ]);
  });

  it.each([
    '8:30 a. m. reunión con la comunidad 50 %',
    '8: 30 a. m. reunión con la comunidad 50 %',
    '9: 50 - reunión con la comunidad',
    '9: 50 % de los asistentes firmaron',
    '9: 20-25 % hecho',
    '2022: 50 % ejecutado',
    'Acta 9: 50 % firmada',
    '9: se hizo el 50 %',
  ])('%j is an observation, whose number is of nothing', (text) => {
    expect(readSeveral(text, NUMBERS)).toBeNull();
  });

  it('are not read when no line says a percentage: an hour is an observation like any other', () => {
    expect(readSeveral('10: 30 personas llegaron a la reunión', NUMBERS)).toBeNull();
  });
});
