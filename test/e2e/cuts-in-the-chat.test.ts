import { describe, expect } from 'vitest';
import { verifyAudit } from '../../src/db/audit.ts';
import { plannedCuts } from '../../src/db/plans.ts';
import { lastReport } from '../../src/db/reports.ts';
import { audit } from '../../src/db/schema/index.ts';
import { cutsOn, formWith, moreActivities } from '../world/form.ts';
import { type Actor, type Story, sentence, textsOf, told } from '../world/story.ts';
import { presented, reportAll } from './review-steps.ts';

const actsOnRecord = (story: Story) =>
  story.db
    .select()
    .from(audit)
    .all()
    .filter((row) => row.actor === 'person')
    .map((row) => row.act);

describe('/cortes', () => {
  sentence(
    'The year with states, dates, coverage and what is reopened; each cut has its buttons and a way back',
    async (story) => {
      const { ana, coordinator } = story;
      await ana.say('/reportar');
      await ana.say('60% caracterización en curso');
      await ana.say('/cancelar');
      await coordinator.say('/cortes');
      expect(coordinator.last).toContain('Primer monitoreo · 31 de marzo · abierto');
      expect(coordinator.last).toContain(
        'Abrió el 16 de marzo, cierra el 31 de marzo, último día 7 de abril. Reportadas 1 de 7.',
      );
      expect(coordinator.last).toContain(
        'Cuarto monitoreo · 31 de diciembre · programado\nAbre el 16 de diciembre, cierra el 2 de enero de 2023, último día 10 de enero de 2023.',
      );
      await coordinator.tap('Corte 1 · 31 de marzo');
      expect(coordinator.last).toContain('Recordatorios: 16 de marzo, 24 de marzo, 28 de marzo');
      expect(coordinator.last).toContain('No hábiles: 21 de marzo (Día de San José)');
      expect(coordinator.buttons).toEqual([
        'Reabrir',
        'Cerrar ya',
        'No programadas',
        'Resumen',
        'Soportes (zip)',
        'Ajustes del plan',
        'Todos los cortes',
      ]);
      await coordinator.tap('Todos los cortes');
      await coordinator.tap('Corte 3 · 30 de septiembre');
      expect(coordinator.buttons).toEqual(['No programadas', 'Ajustes del plan', 'Todos los cortes']);
    },
  );

  sentence(
    'Only for who coordinates: to anybody else neither command nor button does anything',
    async (story) => {
      const { ana, mayor, coordinator } = story;
      for (const who of [ana, mayor]) {
        for (const command of ['/cortes', '/reabrir']) {
          await who.say(command);
          expect(who.last).toContain('no está disponible para usted');
        }
      }
      await ana.say('/recordar');
      expect(ana.last).toContain('no está disponible para usted');
      await coordinator.say('/cortes');
      await coordinator.tap('Corte 1 · 31 de marzo');
      const data = coordinator.lastMessage.buttons.flat().map((button) => button.data);
      expect(data).toContain('x:closecut:1');
      const before = textsOf(ana).length;
      await ana.atOnce((phone) => {
        for (const each of [...data, 'x:cut:999', 'x:exclude:1:1', 'x:setapproval:1:0', 'x:remindyes:1'])
          phone.forgeTap(each ?? '', phone.chat.at(-1)?.messageId ?? 0);
      });
      expect(textsOf(ana)).toHaveLength(before);
    },
  );
});

describe('A day off', () => {
  sentence('Of a day that is one already no reason is asked', async ({ coordinator }) => {
    await coordinator.say('/cortes');
    await coordinator.tap('Días no hábiles');
    await coordinator.tap('Agregar un día');
    await coordinator.say('25 de diciembre');
    expect(coordinator.last).toContain('Ese día ya es festivo: Navidad. Escriba otra fecha.');
    await coordinator.say('14 de julio');
    expect(coordinator.last).toContain('¿por qué no se trabaja el 14 de julio de 2022?');
  });
});

