import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { eq } from '../../src/db/drizzle.ts';
import { activitiesOf, allPlans } from '../../src/db/plans.ts';
import { openQuestion } from '../../src/db/questions.ts';
import { assignment } from '../../src/db/schema/index.ts';
import { workbookOf } from '../../src/db/workbooks.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { realFormBytes } from '../world/form.ts';
import { type Actor, type Story, sentence, textsOf } from '../world/story.ts';

const workbook = readFileSync(join(import.meta.dirname, '../data/PL-PC-01-2022.xlsx'));
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]);
const textOf = (change: (form: string) => string) => Buffer.from(change(realFormBytes.toString('utf8')));
const secondCutToo = textOf((form) =>
  form
    .replace('PRIMER MONITOREO\t', '$&\tSEGUNDO MONITOREO\t')
    .replace('CORTE MARZO 31\t', '$&\tCORTE JUNIO 30\t')
    .replace('No se ha realizado la caracterizacion', '$&\t30%\tEncuesta en marcha'),
);
const said = (who: Actor, text: string) =>
  who.phone.chat.some((message) => message.from === 'bot' && message.text.includes(text));

async function send(story: Story, bytes: Buffer, name: string): Promise<void> {
  await story.coordinator.atOnce((phone) => phone.sendFile({ kind: 'document', name, bytes }));
  await story.work();
}

