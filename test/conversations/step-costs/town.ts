import type { Db } from '../../../src/db/open.ts';
import { momentAt } from '../../../src/domain/dates.ts';
import { type Database, openDatabase } from '../../world/database.ts';
import { settle } from '../../world/people.ts';
import { addActivity, addPlan } from '../../world/plan.ts';

/** Ten activities a person; the second person's position is vacant. */
const EACH = 10;
const begun = momentAt('2022-01-11', 9);

export const accounts = { responsible: 1_001, mayor: 901, coordinator: 902, control: 903 } as const;
export type Who = keyof typeof accounts;

/**
 * A plan of so many activities in its fourth cut, which is half reported; the three before are complete. Every fifth report
 * has a file; a quarter of the activities is in no cut, but for the first person's. People are named after their position.
 */
export function largeTown(activities: number): Database {
  const database = openDatabase();
  const { db, store } = database;
  const { planId } = addPlan(db);
  store.sqlite.exec('begin');
  for (let first = 1; first <= activities; first += EACH) addPosition(db, planId, first);
  for (const office of ['mayor', 'coordinator', 'control'] as const) {
    const account = { userId: accounts[office], name: office };
    settle(db, { name: `Oficina ${office}`, holds: { offices: [office] }, account }, begun);
  }
  addReports(database);
  store.sqlite.exec('commit');
  return database;
}

function addPosition(db: Db, planId: number, first: number): void {
  const of = Math.ceil(first / EACH);
  db.run(`insert into position (id, name, key) values (${of}, 'Cargo ${of}', 'cargo ${of}')`);
  for (let place = first; place < first + EACH; place++)
    addActivity(db, { planId, number: String(place), place }, [of]);
  const account = of === 2 ? null : { userId: 1_000 + of, name: `P${of}` };
  settle(db, { name: `Persona ${of}`, holds: { positions: [of] }, account }, begun);
}

function addReports({ store }: Database): void {
  const first = momentAt('2022-03-20', 9);
  const moment = `${first} + (cut.number - 1) * 91 * 86400000`;
  const reported = `from cut, activity join activity_position on activityId = activity.id join assignment using (positionId)
    where (cut.number < 4 or activity.place % 2 = 1)`;
  store.sqlite.exec(`
    insert into report (activityId, cutId, progress, observation, origin, personId, moment, recordedAt, late)
      select activity.id, cut.id, 200 * cut.number - 100, 'Se realizaron las jornadas.', 'chat', personId, ${moment},
        ${moment}, 0 ${reported};
    insert into evidence (activityId, cutId, personId, kind, state, moment, recordedAt, storedName, mime, bytes,
        sha256)
      select activity.id, cut.id, personId, 'file', 'stored', ${moment}, ${moment}, activity.id || '-' || cut.id || '.pdf',
        'application/pdf', 9, '${'a'.repeat(64)}' ${reported} and activity.place % 5 = 1;
    insert into cut_exclusion (cutId, activityId, reason, at)
      select cut.id, activity.id, 'No se programó', ${begun} from cut, activity where place % 4 = 0 and place > 10;`);
}
