import { describe, expect } from 'vitest';
import { cutsOn, formWith, moreActivities } from '../world/form.ts';
import { sentence, textsOf } from '../world/story.ts';
import { eachMorning, remindedOn } from './reminders-seen.ts';

const another = [
  ['PL-PC-01', 'PL-AC-02'],
  ['PLAN DE PARTICIPACION CIUDADANA', 'PLAN ANTICORRUPCION'],
] as const;

describe('Other calendars', () => {
  sentence(
    '30 April, 31 August, 31 December',
    async (story) => {
      const { ana, mayor } = story;
      await eachMorning(story, '2022-04-15', '2022-05-11');
      expect(remindedOn(ana)).toEqual([
        '2022-04-18',
        '2022-04-25',
        '2022-04-29',
        '2022-05-02',
        '2022-05-03',
        '2022-05-05',
      ]);
      expect(textsOf(ana).filter((text) => text.startsWith('Buenos días'))[0]).toContain(
        'El 2 de mayo cierra el primer monitoreo',
      );
      await mayor.say('/resumen abril');
      expect(mayor.last).toContain('Primer monitoreo · corte 30 de abril');
      await mayor.say('/resumen 3');
      expect(mayor.last).toContain(
        'El tercer monitoreo (corte 31 de diciembre) todavía no ha abierto. Abre el 16 de diciembre de 2022.',
      );
      await mayor.say('/resumen 4');
      expect(mayor.last).toContain('No encontré un corte para «4»');
    },
    { start: ['2022-04-14', 9], form: formWith(...cutsOn('ABRIL 30', 'AGOSTO 31', 'DICIEMBRE 31')) },
  );

  sentence(
    'Two-monthly: each question names its cut date',
    async (story) => {
      const { ana, mayor, stored } = story;
      await ana.say('/reportar');
      expect(ana.last).toContain('al 28 de febrero?');
      await ana.say('10% caracterización empezada');
      await story.at('2022-04-16', 9);
      await ana.say('/reportar');
      expect(ana.last).toContain('al 30 de abril?');
      expect(ana.last).toContain('Antes: febrero, 10 % · caracterización empezada');
      await ana.say('5% se perdió el archivo');
      expect(ana.last).toContain('En febrero reportó 10 % y ahora 5 %');
      await ana.tap('Sí, 5 %');
      expect(stored('1', 2)).toEqual({ progress: 5, observation: 'se perdió el archivo' });
      await mayor.say('/resumen febrero');
      expect(mayor.last).toContain('Reportadas 1 de 7, 1 a tiempo');
    },
    {
      start: ['2022-02-14', 9],
      importedOn: '2022-02-01',
      form: formWith(
        ...cutsOn('FEBRERO 28', 'ABRIL 30', 'JUNIO 30', 'AGOSTO 31', 'OCTUBRE 31', 'DICIEMBRE 31'),
      ),
    },
  );
});

describe('Several plans', () => {
  sentence(
    'The question names the plan; drafts first, then by closing date, plan and number',
    async (story) => {
      const { berta, mayor, coordinator } = story;
      story.importAnother([...another, ['CORTE MARZO 31', 'CORTE ABRIL 8']]);
      await story.at('2022-03-24', 9);
      await berta.say('/misactividades');
      expect(berta.last).toContain(
        'Primer monitoreo · Plan de Participación Ciudadana 2022, cierra el 31 de marzo',
      );
      expect(berta.last).toContain('Primer monitoreo · Plan Anticorrupción 2022, cierra el 8 de abril');
      expect(berta.buttons).toEqual([
        'n.º 4 · Plan de Participación Ciudadana 2022',
        'n.º 4 · Plan Anticorrupción 2022',
        'Reportar ahora',
        'Mi informe',
      ]);
      await berta.say('/reportar');
      expect(berta.last).toContain('Plan de Participación Ciudadana 2022\nActividad 1 de 2 · n.º 4');
      await berta.tap('Omitir por ahora');
      expect(berta.last).toContain('Plan Anticorrupción 2022\nActividad 2 de 2 · n.º 4');
      expect(berta.last).toContain('al 8 de abril?');
      await berta.tap('25');
      await berta.say('/cancelar');
      await berta.say('/reportar');
      expect(berta.last).toContain('Plan Anticorrupción 2022\nActividad 1 de 2 · n.º 4');
      await berta.say('dos jornadas realizadas');
      await berta.say('30% afiches impresos');
      expect(berta.last).toContain('2 de 2 reportadas');
      expect(berta.last).toContain(
        'Plan Anticorrupción 2022 · n.º 4: 25 %\nPlan de Participación Ciudadana 2022 · n.º 4: 30 %',
      );
      await mayor.say('/resumen 1');
      await mayor.tap('Plan Anticorrupción 2022 · 8 de abril');
      expect(mayor.last).toContain('25 % · verde · dos jornadas realizadas');
      await coordinator.say('/resumen marzo');
      expect(coordinator.last).toContain('30 % · verde · afiches impresos');
    },
    { start: ['2022-03-16', 9] },
  );

  sentence(
    'Several at once never guesses between two plans',
    async (story) => {
      const { ana, stored } = story;
      story.importAnother([...another, [/^7\t/gm, '8\t']]);
      await ana.say('1: 100 % caracterización lista\n7: 50 % prácticas identificadas');
      expect(ana.last).toContain('n.º 7: 50 % · prácticas identificadas');
      expect(ana.last).toContain('n.º 1: hay más de una con ese número');
      await ana.tap(/^Guardar est/);
      expect(stored('7')).toEqual({ progress: 50, observation: 'prácticas identificadas' });
      expect(stored('1')).toBeNull();
    },
    { start: ['2022-03-17', 9] },
  );

  sentence(
    'The plan of the next year: December is reported in January, and a month means the latest opened',
    async (story) => {
      const { ana, mayor } = story;
      story.importAnother([['2022', '2023']]);
      await story.at('2023-01-02', 9);
      await ana.say('/reportar');
      expect(ana.last).toContain('Plan de Participación Ciudadana 2022');
      expect(ana.last).toContain('al 31 de diciembre?');
      await ana.say('90% caracterización casi lista');
      await mayor.say('/resumen');
      expect(mayor.last).toMatch(
        /^Plan de Participación Ciudadana 2022\n(.*\n)*Cuarto monitoreo · corte 31 de diciembre · /,
      );
      expect(mayor.last).toContain('Reportadas 1 de 7, 1 a tiempo');
      await mayor.say('/resumen marzo');
      expect(mayor.last).toMatch(
        /^Plan de Participación Ciudadana 2022\n(.*\n)*Primer monitoreo · corte 31 de marzo · /,
      );
      await story.at('2023-03-17', 9);
      await mayor.say('/resumen marzo');
      expect(mayor.last).toContain('Plan de Participación Ciudadana 2023');
      await mayor.say('/resumen marzo 2022');
      expect(mayor.last).toContain('Plan de Participación Ciudadana 2022');
      await ana.say('/reportar');
      expect(ana.last).toContain('Plan de Participación Ciudadana 2023');
    },
    { start: ['2022-12-20', 9] },
  );
});

