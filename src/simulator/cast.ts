/**
 * The people of the demo: the real form, five people with its positions and offices, one of Control Interno,
 * and their invitations.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../actions/access.ts';
import { importPlan } from '../actions/import-plan.ts';
import { invite } from '../actions/invite.ts';
import { addPersonWith } from '../actions/people.ts';
import { inTransaction, openStore } from '../db/open.ts';
import type { Moment } from '../domain/dates.ts';
import type { Form } from '../forms/form.ts';
import { readFormFile } from '../forms/read-file.ts';
import { officeNames } from '../texts/enrolment/enrolment.ts';

/** A token that only the simulator knows; the demo never runs with a real one. */
export const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0';
export const username = 'cascajal_bot';
export const botName = 'Seguimiento de planes';
export const dataContact = 'datos@example.org';

export const roleKeys = ['ana', 'luz', 'pedro', 'mayor', 'coordinator', 'control'] as const;
export type RoleKey = (typeof roleKeys)[number];

type Part = { readonly first: string; readonly last: string; readonly holds: number | Role };

/** `holds`: the number of a position of the form, or an office. */
const parts: Readonly<Record<RoleKey, Part>> = {
  ana: { first: 'Aracelly', last: 'Arboleda Urbano', holds: 1 },
  luz: { first: 'Luz Marina', last: 'Torres Angulo', holds: 2 },
  pedro: { first: 'Pedro', last: 'Riascos Valencia', holds: 3 },
  mayor: { first: 'Julio Cesar', last: 'Biojó Estacio', holds: 'mayor' },
  coordinator: { first: 'Diana', last: 'Mosquera Rentería', holds: 'coordinator' },
  control: { first: 'Rosa Elena', last: 'Caicedo Mina', holds: 'control' },
};

/** A person of the demo, with the invitation link that the coordinator would forward. */
export type Member = {
  readonly key: RoleKey;
  readonly firstName: string;
  readonly lastName: string;
  /** In Spanish, as the bot writes it. */
  readonly holds: string;
  readonly personId: number;
  readonly link: string;
};

export type Town = { readonly form: Form; readonly members: readonly Member[] };

/** Does what the operator does on the command line, by the same actions: imports, adds and invites. */
export function foundTown(databasePath: string, now: Moment, keys: readonly RoleKey[] = roleKeys): Town {
  const reading = readFormFile(readFileSync(join(import.meta.dirname, 'data/PL-PC-01-2022.txt')));
  if (!reading.ok) throw new Error('the form of the demo cannot be read');
  const store = openStore(databasePath, { migrate: true });
  const members = inTransaction(store, (db) => {
    importPlan(db, reading.form, { withoutMonitoring: true, now });
    return keys.map((key): Member => {
      const { first, last, holds } = parts[key];
      const positions = typeof holds === 'number' ? [String(holds)] : [];
      const roles: readonly Role[] = typeof holds === 'number' ? ['responsible'] : [holds];
      const added = addPersonWith(db, { name: `${first} ${last}`, positions, roles }, now, 'operator');
      if (!added.ok) throw new Error(`the demo cannot add ${first}: ${added.refusal.why}`);
      const { link } = invite(db, { personId: added.person.id, invitedBy: null }, username, now);
      const names = [
        ...added.positions.map(({ name }) => name),
        ...added.offices.map((office) => officeNames[office]),
      ];
      return {
        key,
        firstName: first,
        lastName: last,
        holds: names.join(', '),
        personId: added.person.id,
        link,
      };
    });
  });
  store.close();
  return { form: reading.form, members };
}
