import { expect, it } from 'vitest';
import { appendMessage } from '../../../../src/conversations/reporting/early/append-message.ts';

it.each([
  ['a piece that was cut inside a word', 'la comuni', 4_096, 'dad de la isla', 'la comunidad de la isla'],
  ['a piece that was cut between two words', 'la comunidad', 4_095, 'de la isla', 'la comunidad de la isla'],
  ['a piece that ends a sentence', 'la comunidad.', 4_096, 'Otra jornada', 'la comunidad. Otra jornada'],
  [
    'a piece that was cut sooner, between words',
    'la comunidad',
    3_900,
    'de la isla',
    'la comunidad de la isla',
  ],
  ['a caption', 'la comuni', 1_024, 'dad', 'la comunidad'],
  ['another message', 'la comunidad', 12, 'y acta firmada', 'la comunidad\ny acta firmada'],
])('Puts together %s', (_, text, last, next, whole) => {
  expect(appendMessage(text, last, next)).toBe(whole);
});