describe('A reason', () => {
  sentence('Is words and no bare yes; once it is confirmed a text says what is wanted', async (story) => {
    const { coordinator } = story;
    await coordinator.say('/cortes');
    await coordinator.tap('Corte 1 · 31 de marzo');
    await coordinator.tap('Cerrar ya');
    for (const none of ['sí', 'no', '50', '...']) {
      await coordinator.say(none);
      expect(coordinator.last).toBe('Escriba el motivo en una o dos frases, hasta 1000 caracteres.');
    }
    await coordinator.say('Lo pidió la alcaldía');
    await coordinator.say('Ya está');
    expect(coordinator.last).toBe('Toque una de las opciones, o escriba Cancelar.');
    await coordinator.tap('Cancelar');
    await coordinator.tap('Volver al corte');
    await coordinator.tap('No programadas');
    await coordinator.tap('n.º 3');
    await coordinator.say('Depende del presupuesto');
    await coordinator.say('Ya está');
    expect(coordinator.last).toBe('Toque una de las opciones, o escriba Cancelar.');
    expect(plannedCuts(story.db)[0]?.acts).toEqual([]);
  });
});

describe('/reabrir', () => {
  sentence(
    'Two who coordinate reopen the same: it is told once; revised, it can be reopened again',
    async (story) => {
      const { ana, coordinator } = story;
      const luis = await story.newcomer('Luis Caicedo', { roles: ['coordinator'] });
      await reportAll(story);
      await story.at('2022-04-11', 9);
      const reopen = async (who: Actor) => {
        await who.say('/reabrir');
        await who.tap('Corte 1 · 31 de marzo');
        await who.say('1');
        await who.say('20 de abril');
        await who.say('Falta el acta');
      };
      await reopen(coordinator);
      await reopen(luis);
      await coordinator.tap('Sí, reabrir');
      await luis.tap('Sí, reabrir');
      expect(luis.last).toContain(
        'ya recibe de nuevo la n.º 1 por lo menos hasta el 20 de abril. No cambié nada',
      );
      await story.minutes(1);
      expect(told(ana, 'se reabrió')).toHaveLength(1);
      await ana.tap('Reportar ahora');
      await ana.say('30% con el acta');
      await reopen(luis);
      await luis.tap('Sí, reabrir');
      expect(luis.last).toContain('Listo: el primer monitoreo');
      expect(plannedCuts(story.db)[0]?.acts).toHaveLength(2);
    },
  );

  sentence('Of a cut that is still open takes nothing away, and says what is so', async (story) => {
    const { ana, coordinator, mayor } = story;
    await reportAll(story);
    await coordinator.say('/reabrir');
    await coordinator.tap('Corte 1 · 31 de marzo');
    await coordinator.say('1');
    expect(coordinator.last).toContain(
      'El corte recibe reportes hasta el 7 de abril, y reabrir no lo acorta.',
    );
    expect(coordinator.buttons).toEqual(['Hasta el 7 de abril', 'Cancelar']);
    await coordinator.say('mañana');
    expect(coordinator.last).toContain('La n.º 1, hasta el 7 de abril.');
    await coordinator.say('Falta el acta');
    expect(coordinator.last).toContain('cuenta a tiempo hasta el 31 de marzo; después, como extemporáneo');
    await coordinator.tap('Sí, reabrir');
    expect(coordinator.last).toContain('recibe de nuevo la n.º 1 hasta el 7 de abril');
    await story.minutes(1);
    expect(ana.last).toContain('Recibe reportes hasta el 7 de abril. Motivo: Falta el acta');
    await ana.tap('Reportar ahora');
    await ana.say('30% con el acta');
    await presented(story);
    await mayor.tap('Devolver');
    await mayor.tap('Todas');
    await mayor.tap('Seguir');
    await mayor.say('Falta el soporte');
    expect(mayor.last).toContain('Se reabren las n.º 1, 2, 3, 4, 5, 6 y 7 hasta el 7 de abril');
  });

  sentence(
    'Cut, activities, last day and reason; who will be told is shown first; a late report afterwards is extemporáneo',
    async (story) => {
      const { ana, berta, carlos, coordinator } = story;
      await story.at('2022-04-11', 9);
      await coordinator.say('/reabrir');
      await coordinator.tap('Corte 1 · 31 de marzo');
      expect(coordinator.last).toContain(
        'n.º 4 Realizar campañas informativas sobre Rendición de Cuentas…: sin reporte',
      );
      await coordinator.tap('n.º 4');
      await coordinator.tap('n.º 2');
      await coordinator.tap('✓ n.º 4');
      await coordinator.tap('✓ n.º 2');
      expect(coordinator.buttons).not.toContain('Seguir');
      await coordinator.say('4 y 2');
      expect(coordinator.last).toContain('Se reabren las n.º 2 y 4');
      // Monday to Friday of Holy Week: Thursday and Friday are not worked.
      expect(coordinator.buttons).toEqual(['Hasta el 20 de abril', 'Cancelar']);
      await coordinator.say('ayer');
      expect(coordinator.last).toContain('Escriba un día desde hoy, 11 de abril');
      await coordinator.say('15 de abril');
      expect(coordinator.last).toContain('Las n.º 2 y 4, hasta el 15 de abril.');
      await coordinator.say('Faltó adjuntar los soportes');
      expect(coordinator.last).toContain('Se reabren las n.º 2 y 4 hasta el 15 de abril.');
      expect(coordinator.last).toContain('Ese día no es hábil');
      expect(coordinator.last).toContain('• Ana Arboleda: n.º 2\n• Berta Ruiz: n.º 4\n• Carlos Peña: n.º 4');
      await coordinator.tap('Sí, reabrir');
      expect(coordinator.last).toContain(
        'recibe de nuevo las n.º 2 y 4 hasta el 15 de abril, y se cierra solo',
      );
      await story.minutes(1);
      expect(ana.last).toContain('se reabrió el primer monitoreo');
      expect(ana.last).toContain('Motivo: Faltó adjuntar los soportes');
      for (const who of [berta, carlos]) expect(who.last).toContain('su actividad n.º 4');
      await ana.tap('Reportar ahora');
      await ana.say('100% plan publicado en la página');
      expect(lastReport(story.db, 2, 1)).toMatchObject({ late: true, progress: 1000 });
      await story.at('2022-04-13', 8);
      expect(berta.last).toContain('se reabrió y recibe sus reportes hasta el 15 de abril');
      expect(ana.last).not.toContain('Buenos días');
      await coordinator.tap('Volver al corte');
      expect(coordinator.last).toContain('Reabierto hasta el 15 de abril para las n.º 2 y 4.');
      expect(coordinator.last).toContain('Reabierto el 11 de abril por Diana Mina: n.º 2 y 4');
      await story.at('2022-04-16', 9);
      await berta.say('/reportar');
      expect(berta.last).toContain('no tiene actividades pendientes');
      expect(actsOnRecord(story)).toContain('reopened');
      expect(verifyAudit(story.db).brokenAt).toBeNull();
    },
  );

  sentence(
    'A conversation under way is asked again afterwards; cancelled, nothing changes; typed words are never taken for a report',
    async (story) => {
      const { coordinator, stored } = story;
      await coordinator.say('/reabrir');
      await coordinator.tap('Corte 1 · 31 de marzo');
      await coordinator.say('9');
      expect(coordinator.last).toContain('En este corte no se pregunta la n.º 9');
      await coordinator.say('todas');
      expect(coordinator.last).toContain('Escogidas: n.º 1, 2, 3, 4, 5, 6 y 7');
      await coordinator.tap('Seguir');
      await coordinator.tap('Hasta el 7 de abril');
      await coordinator.say('100% no es un reporte');
      expect(coordinator.last).toContain('¿Lo reabro?');
      await coordinator.say('Cancelar');
      expect(coordinator.last).toContain('no cambié nada');
      expect(stored('1')).toBeNull();
      expect(plannedCuts(story.db)[0]?.acts).toEqual([]);
      await coordinator.say('/reabrir');
      await coordinator.tap('Corte 1 · 31 de marzo');
      await coordinator.tap('Cancelar');
      expect(coordinator.last).toContain('no cambié nada');
      await coordinator.tap('Volver al corte');
      expect(coordinator.last).toContain('Primer monitoreo');
    },
  );
});

