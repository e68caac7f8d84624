import { describe, expect } from 'vitest';
import { realForm } from '../world/form.ts';
import { type Actor, type Story, sentence, textsOf } from '../world/story.ts';

const summariesOf = (who: Actor): readonly string[] =>
  textsOf(who).filter((text) => text.includes('para esta fecha se esperaba'));
const texted = (who: Actor, words: string): number =>
  textsOf(who).filter((text) => text.includes(words)).length;

const march = { start: ['2022-03-16', 9] } as const;

/** The seven answers that the real form's first monitoring holds. */
async function playFirstCut({ ana, berta }: Story): Promise<void> {
  for (const [who, numbers] of [
    [ana, ['1', '2', '3', '5', '6', '7']],
    [berta, ['4']],
  ] as const) {
    await who.say('/reportar');
    for (const number of numbers) {
      const activity = realForm().activities.find((each) => each.number === number);
      const first = activity?.monitoring.find((each) => each.cut === 1);
      await who.tap(String((first?.progressTenths ?? 0) / 10));
      await who.say(first?.observation ?? '');
    }
    await who.tap('Ahora no');
  }
}

describe('The first cut of the real plan', () => {
  sentence(
    'The stored reports equal the real form’s first monitoring, field by field',
    async (story) => {
      await playFirstCut(story);
      expect(['1', '2', '3', '4', '5', '6', '7'].map((number) => [number, story.stored(number)])).toEqual([
        ['1', { progress: 0, observation: 'No se ha realizado la caracterizacion' }],
        [
          '2',
          {
            progress: 100,
            observation:
              'Plan de participacion ciudadana publicado en el portal web de la Alcaldia Distrital por daños de la pagina web de la Localidad',
          },
        ],
        [
          '3',
          {
            progress: 100,
            observation:
              'Informe de gestion publicado en el portal web de la Alcaldia Distrital por daños de la pagina web de la Localidad',
          },
        ],
        [
          '4',
          {
            progress: 0,
            observation: 'No se ha realizado las campañas informativas de participacion ciudadana',
          },
        ],
        ['5', { progress: 0, observation: 'No se ha realizado el ejercicio de participacion' }],
        ['6', { progress: 0, observation: 'No se ha convocado a las veedurias ciudadanas' }],
        ['7', { progress: 0, observation: 'En construcción' }],
      ]);
      const { activities } = realForm();
      expect(activities).toHaveLength(7);
      for (const { number, monitoring } of activities) {
        const [first] = monitoring;
        expect(story.stored(number)).toEqual({
          progress: (first?.progressTenths ?? -1) / 10,
          observation: first?.observation,
        });
        expect(story.revisions(number)).toBe(1);
      }
    },
    march,
  );

  sentence(
    'The summary goes to the mayor by itself when everything has been reported: 7 of 7, 28,6 %; not twice',
    async (story) => {
      const { mayor, coordinator } = story;
      await playFirstCut(story);
      await story.minutes(1);
      expect(summariesOf(mayor)).toHaveLength(1);
      const lines = mayor.last.split('\n');
      expect(lines.slice(0, 5)).toEqual([
        '28,6 %; para esta fecha se esperaba 24,7 %. 5 de 7 van atrasadas.',
        'Atrasadas: Ana Arboleda (n.º 1, 5, 6 y 7), Berta Ruiz (n.º 4) y Carlos Peña (n.º 4)',
        '',
        'Plan de Participación Ciudadana 2022',
        'Alcaldía Local Isla del Cascajal',
      ]);
      expect(lines[5]).toMatch(/^Primer monitoreo · corte 31 de marzo · 16 de marzo, 9:\d\d a\. m\.$/);
      expect(mayor.last).toContain('Reportadas 7 de 7, todas a tiempo · 2 en verde, 5 en rojo');
      expect(mayor.last).toContain(
        '🔴 1. Realizar una caracterización de usuarios… 0 % · rojo · No se ha realizado la caracterizacion',
      );
      expect(mayor.last).not.toContain('faltan');
      expect(mayor.buttons).toEqual(['Detalle', 'Otros cortes', 'PDF', 'Excel']);
      expect(summariesOf(coordinator)).toEqual([]);
      await story.minutes(1);
      for (const [date, hour] of [
        ['2022-03-17', 8],
        ['2022-03-31', 8],
        ['2022-04-01', 8],
        ['2022-04-04', 8],
        ['2022-04-08', 8],
        ['2022-04-11', 8],
      ] as const)
        await story.at(date, hour);
      expect(summariesOf(mayor)).toHaveLength(1);
    },
    march,
  );

  sentence(
    'Everything in at night: the summary waits for 08:00 of the next working day',
    async (story) => {
      await story.at('2022-03-18', 20);
      await playFirstCut(story);
      await story.minutes(1);
      await story.at('2022-03-19', 9);
      await story.at('2022-03-22', 7, 30);
      expect(summariesOf(story.mayor)).toEqual([]);
      await story.at('2022-03-22', 8);
      expect(summariesOf(story.mayor)).toHaveLength(1);
    },
    march,
  );
});

