import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { livedOnce, sentence, textsOf, told } from '../world/story.ts';

/** Nothing is due by itself at this hour: the cut opened the day before. */
const quiet = { start: ['2022-03-17', 10] } as const;
const first = 'Profesional Gestion Participacion Ciudadana';

const second = 'Lider de rendicion de cuentas';

describe('a list of people to invite', () => {
  sentence(
    'is one message, one tap and a text to forward for each; of none is anything kept, and all can be withdrawn',
    async (story) => {
      const { ana, coordinator } = story;
      await coordinator.say('/invitar');
      const before = textsOf(coordinator).length;
      await coordinator.say(
        `${first}: Rosa Mosquera\n${second}\tLuz Torres\nAlcaldesa: Marta Gómez\nprensa: Luz`,
      );
      expect(coordinator.last).toBe(
        [
          'Invitar a 2 personas',
          '',
          'En lugar de quien lo tiene:',
          `• ${first}: Rosa Mosquera, reemplaza a Ana Arboleda`,
          `• ${second}: Luz Torres, reemplaza a Berta Ruiz`,
          '',
          'No haré nada con 2 líneas:',
          '• «Alcaldesa: Marta Gómez»: los despachos se dan uno por uno, con los botones de /invitar.',
          '• «prensa: Luz»: no encuentro ese cargo en el plan.',
          '',
          'Cada enlace sirve una sola vez y vence el 24 de marzo. ¿Preparo las invitaciones?',
        ].join('\n'),
      );
      await ana.say('/misactividades');
      await coordinator.tap('Sí, invitar a 2');
      const [rosas = '', luzs = '', done = ''] = textsOf(coordinator).slice(before + 1);
      expect(rosas).toMatch(
        /^Buenos días, Rosa\. Para reportar el avance del plan toque este enlace y luego Iniciar:\nhttps:\/\/t\.me\/cascajal_bot\?start=\S{22}\nEs solo para usted, sirve una vez y vence el 24 de marzo\.$/,
      );
      expect(luzs).toContain('Buenos días, Luz.');
      expect(done).toContain('Listo: 2 textos, uno por persona.');
      const links = [rosas, luzs].map((text) => /https:\S+/.exec(text)?.[0] ?? '');
      const copied = coordinator.phone.chat.flatMap(({ buttons }) =>
        buttons.flat().flatMap((each) => each.copied ?? []),
      );
      expect(copied).toEqual([
        `Buenos días, Rosa. Para reportar el avance del plan toque este enlace y luego Iniciar: ${links[0]}`,
        `Buenos días, Luz. Para reportar el avance del plan toque este enlace y luego Iniciar: ${links[1]}`,
      ]);
      for (const link of links) expect(story.whereStored(link.split('start=')[1] ?? '')).toEqual([]);
      await story.tick();
      expect(told(ana, 'Rosa Mosquera')).toHaveLength(1);

      const rosa = story.stranger('Rosa');
      await rosa.say(links[0] ?? '');
      await rosa.tap('Autorizo');
      expect(rosa.last).toContain('Le faltan 6 actividades');
      await coordinator.tap('Anular todas');
      expect(coordinator.last).toBe(
        'De esas invitaciones queda 1 sin usar. Su enlace dejará de servir. ¿La anulo?',
      );
      await coordinator.tap('Sí, anularla');
      expect(told(coordinator, 'Listo: 1 enlace ya no sirve.')).toHaveLength(1);
      const luz = story.stranger('Luz');
      await luz.say(links[1] ?? '');
      expect(luz.last).toContain('fue anulada');
    },
    quiet,
  );

  livedOnce(
    'comes also as pages to print, of which nothing is kept',
    async (story) => {
      const { coordinator } = story;
      await coordinator.say(`${first}: Rosa Mosquera\n${second}: Luz Torres`);
      await coordinator.tap('Sí, y páginas para imprimir');
      expect(coordinator.last).toContain('Enseguida llegan las páginas para imprimir, una por persona.');
      const link = /https:\S+/.exec(told(coordinator, 'Buenos días, Rosa')[0] ?? '')?.[0] ?? '';
      await story.work();
      const pages = coordinator.phone.chat.findLast(({ kind }) => kind === 'document');
      expect(pages?.text).toContain('2 páginas para imprimir, una por persona.');
      expect(pages?.document?.name).toBe('invitaciones.pdf');
      expect(link).not.toBe('');
      expect(story.whereStored(link.split('start=')[1] ?? '')).toEqual([]);
      const outgoing = join(story.filesPath, 'outgoing');
      expect(existsSync(outgoing) ? readdirSync(outgoing) : []).toEqual([]);
    },
    quiet,
  );

  sentence(
    'of one person is two acts, with or without /invitar; a line that is unclear leads to the screens',
    async (story) => {
      const { coordinator } = story;
      await coordinator.say(`/invitar ${first}: Rosa Mosquera`);
      expect(coordinator.last).toContain(`• ${first}: Rosa Mosquera, reemplaza a Ana Arboleda`);
      await coordinator.tap('Sí, invitar');
      expect(told(coordinator, 'Buenos días, Rosa. Para reportar')).toHaveLength(1);
      expect(coordinator.last).toContain('Listo. Reenvíe ese texto a Rosa Mosquera en privado');
      expect(coordinator.buttons).toEqual(['Retirar el enlace', 'Ver a la persona']);
      await coordinator.say(`invitar a gestión participación: Luz Torres`);
      await story.add('Eva Paz', { positions: ['1'] });
      await coordinator.tap('Sí, invitar');
      expect(coordinator.last).toContain('ese cargo lo tienen varias personas');
      expect(told(coordinator, 'Buenos días, Luz.')).toEqual([]);
      await coordinator.say('/invitar');
      await coordinator.tap(second);
      await coordinator.say(`${first}: Rosa Mosquera\n${second}: Luz Torres`);
      expect(coordinator.last).toContain('Ya tienen el cargo; reciben un enlace nuevo');
      await story.at('2022-03-18', 10);
      await coordinator.say(`${second}: Luz Torres`);
      expect(coordinator.last).toContain('Invitar a 1 persona');
      await coordinator.tap('Dejar como está');
      await coordinator.say('/invitar Rosa Mosquera');
      expect(coordinator.last).toMatch(/^«Rosa Mosquera»: no encuentro ese cargo en el plan\.\n/);
      expect(coordinator.last).toContain('¿A qué cargo o despacho invita?');
    },
    quiet,
  );
});

