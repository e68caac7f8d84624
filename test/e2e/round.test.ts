import { describe, expect } from 'vitest';
import { sentence } from '../world/story.ts';

describe('One activity at a time', () => {
  sentence('Drafts first, then by closing date, plan and number', async ({ ana }) => {
    await ana.say('/reportar');
    expect(ana.last).toContain('Actividad 1 de 6 · n.º 1');
    await ana.tap('Omitir por ahora');
    expect(ana.last).toContain('n.º 2');
    await ana.tap('50');
    await ana.say('/cancelar');
    await ana.say('/reportar');
    expect(ana.last).toContain('Actividad 1 de 6 · n.º 2');
    expect(ana.last).toContain('50 %');
    await ana.say('plan en borrador');
    expect(ana.last).toContain('n.º 1');
  });

  sentence('Number, name, target, the previous report, "Actividad 2 de 6"', async ({ ana }) => {
    await ana.say('/reportar');
    await ana.say('0% aún no se realiza');
    expect(ana.last).toContain('Actividad 2 de 6 · n.º 2');
    expect(ana.last).toContain('Formular de forma colaborativa y publicar el Plan');
    expect(ana.last).toContain('Meta: Un (1) Plan de Participación Ciudadana');
    expect(ana.last).toContain('Antes: sin reporte');
    expect(ana.last.trimEnd().split('\n').at(-1)).toBe(
      '¿Qué porcentaje de avance lleva la n.º 2 al 31 de marzo?',
    );
  });

  sentence('Skipped ones come once more at the end', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.tap('Omitir por ahora');
    for (const text of ['plan', 'informe', 'ejercicio', 'veedurías', 'prácticas'])
      await ana.say(`100% ${text} al día`);
    expect(ana.last).toContain('Actividad 1 de 6 · n.º 1');
    await ana.tap('Omitir por ahora');
    expect(ana.last).toContain('5 de 6 reportadas');
    expect(ana.last).toContain('Queda pendiente la n.º 1');
    expect(stored('1')).toBeNull();
    expect(stored('7')).toEqual({ progress: 100, observation: 'prácticas al día' });
  });

  sentence(
    'Six activities: 8 messages (reminder, 6 questions, closing) and 14 actions (1 + 6 × 2 + 1)',
    async (story) => {
      const { ana } = story;
      await story.at('2022-03-17', 8);
      await story.at('2022-03-24', 8);
      const before = ana.phone.chat.length;
      const reminder = ana.lastMessage;
      expect(reminder.text).toContain('Le faltan 6 actividades');
      let actions = 1;
      await ana.tap('Reportar ahora');
      for (let activity = 0; activity < 6; activity++) {
        await ana.tap('0');
        await ana.say('no se ha realizado');
        actions += 2;
      }
      await ana.tap('Tiempo');
      actions += 1;
      const ofBot = ana.phone.chat.slice(before - 1).filter((message) => message.from === 'bot');
      expect(ofBot.length).toBeLessThanOrEqual(8);
      expect(actions).toBeLessThanOrEqual(14);
      expect(ana.last).toContain('6 de 6 reportadas');
      expect(ana.last).toContain('tiempo');
    },
  );
});

describe('1. The percentage', () => {
  sentence(
    '¿Qué porcentaje de avance lleva al 31 de marzo? Buttons 0 25 50 75 100 and Omitir por ahora',
    async ({ ana }) => {
      await ana.say('/reportar');
      expect(ana.buttons).toEqual(['0', '25', '50', '75', '100', 'Omitir por ahora']);
    },
  );

  sentence(
    'Igual que antes takes over percentage and observation of the latest earlier report in one tap; only when there is one',
    async (story) => {
      const { ana } = story;
      await story.at('2022-06-16', 9);
      await ana.say('/reportar');
      expect(ana.buttons).toContain('Igual que antes');
      expect(ana.last).toContain('Antes: marzo, 0 % · No se ha realizado la caracterizacion');
      await ana.tap('Igual que antes');
      expect(story.stored('1', 2)).toEqual({
        progress: 0,
        observation: 'No se ha realizado la caracterizacion',
      });
      expect(ana.last).toContain('n.º 2');
    },
    { withMonitoring: true },
  );
});

