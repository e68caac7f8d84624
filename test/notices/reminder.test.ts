import { afterEach, beforeEach, expect, it } from 'vitest';
import { assignment } from '../../src/db/schema/index.ts';
import { type LocalDate, momentAt } from '../../src/domain/dates.ts';
import { snoozeDate } from '../../src/domain/snooze.ts';
import { renderReminder } from '../../src/notices/kinds/reminder.ts';
import {
  act,
  addPlan,
  addResponsible,
  openEntity,
  reopen,
  report,
  rows,
  type TestEntity,
  tickAt,
} from '../schedule/setup.ts';

let entity: TestEntity;
beforeEach(() => {
  entity = openEntity();
});
afterEach(() => entity.remove());

const at = momentAt;

/** The text of the person's last reminder if it is sent now. */
function textAt(date: LocalDate, hour = 8): string {
  const row = rows(entity).findLast((each) => each.kind === 'reminder');
  if (!row) throw new Error('no reminder was written');
  const made = act(entity, (db) => renderReminder(db, row, at(date, hour)));
  return 'html' in made ? made.html : made.notNeeded;
}

it('reads on the opening day as the specification says', () => {
  addResponsible(entity, { name: 'Aracelly Ruiz', activities: 6 });
  tickAt(entity, at('2022-03-16', 8));
  expect(textAt('2022-03-16')).toBe(
    'Buenos días, Aracelly. El <b>31 de marzo</b> cierra el primer monitoreo del <i>Plan de Participación Ciudadana 2022</i>.\n' +
      'Le faltan <b>6 actividades</b>, unos 5 minutos.',
  );
});

it('is true at the moment of sending: tomorrow, today, the remaining ones, in the afternoon', () => {
  const { personId, activities } = addResponsible(entity, { name: 'Ana', activities: 2 });
  tickAt(entity, at('2022-03-16', 8));
  expect(textAt('2022-03-30')).toContain('Mañana, <b>31 de marzo</b>, cierra');
  report(entity, personId, activities[0] ?? 0, entity.cuts[0] ?? 0, at('2022-03-30', 9));
  expect(textAt('2022-03-31', 14)).toBe(
    'Buenas tardes, Ana. Hoy, <b>31 de marzo</b>, cierra el primer monitoreo del <i>Plan de Participación Ciudadana 2022</i>.\n' +
      'Le falta <b>1 actividad</b>, cerca de un minuto.',
  );
});

it('states calmly until when overdue reports are taken', () => {
  addResponsible(entity, { name: 'Ana', activities: 2 });
  tickAt(entity, at('2022-04-01', 8));
  expect(textAt('2022-04-01')).toContain(
    'cerró el <b>31 de marzo</b>; todavía recibimos sus reportes hasta el <b>7 de abril</b>.',
  );
  expect(textAt('2022-04-07')).toContain('hasta hoy, <b>7 de abril</b>.');
});

it('marks a reopened cut, with its own last day', () => {
  const { activities } = addResponsible(entity, { name: 'Ana', activities: 2 });
  reopen(entity, entity.cuts[0] ?? 0, at('2022-04-18', 9), '2022-04-25', [activities[0] ?? 0]);
  tickAt(entity, at('2022-04-25', 7, 59));
  tickAt(entity, at('2022-04-25', 8));
  expect(textAt('2022-04-25')).toMatch(
    /se reabrió y recibe sus reportes hasta hoy, <b>25 de abril<\/b>\.\nLe falta/,
  );
});

it('contains every plan with its own closing date, and escapes outside text', () => {
  const { personId } = addResponsible(entity, { name: 'Ana', activities: 2 });
  const other = act(entity, (db) => addPlan(db, 'PL-02', 'Programa <A & B>'));
  addResponsible(entity, { name: 'Beto', activities: 1, planId: other.planId });
  act(entity, (db) => db.update(assignment).set({ personId }).run());
  tickAt(entity, at('2022-03-16', 8));
  expect(rows(entity)).toMatchObject([{ personId }]);
  expect(textAt('2022-03-16')).toBe(
    'Buenos días, Ana. Le faltan <b>3 actividades</b>, unos 2 minutos.\n' +
      '• <i>Plan de Participación Ciudadana 2022</i>, primer monitoreo: <b>2 actividades</b>; cierra el <b>31 de marzo</b>.\n' +
      '• <i>Programa &lt;A &amp; B&gt; 2022</i>, primer monitoreo: <b>1 actividad</b>; cierra el <b>31 de marzo</b>.',
  );
});

it('offers to report, to look and to be reminded tomorrow', () => {
  addResponsible(entity, { name: 'Ana', activities: 1 });
  tickAt(entity, at('2022-03-16', 8));
  const row = rows(entity)[0];
  const made = row ? act(entity, (db) => renderReminder(db, row, at('2022-03-16', 8))) : null;
  const buttons = made && 'keyboard' in made ? (made.keyboard ?? []).flat() : [];
  expect(buttons).toEqual([
    { text: 'Reportar ahora', data: 'm:report' },
    { text: 'Ver mis actividades', data: 'm:list:0' },
    { text: 'Recordarme mañana', data: 'm:snooze' },
  ]);
});

it('gives the reason when it is not needed: done, or nothing takes reports any more', () => {
  const { personId, activities } = addResponsible(entity, { name: 'Ana', activities: 1 });
  tickAt(entity, at('2022-03-16', 8));
  expect(textAt('2022-04-08')).toBe('closed');
  report(entity, personId, activities[0] ?? 0, entity.cuts[0] ?? 0, at('2022-03-16', 9));
  expect(textAt('2022-03-17')).toBe('done');
});

it('understands tomorrow as the next working day on which something still takes reports', () => {
  const until = at('2022-04-07', 24);
  const none: ReadonlySet<LocalDate> = new Set();
  expect(snoozeDate([{ until }], at('2022-03-16', 8, 1), none)).toBe('2022-03-17');
  expect(snoozeDate([{ until }], at('2022-03-18', 9), none)).toBe('2022-03-22');
  expect(snoozeDate([{ until }], at('2022-03-16', 9), new Set(['2022-03-17']))).toBe('2022-03-18');
  expect(snoozeDate([{ until }], at('2022-04-06', 23), none)).toBe('2022-04-07');
  expect(snoozeDate([{ until }], at('2022-04-07', 0), none)).toBeNull();
});