describe('News that come together', () => {
  sentence(
    'is one message, whose buttons say of whom, and which stays while one of them is used',
    async (story) => {
      const { coordinator } = story;
      story.add('Rosa Mosquera', { positions: ['1'] });
      story.add('Luz Torres', { positions: ['2'] });
      story.add('Eva Paz', { positions: ['2'] });
      const [rosas, luzs, evas] = ['Rosa Mosquera', 'Luz Torres', 'Eva Paz'].map((name) =>
        story.invite(name, coordinator),
      );
      await story.at('2022-03-17', 21);
      const before = textsOf(coordinator).length;
      const [rosa, luz, eva] = [story.stranger('Rosa'), story.stranger('Luz'), story.stranger('Eva')];
      await rosa.say(rosas ?? '');
      await rosa.tap('Autorizo');
      await luz.say(luzs ?? '');
      await luz.tap('Autorizo');
      await eva.say(evas ?? '');
      await eva.tap('No autorizo');
      await story.at('2022-03-18', 8);
      const news = textsOf(coordinator).slice(before);
      expect(news).toHaveLength(1);
      for (const name of ['Rosa Mosquera', 'Luz Torres', 'Eva Paz']) expect(news[0]).toContain(name);
      const { lastMessage } = coordinator;
      expect(coordinator.buttons).toEqual([
        'No es Rosa Mosquera',
        'No es Luz Torres',
        'Registrar el avance: Lider de rendicion de cuentas',
      ]);
      await coordinator.tap('No es Luz Torres');
      expect(coordinator.last).toContain('Luz Torres');
      expect(coordinator.last).toContain('?');
      expect(coordinator.phone.chat.find(({ messageId }) => messageId === lastMessage.messageId)?.text).toBe(
        news[0],
      );
    },
    { start: ['2022-03-17', 10] },
  );
});