describe('Who coordinates and reports', () => {
  sentence(
    'What was being answered is asked again when the administrative conversation ends, done or cancelled',
    async (story) => {
      const diana = story.coordinator;
      story.db.run(
        `insert into assignment (personId, positionId, fromAt) select id, 1, ${story.clock.now()} from person where name = 'Diana Mina'`,
      );
      await diana.say('/reportar');
      await diana.tap('75');
      await diana.say('/cortes');
      await diana.tap('Corte 1 · 31 de marzo');
      await diana.tap('No programadas');
      await diana.tap('n.º 3');
      await diana.say('/cancelar');
      expect(textsOf(diana).at(-2)).toContain('no cambié nada');
      expect(diana.last).toContain('75 %. Describa en una o dos frases lo realizado en la n.º 1');
      await diana.say('/cortes');
      await diana.tap('Corte 1 · 31 de marzo');
      await diana.tap('No programadas');
      await diana.tap('n.º 3');
      await diana.say('va en junio');
      await diana.tap('Sí, no programada');
      expect(diana.last).toContain('Describa en una o dos frases lo realizado en la n.º 1');
      await diana.say('encuesta aplicada en tres barrios');
      expect(story.stored('1')).toEqual({ progress: 75, observation: 'encuesta aplicada en tres barrios' });
      expect(diana.last).toContain('n.º 2');
    },
  );
});