describe('Other activities', () => {
  sentence(
    'One not begun at the cut is not asked, not missing and not counted',
    async (story) => {
      const { ana, mayor, coordinator } = story;
      await story.tick();
      expect(ana.last).toContain('Le faltan 5 actividades');
      await ana.say('/misactividades');
      expect(ana.last).not.toContain('n.º 7');
      await mayor.say('/resumen');
      expect(mayor.last).toContain('Todavía no hay reportes de las 6 actividades');
      expect(mayor.last).toContain('No se cuentan\nNo ha comenzado: n.º 7');
      await coordinator.say('/pendientes');
      expect(coordinator.last).toContain('Faltan 6 actividades.');
    },
    { start: ['2022-03-16', 9], form: formWith([/^(7\t.*)01\/01\/2022/gm, '$101/07/2022']) },
  );

  sentence(
    'A long plan: one message at first, and all of it on request, red ones first, cut into messages at line ends',
    async (story) => {
      const { ana, mayor } = story;
      await story.tick();
      expect(ana.last).toContain('Le faltan 89 actividades');
      await ana.say('/reportar');
      expect(ana.last).toContain('Actividad 1 de 89');
      await ana.say('100% lista la primera');
      await ana.say('0% la segunda no empieza');
      await ana.say('/cancelar');
      const before = textsOf(mayor).length;
      await mayor.say('/resumen');
      expect(textsOf(mayor)).toHaveLength(before + 1);
      await mayor.tap('Ver todas');
      const messages = textsOf(mayor).slice(before + 1);
      expect(messages.length).toBeGreaterThan(1);
      for (const message of messages) expect(message.length).toBeLessThanOrEqual(4096);
      const lines = messages
        .join('\n')
        .split('\n')
        .filter((line) => /^\p{Extended_Pictographic}/u.test(line));
      expect(lines).toHaveLength(90);
      expect(lines[0]).toMatch(/^🔴 2\. /);
      expect(messages.join('\n')).toContain('<b>ferias');
      expect(mayor.buttons).toEqual([]);
      await mayor.say('/resumen');
      expect(mayor.buttons).toEqual([
        'Ver todas',
        'Más imágenes',
        'Detalle',
        'Otros cortes',
        'PDF',
        'Excel',
        'Quiénes faltan',
        'Recordar a los que faltan',
      ]);
      await mayor.tap('Detalle');
      expect(mayor.buttons).toEqual([...mayor.buttons.slice(0, 8), 'Siguientes', 'Volver al resumen']);
      await mayor.tap('Siguientes');
      expect(mayor.last).toContain('Página 2 de 12');
      await ana.say('/misactividades');
      expect(ana.last).toContain('Página 1 de 12');
      await ana.tap('Siguientes');
      await ana.tap('n.º 10');
      expect(ana.last).toContain('ferias & mercados');
    },
    { start: ['2022-03-16', 9], form: longForm() },
  );
});

/** Ninety activities: the real ones, and copies of the last one with other names. */
function longForm(): Uint8Array {
  return formWith(
    ...moreActivities(
      83,
      (number) =>
        `Actividad número ${number}: <b>ferias & mercados</b> campesinos en los barrios y veredas de la isla`,
    ),
  );
}

describe('Other entities', () => {
  sentence(
    'A municipality invites with its own article',
    async (story) => {
      await story.ana.say(story.invite('Ana Arboleda'));
      expect(story.ana.last).toContain('El Municipio de Guatapé le envía esta invitación');
      expect(story.ana.last).toContain('El responsable es el Municipio de Guatapé.');
    },
    {
      start: ['2022-03-17', 9],
      notEnrolled: ['ana'],
      form: formWith(['ALCALDIA LOCAL\t\tISLA DEL CASCAJAL', 'ENTIDAD\t\tMunicipio de Guatapé']),
    },
  );
});
