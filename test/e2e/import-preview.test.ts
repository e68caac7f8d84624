import { describe, expect } from 'vitest';
import { z } from 'zod';
import { formRequest } from '../../src/conversations/importing/question.ts';
import { enqueueJob } from '../../src/db/jobs.ts';
import { activitiesOf, allPlans } from '../../src/db/plans.ts';
import { openQuestion } from '../../src/db/questions.ts';
import { personId } from '../world/stored.ts';
import { type Actor, type Story, sentence, told } from '../world/story.ts';

/** A plan of another shape, as tab-separated text. */
function planOf({
  year = 2022,
  activities = 3,
  office = (index: number) => `Oficina ${index}`,
  executed = 'EJEC.',
  more = [] as readonly string[][],
} = {}): Buffer {
  const rows = [
    ['PLAN OPERATIVO ANUAL'],
    ['ENTIDAD:', 'Alcaldía de Prueba', 'VIGENCIA:', String(year)],
    ['', '', '', '', '', 'I TRIMESTRE', '', ''],
    ['No', 'ACTIVIDAD', 'META', 'RESPONSABLE', 'FECHA LÍMITE', 'PROG.', executed, 'OBSERVACIONES'],
    ...Array.from({ length: activities }, (_, index) => [
      String(index + 1),
      `Realizar los talleres de la vereda ${index + 1}`,
      'Ocho',
      office(index + 1),
      `31/12/${year}`,
      '2',
      String(index % 3),
      'Se hicieron los talleres',
    ]),
    ...more,
  ];
  return Buffer.from(rows.map((cells) => cells.join('\t')).join('\n'));
}

async function send(story: Story, bytes: Buffer): Promise<void> {
  await story.coordinator.atOnce((phone) => phone.sendFile({ kind: 'document', name: 'poa.txt', bytes }));
  await story.work();
}

/** The coordinator answers what is asked: the code, and that EJEC. is an amount. */
async function answer(story: Story, code: string): Promise<void> {
  const { coordinator } = story;
  await coordinator.say(code);
  await coordinator.tap('La cantidad ejecutada de cada corte');
  await story.work();
}

const plan = ({ db }: Story, code: string) => allPlans(db).find((each) => each.code === code);
const asked = (who: Actor, words: string) => told(who, words).length;