describe('At 08:00 of the working day after the closing date', () => {
  sentence(
    'Whatever is in, with who is missing; after the grace only if something changed',
    async (story) => {
      const { ana, mayor } = story;
      await ana.say('/reportar');
      await ana.say('50% caracterización en curso');
      await ana.say('/cancelar');
      await story.at('2022-03-31', 18);
      expect(summariesOf(mayor)).toEqual([]);
      await story.at('2022-04-01', 7, 59);
      expect(summariesOf(mayor)).toEqual([]);
      await story.at('2022-04-01', 8);
      expect(summariesOf(mayor)).toHaveLength(1);
      expect(mayor.last).toContain('Reportadas 1 de 7, 1 a tiempo · ');
      expect(mayor.last).toContain('Sin reporte al cierre · se recibe hasta el 7 de abril');
      expect(mayor.last).toContain('lider de participacion ciudadana · Carlos Peña: n.º 4');
      expect(mayor.buttons).toEqual([
        'Detalle',
        'Otros cortes',
        'PDF',
        'Excel',
        'Quiénes faltan',
        'Recordar a los que faltan',
      ]);
      await story.at('2022-04-08', 8);
      expect(summariesOf(mayor)).toHaveLength(1);
    },
    march,
  );

  sentence(
    'A late report is counted as extemporánea, and the mayor hears after the grace',
    async (story) => {
      const { ana, berta, mayor, stored } = story;
      await ana.say('/reportar');
      await ana.say('50% caracterización en curso');
      await ana.say('/cancelar');
      await story.at('2022-04-01', 8);
      await berta.say('/reportar');
      expect(berta.last).toContain('n.º 4');
      await berta.say('30% afiches impresos');
      expect(stored('4')).toEqual({ progress: 30, observation: 'afiches impresos' });
      await story.at('2022-04-04', 8);
      expect(summariesOf(mayor)).toHaveLength(1);
      await story.at('2022-04-08', 8);
      expect(summariesOf(mayor)).toHaveLength(2);
      expect(mayor.last).toContain('Faltan 5 reportes.');
      expect(mayor.last).toContain('extemporáneo · afiches impresos');
      expect(mayor.last).toContain('Quiénes no reportaron');
      expect(mayor.buttons).toEqual(['Detalle', 'Otros cortes', 'PDF', 'Excel', 'Quiénes faltan']);
      await berta.say('/reportar');
      expect(berta.last).toContain('no tiene actividades pendientes');
    },
    march,
  );

  sentence(
    'With nothing reported at all it goes out too, and says so calmly',
    async (story) => {
      const { mayor } = story;
      await mayor.say('/resumen');
      expect(mayor.last).toContain(
        'Todavía no hay reportes de las 7 actividades. El corte los recibe hasta el 7 de abril.',
      );
      await story.at('2022-04-01', 8);
      expect(summariesOf(mayor)).toHaveLength(2);
      expect(mayor.last).toContain('0 %; para esta fecha se esperaba 24,7 %');
      expect(mayor.last).toContain('Todavía no hay reportes de las 7 actividades');
      await story.at('2022-04-08', 9);
      await mayor.say('/resumen');
      expect(mayor.last).toContain('No se recibieron reportes de las 7 actividades en este corte.');
      expect(summariesOf(mayor)).toHaveLength(3);
    },
    march,
  );

  sentence(
    'With no mayor enrolled it goes to the coordinators, who are told why',
    async (story) => {
      const { coordinator, mayor } = story;
      await playFirstCut(story);
      await story.minutes(1);
      expect(texted(coordinator, 'todavía no hay un alcalde o una alcaldesa')).toBe(1);
      expect(summariesOf(coordinator)).toHaveLength(1);
      expect(coordinator.last).toContain('28,6 %; para esta fecha');
      await mayor.say(story.invite('Julio Biojó', coordinator));
      expect(mayor.last).toContain(
        'le envía esta invitación para seguir el avance del Plan de Participación Ciudadana 2022 como Alcalde o alcaldesa',
      );
      await mayor.tap('Autorizo');
      await story.minutes(1);
      await story.at('2022-04-01', 8);
      expect(summariesOf(mayor)).toEqual([]);
      expect(summariesOf(coordinator)).toHaveLength(1);
      await mayor.say('/resumen');
      expect(summariesOf(mayor)).toHaveLength(1);
    },
    { ...march, notEnrolled: ['mayor'] },
  );
});

