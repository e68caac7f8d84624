import { expect, it } from 'vitest';
import { readReminding } from '../../src/domain/reminding-words.ts';

it.each([
  ['recordar a Luz', 'luz'],
  ['Recuérdele a la doctora Luz Torres, por favor', 'luz torres'],
  ['por favor recordarle a Íngrid.', 'ingrid'],
  ['recordar a los que faltan', 'everybody'],
  ['recordar a todos', 'everybody'],
  ['Recuerde a quienes no han reportado', 'everybody'],
  ['recordarme mañana', null],
  ['recordar', null],
  ['Se logró recordar a la comunidad la jornada', null],
  ['recordar a la comunidad la jornada de limpieza del río', null],
  ['recordar a las 8', null],
])('reads whom %s names', (text, whom) => {
  const read = readReminding(text);
  expect(read?.whom === 'called' ? read.name : (read?.whom ?? null)).toBe(whom);
});
