import { describe, expect } from 'vitest';
import { countAudit } from '../../src/db/audit-read.ts';
import { livedOnce, type Story, sentence } from '../world/story.ts';

/** Ana reports twice, Berta once; the coordinator reads. */
async function reports(story: Story): Promise<void> {
  await story.ana.say('/reportar');
  await story.ana.say('40 % se hizo la primera parte');
  await story.ana.tap(/^Corregir/);
  await story.ana.say('60 % se hizo la segunda parte');
  await story.berta.say('/reportar');
  await story.berta.say('100 % todo está publicado');
}

const linesOf = (text: string) => text.split('\n').filter((line) => /^\d{1,2}:\d\d ·/.test(line));

describe('/auditoria', () => {
  sentence('newest first: who, when, what, before and after, and the state of the chain', async (story) => {
    await reports(story);
    await story.coordinator.say('/auditoria');
    const { last } = story.coordinator;
    expect(last).toContain('16 de marzo de 2022');
    expect(last).toContain('cadena íntegra');
    const lines = linesOf(last);
    expect(lines[0]).toMatch(
      /Berta Ruiz reportó n\.º 4 \(primer monitoreo\): avance 100 %; «todo está publicado»/,
    );
    expect(lines[1]).toMatch(/Ana Arboleda reportó n\.º 1 \(primer monitoreo\): avance 40 % → 60 %/);
    expect(lines[2]).toMatch(/Ana Arboleda reportó n\.º 1 .*avance 40 %; «se hizo la primera parte»/);
  });

  sentence('by words: a name, a month, a date, an activity, or several', async (story) => {
    await reports(story);
    const { mayor } = story;
    await mayor.say('/auditoria berta');
    expect(mayor.last).toContain('Filtro: Berta Ruiz');
    expect(linesOf(mayor.last).join()).not.toContain('Ana Arboleda');
    await mayor.say('/auditoria 1');
    expect(linesOf(mayor.last)).toHaveLength(2);
    await mayor.say('/auditoria marzo');
    expect(mayor.last).toContain('Filtro: corte 31 de marzo');
    expect(linesOf(mayor.last)).toHaveLength(3);
    await mayor.say('/auditoria ana 4');
    expect(mayor.last).toContain('No hay nada con ese filtro');
    await mayor.say('/auditoria 16/03/2022');
    expect(mayor.last).toContain('Filtro: 16 de marzo de 2022');
    expect(linesOf(mayor.last).length).toBeGreaterThan(2);
    await mayor.say('/auditoria 16 de marzo de 2022 berta');
    expect(mayor.last).toContain('Filtro: Berta Ruiz · 16 de marzo de 2022');
    await mayor.say('/auditoria zutano');
    expect(mayor.last).toContain('No encontré «zutano»');
    expect(mayor.buttons).toEqual(['Volver a la lista']);
  });

  sentence('by buttons: each filter keeps the others, and every screen has a way back', async (story) => {
    await reports(story);
    const { coordinator } = story;
    await coordinator.say('/auditoria');
    await coordinator.tap('Filtrar');
    await coordinator.tap('Por persona');
    await coordinator.tap('Ana Arboleda');
    expect(coordinator.last).toContain('Filtro: Ana Arboleda');
    await coordinator.tap('Filtrar');
    await coordinator.tap('Por actividad');
    await coordinator.tap(/^n\.º 1 /);
    expect(coordinator.last).toContain('Filtro: Ana Arboleda · n.º 1');
    await coordinator.tap('Filtrar');
    await coordinator.tap('Por corte');
    await coordinator.tap(/31 de marzo/);
    await coordinator.tap('Filtrar');
    await coordinator.tap('Por fecha');
    await coordinator.tap('16 de marzo de 2022');
    expect(coordinator.last).toContain('Ana Arboleda · n.º 1 · corte 31 de marzo · 16 de marzo de 2022');
    expect(linesOf(coordinator.last)).toHaveLength(2);
    await coordinator.tap('Quitar el filtro');
    expect(coordinator.last).not.toContain('Filtro');
    for (const way of ['Por persona', 'Por actividad', 'Por corte', 'Por fecha']) {
      await coordinator.tap('Filtrar');
      await coordinator.tap(way);
      await coordinator.tap('Volver a la lista');
      expect(coordinator.last).toMatch(/^Auditoría/);
    }
  });

  livedOnce('a long one is paged, and the whole chain is verified when it is asked for', async (story) => {
    for (const day of ['21', '22', '23', '24', '28', '29'])
      await story.types('holiday', 'add', `2022-06-${day}`, 'Fiesta');
    await reports(story);
    const { coordinator } = story;
    await coordinator.say('/auditoria');
    const pages = Math.ceil(countAudit(story.db, {}) / 8);
    expect(pages).toBeGreaterThan(1);
    expect(coordinator.last).toContain(`página 1 de ${pages}`);
    const first = linesOf(coordinator.last)[0];
    await coordinator.tap('Siguientes');
    expect(coordinator.last).toContain(`página 2 de ${pages}`);
    await coordinator.tap('Anteriores');
    expect(linesOf(coordinator.last)[0]).toBe(first);
    await coordinator.tap('Verificar la cadena');
    expect(coordinator.last).toMatch(/íntegra.*Última huella \(SHA-256\): [0-9a-f]{64}/s);
    const sqlite = story.db.$client;
    const guard = sqlite
      .prepare("select sql from sqlite_master where name = 'audit_never_changed'")
      .pluck()
      .get();
    sqlite.exec('drop trigger audit_never_changed; update audit set at = at + 1 where id = 3');
    await coordinator.tap('Verificar la cadena');
    expect(coordinator.last).toContain('no está íntegra: el registro 3');
    await coordinator.say('/auditoria');
    expect(coordinator.last).toContain('la cadena se rompe en el registro 3');
    sqlite.exec(`update audit set at = at - 1 where id = 3; ${guard}`);
  });
});