describe('A long plan with many cuts', () => {
  sentence(
    'Lists are paged and every message fits',
    async (story) => {
      const { coordinator } = story;
      await coordinator.say('/cortes');
      expect(coordinator.last).toContain('Cortes · página 1 de 2');
      await coordinator.tap('Siguientes');
      expect(coordinator.last).toContain('Duodécimo monitoreo');
      await coordinator.tap('Anteriores');
      await coordinator.tap('Corte 1 · 31 de enero');
      await coordinator.tap('Reabrir');
      expect(coordinator.last).toContain('Página 1 de 12');
      await coordinator.tap('Siguientes');
      await coordinator.tap('n.º 12');
      await coordinator.tap('Anteriores');
      expect(coordinator.last).toContain('Escogidas: n.º 12.');
      await coordinator.tap('Todas');
      expect(coordinator.last).toContain('Escogidas: 90 actividades.');
      await coordinator.tap('Seguir');
      expect(coordinator.last).toContain('Se reabren 90 actividades');
      await coordinator.say('10 de marzo');
      await coordinator.say('x'.repeat(1_001));
      expect(coordinator.last).toContain('hasta 1000 caracteres');
      await coordinator.say('muy '.repeat(240));
      await coordinator.tap('Sí, reabrir');
      expect(coordinator.last).toContain('recibe de nuevo 90 actividades hasta el 10 de marzo');
      await coordinator.tap('Volver al corte');
      expect(coordinator.last).toContain('Reabierto hasta el 10 de marzo para 90 actividades.');
      await coordinator.tap('Ajustes del plan');
      await coordinator.tap('Días de gracia');
      await coordinator.say('2');
      expect(coordinator.last).toContain('Habría 2 días hábiles de gracia');
      await coordinator.tap('Sí, cambiar');
      await coordinator.tap('Fechas de los cortes');
      await coordinator.tap('Siguientes');
      await coordinator.tap('Corte 12 · 31 de diciembre');
      await coordinator.say('20 de diciembre');
      await coordinator.tap('Sí, cambiar');
      for (const text of textsOf(coordinator)) expect(text.length).toBeLessThanOrEqual(4_096);
    },
    { start: ['2022-03-01', 9], importedOn: '2022-01-03', form: longForm() },
  );
});

/** Ninety activities, and a cut at the end of every month. */
function longForm(): Uint8Array {
  const dates = [
    ...['ENERO 31', 'FEBRERO 28', 'MARZO 31', 'ABRIL 30', 'MAYO 31', 'JUNIO 30', 'JULIO 31'],
    ...['AGOSTO 31', 'SEPTIEMBRE 30', 'OCTUBRE 31', 'NOVIEMBRE 30', 'DICIEMBRE 31'],
  ];
  return formWith(
    ...cutsOn(...dates),
    ...moreActivities(83, (number) => `Actividad ${number}: <b>ferias & mercados</b> en barrios y veredas`),
  );
}

