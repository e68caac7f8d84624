import { describe, expect } from 'vitest';
import { commandNames, commandsFor, isCommand } from '../../src/actions/commands.ts';
import { eq } from '../../src/db/drizzle.ts';
import { accountSetting, assignment } from '../../src/db/schema/index.ts';
import { commandTexts } from '../../src/texts/commands.ts';
import { type Actor, livedOnce, type Story, sentence } from '../world/story.ts';

const names = (who: Actor) => who.phone.menu.map(({ command }) => command);
const told = (story: Story) =>
  story.simulator.calls.filter(({ method }) => /^(set|delete)My/.test(method)).map(({ method }) => method);

describe('Each role sees only its own in the command menu', () => {
  sentence('the menu, /ayuda and what the roles may do are one list', async (story) => {
    const roles = {
      ana: commandsFor(new Set(['responsible'])),
      mayor: commandsFor(new Set(['mayor'])),
      coordinator: commandsFor(new Set(['coordinator'])),
    } as const;
    for (const [who, own] of Object.entries(roles) as ['ana' | 'mayor' | 'coordinator', typeof roles.ana][]) {
      expect(names(story[who])).toEqual(own);
      await story[who].say('/ayuda');
      for (const name of commandNames) {
        const line = `/${name} · ${commandTexts[name]}`;
        if (own.includes(name)) expect(story[who].last).toContain(line);
        else expect(story[who].last).not.toContain(`/${name} ·`);
      }
    }
    expect(names(story.ana)).not.toContain('resumen');
    expect(names(story.mayor)).not.toContain('importar');
  });

  sentence('a stranger finds only /start and /ayuda, and what the bot is for', async (story) => {
    const stranger = story.stranger('Mallory');
    await stranger.say('hola');
    expect(names(stranger)).toEqual(['start', 'ayuda']);
    const { profile } = story.simulator.world;
    expect(profile.get('description|')).toMatch(/Alcaldía Local Isla del Cascajal.*personas invitadas/s);
    expect(String(profile.get('short_description|')).length).toBeLessThanOrEqual(120);
  });

  sentence(
    'enrolling brings the menu at once, leaving takes it away and leaves nothing behind',
    async (story) => {
      const link = story.invite('Berta Ruiz');
      const berta = story.stranger('Berta');
      await berta.atOnce((phone) => phone.open(link));
      expect(names(berta)).toEqual(['start', 'ayuda']);
      await berta.tap('Autorizo');
      expect(names(berta)).toContain('reportar');
      await berta.say('/salir');
      await berta.tap(/^Sí/);
      expect(names(berta)).toEqual(['start', 'ayuda']);
      expect(story.whereStored(berta.id)).toEqual([]);
    },
    { notEnrolled: ['berta'] },
  );

  sentence('an office that begins or ends changes the menu with the next minute', async (story) => {
    const [held] = story.db.select().from(assignment).where(eq(assignment.office, 'mayor')).all();
    const until = story.clock.now() + 90_000;
    story.db
      .update(assignment)
      .set({ untilAt: until })
      .where(eq(assignment.id, held?.id ?? 0))
      .run();
    await story.tick();
    expect(names(story.mayor)).toContain('resumen');
    await story.minutes(2);
    expect(names(story.mayor)).not.toContain('resumen');
  });

  livedOnce('what Telegram knows already is not told again', async (story) => {
    const before = told(story).length;
    expect(before).toBe(3 + 5);
    await story.restart();
    await story.minutes(5);
    expect(told(story)).toHaveLength(before);
  });

  livedOnce('Telegram asks to wait: it is told afterwards, and the bot goes on meanwhile', async (story) => {
    story.db.delete(accountSetting).run();
    const calm = story.simulator.faults.add({
      kind: 'tooManyRequests',
      retryAfter: 40,
      method: ['setMyCommands', 'setMyDescription'],
    });
    await story.minutes(1);
    await story.ana.say('/ayuda');
    expect(story.ana.last).toContain('/reportar');
    expect(story.db.select().from(accountSetting).all()).toEqual([]);
    calm();
    await story.minutes(1);
    await story.ana.say('/ayuda');
    expect(story.db.select().from(accountSetting).all()).toHaveLength(8);
  });
});

describe('The list of commands', () => {
  livedOnce('has a text for each command, and takes nothing else for one', async () => {
    for (const name of commandNames) expect(commandTexts[name].length).toBeLessThanOrEqual(256);
    expect(isCommand('toString')).toBe(false);
  });

  sentence(
    'is taken with capitals, accents, spaces and the name of the bot',
    async ({ coordinator, mayor }) => {
      await coordinator.say('/auditoría Ana');
      expect(coordinator.last).toContain('Filtro: Ana Arboleda');
      await mayor.say('/Resúmen@cascajal_bot   Marzo ');
      expect(mayor.last).toContain('Primer monitoreo · corte 31 de marzo');
      await mayor.say('/resumen 31/03/2022');
      expect(mayor.last).toContain('Primer monitoreo · corte 31 de marzo');
      await mayor.say('/resumenes');
      expect(mayor.last).toContain('no lo reconozco');
    },
  );
});
