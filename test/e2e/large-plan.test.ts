import { describe, expect } from 'vitest';
import { allPositions } from '../../src/db/people.ts';
import { activitiesOf, allPlans } from '../../src/db/plans.ts';
import { largePlan } from '../forms/large-plan.ts';
import { type Actor, livedOnce, type Story, textsOf, told } from '../world/story.ts';

const ACTIVITIES = 10_000;
const FEW = 10;
const MANY = 3_000;
const PRESS = 'Oficina de Prensa';
const EDUCATION = 'Secretaría de Educación';

const plan = largePlan({
  activities: ACTIVITIES,
  blocks: 0,
  words: 22,
  responsible: (index) =>
    index < FEW ? PRESS : index < FEW + MANY ? EDUCATION : `Dependencia ${1 + (index % 200)}`,
});

/** Milliseconds of processor that the bot may take for a step: some five times what it takes. */
const MOST = { import: 12_000, message: 2_000 } as const;

async function within(most: number, act: () => Promise<unknown>): Promise<void> {
  const begun = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1_000).toBeLessThan(most);
}

/** The texts that came during a step. */
async function answers(who: Actor, act: () => Promise<unknown>): Promise<readonly string[]> {
  const before = textsOf(who).length;
  await within(MOST.message, act);
  return textsOf(who).slice(before);
}

function position({ db }: Story, name: string): string {
  return String(allPositions(db).find((each) => each.name === name)?.id);
}

describe('The yearly plan of a city', () => {
  livedOnce('of 10,000 activities is imported, assigned, asked, reminded and summarised', async (story) => {
    const { coordinator, mayor, db } = story;
    await within(MOST.import, async () => {
      await coordinator.atOnce((phone) =>
        phone.sendFile({ kind: 'document', name: 'plan.xlsx', bytes: plan }),
      );
      await story.work();
    });
    expect(coordinator.last).toContain('Plan nuevo con 10.000 actividades, de la hoja «Plan».');
    expect(coordinator.last).toContain('202 cargos: sin responsable todavía.');
    expect(coordinator.last.length).toBeLessThan(1_000);
    await within(MOST.import, () => coordinator.tap('Guardar'));
    const stored = allPlans(db).find(({ code }) => code === 'PA-DIS');
    expect(activitiesOf(db, stored?.id ?? 0)).toHaveLength(ACTIVITIES);

    const press = await story.newcomer('Flor Pérez', { positions: [position(story, PRESS)] });
    const education = await story.newcomer('Marta Ríos', { positions: [position(story, EDUCATION)] });
    expect(education.last).toContain('Le faltan 3000 actividades.');

    expect(await answers(press, () => press.say('/reportar'))).toEqual([
      expect.stringContaining(`Actividad 1 de ${FEW} · n.º 1`),
    ]);
    await answers(press, () => press.say('15% se hizo la primera parte'));
    expect(told(press, 'n.º 1: 15 % · «se hizo la primera parte')).toHaveLength(1);
    expect(await answers(education, () => education.say('/reportar'))).toEqual([
      expect.stringContaining(`Actividad 1 de ${MANY} · n.º 11`),
    ]);
    await answers(education, () => education.say('20% ya se hizo una parte'));
    expect(education.last).toContain(`Actividad 2 de ${MANY} · n.º 12`);

    const [list, ...more] = await answers(education, () => education.say('/misactividades'));
    expect(list).toContain('Página 1 de 375.');
    expect(more).toEqual([]);

    await story.at('2022-03-24', 8);
    expect(told(education, 'Le faltan 2999 actividades')).toHaveLength(1);

    const pending = await answers(coordinator, () => coordinator.say('/pendientes'));
    expect(pending.join('\n')).toContain('Secretaría de Educación · Marta Ríos: n.º 12, 13, 14');
    expect(pending.join('\n')).toMatch(/Y 1\d\d cargos más\./);
    expect(pending.length).toBeLessThanOrEqual(3);

    await mayor.say('/resumen');
    const summary = await answers(mayor, () => mayor.tap(/Acción Institucional/));
    expect(summary.join('\n')).toContain('Reportadas 2 de 10.000');
    expect(summary.join('\n')).toContain('1 de 10.000 va atrasada');
    expect(summary.length).toBeLessThanOrEqual(2);
    await story.work();
    expect(mayor.phone.chat.filter(({ kind }) => kind === 'photo')).toHaveLength(1);

    await mayor.say('/exportar');
    await mayor.tap(/Acción Institucional/);
    await mayor.tap('PDF');
    expect(mayor.last).toBe(
      'Este plan tiene más de 3000 actividades y no cabe en un PDF. Pídalo con /exportar: Excel o Datos (CSV).',
    );
    await mayor.tap('Excel');
    await story.work();
    const book = mayor.phone.chat.findLast(({ document }) => document?.name?.endsWith('.xlsx'));
    expect(book?.document?.bytes?.length).toBeGreaterThan(500_000);
    await mayor.tap('Datos (CSV)');
    await story.work();
    const csv = mayor.phone.chat.findLast(({ document }) => document?.name?.endsWith('.csv'));
    expect(csv?.document?.bytes?.toString('utf8')).toContain('se hizo la primera parte');
  });
});