describe('The preview of an import, on a phone', () => {
  sentence('Says in a few lines what was understood; long lists stand behind buttons', async (story) => {
    const { coordinator } = story;
    await send(
      story,
      planOf({
        activities: 120,
        office: (index) => `Secretaría ${index % 60} de Planeación, Cultura y Deporte`,
      }),
    );
    await answer(story, 'POA-1');
    expect(coordinator.last).toContain('Plan nuevo con 120 actividades.');
    expect(coordinator.last).toContain(
      '60 cargos: sin responsable todavía; 60 pueden ser varios y quedan como uno solo.',
    );
    expect(coordinator.last.length).toBeLessThan(1_000);
    await coordinator.tap('Ver cargos');
    expect(coordinator.last).toContain(
      '• Secretaría 1 de Planeación, Cultura y Deporte: sin responsable todavía (puede ser varios)',
    );
    expect(coordinator.last).toContain('Y 20 más.');
    await coordinator.tap('Guardar');
    expect(coordinator.last).toContain('Guardado.');
    expect(coordinator.last).toContain('60 cargos están sin responsable');
    expect(coordinator.last.length).toBeLessThan(600);
    expect(activitiesOf(story.db, plan(story, 'POA-1')?.id ?? 0)).toHaveLength(120);
  });

  sentence('What changes in a stored plan is counted by kind, and listed behind a button', async (story) => {
    const { coordinator } = story;
    await send(story, planOf({ activities: 30 }));
    await answer(story, 'POA-1');
    await coordinator.tap('Guardar');
    const more = [['31', 'Entregar el informe', 'Uno', 'Archivo', '31/12/2022', '2', '1', 'Entregado']];
    await send(story, planOf({ activities: 29, office: () => 'Archivo', more }));
    await coordinator.say('POA-1');
    await story.work();
    expect(coordinator.last).toContain('Qué cambia');
    expect(coordinator.last).toContain('1 actividad nueva: n.º 31.');
    expect(coordinator.last).toContain(
      '29 actividades cambian (responsable y cargos): n.º 1, 2, 3, 4, 5, 6 y 23 más.',
    );
    expect(coordinator.last).toContain('1 actividad ya no está y queda retirada: n.º 30.');
    await coordinator.tap('Ver cambios');
    expect(coordinator.last).toContain('• Cambió la actividad 29: responsable y cargos.');
  });

  sentence('Any decision can be changed: code, year, a position that may be several', async (story) => {
    const { coordinator } = story;
    const office = 'Secretaría de Planeación, Cultura y Deporte';
    await send(story, planOf({ office: () => office }));
    await answer(story, 'POA-1');
    await coordinator.tap('Cambiar algo');
    await coordinator.tap('Código');
    await coordinator.say('POA-2');
    await story.work();
    expect(coordinator.last).toContain('POA-2/2022');
    await coordinator.tap('Cambiar algo');
    await coordinator.say(office);
    await coordinator.tap('Son varios');
    await story.work();
    expect(coordinator.last).not.toContain('puede ser varios');
    await coordinator.tap('Cambiar algo');
    await coordinator.tap('Volver');
    await story.work();
    expect(coordinator.last).toContain('POA-2/2022');
    await coordinator.tap('Cambiar algo');
    await coordinator.say('Z');
    expect(coordinator.last).toContain('El archivo no tiene esa columna');
    await coordinator.say('h');
    expect(coordinator.last).toContain('¿Qué dice la columna H, «OBSERVACIONES»?');
    expect(coordinator.buttons[0]).toBe('La observación del corte 1 (31 de marzo)');
    await coordinator.say('cancelar');
    expect(plan(story, 'POA-2')).toBeUndefined();
  });

  sentence('An answer that does not fit is told, and asked again', async (story) => {
    const { coordinator } = story;
    await send(story, planOf());
    await coordinator.say('Plan operativo anual de la alcaldía para toda la vigencia');
    expect(coordinator.last).toContain('Escriba un código de hasta 40 letras');
    await answer(story, 'POA-1');
    await coordinator.tap('Cambiar algo');
    await coordinator.tap('Vigencia');
    await coordinator.say('el que viene');
    expect(coordinator.last).toContain('Escriba el año con cuatro cifras');
    await coordinator.say('2023');
    await story.work();
    expect(coordinator.last).toContain('POA-1/2023');
  });

  sentence(
    'A row of headings that is none is refused with what to do, and nothing is stored',
    async (story) => {
      const { coordinator } = story;
      await send(story, planOf());
      await answer(story, 'POA-1');
      await coordinator.tap('Cambiar algo');
      await coordinator.tap('Fila de los encabezados');
      await coordinator.say('1');
      await story.work();
      expect(coordinator.last).toContain('No guardé nada');
      expect(plan(story, 'POA-1')).toBeUndefined();
    },
  );

  sentence('An answer that the file can no longer take is left out, told, and asked again', async (story) => {
    const { coordinator, db } = story;
    await send(story, planOf());
    const open = openQuestion(db, personId(db, coordinator));
    const { request } = z.object({ request: formRequest }).parse(open?.payload);
    const answers = { 'block:OTRO': 'executed', 'column:G': 'la mitad' };
    enqueueJob(db, 'readForm', { ...request, answers }, story.clock.now());
    await story.tick();
    await story.work();
    expect(told(coordinator, '«executed» no sirve como respuesta para este archivo.')).toHaveLength(1);
    expect(told(coordinator, '«la mitad» no sirve como respuesta para este archivo.')).toHaveLength(1);
    await answer(story, 'POA-1');
    await coordinator.tap('Guardar');
    expect(plan(story, 'POA-1')).toBeDefined();
  });

  sentence('Importing closes its own question: the file is not asked for again', async (story) => {
    const { coordinator } = story;
    await coordinator.say('/importar');
    await send(story, planOf());
    await answer(story, 'POA-1');
    await coordinator.tap('Guardar');
    await coordinator.say('/invitar');
    await coordinator.tap('Dejar como está');
    expect(asked(coordinator, 'Envíe aquí el formato')).toBe(1);
  });
});

describe('The same layout again', () => {
  const next = { year: 2023, activities: 4 } as const;

  sentence(
    'Asks nothing about its columns, in the next year and with more rows, and says so',
    async (story) => {
      const { coordinator } = story;
      await send(story, planOf());
      await answer(story, 'POA');
      await coordinator.tap('Guardar');
      await send(story, planOf(next));
      await coordinator.tap('POA');
      await story.work();
      expect(coordinator.last).toContain('Plan nuevo con 4 actividades.');
      expect(coordinator.last).toContain(
        'Se leyó como la vez pasada: «EJEC.» es la cantidad ejecutada de cada corte. Se cambia con el botón Cambiar algo.',
      );
      await coordinator.tap('Guardar');
      expect(plan(story, 'POA')).toBeDefined();
      expect(allPlans(story.db).filter(({ code }) => code === 'POA')).toHaveLength(2);
    },
  );

  sentence('With a renamed heading it asks about that one', async (story) => {
    const { coordinator } = story;
    await send(story, planOf());
    await answer(story, 'POA');
    await coordinator.tap('Guardar');
    await send(story, planOf({ ...next, executed: 'LOGRO' }));
    await coordinator.tap('POA');
    expect(coordinator.last).toContain('¿Qué dice «LOGRO» (columna G)?');
    expect(coordinator.buttons[0]).toBe('La cantidad ejecutada de cada corte');
  });
});
