import { describe, expect } from 'vitest';
import { allPeople } from '../../src/db/people.ts';
import { assignment, verification } from '../../src/db/schema/index.ts';
import { type Actor, type Story, sentence, textsOf } from '../world/story.ts';
import { acts, approved, correctFirst, heard, reportAll } from './review-steps.ts';

async function control(story: Story): Promise<Actor> {
  const carmen = await story.newcomer('Carmen Control', { roles: ['control'] });
  return carmen;
}

const verdicts = (story: Story) =>
  story.db
    .select()
    .from(verification)
    .all()
    .map(({ verdict, progress, remark }) => ({ verdict, progress, remark }));

describe('Verification', () => {
  sentence(
    'A typed yes endorses, a typed no asks what is observed, and neither is a remark',
    async (story) => {
      await reportAll(story);
      const carmen = await control(story);
      await story.at('2022-04-08', 9);
      await carmen.say('/verificar');
      await carmen.say('Sí');
      expect(carmen.last).toContain('✅ Guardado: n.º 1, avalado');
      await carmen.say('no');
      expect(carmen.last).toContain('¿Qué observa del reporte de la n.º 2?');
      await carmen.say('no');
      expect(carmen.last).toContain('escriba su observación en palabras');
      await carmen.say('No está publicado');
      expect(verdicts(story)).toEqual([
        { verdict: 'endorsed', progress: null, remark: null },
        { verdict: 'observed', progress: null, remark: 'No está publicado' },
      ]);
    },
  );

  sentence(
    'Done and not effective needs a reason, recommends to reformulate, and is told to responsible and coordinator',
    async (story) => {
      const { ana, coordinator, mayor } = story;
      await reportAll(story);
      const carmen = await control(story);
      await story.at('2022-04-08', 9);
      await carmen.say('/verificar');
      await carmen.tap('No efectiva');
      expect(carmen.last).toContain('se recomendará reformularla. ¿Por qué no fue efectiva?');
      await carmen.say('nadie usa la caracterización');
      expect(carmen.last).toContain('✅ Guardado: n.º 1, cumplida, no efectiva');
      await carmen.say('20 se hizo y no sirvió');
      await carmen.tap('Volver');
      await carmen.tap('Terminar');
      expect(verdicts(story)).toEqual([
        { verdict: 'ineffective', progress: null, remark: 'nadie usa la caracterización' },
      ]);
      await story.minutes(11);
      expect(coordinator.last).toContain('Control Interno halló cumplida y no efectiva una actividad');
      expect(coordinator.last).toContain('«nadie usa la caracterización»\n\nRecomienda reformularla.');
      expect(ana.last).toContain('cumplida, no efectiva: «nadie usa la caracterización»');
      expect(ana.last).toContain('recomienda reformular la n.º 1: puede pedir el cambio en /misactividades');
      await mayor.say('/resumen');
      expect(textsOf(mayor).join('\n')).toContain('1 cumplida y no efectiva, 6 sin verificar');
    },
  );

  sentence('A correction by the operator is shown as one, not as taken from the form', async (story) => {
    await reportAll(story);
    const carmen = await control(story);
    await story.at('2022-04-08', 9);
    const of = ['--cut', '1', '--activity', '1', '--progress', '90', '--observation', 'con acta'];
    await story.types('report', 'correct', ...of, '--reason', 'llegó el acta');
    await carmen.say('/verificar');
    expect(carmen.last).toContain('con acta\ncorregido por Planeación, 8 de abril, 9:00 a. m.');
  });

  sentence(
    'After the closing /verificar walks through the reports: avalar, observar with a remark, an own percentage',
    async (story) => {
      const { ana, mayor } = story;
      await reportAll(story);
      const carmen = await control(story);
      await carmen.say('/verificar');
      expect(carmen.last).toContain('No hay reportes por verificar');
      await carmen.say('/verificar marzo');
      expect(carmen.last).toContain('se puede verificar después de su cierre, el 31 de marzo');
      await story.at('2022-04-01', 9);
      await carmen.say('/verificar');
      expect(carmen.last).toContain('Actividad 1 de 7 · n.º 1');
      expect(carmen.last).toContain('Reportado: 25 %');
      expect(carmen.last).toContain('caracterización en curso');
      await carmen.tap('Avalar');
      expect(carmen.last).toContain('✅ Guardado: n.º 1, avalado');
      expect(carmen.last).toContain('Actividad 2 de 7 · n.º 2');
      await carmen.tap('Observar');
      await carmen.say('👍');
      expect(verdicts(story)).toHaveLength(1);
      await carmen.say('No está publicado en el portal');
      expect(carmen.last).toContain('✅ Guardado: n.º 2, con observación');
      await carmen.tap('Otro porcentaje');
      await carmen.say('ochenta por ciento');
      expect(carmen.last).toContain('Su porcentaje: 80 %');
      await carmen.tap('Avalar');
      await carmen.say('20% solo hay convocatoria');
      expect(carmen.last).toContain('20 % · «solo hay convocatoria»');
      await carmen.tap('Sí, observar');
      await carmen.tap('Omitir por ahora');
      expect(carmen.last).toContain('Actividad 6 de 7 · n.º 6');
      await carmen.tap('Terminar');
      expect(carmen.last).toContain('Verificó 4; quedan 3');
      expect(verdicts(story)).toEqual([
        { verdict: 'endorsed', progress: null, remark: null },
        { verdict: 'observed', progress: null, remark: 'No está publicado en el portal' },
        { verdict: 'endorsed', progress: 800, remark: null },
        { verdict: 'observed', progress: 200, remark: 'solo hay convocatoria' },
      ]);
      expect(acts(story).filter((act) => act === 'verified')).toHaveLength(4);
      expect(story.stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
      await mayor.say('/resumen');
      expect(mayor.last).toContain('Control Interno: 2 avaladas, 2 con observación, 3 sin verificar');
      expect(mayor.last).toContain('Control Interno: con observación, No está publicado en el portal');
      await story.minutes(11);
      expect(heard(ana, 'Control Interno revisó 3 reportes suyos')).toHaveLength(1);
      expect(heard(ana, 'según Control Interno 80 %')).toHaveLength(1);
      expect(heard(ana, 'No está publicado en el portal')).toHaveLength(1);
      expect(heard(story.berta, 'Control Interno revisó un reporte suyo')).toHaveLength(1);
      await story.minutes(11);
      expect(heard(ana, 'Control Interno revisó')).toHaveLength(1);
      await carmen.say('/verificar');
      expect(carmen.last).toContain('Actividad 1 de 3 · n.º 5');
    },
  );

  sentence('¿Queda como su observación?: a typed yes keeps it, a typed no does not', async (story) => {
    await reportAll(story);
    const carmen = await control(story);
    await story.at('2022-04-01', 9);
    await carmen.say('/verificar');
    await carmen.say('Falta el listado de asistencia');
    expect(carmen.last).toContain('¿Queda como su observación');
    await carmen.say('no');
    expect(carmen.last).toContain('Actividad 1 de 7 · n.º 1');
    expect(verdicts(story)).toEqual([]);
    await carmen.say('Falta el listado de asistencia');
    await carmen.say('sí');
    expect(verdicts(story)).toEqual([
      { verdict: 'observed', progress: null, remark: 'Falta el listado de asistencia' },
    ]);
  });

  sentence(
    'A verdict belongs to one revision: a later one needs a new verdict and says so',
    async (story) => {
      const { mayor } = story;
      await reportAll(story);
      const carmen = await control(story);
      await story.at('2022-04-01', 9);
      await carmen.say('/verificar');
      await carmen.tap('Avalar');
      await carmen.tap('Terminar');
      await correctFirst(story);
      await mayor.say('/resumen');
      expect(mayor.last).toContain('Control Interno: por verificar de nuevo');
      await carmen.say('/verificar');
      expect(carmen.last).toContain('Actividad 1 de 7 · n.º 1');
      expect(carmen.last).toContain('Sobre un reporte anterior se dijo: avalado');
      const asked = carmen.lastMessage;
      await correctFirst(story, '45% otra vez');
      await carmen.tap('Avalar', asked);
      expect(carmen.last).toContain('cambió mientras tanto y no se guardó nada');
      expect(carmen.last).toContain('Reportado: 45 %');
      expect(verdicts(story)).toHaveLength(1);
      await carmen.tap('Avalar');
      expect(verdicts(story)).toHaveLength(2);
    },
  );

  sentence('A verdict can be changed from the detail of its activity', async (story) => {
    await reportAll(story);
    const carmen = await control(story);
    await story.at('2022-04-01', 9);
    await carmen.say('/verificar');
    await carmen.tap('Avalar');
    await carmen.tap('Terminar');
    await carmen.say('/resumen');
    await carmen.tap('Detalle');
    await carmen.tap(/1\. Realizar/);
    expect(carmen.last).toContain('Control Interno: avalado');
    await carmen.tap('Verificar');
    await carmen.say('Falta el acta de la reunión');
    await carmen.tap('Sí, observar');
    expect(verdicts(story).at(-1)).toEqual({
      verdict: 'observed',
      progress: null,
      remark: 'Falta el acta de la reunión',
    });
    expect(carmen.last).toContain('Verificó 1');
  });

  sentence('Nobody verifies a cut that they reported in or approved', async (story) => {
    const { ana, mayor } = story;
    await approved(story);
    for (const who of [ana, mayor]) {
      const person = allPeople(story.db).find((each) => each.telegramUserId === who.id);
      story.db
        .insert(assignment)
        .values({ personId: person?.id ?? 0, office: 'control', fromAt: 0 })
        .run();
    }
    await story.at('2022-04-01', 9);
    await ana.say('/verificar');
    expect(ana.last).toContain('debe verificarlo otra persona, porque usted reportó o corrigió');
    await mayor.say('/verificar');
    expect(mayor.last).toContain('debe verificarlo otra persona, porque usted aprobó');
    expect(verdicts(story)).toEqual([]);
  });

  sentence('Somebody else’s forged button verifies nothing', async (story) => {
    const { coordinator } = story;
    await reportAll(story);
    const carmen = await control(story);
    await story.at('2022-04-01', 9);
    await carmen.say('/verificar');
    const data = carmen.lastMessage.buttons
      .flat()
      .flatMap((button) => button.data ?? [])
      .filter((each) => !each.startsWith('x:evpack')); // A coordinator may take the evidence too.
    const said = coordinator.phone.chat.length;
    for (const each of [...data, 'x:verify:1', 'x:verify:1:1', 'x:verifycuts:1'])
      await coordinator.atOnce((phone) => void phone.forgeTap(each, phone.last()?.messageId ?? 1));
    expect(coordinator.phone.chat).toHaveLength(said);
    expect(verdicts(story)).toEqual([]);
    for (const each of ['x:verify:99', 'x:verify:1:999', 'x:verifycuts:77', 'x:verify'])
      await carmen.atOnce((phone) => void phone.forgeTap(each, phone.last()?.messageId ?? 1));
    expect(carmen.last).toContain('Actividad 1 de 7');
  });
});

describe('Verification in a few acts', () => {
  sentence(
    'Control Interno is told once; seven reports with one remark are four acts, and each responsible reads what is next',
    async (story) => {
      const { ana, berta } = story;
      const carmen = await control(story);
      await reportAll(story);
      await story.at('2022-04-01', 8);
      expect(heard(carmen, 'esperan su verificación')).toHaveLength(1);
      expect(carmen.last).toContain('7 reportes esperan su verificación en el primer monitoreo');
      await carmen.tap('Verificar');
      expect(carmen.last).toContain('Actividad 1 de 7 · n.º 1');
      await carmen.tap('Avalar las que faltan (7)');
      expect(carmen.last).toContain('n.º 2: 100 % · plan publicado · sin soportes');
      expect(carmen.last).toContain('¿Avala las 7?');
      await carmen.say('5: falta el acta');
      expect(carmen.last).toContain('Con observación:\nn.º 5: 30 % · «falta el acta»');
      expect(verdicts(story)).toEqual([]);
      await carmen.tap('Sí, guardar las 7');
      expect(carmen.last).toContain('✅ Guardado: 6 avaladas y 1 con observación');
      expect(carmen.last).toContain('no quedan reportes por verificar');
      expect(verdicts(story).filter(({ verdict }) => verdict === 'endorsed')).toHaveLength(6);
      expect(verdicts(story).at(0)).toEqual({ verdict: 'observed', progress: null, remark: 'falta el acta' });
      expect(acts(story).filter((act) => act === 'verified')).toHaveLength(7);
      await story.minutes(11);
      expect(ana.last).toContain('Puede corregir la n.º 5 o enviar el soporte que falta hasta el 7 de abril');
      expect(heard(ana, 'Control Interno revisó')).toHaveLength(1);
      expect(heard(berta, 'No tiene que hacer nada más.')).toHaveLength(1);
      await ana.tap('Corregir la n.º 5');
      expect(ana.last).toContain('¿Qué corrige de la n.º 5');
      await story.at('2022-04-08', 9);
      expect(heard(carmen, 'su verificación')).toHaveLength(1);
    },
  );

  sentence('Only the remark, and a report that changed since the list was shown is left', async (story) => {
    await reportAll(story);
    const carmen = await control(story);
    await story.at('2022-04-01', 9);
    await carmen.say('/verificar');
    await carmen.say('3: no abre el enlace\n5: 20 % falta el acta');
    await carmen.tap('Solo las 2 observaciones');
    expect(carmen.last).toContain('✅ Guardado: 2 con observación');
    expect(carmen.last).toContain('Actividad 1 de 7 · n.º 1');
    await carmen.tap('Avalar las que faltan (5)');
    const asked = carmen.lastMessage;
    await correctFirst(story);
    await carmen.tap('Sí, avalar las 5', asked);
    expect(carmen.last).toContain('4 avaladas\nUn reporte cambió mientras tanto y no se verificó.');
    expect(carmen.last).toContain('queda 1');
    expect(verdicts(story)).toHaveLength(6);
  });
});