describe('Changed since everything was in', () => {
  sentence(
    'A correction brings the summary after the closing, with the new figure',
    async (story) => {
      const { ana, mayor } = story;
      await playFirstCut(story);
      await story.minutes(1);
      expect(summariesOf(mayor)).toHaveLength(1);
      await ana.say('/misactividades');
      await ana.tap('n.º 1');
      await ana.tap('Corregir');
      await ana.say('50% caracterización a la mitad');
      await story.minutes(1);
      expect(summariesOf(mayor)).toHaveLength(1);
      await story.at('2022-04-01', 8);
      expect(summariesOf(mayor)).toHaveLength(2);
      expect(mayor.last).toContain('35,7 %; para esta fecha');
      expect(mayor.last).toContain('Reportadas 7 de 7, todas a tiempo');
      await story.at('2022-04-08', 8);
      expect(summariesOf(mayor)).toHaveLength(2);
    },
    march,
  );

  sentence(
    'Corrected in the grace: on time all the same, and the mayor hears after the grace',
    async (story) => {
      const { ana, mayor } = story;
      await playFirstCut(story);
      await story.minutes(1);
      await story.at('2022-04-04', 9);
      await ana.say('/misactividades');
      await ana.tap('n.º 1');
      await ana.tap('Corregir');
      await ana.say('50% caracterización a la mitad');
      await story.at('2022-04-08', 8);
      expect(summariesOf(mayor)).toHaveLength(2);
      expect(mayor.last).toContain('Reportadas 7 de 7, todas a tiempo');
    },
    march,
  );

  sentence(
    'The bot down over the morning after the closing: one summary when it is back',
    async (story) => {
      const { mayor } = story;
      await story.at('2022-03-31', 18);
      await story.stopBot();
      await story.at('2022-04-04', 10);
      await story.startBot();
      await story.tick();
      await story.minutes(1);
      expect(summariesOf(mayor)).toHaveLength(1);
      expect(mayor.last).toContain('4 de abril, 10:0');
    },
    march,
  );
});