describe('Cerrar ya', () => {
  sentence(
    'The reason, then who is still missing and who could correct; who was answering meanwhile is counted before it is done',
    async (story) => {
      const { ana, berta, mayor, coordinator } = story;
      await ana.say('/reportar');
      await ana.say('60% caracterización en curso');
      await berta.say('/reportar');
      await coordinator.say('/cortes');
      await coordinator.tap('Corte 1 · 31 de marzo');
      await coordinator.tap('Cerrar ya');
      expect(coordinator.last).toContain('¿por qué se cierra antes?');
      await coordinator.say('Lo pidió el alcalde');
      expect(coordinator.last).toContain('Quedan sin reporte 6 actividades');
      expect(coordinator.last).toContain(
        'Profesional Gestion Participacion Ciudadana · Ana Arboleda: n.º 2, 3, 5, 6 y 7',
      );
      expect(coordinator.last).toContain('Todavía podrían corregir\n• Ana Arboleda: n.º 1');
      await berta.say('30% una jornada');
      await coordinator.tap('Sí, cerrar ahora');
      expect(coordinator.last).toContain('Mientras tanto eso cambió');
      expect(coordinator.last).toContain('Quedan sin reporte 5 actividades');
      await coordinator.tap('Sí, cerrar ahora');
      expect(coordinator.last).toContain('quedó cerrado');
      await story.minutes(1);
      expect(ana.last).toContain('Planeación cerró el 16 de marzo el primer monitoreo');
      await ana.say('25% algo más');
      expect(ana.last).toContain('no guardé ese mensaje');
      expect(story.stored('2')).toBeNull();
      expect(story.stored('4')).toEqual({ progress: 30, observation: 'una jornada' });
      await coordinator.tap('Volver al corte');
      expect(coordinator.last).toContain('· cerrado');
      expect(coordinator.last).toContain(
        'Cerrado el 16 de marzo por Diana Mina. Motivo: Lo pidió el alcalde',
      );
      expect(coordinator.buttons).not.toContain('Cerrar ya');
      await story.at('2022-03-17', 8);
      expect(textsOf(mayor).some((text) => text.includes('17 de marzo, 8:00 a. m.'))).toBe(true);
      expect(actsOnRecord(story)).toContain('closedEarly');
    },
  );
});

describe('No programada, in the chat', () => {
  sentence('One activity with the reason, and back', async (story) => {
    const { ana, coordinator } = story;
    await coordinator.say('/cortes');
    await coordinator.tap('Corte 1 · 31 de marzo');
    await coordinator.tap('No programadas');
    await coordinator.tap('n.º 3');
    expect(coordinator.last).toContain('¿por qué no está programada?');
    await coordinator.say('El informe se presenta en junio');
    expect(coordinator.last).toContain('Se le avisa a: Ana Arboleda.');
    await coordinator.tap('Sí, no programada');
    expect(coordinator.last).toContain('la n.º 3 queda como no programada en el primer monitoreo');
    await story.minutes(1);
    expect(ana.last).toContain('dejó la n.º 3 como no programada');
    await coordinator.tap('No programadas');
    await coordinator.tap('↩ n.º 3');
    expect(coordinator.last).toContain('Se dejó como no programada: El informe se presenta en junio');
    await coordinator.tap('Sí, volver a pedirla');
    expect(coordinator.last).toContain('la n.º 3 se vuelve a pedir');
    await ana.say('/reportar');
    expect(ana.last).toContain('Actividad 1 de 6');
    expect(actsOnRecord(story).filter((act) => act.endsWith('cluded'))).toEqual(['excluded', 'included']);
  });
});

