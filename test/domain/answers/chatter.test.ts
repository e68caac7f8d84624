import { describe, expect, it } from 'vitest';
import { chatterOf, chatterOfResponsible } from '../../../src/domain/answers/chatter.ts';

describe('what is no answer', () => {
  it.each([
    ['Muchísimas graciasss 🙏', 'thanks'],
    ['buenass', 'greeting'],
    ['AYUDAME POR FAVOR', 'help'],
    ['¿esto para qué es?', 'help'],
    ['como hago para corregir', 'correct'],
    ['me ekivoque', 'correct'],
    ['mas tardesito le digo', 'later'],
    ['recuérdeme mañana', 'later'],
    ['ver mis actividades', 'show'],
    ['ya no mas', 'stop'],
    ['okkk', 'unclear'],
    ['siii', 'unclear'],
    ['👍🏽', 'unclear'],
    ['...', 'unclear'],
    ['??', 'help'],
  ])('%j wants %s', (text, kind) => {
    expect(chatterOf(text)).toBe(kind);
  });

  it.each([
    'Gracias a la comunidad se hizo la feria',
    'Pendiente la firma del acta',
    'Aplazado por lluvias',
    'En construcción',
    'Se preguntó a la comunidad qué obras priorizan',
    'listo el documento y enviado a prensa',
    'Mañana comunitaria realizada en el parque',
  ])('%j tells what was done', (text) => {
    expect(chatterOf(text)).toBeNull();
  });

  it.each([
    ['¿cómo vamos?', 'summary'],
    ['quién falta', 'missing'],
    ['mándeme el pdf', 'files'],
    ['recordar a los que faltan', 'remind'],
  ])('%j is a word of the offices; from a responsible it is unclear or a question', (text, kind) => {
    expect(chatterOf(text)).toBe(kind);
    expect(['unclear', 'help']).toContain(chatterOfResponsible(text));
  });
});