describe('/resumen', () => {
  sentence(
    'Answers at once for the current cut; /resumen marzo, /resumen 2 for others',
    async (story) => {
      const { mayor, coordinator } = story;
      await mayor.say('/resumen');
      expect(mayor.last).toContain('Primer monitoreo · corte 31 de marzo');
      await mayor.say('/resumen 2');
      expect(mayor.last).toContain(
        'El segundo monitoreo (corte 30 de junio) todavía no ha abierto. Abre el 15 de junio de 2022.',
      );
      await mayor.say('/resumen enero');
      expect(mayor.last).toContain('No encontré un corte para «enero»');
      await story.at('2022-06-16', 9);
      await coordinator.say('/resumen');
      expect(coordinator.last).toContain('Segundo monitoreo · corte 30 de junio');
      for (const words of ['marzo', 'MARZO', '1', 'marzo 2022', 'primero de marzo']) {
        await coordinator.say(`/resumen ${words}`);
        expect(coordinator.last, words).toContain('Primer monitoreo · corte 31 de marzo');
      }
      await coordinator.say('/resumen junio');
      expect(coordinator.last).toContain('Segundo monitoreo');
      await coordinator.say('/resumen@cascajal_bot 2');
      expect(coordinator.last).toContain('Segundo monitoreo');
    },
    march,
  );

  sentence(
    'Change against the previous cut’s figure as it was shown',
    async (story) => {
      const { ana, mayor } = story;
      await playFirstCut(story);
      await story.at('2022-06-16', 9);
      await ana.say('/reportar');
      await ana.say('50% caracterización a la mitad');
      await mayor.say('/resumen');
      expect(mayor.last).toContain('7,1 %; para esta fecha se esperaba 49,6 %');
      expect(mayor.last).toContain('Frente al corte del 31 de marzo (28,6 %): 21,5 puntos menos');
    },
    march,
  );

  sentence(
    'Buttons: Detalle, Quiénes faltan, Otros cortes',
    async (story) => {
      const { ana, mayor } = story;
      await ana.say('/reportar');
      await ana.say('50% caracterización en curso');
      await ana.say('/cancelar');
      await mayor.say('/resumen');
      const summary = mayor.lastMessage;
      await mayor.tap('Detalle');
      expect(mayor.last).toContain('¿De cuál actividad quiere ver el detalle?');
      expect(mayor.buttons).toHaveLength(8);
      await mayor.tap(/^🟢 1\./);
      expect(mayor.last).toContain('50 % · verde · esperado 24,7 %');
      expect(mayor.last).toContain('caracterización en curso');
      expect(mayor.last).toContain('Ana Arboleda, 16 de marzo, 9:00 a. m. · a tiempo');
      await mayor.tap('Ver todas');
      await mayor.tap(/^⚪ 4\./);
      expect(mayor.last).toContain('Sin reporte · esperado 24,7 %');
      expect(mayor.last).toContain(
        'Responsable: Lider de rendicion de cuentas, lider de participacion ciudadana',
      );
      await mayor.tap('Quiénes faltan', summary);
      expect(mayor.last).toContain(
        'Profesional Gestion Participacion Ciudadana · Ana Arboleda: n.º 2, 3, 5, 6 y 7',
      );
      expect(mayor.buttons).toEqual(['Recordar a los que faltan']);
      await mayor.tap('Otros cortes', summary);
      expect(mayor.last).toBe(
        'Todavía no hay otros cortes. El segundo monitoreo abre el 15 de junio de 2022.',
      );
      await story.at('2022-06-16', 9);
      await mayor.tap('Otros cortes', summary);
      expect(mayor.buttons).toEqual(['Segundo monitoreo · 30 de junio', 'Primer monitoreo · 31 de marzo']);
      await mayor.tap('Primer monitoreo · 31 de marzo');
      expect(mayor.last).toContain('Primer monitoreo · corte 31 de marzo');
    },
    march,
  );

  sentence(
    'With several plans one is chosen by button',
    async (story) => {
      const { mayor } = story;
      story.importAnother([
        ['PL-PC-01', 'PL-AC-02'],
        ['PLAN DE PARTICIPACION CIUDADANA', 'PLAN ANTICORRUPCION'],
      ]);
      await mayor.say('/resumen');
      expect(mayor.last).toBe('¿De cuál plan?');
      expect(mayor.buttons).toEqual([
        'Plan de Participación Ciudadana 2022 · 31 de marzo',
        'Plan Anticorrupción 2022 · 31 de marzo',
      ]);
      await mayor.tap('Plan Anticorrupción 2022 · 31 de marzo');
      expect(mayor.last).toContain('Plan Anticorrupción 2022');
      expect(mayor.last).toContain('0 %; para esta fecha');
      await mayor.tap('Otros cortes');
      expect(mayor.buttons).toContain('Plan de Participación Ciudadana 2022 · 31 de marzo');
      await mayor.say('/resumen marzo');
      expect(mayor.last).toBe('¿De cuál plan?');
      await mayor.say('/pendientes');
      expect(mayor.last).toContain('Primer monitoreo · Plan Anticorrupción 2022');
      expect(mayor.last).toContain('Faltan 14 actividades');
    },
    march,
  );
});