describe('The settings of a plan', () => {
  sentence(
    'Changed while a cut is open: who has something pending hears of the new end, and the reminders follow it',
    async (story) => {
      const { ana, berta, coordinator } = story;
      await story.at('2022-03-17', 9);
      await coordinator.say('/cortes');
      await coordinator.tap('Ajustes del plan');
      expect(coordinator.last).toContain(
        'Fechas de corte: 31 de marzo, 30 de junio, 30 de septiembre y 31 de diciembre.',
      );
      await coordinator.tap('Fechas de los cortes');
      await coordinator.tap('Corte 1 · 31 de marzo');
      await coordinator.say('pronto');
      expect(coordinator.last).toContain('Escriba una fecha');
      await coordinator.say('10 de julio');
      expect(coordinator.last).toContain('el segundo monitoreo quedaría antes que el anterior');
      await coordinator.say('15 de marzo');
      expect(coordinator.last).toContain('ya estaría cerrado');
      await coordinator.say('15 de abril');
      expect(coordinator.last).toContain('Primer monitoreo · 15 de abril (antes 31 de marzo)');
      expect(coordinator.last).toContain('cierra el 18 de abril (antes 31 de marzo), último día 25 de abril');
      expect(coordinator.last).toContain('14 de abril (Jueves Santo), 15 de abril (Viernes Santo)');
      expect(coordinator.last).toContain('Se le avisa a 3 personas');
      await coordinator.tap('Sí, cambiar');
      expect(coordinator.last).toContain('Listo: el plan quedó así.');
      expect(coordinator.last).toContain('Fechas de corte: 15 de abril, 30 de junio');
      await story.minutes(1);
      expect(ana.last).toContain('Planeación cambió las fechas del primer monitoreo');
      expect(ana.last).toContain('Ahora cierra el 18 de abril, no el 31 de marzo');
      expect(ana.last).toContain('Vuelve a abrir el 31 de marzo.');
      await ana.say('/reportar');
      expect(ana.last).toBe('Tiene 6 actividades. El primer monitoreo abre el 31 de marzo; yo le aviso.');
      const heard = () => textsOf(berta).filter((text) => text.startsWith('Buenos días'));
      const before = heard().length;
      for (const day of ['2022-03-24', '2022-03-28', '2022-03-30']) await story.at(day, 8);
      expect(heard()).toHaveLength(before);
      for (const day of ['2022-03-31', '2022-04-01', '2022-04-11', '2022-04-12']) await story.at(day, 8);
      expect(heard()).toHaveLength(before + 2);
      await ana.say('/reportar');
      expect(ana.last).toContain('al 15 de abril?');
      expect(berta.last).toContain('18 de abril');
      expect(actsOnRecord(story)).toContain('planSettings');
    },
  );

  sentence(
    'A cut with reports or closed keeps its date; grace, opening and approval change for what comes',
    async (story) => {
      const { ana, coordinator } = story;
      await ana.say('/reportar');
      await ana.say('60% caracterización en curso');
      await ana.say('/cancelar');
      await coordinator.say('/cortes');
      await coordinator.tap('Ajustes del plan');
      await coordinator.tap('Fechas de los cortes');
      await coordinator.tap('Corte 1 · 31 de marzo');
      await coordinator.say('8 de abril');
      expect(coordinator.last).toContain('El primer monitoreo ya tiene reportes y conserva su fecha.');
      await coordinator.tap('Cancelar');
      await coordinator.tap('Ajustes del plan');
      await coordinator.tap('Días de apertura');
      await coordinator.say('99');
      expect(coordinator.last).toContain('Escriba un número de 1 a 60.');
      await coordinator.say('20 días');
      expect(coordinator.last).toContain('Cada corte abriría 20 días antes');
      expect(coordinator.last).toContain('el que ya abrió, su apertura');
      expect(coordinator.last).toContain('Abre el 10 de junio (antes 15 de junio)');
      await coordinator.tap('Sí, cambiar');
      await coordinator.tap('Días de gracia');
      await coordinator.say('3');
      await coordinator.tap('Sí, cambiar');
      await coordinator.tap('Sin aprobación');
      expect(coordinator.last).toContain('no necesitarían aprobación');
      await coordinator.tap('Sí, cambiar');
      expect(coordinator.last).toContain('Los cortes no necesitan aprobación.');
      expect(story.cut(1).window).toMatchObject({ openingDate: '2022-03-16', lockDate: '2022-04-05' });
      expect(story.cut(2).window).toMatchObject({ openingDate: '2022-06-10' });
    },
  );
});