describe('The coordinator imports in the chat', () => {
  sentence('Sends the workbook, sees what would change, and confirms by button', async (story) => {
    const { coordinator } = story;
    await coordinator.say('/importar');
    expect(coordinator.last).toContain('Envíe aquí el formato');
    await send(story, workbook, 'PL-PC-01.xlsx');
    expect(said(coordinator, 'Corrige el plan guardado: 7 actividades, de la hoja «Plan de Acción».')).toBe(
      true,
    );
    expect(said(coordinator, 'Trae 7 reportes: 7 del 31 de marzo.')).toBe(true);
    expect(said(coordinator, 'Profesional Gestion Participacion Ciudadana: Ana Arboleda')).toBe(true);
    expect(story.stored('2')).toBeNull();
    await coordinator.tap('Guardar');
    expect(said(coordinator, 'Guardado.')).toBe(true);
    expect(story.stored('2')?.progress).toBe(100);
    const plan = allPlans(story.db)[0];
    expect(Buffer.from(workbookOf(story.db, plan?.id ?? 0) ?? [])).toEqual(workbook);
  });

  sentence('Without its monitoring, or not at all', async (story) => {
    const { coordinator } = story;
    await send(story, workbook, 'PL-PC-01.xlsx');
    await coordinator.tap('Cancelar');
    expect(workbookOf(story.db, 1)).toBeNull();
    await send(story, workbook, 'PL-PC-01.xlsx');
    await coordinator.say('importar sin el monitoreo');
    expect(story.stored('2')).toBeNull();
    expect(workbookOf(story.db, 1)).not.toBeNull();
  });

  sentence(
    'A form with problems is refused with row and column, all at once, and changes nothing',
    async (story) => {
      const { coordinator } = story;
      const broken = textOf((form) =>
        form
          .replace('\t100%\t', '\tCumplido\t')
          .replace('\t01/01/2022\t31/12/2022\tControl', '\t40/01/2022\t31/12/2022\tControl'),
      );
      await send(story, broken, 'PL-PC-01.txt');
      expect(coordinator.last).toContain('2 problemas');
      expect(coordinator.last).toContain('columna N');
      expect(coordinator.last).toContain('columna G');
      expect(story.stored('2')).toBeNull();
    },
  );

  sentence(
    'A workbook in an older format is told what it is and what to send, also when nobody asked for one',
    async (story) => {
      const old = readFileSync(join(import.meta.dirname, '../data/writers/libreoffice.xls'));
      for (const name of ['plan.xls', 'PLAN.XLS']) {
        await send(story, old, name);
        expect(story.coordinator.last).toContain('es un libro de Excel antiguo (.xls)');
        expect(story.coordinator.last).toContain('Guardar como, Libro de Excel (.xlsx)');
      }
    },
  );

  sentence(
    'An activity whose text differs much is asked about; changing the plan loses no report',
    async (story) => {
      const { ana, coordinator } = story;
      await ana.say('/reportar');
      await ana.say('15% usuarios encuestados');
      const other = textOf((form) =>
        form.replace(/Realizar una caracterización de usuarios[^\t]*/, 'Comprar sillas'),
      );
      await send(story, other, 'PL-PC-01.txt');
      expect(coordinator.last).toContain('¿Son las mismas, corregidas?');
      expect(activitiesOf(story.db, 1)[0]?.name).toContain('Realizar una');
      await coordinator.tap('Sí, son las mismas');
      await coordinator.tap('Guardar sin el monitoreo');
      expect(activitiesOf(story.db, 1)[0]?.name).toBe('Comprar sillas');
      expect(story.stored('1')).toEqual({ progress: 15, observation: 'usuarios encuestados' });
    },
  );

  sentence('Numbers that may be fractions are settled by a button', async (story) => {
    const { coordinator } = story;
    const fractions = textOf((form) => form.replaceAll('\t0%\t', '\t0,2\t').replaceAll('\t100%\t', '\t1\t'));
    await send(story, fractions, 'PL-PC-01.txt');
    expect(coordinator.last).toContain('¿0,2 quiere decir 20 % o 0,2 %?');
    await coordinator.tap('Son fracciones: 0,2 es 20 %');
    await story.work();
    await coordinator.tap('Guardar');
    expect(story.stored('1')?.progress).toBe(20);
    expect(story.stored('2')?.progress).toBe(100);
  });

  sentence(
    'A plan of another shape is asked about, one question at a time, and any decision can be changed',
    async (story) => {
      const { coordinator, db } = story;
      const rows = [
        ['PLAN OPERATIVO ANUAL'],
        ['ENTIDAD:', 'Alcaldía de Prueba', 'VIGENCIA:', '2022'],
        ['', '', '', '', '', 'I TRIMESTRE', '', ''],
        ['No', 'ACTIVIDAD', 'META', 'RESPONSABLE', 'FECHA LÍMITE', 'PROG.', 'EJEC.', 'OBSERVACIONES'],
        ['1', 'Realizar talleres', 'Ocho', 'Oficina de Planeación', '31/12/2022', '2', '2', 'Dos talleres'],
        ['2', 'Publicar boletines', 'Ocho', 'Oficina de Prensa', '31/12/2022', '2', '1', 'Un boletín'],
      ];
      await send(story, Buffer.from(rows.map((cells) => cells.join('\t')).join('\n')), 'poa.txt');
      expect(said(coordinator, 'necesito 2 respuestas')).toBe(true);
      expect(coordinator.last).toContain('¿Con qué código lo guardamos?');
      await coordinator.say('POA-22');
      expect(coordinator.last).toContain('¿Qué dice «EJEC.» (columna G)?');
      await coordinator.say('quién sabe');
      expect(coordinator.last).toContain('Toque una de las opciones');
      await coordinator.tap('La cantidad ejecutada de cada corte');
      await story.work();
      expect(said(coordinator, 'Terminación E')).toBe(true);
      await coordinator.tap('Cambiar algo');
      await coordinator.say('columna C');
      expect(coordinator.last).toContain('¿Qué dice la columna C, «META»?');
      await coordinator.tap('Otra cosa: consérvela como está');
      await story.work();
      await coordinator.tap('Guardar');
      expect(said(coordinator, 'Guardado.')).toBe(true);
      const plan = allPlans(db).find(({ code }) => code === 'POA-22');
      expect(activitiesOf(db, plan?.id ?? 0)[0]).toMatchObject({
        target: '',
        startsOn: '2022-01-01',
        executed: [{ date: '2022-03-31', amount: 2 }],
      });
    },
  );

  sentence('A change since the preview is shown before it is imported', async (story) => {
    const { ana, coordinator } = story;
    await send(story, workbook, 'PL-PC-01.xlsx');
    await ana.say('/reportar');
    await ana.say('15% usuarios encuestados');
    await coordinator.tap('Guardar');
    expect(said(coordinator, 'todavía no importé nada')).toBe(true);
    expect(story.stored('2')).toBeNull();
    await coordinator.tap('Guardar');
    expect(said(coordinator, 'Guardado.')).toBe(true);
    expect(story.stored('2')?.progress).toBe(100);
  });

  sentence('Monitoring of cuts that have not opened is named in the preview and after it', async (story) => {
    const { coordinator } = story;
    await send(story, secondCutToo, 'PL-PC-01.txt');
    const notice = 'Trae monitoreo de un corte que todavía no ha abierto: 30 de junio de 2022.';
    expect(coordinator.last).toContain(notice);
    await coordinator.tap('Guardar');
    expect(said(coordinator, 'Trae 8 reportes: 7 del 31 de marzo y 1 del 30 de junio.')).toBe(true);
    expect(coordinator.last).toContain(notice);
  });

  sentence('A preview under which a cut opens is shown anew before it is imported', async (story) => {
    const { coordinator } = story;
    await story.at('2022-06-15', 7, 59);
    await send(story, secondCutToo, 'PL-PC-01.txt');
    await story.at('2022-06-15', 8, 1);
    await coordinator.tap('Guardar');
    expect(said(coordinator, 'algo cambió')).toBe(true);
    expect(coordinator.last).not.toContain('Trae monitoreo');
    await coordinator.tap('Guardar');
    expect(said(coordinator, 'Guardado.')).toBe(true);
  });

  sentence('A photo is no form, and neither is what comes 12 hours after /importar', async (story) => {
    const { coordinator } = story;
    await coordinator.say('/importar');
    await coordinator.atOnce((phone) => phone.sendFile({ kind: 'photo', bytes: jpeg }));
    await story.work();
    expect(coordinator.last).not.toContain('problema');
    await story.at('2022-03-18', 9);
    await coordinator.atOnce((phone) =>
      phone.sendFile({ kind: 'document', name: 'acta.pdf', bytes: Buffer.from('%PDF-1.7 acta') }),
    );
    await story.work();
    expect(coordinator.last).not.toContain('problema');
  });

  sentence('Anything but a form, while one is awaited, gets the expectation and a way out', async (story) => {
    const { coordinator } = story;
    await coordinator.say('/importar');
    await coordinator.say('ya lo mandé');
    expect(coordinator.last).toContain('Envíe aquí el formato');
    await coordinator.say('sí');
    expect(coordinator.last).toContain('Para dejarlo, escriba Cancelar.');
    await coordinator.atOnce((phone) =>
      phone.sendFile({ kind: 'photo', bytes: jpeg, caption: 'el formato' }),
    );
    expect(coordinator.last).toContain('Eso llegó como foto y no puede ser el formato');
    await send(story, workbook, 'PL-PC-01.xlsx');
    expect(coordinator.last).toContain('Corrige el plan guardado');
    await coordinator.say('cancelar');
    expect(coordinator.last).toBe('De acuerdo, no importé nada.');
  });

  sentence('Left with /cancelar, it sends nobody to report who has nothing to', async ({ coordinator }) => {
    await coordinator.say('/importar');
    await coordinator.say('/cancelar');
    expect(coordinator.last).toBe('De acuerdo, lo dejamos aquí.');
  });

  sentence(
    'A form sent in the middle of another step is a form, and the step is asked again',
    async (story) => {
      const { coordinator } = story;
      await coordinator.say('/invitar');
      await send(story, workbook, 'PL-PC-01.xlsx');
      expect(said(coordinator, 'Corrige el plan guardado')).toBe(true);
      await coordinator.say('importar sin el monitoreo');
      expect(said(coordinator, 'Guardado.')).toBe(true);
      expect(coordinator.last).toContain('¿A qué cargo o despacho invita?');
    },
  );

  sentence('An import that another step interrupted takes words again after it', async (story) => {
    const { coordinator } = story;
    await send(story, workbook, 'PL-PC-01.xlsx');
    await coordinator.say('/invitar');
    await coordinator.tap('Dejar como está');
    expect(coordinator.last).toContain('La importación que quedó sin decidir sigue esperando');
    await coordinator.say('importar sin el monitoreo');
    expect(said(coordinator, 'Guardado.')).toBe(true);
    expect(workbookOf(story.db, 1)).not.toBeNull();
  });

  sentence(
    'A finished import asks for nothing any more, also when the file was sent twice',
    async (story) => {
      const { coordinator } = story;
      await coordinator.say('/importar');
      await coordinator.say('/importar');
      await send(story, workbook, 'PL-PC-01.xlsx');
      await send(story, secondCutToo, 'PL-PC-01.txt');
      await coordinator.tap('Guardar');
      const before = textsOf(coordinator).length;
      await coordinator.say('/invitar');
      await coordinator.tap('Dejar como está');
      expect(textsOf(coordinator).slice(before)).toEqual(['De acuerdo, no cambié nada.']);
      expect(openQuestion(story.db, story.people().find(({ name }) => name === 'Diana Mina')?.id ?? 0)).toBe(
        undefined,
      );
    },
  );

  sentence(
    'An import of long ago is over: neither resumed by another step nor done by a typed yes',
    async (story) => {
      const { coordinator } = story;
      await send(story, workbook, 'PL-PC-01.xlsx');
      await coordinator.say('/invitar');
      await story.at('2022-03-17', 12);
      await coordinator.say('/cancelar');
      expect(coordinator.last).not.toContain('Importar');
      await coordinator.say('sí');
      expect(story.stored('2')).toBeNull();
      await send(story, workbook, 'PL-PC-01.xlsx');
      await story.at('2022-03-18', 12);
      await coordinator.say('sí');
      expect(coordinator.last).toContain('Pasó mucho tiempo desde esa pregunta');
      expect(story.stored('2')).toBeNull();
      expect(workbookOf(story.db, 1)).toBeNull();
    },
  );

  sentence('The question that an import interrupted is asked again after it', async (story) => {
    const luis = await story.newcomer('Luis Caicedo', { positions: ['3'], roles: ['coordinator'] });
    await luis.say('/reportar');
    await luis.say('/importar');
    await luis.atOnce((phone) => phone.sendFile({ kind: 'document', name: 'f.xlsx', bytes: workbook }));
    await story.work();
    await luis.tap('Guardar sin el monitoreo');
    expect(said(luis, 'Guardado.')).toBe(true);
    expect(luis.last).toContain('¿Qué porcentaje');
    await luis.say('50% campañas a la mitad');
    expect(story.stored('4')).toEqual({ progress: 50, observation: 'campañas a la mitad' });
  });

  sentence('A former coordinator imports nothing with a button shown before', async (story) => {
    const { coordinator, db } = story;
    await send(story, workbook, 'PL-PC-01.xlsx');
    db.update(assignment)
      .set({ untilAt: momentAt('2022-03-10', 8) })
      .where(eq(assignment.office, 'coordinator'))
      .run();
    await coordinator.tap('Guardar');
    expect(coordinator.last).toContain('no está disponible para usted');
    expect(story.stored('2')).toBeNull();
  });

  sentence('Nobody else imports: a responsible’s file is evidence', async (story) => {
    const { ana } = story;
    await ana.say('/importar');
    expect(ana.last).toContain('no está disponible para usted');
    await ana.atOnce((phone) => phone.sendFile({ kind: 'document', name: 'PL-PC-01.xlsx', bytes: workbook }));
    await story.work();
    expect(said(ana, 'Corrige el plan')).toBe(false);
  });
});

