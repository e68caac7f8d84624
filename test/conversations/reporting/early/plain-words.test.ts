import { describe, expect, it } from 'vitest';
import { isPlainWords } from '../../../../src/conversations/reporting/early/plain-words.ts';

describe('Plain words', () => {
  it.each([
    'y también la feria con los vendedores del muelle',
    'y acta firmada',
    'Asistentes al taller de la escuela.',
    'con toda la comunidad 👍',
  ])('%s', (text) => expect(isPlainWords(text)).toBe(true));

  it.each([
    'con 30 personas',
    '60% feria realizada',
    'el cincuenta por ciento de la feria',
    'acta en https://ejemplo.gov.co/acta',
    '¿y la feria también?',
    'sí señora',
    'gracias',
    'ok',
    '👍',
    '?',
    '',
  ])('are not: %s', (text) => expect(isPlainWords(text)).toBe(false));
});