describe('Local days off', () => {
  sentence(
    'Added with its date and name: which dates move is shown first; closing and reminders move; removed, they move back',
    async (story) => {
      const { ana, coordinator } = story;
      await coordinator.say('/cortes');
      await coordinator.tap('Días no hábiles');
      expect(coordinator.last).toContain('Días no hábiles 2022 · página 1 de 3');
      await coordinator.tap('Agregar un día');
      await coordinator.say('el 20 de julio');
      expect(coordinator.last).toContain('Ese día ya es festivo: Día de la Independencia');
      await coordinator.say('31 de marzo: día cívico');
      expect(coordinator.last).toContain('31 de marzo de 2022: día cívico');
      expect(coordinator.last).toContain(
        '• Primer monitoreo, Plan de Participación Ciudadana 2022: cierra el 1 de abril, no el 31 de marzo; último día el 8 de abril, no el 7 de abril',
      );
      await coordinator.tap('Sí, agregar');
      expect(coordinator.last).toContain('el 31 de marzo de 2022 no es hábil (día cívico)');
      const days: string[] = [];
      for (const day of [
        '2022-03-25',
        '2022-03-29',
        '2022-03-30',
        '2022-03-31',
        '2022-04-01',
        '2022-04-04',
      ]) {
        const before = textsOf(ana).length;
        await story.at(day, 8);
        if (textsOf(ana).length > before) days.push(day);
      }
      // 7, 3 and 1 days before 1 April (31 March is off), the closing, and the first day of the grace.
      expect(days).toEqual(['2022-03-25', '2022-03-29', '2022-03-30', '2022-04-01', '2022-04-04']);
      expect(ana.last).toContain('cerró el 1 de abril');
    },
  );

  sentence('Only one that is still to come is taken back', async (story) => {
    const { coordinator } = story;
    await coordinator.say('/cortes');
    await coordinator.tap('Días no hábiles');
    await coordinator.tap('Agregar un día');
    await coordinator.say('31/03/2022 día cívico');
    await coordinator.tap('Sí, agregar');
    await coordinator.tap('Días no hábiles');
    await coordinator.tap('Quitar el 31 de marzo');
    expect(coordinator.last).toContain('cierra el 31 de marzo, no el 1 de abril');
    await coordinator.tap('Cancelar');
    expect(story.cut(1).window.closingDate).toBe('2022-04-01');
    await coordinator.tap('Días no hábiles');
    await coordinator.tap('Quitar el 31 de marzo');
    await coordinator.tap('Sí, quitar');
    expect(story.cut(1).window.closingDate).toBe('2022-03-31');
    await coordinator.tap('Días no hábiles');
    await coordinator.tap('Agregar un día');
    await coordinator.say('31/03/2022 día cívico');
    await coordinator.tap('Sí, agregar');
    await story.at('2022-03-31', 9);
    await coordinator.tap('Días no hábiles');
    expect(coordinator.buttons).not.toContain('Quitar el 31 de marzo');
    expect(actsOnRecord(story).filter((act) => act.startsWith('dayOff'))).toEqual([
      'dayOffAdded',
      'dayOffRemoved',
      'dayOffAdded',
    ]);
  });
});

describe('/recordar', () => {
  sentence('All who are missing, or one: how many, when, and who had theirs today', async (story) => {
    const { ana, berta, carlos, mayor } = story;
    await story.at('2022-03-17', 9);
    await mayor.say('/recordar');
    expect(mayor.last).toContain('Faltan 3 personas');
    expect(mayor.last).toContain('• Ana Arboleda: 6 actividades');
    const before = [ana, berta, carlos].map((who) => textsOf(who).length);
    await mayor.tap('Ana Arboleda');
    expect(mayor.last).toContain('Recibirá un recordatorio una persona, en unos minutos: Ana Arboleda.');
    await mayor.tap('Sí, enviar');
    expect(mayor.last).toContain('una persona recibirá el recordatorio en unos minutos');
    await story.minutes(1);
    expect([ana, berta, carlos].map((who) => textsOf(who).length)).toEqual([
      (before[0] ?? 0) + 1,
      before[1],
      before[2],
    ]);
    await mayor.tap('Volver a la lista');
    expect(mayor.last).toContain('• Ana Arboleda: 6 actividades · hoy ya tuvo recordatorio');
    await mayor.tap('Ana Arboleda');
    expect(mayor.last).toContain('Hoy ya tiene recordatorio: Ana Arboleda');
    await mayor.tap('Volver a la lista');
    await mayor.tap('Recordar a los que faltan');
    expect(mayor.last).toContain('2 personas');
    await mayor.tap('Sí, enviar');
    await story.minutes(1);
    expect(textsOf(berta)).toHaveLength((before[1] ?? 0) + 1);
    expect(textsOf(ana)).toHaveLength((before[0] ?? 0) + 1);
    await story.at('2022-03-17', 20);
    await mayor.say('/recordar');
    await mayor.tap('Berta Ruiz');
    expect(mayor.last).toContain('el 18 de marzo, 8:00 a. m.');
  });
});