describe('/pendientes and Recordar a los que faltan', () => {
  sentence(
    'Says how many will get it, when, and who had theirs today; sends at most one a day',
    async (story) => {
      const { ana, berta, carlos, mayor, coordinator } = story;
      await berta.say('/reportar');
      await berta.tap('75');
      await mayor.say('/pendientes');
      expect(mayor.last.split('\n')).toEqual([
        'Pendientes · 17 de marzo, 9:00 a. m.',
        'Faltan 7 actividades.',
        '',
        'Primer monitoreo: quedan 14 días, hasta el 31 de marzo',
        'Profesional Gestion Participacion Ciudadana · Ana Arboleda: n.º 1, 2, 3, 5, 6 y 7',
        'Lider de rendicion de cuentas · Berta Ruiz: n.º 4 · a medias: n.º 4',
        'lider de participacion ciudadana · Carlos Peña: n.º 4',
        '',
        'Último recordatorio: Ana Arboleda (ninguno todavía), Berta Ruiz (ninguno todavía) y Carlos Peña (ninguno todavía).',
      ]);
      await mayor.tap('Recordar a los que faltan');
      expect(mayor.last).toBe(
        'Recibirán un recordatorio 3 personas, en unos minutos: Ana Arboleda, Berta Ruiz y Carlos Peña.\n\nToque Sí, enviar para recordárselo.',
      );
      await mayor.tap('Sí, enviar');
      expect(mayor.last).toBe('Listo: 3 personas recibirán el recordatorio en unos minutos.');
      expect(mayor.buttons).toEqual([]);
      await story.minutes(1);
      expect([ana, carlos].map((who) => texted(who, 'cierra el primer monitoreo'))).toEqual([1, 1]);
      expect(texted(berta, 'cierra el primer monitoreo')).toBe(0);
      await coordinator.say('/pendientes');
      expect(coordinator.last).toContain('Hoy ya tuvieron recordatorio: Ana Arboleda y Carlos Peña.');
      expect(coordinator.last).toContain('Su recordatorio de hoy está por salir: Berta Ruiz.');
      await coordinator.tap('Recordar a los que faltan');
      expect(coordinator.last).toBe(
        'No hay a quién enviarle un recordatorio ahora.\n\nHoy ya tienen recordatorio: Ana Arboleda, Berta Ruiz y Carlos Peña.',
      );
      await story.minutes(40);
      expect([ana, berta, carlos].map((who) => texted(who, 'cierra el primer monitoreo'))).toEqual([1, 1, 1]);
    },
    { start: ['2022-03-17', 9] },
  );

  sentence(
    'Two taps on Sí, enviar send once and leave what was said',
    async (story) => {
      const { ana, mayor } = story;
      await mayor.say('/pendientes');
      await mayor.tap('Recordar a los que faltan');
      await mayor.atOnce((phone) => {
        phone.tap('Sí, enviar');
        phone.tap('Sí, enviar');
      });
      expect(mayor.last).toBe('Listo: 3 personas recibirán el recordatorio en unos minutos.');
      expect(mayor.phone.taps.at(-1)?.answer?.text).toBe('Ya quedó hecho.');
      await story.minutes(1);
      expect(texted(ana, 'cierra el primer monitoreo')).toBe(1);
      expect(mayor.last).toContain('Listo: 3 personas');
    },
    { start: ['2022-03-17', 9] },
  );

  sentence(
    'Asked from an old summary it speaks of that cut only, and says which',
    async (story) => {
      const { mayor } = story;
      await mayor.say('/resumen');
      const march = mayor.lastMessage;
      await story.at('2022-06-16', 9);
      await mayor.tap('Recordar a los que faltan', march);
      expect(mayor.last).toBe(
        'Ninguna persona que ya ingresó tiene actividades pendientes del primer monitoreo (corte 31 de marzo).',
      );
    },
    { start: ['2022-03-17', 9] },
  );

  sentence(
    'On a day with an automatic reminder it adds none',
    async (story) => {
      const { ana, mayor } = story;
      await story.at('2022-03-24', 8);
      const before = texted(ana, 'cierra el primer monitoreo');
      await mayor.say('/resumen');
      await mayor.tap('Recordar a los que faltan');
      expect(mayor.last).toContain('Hoy ya tienen recordatorio: Ana Arboleda, Berta Ruiz y Carlos Peña.');
      expect(mayor.buttons).toEqual([]);
      await story.minutes(1);
      expect(texted(ana, 'cierra el primer monitoreo')).toBe(before);
    },
    march,
  );

  sentence(
    'Asked for outside the hours it says when: 08:00 of the next working day, one with what is due then',
    async (story) => {
      const { ana, mayor } = story;
      await story.at('2022-03-23', 20);
      const before = texted(ana, 'Le faltan 6');
      await mayor.say('/pendientes');
      await mayor.tap('Recordar a los que faltan');
      expect(mayor.last).toContain(
        '3 personas, el 24 de marzo, 8:00 a. m.: Ana Arboleda, Berta Ruiz y Carlos Peña.',
      );
      await mayor.tap('Sí, enviar');
      expect(mayor.last).toBe('Listo: el 24 de marzo, 8:00 a. m., 3 personas recibirán el recordatorio.');
      await story.at('2022-03-23', 21);
      await story.at('2022-03-24', 7, 30);
      expect(texted(ana, 'Le faltan 6')).toBe(before);
      await story.at('2022-03-24', 8);
      await story.minutes(1);
      expect(texted(ana, 'Le faltan 6')).toBe(before + 1);
    },
    march,
  );

  sentence(
    'Only to those who are missing by then',
    async (story) => {
      const { berta, carlos, mayor } = story;
      await mayor.say('/pendientes');
      await mayor.tap('Recordar a los que faltan');
      await berta.say('/reportar');
      await berta.say('30% afiches impresos');
      await mayor.tap('Sí, enviar');
      expect(mayor.last).toBe('Listo: una persona recibirá el recordatorio en unos minutos.');
      await story.minutes(1);
      expect(texted(carlos, 'cierra el primer monitoreo')).toBe(0);
    },
    { start: ['2022-03-17', 9] },
  );

  sentence(
    'Nothing pending: says so, and when the next cut opens',
    async (story) => {
      await playFirstCut(story);
      await story.coordinator.say('/pendientes');
      expect(story.coordinator.last).toBe(
        'No hay nada pendiente en este momento. El segundo monitoreo abre el 15 de junio de 2022.',
      );
      expect(story.coordinator.buttons).toEqual(['Por qué no llegó un recordatorio']);
    },
    march,
  );
});