describe('2. The observation', () => {
  sentence(
    'A tapped percentage turns its own message into this question if nothing was written in the chat after it',
    async ({ ana }) => {
      await ana.say('/reportar');
      const question = ana.lastMessage.messageId;
      await ana.tap('75');
      expect(ana.lastMessage.messageId).toBe(question);
      expect(ana.last).toContain('75 %. Describa en una o dos frases lo realizado');
      expect(ana.last.trimEnd().split('\n').at(-1)).toContain('n.º 1');
    },
  );

  sentence(
    'Otherwise that message only loses its buttons and the question comes as a new one',
    async ({ ana }) => {
      await ana.say('/reportar');
      const question = ana.lastMessage;
      await ana.say('ya casi');
      await ana.tap('50', question);
      const old = ana.phone.chat.find((message) => message.messageId === question.messageId);
      expect(old?.buttons).toEqual([]);
      expect(old?.text).toBe(question.text);
      expect(ana.lastMessage.messageId).toBeGreaterThan(question.messageId);
      expect(ana.last).toContain('50 %. Describa');
    },
  );

  sentence(
    'Anything that reads as only a percentage is asked about: ¿Cambiamos a 75 %, o describe lo realizado?',
    async ({ ana, stored }) => {
      await ana.say('/reportar');
      await ana.tap('50');
      for (const text of ['75', '75 %', 'setenta y cinco por ciento']) {
        await ana.say(text);
        expect(ana.last).toContain('¿Cambiamos la n.º 1 de 50 % a 75 %, o describe lo realizado?');
        await ana.tap('Dejar 50 %');
        expect(ana.last).toContain('50 %. Describa');
      }
      await ana.say('75');
      await ana.say('.');
      expect(ana.last).toContain('¿Cambiamos la n.º 1 de 50 % a 75 %');
      await ana.tap('Cambiar a 75 %');
      await ana.say('tres colegios visitados');
      expect(stored('1')).toEqual({ progress: 75, observation: 'tres colegios visitados' });
    },
  );

  sentence('Any other text with letters up to 1,000 characters is taken', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.tap('50');
    const text = `${'á'.repeat(999)}z`;
    await ana.say(text);
    expect(stored('1')).toEqual({ progress: 50, observation: text });
  });

  sentence(
    'Longer: say by how much, and keep what they wrote so that it can be shortened',
    async ({ ana, stored }) => {
      await ana.say('/reportar');
      await ana.tap('50');
      await ana.say('palabra '.repeat(500).trim());
      expect(ana.last).toContain('sobran 2999');
      expect(stored('1')).toBeNull();
      await ana.tap('Guardar recortado');
      expect(stored('1')?.observation.length).toBeLessThanOrEqual(1000);
      expect(stored('1')?.observation).toMatch(/^palabra .* palabra$/);
    },
  );

  sentence('Text with HTML, emoji, 4,096 characters is kept as written', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.tap('25');
    await ana.say('<b>A & B</b> "comillas" 👩‍👩‍👧 </i> 3 < 5');
    expect(stored('1')).toEqual({ progress: 25, observation: '<b>A & B</b> "comillas" 👩‍👩‍👧 </i> 3 < 5' });
    await ana.tap('Corregir la n.º 1');
    expect(ana.last).toContain('<b>A & B</b>');
    await ana.tap('No corregir');
    await ana.tap('25');
    await ana.say('&'.repeat(4096));
    expect(ana.last).toContain('n.º 2');
    await ana.say(`${'<'.repeat(3000)} texto`);
    expect(ana.last).toContain('sobran 2006');
  });
});

describe('3. Saved at once', () => {
  sentence(
    '✅ n.º 2 (2 de 6) with Corregir and the next question are one message',
    async ({ ana, stored }) => {
      await ana.say('/reportar');
      await ana.say('0% nada aún');
      await ana.say('100% plan publicado');
      expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
      expect(ana.last).toContain('✅ n.º 2: 100 % · «plan publicado» (2 de 6)');
      expect(ana.last).toContain('Actividad 3 de 6 · n.º 3');
      expect(ana.buttons).toContain('Corregir la n.º 2');
    },
  );

  sentence(
    'At the end, a closing message with what was reported and, once, for all that are yellow or red: ¿Qué los está frenando?',
    async ({ ana, mayor }) => {
      await ana.say('/reportar');
      for (const text of [
        '0% taller a',
        '100% taller b',
        '100% taller c',
        '0% taller d',
        '20% taller e',
        '15% taller f',
      ])
        await ana.say(text);
      expect(ana.last).toContain('6 de 6 reportadas');
      expect(ana.last).toContain('n.º 1: 0 %');
      expect(ana.last).toContain('Puede corregirlas hasta el 7 de abril');
      expect(ana.last).toContain('Tres van por debajo de lo esperado (n.º 1, 5 y 7)');
      await ana.tap('Contratación');
      expect(ana.buttons).toEqual(['Corregir la n.º 7']);
      await mayor.say('/resumen');
      expect(mayor.last.match(/causa: contratación/g)).toHaveLength(3);
    },
  );

  sentence('Or una por una', async ({ ana, mayor }) => {
    await ana.say('/reportar');
    for (const text of [
      '0% taller a',
      '100% taller b',
      '100% taller c',
      '0% taller d',
      '100% taller e',
      '100% taller f',
    ])
      await ana.say(text);
    await ana.tap('Una por una');
    expect(ana.last).toContain('n.º 1');
    await ana.tap('Recursos');
    expect(ana.last).toContain('n.º 5');
    await ana.tap('Depende de otros');
    expect(ana.buttons).toEqual(['Corregir la n.º 7']);
    await mayor.say('/resumen');
    expect(mayor.last).toContain('causa: recursos');
    expect(mayor.last).toContain('causa: depende de otros');
  });

  sentence('A cause is shown only while the activity is yellow or red', async ({ ana, mayor }) => {
    await ana.say('/reportar');
    for (const text of [
      '0% taller a',
      '100% taller b',
      '100% taller c',
      '0% taller d',
      '100% taller e',
      '100% taller f',
    ])
      await ana.say(text);
    await ana.tap('Recursos');
    await ana.say('/misactividades');
    await ana.tap('n.º 1');
    await ana.tap('Corregir');
    await ana.say('90% caracterización casi lista');
    await mayor.say('/resumen');
    expect(mayor.last.match(/causa: recursos/g)).toHaveLength(1);
    expect(mayor.last).toContain('verde · caracterización casi lista');
    await mayor.tap('Detalle');
    await mayor.tap(/^🟢 1\./);
    expect(mayor.last).not.toContain('Causa');
    await mayor.tap('Ver todas');
    await mayor.tap(/^🔴 5\./);
    expect(mayor.last).toContain('Causa: recursos');
  });

  sentence('Or ahora no', async ({ ana, mayor }) => {
    await ana.say('/reportar');
    for (const text of [
      '0% taller a',
      '100% taller b',
      '100% taller c',
      '0% taller d',
      '100% taller e',
      '100% taller f',
    ])
      await ana.say(text);
    await ana.tap('Ahora no');
    expect(ana.buttons).toEqual(['Corregir la n.º 7']);
    await mayor.say('/resumen');
    expect(mayor.last).not.toContain('causa');
  });
});
