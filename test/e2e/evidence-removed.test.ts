import { existsSync, readdirSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { eq } from '../../src/db/drizzle.ts';
import { audit } from '../../src/db/schema/index.ts';
import { type Story, sentence } from '../world/story.ts';
import { jpeg, kept, send } from './evidence-sent.ts';

const files = (story: Story) => (existsSync(story.filesPath) ? readdirSync(story.filesPath) : []);

describe('Evidence is visible to its sender, who can remove it until the lock', () => {
  sentence('In /misactividades, one by one; the audit keeps that it was there', async (story) => {
    const { ana, db } = story;
    await ana.say('/reportar');
    await send(story, ana, {}, { kind: 'photo', bytes: jpeg });
    await ana.say('https://example.org/acta');
    await ana.say('/misactividades');
    await ana.tap('n.º 1');
    expect(ana.last).toContain('Sus soportes: 3\n1. PDF\n2. foto\n3. https://example.org/acta');
    expect(ana.buttons).toEqual([
      'Reportar',
      'Ver 1',
      'Quitar 1',
      'Ver 2',
      'Quitar 2',
      'Quitar 3',
      'Pedir un cambio del plan',
      'Ver todas',
    ]);
    const before = ana.lastMessage;
    await ana.tap('Quitar 1');
    await story.work();
    expect(ana.last).toContain('Quité ese soporte de la n.º 1.');
    expect(ana.last).toContain('Sus soportes: 2\n1. foto\n2. https://example.org/acta');
    expect(kept(story)).toEqual(['1: jpg', '1: https://example.org/acta']);
    expect(files(story)).toHaveLength(1);
    await ana.tap('Quitar 2');
    expect(kept(story)).toEqual(['1: jpg']);
    const first = before.buttons.flat().find((button) => button.text === 'Quitar 1')?.data ?? '';
    await ana.atOnce((phone) => void phone.forgeTap(first, before.messageId));
    expect(ana.last).toContain('Ese soporte ya no está.');
    const acts = db.select().from(audit).where(eq(audit.act, 'evidenceRemoved')).all();
    expect(acts.map((row) => row.before)).toEqual([
      { evidence: 1, kind: 'file', sha256: expect.any(String) },
      { evidence: 3, kind: 'link', url: 'https://example.org/acta' },
    ]);
  });

  sentence('Only one’s own, and the bytes stay while another row needs them', async (story) => {
    const { ana, berta } = story;
    await ana.say('/reportar');
    await send(story, ana, {});
    await berta.say('/reportar');
    await send(story, berta, {});
    await berta.atOnce((phone) => void phone.forgeTap('x:evremove:1', berta.lastMessage.messageId));
    expect(kept(story)).toEqual(['1: pdf', '4: pdf']);
    await ana.say('/misactividades');
    await ana.tap('n.º 1');
    await ana.tap('Quitar 1');
    await story.work();
    expect(kept(story)).toEqual(['4: pdf']);
    expect(files(story)).toHaveLength(1);
  });

  sentence(
    'Nor what came before another account: who enrols in another’s place removes nothing of theirs',
    async (story) => {
      const { ana } = story;
      await ana.say('/reportar');
      await send(story, ana, {});
      const wrong = story.stranger('Peter', 'Pan');
      await wrong.say(story.invite('Ana Arboleda'));
      await story.at('2022-03-18', 10);
      await wrong.tap('Autorizo');
      await wrong.say('/misactividades');
      await wrong.tap('n.º 1');
      expect(wrong.last).toContain(
        '1. PDF\nLos que llegaron antes de ingresar con esta cuenta no se quitan desde aquí.',
      );
      expect(wrong.buttons).not.toContain('Quitar 1');
      await wrong.atOnce((phone) => void phone.forgeTap('x:evremove:1', wrong.lastMessage.messageId));
      expect(kept(story)).toEqual(['1: pdf']);
    },
  );

  sentence('Not after the lock', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await send(story, ana, {});
    await ana.say('/misactividades');
    await ana.tap('n.º 1');
    const list = ana.lastMessage;
    await story.at('2022-04-11', 9);
    await ana.tap('Quitar 1', list);
    expect(ana.last).toContain(
      'La n.º 1 ya no recibe cambios en ese corte, así que sus soportes quedan como están.',
    );
    expect(kept(story)).toEqual(['1: pdf']);
    await ana.tap('n.º 1');
    expect(ana.last).toContain('Sus soportes: 1');
    expect(ana.buttons).toEqual(['Ver 1', 'Pedir un cambio del plan', 'Ver todas']);
  });
});
