import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importPlan } from '../src/actions/import-plan.ts';
import { addPersonWith } from '../src/actions/people.ts';
import { linkAccount } from '../src/db/accounts.ts';
import { type Db, inTransaction, openStore } from '../src/db/open.ts';
import { momentAt } from '../src/domain/dates.ts';
import type { Form, FormActivity } from '../src/forms/form.ts';
import { readFormFile } from '../src/forms/read-file.ts';

const realForm = join(import.meta.dirname, '../src/simulator/data/PL-PC-01-2022.txt');
export const importedAt = momentAt('2022-03-01', 9);

/** A form like the real one with so many activities; it repeats the real texts. */
export function formOf(of: {
  readonly code: string;
  readonly activities: number;
  /** One for all, or that of the activity at a place from 0. */
  readonly position: string | ((place: number) => string);
  /** With monitoring of all four cuts. */
  readonly reported?: boolean;
}): Form {
  const reading = readFormFile(readFileSync(realForm));
  if (!reading.ok) throw new Error('the real form cannot be read');
  const { form } = reading;
  const activities = Array.from({ length: of.activities }, (_, place): FormActivity => {
    const model = form.activities[place % form.activities.length];
    if (!model) throw new Error('the real form has no activity');
    const position = typeof of.position === 'string' ? of.position : of.position(place);
    const monitoring = [1, 2, 3, 4].map((cut) => ({
      cut,
      progressTenths: Math.min(1000, cut * 200 + (place % 10) * 10),
      observation: `Se realizaron ${place + cut} jornadas con la comunidad y se publicaron sus resultados en la página.`,
    }));
    return {
      ...model,
      number: String(place + 1),
      positions: [position],
      responsible: position,
      monitoring: of.reported ? monitoring : [],
    };
  });
  return { ...form, code: of.code, activities };
}

/** Plans with one responsible each; the Telegram ids begin at 1,000,001. */
export function fillDatabase(
  path: string,
  of: { readonly plans: number; readonly activities: number; readonly reported?: boolean },
): void {
  const store = openStore(path, { migrate: true });
  inTransaction(store, (db) => {
    for (let place = 1; place <= of.plans; place++) {
      const position = `Cargo ${place}`;
      const form = formOf({ code: `PL-${place}`, position, ...of });
      importPlan(db, form, { withoutMonitoring: of.reported !== true, now: importedAt });
      enrol(db, `Persona ${letters(place)}`, position, 1_000_000 + place);
    }
  });
  store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
}

/** One plan for so many people; each is responsible for so many activities in a row. Ids as in `fillDatabase`. */
export function fillSharedPlan(
  path: string,
  of: { readonly people: number; readonly activities: number },
): void {
  const store = openStore(path, { migrate: true });
  inTransaction(store, (db) => {
    const position = (place: number) => `Cargo ${Math.floor(place / of.activities) + 1}`;
    const form = formOf({ code: 'PL-1', position, activities: of.people * of.activities });
    importPlan(db, form, { withoutMonitoring: true, now: importedAt });
    for (let place = 0; place < of.people; place++)
      enrol(db, `Persona ${letters(place + 1)}`, position(place * of.activities), 1_000_001 + place);
  });
  store.close();
}

export function enrol(db: Db, name: string, position: string, userId: number): void {
  const holds = { positions: [position], roles: ['responsible'] as const };
  const added = addPersonWith(db, { name, ...holds }, importedAt, 'operator');
  if (!added.ok) throw new Error(`${name}: ${added.refusal.why}`);
  linkAccount(db, added.person.id, { userId, name }, 'bench', importedAt + 1);
}

function letters(count: number): string {
  const digit = String.fromCharCode(97 + (count % 26));
  return count < 26 ? digit : letters(Math.floor(count / 26)) + digit;
}