describe('The mayor takes the files home', () => {
  sentence('/exportar gives the form as XLSX that reads back as the plan', async (story) => {
    const { ana, mayor } = story;
    await ana.say('/reportar');
    await ana.say('15% usuarios encuestados');
    await mayor.say('/exportar');
    await mayor.tap('Excel');
    await story.work();
    const sent = mayor.phone.chat.findLast((message) => message.document?.name?.endsWith('.xlsx'));
    expect(sent?.document?.name).toBe('PL-PC-01_2022_1er-monitoreo.xlsx');
    const read = readFormFile(sent?.document?.bytes ?? Buffer.alloc(0));
    if (!read.ok) throw new Error('the export cannot be read');
    expect(read.form.activities).toHaveLength(7);
    expect(read.form.activities[0]?.monitoring).toEqual([
      { cut: 1, progressTenths: 150, observation: 'usuarios encuestados' },
    ]);
  });

  sentence('A responsible exports nothing', async ({ ana }) => {
    await ana.say('/exportar');
    expect(ana.last).toContain('no está disponible para usted');
  });
});

describe('Imported figures', () => {
  sentence(
    'Who imported figures judges none of them, under another name from the same account neither',
    async (story) => {
      const { coordinator } = story;
      await send(story, workbook, 'PL-PC-01.xlsx');
      await coordinator.tap('Guardar');
      const hold = (personId: number) =>
        story.db.insert(assignment).values({ personId, office: 'control', fromAt: 0 }).run();
      hold(5);
      await story.at('2022-04-01', 9);
      await coordinator.say('/verificar');
      expect(coordinator.last).toContain(
        'debe verificarlo otra persona, porque usted importó cifras de este corte',
      );
      await coordinator.say('/salir');
      await coordinator.tap('Sí, retirarme');
      story.add('Olga Ríos', { roles: ['control'] });
      await coordinator.say(story.invite('Olga Ríos'));
      await coordinator.tap('Autorizo');
      await coordinator.say('/verificar');
      await coordinator.tap('Avalar');
      expect(coordinator.last).toContain(
        'desde su misma cuenta de Telegram se importaron cifras de este corte',
      );
    },
  );
});
