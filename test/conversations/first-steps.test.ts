import { expect, it } from 'vitest';
import { answerCommand } from '../../src/conversations/commands.ts';
import { actOnTap } from '../../src/conversations/taps.ts';
import { announce } from '../../src/db/announce.ts';
import { sql } from '../../src/db/drizzle.ts';
import type { Db } from '../../src/db/open.ts';
import { rowById } from '../../src/db/outbox-rows.ts';
import { readButton } from '../../src/domain/buttons.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Message } from '../../src/domain/events.ts';
import { renderReminder } from '../../src/notices/kinds/reminder.ts';
import {
  answersTo,
  dataOf,
  enrol,
  freshDb,
  makeRealPlan,
  NOW,
  reportRealForm,
  turnOf,
} from '../summary/setup.ts';

/** Before the first cut opens: nobody was reminded yet. */
const BEFORE = momentAt('2022-03-01', 15);
const labels = (message: Message | undefined) => message?.keyboard?.flat().map(({ text }) => text) ?? [];

/** Every table but those in which a conversation goes by. */
function stored(db: Db): string {
  const tables = db.all<{ name: string }>(sql`select name from sqlite_master where type = 'table'`);
  const kept = tables.map(({ name }) => name).filter((name) => !['outbox', 'sqlite_sequence'].includes(name));
  return JSON.stringify(kept.map((name) => [name, db.all(sql.raw(`select * from "${name}"`))]));
}

function coordinated(made: { readonly db: Db }, now = BEFORE) {
  const coordinator = enrol(made.db, 'Marta Ruiz', 1, { offices: ['coordinator'] });
  const turn = turnOf(made.db, coordinator, now);
  const last = () => answersTo(made.db, coordinator).at(-1);
  return {
    coordinator,
    says: (text: string) => {
      answerCommand(turn, text);
      return last();
    },
    taps: (label: string, of = last()) => {
      const button = readButton(dataOf(of, label));
      return button && button.to !== 'enrol' ? actOnTap(turn, button) : undefined;
    },
    last,
    all: () => answersTo(made.db, coordinator),
  };
}

it('asks for the plan first, and nothing can be rehearsed without it', () => {
  const desk = coordinated({ db: freshDb() });
  expect(desk.says('/inicio')?.html).toMatch(/Primeros pasos.*<b>El plan\.<\/b>/s);
  expect(labels(desk.last())).toEqual(['Enviar el plan']);
  desk.taps('Enviar el plan');
  expect(desk.last()?.asks).toBeDefined();
});

it('then for the people, counting who is named and who is in', () => {
  const made = makeRealPlan(freshDb());
  const desk = coordinated(made);
  expect(desk.says('/inicio')?.html).toMatch(
    /El plan: listo.*<b>Las personas\.<\/b> 0 de \d+ cargos tienen responsable\.\n/s,
  );
  expect(desk.last()?.html).toContain('16 de marzo, 8:00 a. m.');
  expect(labels(desk.last())).toEqual(['Invitar a las personas', 'Ver un ensayo']);
  enrol(made.db, 'Ana Arboleda', 2, { positions: [...made.positions.values()] });
  expect(desk.says('/inicio')?.html).toMatch(
    /Las personas: listas\. (\d+) de \1 cargos tienen responsable; en \1 ya ingresó\./,
  );
});

it('leads on to the rehearsal when the first people are invited', () => {
  const made = makeRealPlan(freshDb());
  const desk = coordinated(made);
  const [one, two] = [...made.positions.keys()];
  desk.says(`/invitar ${one}: Ana Arboleda\n${two}: Berta Ruiz`);
  desk.taps('Sí, invitar a 2');
  expect(desk.last()?.html).toMatch(/2 de 3 cargos tienen responsable; nadie ha ingresado todavía\./);
  expect(labels(desk.last())).toContain('Ver un ensayo');
  const third = [...made.positions.keys()].at(2);
  desk.says(`/invitar ${third}: Carlos Paz`);
  desk.taps('Sí, invitar');
  expect(desk.last()?.html).not.toContain('Primeros pasos');
});

it('rehearses the next reminder word for word, for oneself, and stores nothing', () => {
  const made = makeRealPlan(freshDb());
  const desk = coordinated(made);
  const steps = desk.says('/inicio');
  // The first tap of all notes by whom the office is held, as every screen does.
  desk.taps('Ver un ensayo', steps);
  const before = stored(made.db);
  desk.taps('Ver un ensayo', steps);
  const shown = desk.all().at(-2);
  expect(shown?.html).toMatch(/^<b>ENSAYO<\/b>/);
  expect(shown?.forget).toBe(true);
  expect(labels(shown)).toEqual(['Reportar ahora', 'Ver mis actividades', 'Recordarme mañana']);
  for (const label of labels(shown)) expect(desk.taps(label, shown)).toContain('Es un ensayo');
  expect(stored(made.db) === before).toBe(true);

  const [position] = [...made.positions.entries()].filter(([name]) => shown?.html.includes(name));
  const ana = enrol(made.db, 'Marta Ruiz', 2, { positions: [position?.[1]] });
  const at = momentAt('2022-03-16', 8);
  const to = { chatId: 2, personId: ana.id };
  const row = announce(made.db, to, {
    kind: 'reminder',
    notice: 'reminder',
    key: 'k',
    message: null,
    now: at,
  });
  const found = rowById(made.db, row ?? 0);
  const real = found && renderReminder(made.db, found, at);
  expect(real && 'html' in real && shown?.html.endsWith(`\n\n${real.html}`)).toBe(true);
});

it('names the day of the first reminder that has something to remind of', () => {
  const made = makeRealPlan(freshDb());
  const desk = coordinated(made);
  // The form that was sent brought the reports of the first cut.
  reportRealForm(made, enrol(made.db, 'Ana Arboleda', 2, {}), BEFORE);
  const steps = desk.says('/inicio');
  expect(steps?.html).toContain('sale solo el 15 de junio, 8:00 a. m.');
  desk.taps('Ver un ensayo', steps);
  expect(desk.all().at(-2)?.html).toContain('15 de junio, 8:00 a. m.');
});

it('has nothing to rehearse after the last cut', () => {
  const desk = coordinated(makeRealPlan(freshDb()), momentAt('2024-01-01', 9));
  desk.taps('Ver un ensayo', desk.says('/inicio'));
  expect(desk.all().at(-2)?.html).toContain('No queda ningún recordatorio');
});

it('is for coordinators only', () => {
  const made = makeRealPlan(freshDb());
  const mayor = enrol(made.db, 'Julio', 3, { offices: ['mayor'] });
  answerCommand(turnOf(made.db, mayor, NOW), '/inicio');
  expect(answersTo(made.db, mayor).at(-1)?.html).toContain('no está disponible');
});
