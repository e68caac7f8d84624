import { importPlan } from '../../src/actions/import-plan.ts';
import { addPersonWith } from '../../src/actions/people.ts';
import { linkAccount } from '../../src/db/accounts.ts';
import { sql } from '../../src/db/drizzle.ts';
import { inTransaction, type Store } from '../../src/db/open.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Form, FormActivity } from '../../src/forms/form.ts';
import type { Person, PersonTap, Simulator } from '../../src/simulator/index.ts';
import { importedAt, openDatabase } from '../world/database.ts';
import { realForm } from '../world/form.ts';
import { dataContact, simulatedTelegram, token } from '../world/telegram.ts';

const names = ['Ana', 'Bruno', 'Clara', 'Delia', 'Elsa', 'Felipe'] as const;

export type Village = {
  readonly simulator: Simulator;
  readonly store: Store;
  /** By first name. */
  readonly responsibles: ReadonlyMap<string, Person>;
  readonly mayor: Person;
  readonly coordinator: Person;
  /** What the process gets to know. */
  readonly env: Readonly<Record<string, string>>;
  /** The story's time is the machine's, put off by this. */
  offsetMs: number;
  readonly now: () => number;
  /** Telegram dropped it (150 s) before the bot had handled it. */
  readonly isLost: (tap: PersonTap) => boolean;
  readonly end: () => Promise<void>;
};

/**
 * Six people with three activities of their own each and one that they share with a neighbour, a mayor and a
 * coordinator, on the real form's calendar, a simulated Telegram with its real limits, and no bot yet.
 */
export async function createVillage(seed: number): Promise<Village> {
  const village = { offsetMs: momentAt('2022-03-16', 8) - Date.now() };
  const now = () => Date.now() + village.offsetMs;
  const simulator = simulatedTelegram({ now }, { seed });
  const { apiRoot } = await simulator.start();
  const database = openDatabase();
  const { store } = database;
  inTransaction(store, (db) => importPlan(db, formOfVillage(), { withoutMonitoring: true, now: importedAt }));
  const settle = (
    name: string,
    holds: { positions: readonly string[]; roles: readonly ('responsible' | 'mayor' | 'coordinator')[] },
  ) => {
    const phone = simulator.person({ firstName: name });
    inTransaction(store, (db) => {
      const added = addPersonWith(db, { name: `${name} Ruiz`, ...holds }, importedAt, 'operator');
      if (!added.ok) throw new Error(`${name} cannot be added: ${added.refusal.why}`);
      linkAccount(db, added.person.id, { userId: phone.id, name }, 'test', importedAt + 1);
    });
    phone.start();
    return phone;
  };
  const responsibles = new Map(
    names.map((name) => [name, settle(name, { positions: [positionOf(name)], roles: ['responsible'] })]),
  );
  const mayor = settle('Julio', { positions: [], roles: ['mayor'] });
  const coordinator = settle('Diana', { positions: [], roles: ['coordinator'] });
  // They pressed start before the story begins: what they got for it is no part of it.
  simulator.world.updates.clear();
  return Object.assign(village, {
    simulator,
    store,
    responsibles,
    mayor,
    coordinator,
    now,
    isLost: lostTaps(simulator, store),
    env: {
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: apiRoot,
      DATABASE_PATH: database.path,
      FILES_PATH: database.filesPath,
      DATA_CONTACT: dataContact,
    },
    end: async () => {
      database.remove();
      await simulator.stop();
    },
  });
}

/**
 * A tap is lost when Telegram has it no more and no process has recorded its update, or when the words that answer it came
 * too late to be shown: nobody saw them.
 */
function lostTaps(simulator: Simulator, store: Store): (tap: PersonTap) => boolean {
  const ids = new Map<string, number>();
  simulator.onChange((change) => {
    if (change.kind !== 'tap') return;
    for (const { update } of simulator.world.updates.pending())
      if ('callback_query' in update) ids.set(update.callback_query.id, update.update_id);
  });
  return ({ id }) => {
    const updateId = ids.get(id);
    if (updateId === undefined) throw new Error(`the tap ${id} was never queued`);
    const waits = simulator.world.updates.pending().some(({ update }) => update.update_id === updateId);
    const handled = store.db.get(
      sql`select 1 from "update" where updateId = ${updateId} and state <> 'begun'`,
    );
    const tooLate = store.db.get(
      sql`select 1 from outbox where kind = 'tap' and state in ('expired', 'refused')
        and payload ->> 'queryId' = ${id} and payload ->> 'text' is not null`,
    );
    return !waits && (handled === undefined || tooLate !== undefined);
  };
}

function formOfVillage(): Form {
  const form = realForm();
  const [model] = form.activities;
  if (!model) throw new Error('the real form has no activity');
  const own = names.flatMap((name) => Array.from({ length: 3 }, () => [positionOf(name)]));
  const shared = names.flatMap((name, place) => {
    const neighbour = names[place + 1];
    return place % 2 === 0 && neighbour ? [[positionOf(name), positionOf(neighbour)]] : [];
  });
  const activities = [...own, ...shared].map((positions, place): FormActivity => {
    const number = String(place + 1);
    const name = `Actividad del pueblo ${number}`;
    return { ...model, number, name, positions, responsible: positions.join(', '), monitoring: [] };
  });
  return { ...form, activities };
}

function positionOf(name: string): string {
  return `Cargo de ${name}`;
}