describe('What holds things back', () => {
  sentence(
    'The causes are grouped in the summary, the most frequent first; one given before it caught up says nothing',
    async (story) => {
      const { ana, berta, mayor } = story;
      await ana.say('/reportar');
      for (let each = 0; each < 6; each++) await ana.say('5% apenas comienza la contratación');
      await ana.tap('Recursos');
      await berta.say('/reportar');
      await berta.say('5% apenas comienza la campaña');
      await berta.tap('Tiempo');
      await mayor.say('/resumen');
      expect(mayor.last).toContain('Qué los frena: recursos 6 (n.º 1, 2, 3, 5, 6 y 7) · tiempo 1 (n.º 4)\n');
      await ana.say('/misactividades');
      await ana.tap('n.º 3');
      await ana.tap('Corregir');
      await ana.say('90% ya se contrató y va al día');
      await mayor.say('/resumen');
      expect(mayor.last).toContain('Qué los frena: recursos 5 (n.º 1, 2, 5, 6 y 7) · tiempo 1 (n.º 4)\n');
      const summary = JSON.parse(await story.types('summary', '--json'));
      expect(summary.causes).toEqual([
        { cause: 'resources', activities: ['1', '2', '5', '6', '7'] },
        { cause: 'time', activities: ['4'] },
      ]);
    },
    { start: ['2022-03-16', 9] },
  );
});
