import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inviteMany, type LinePlan, planInvitations } from '../../src/actions/invite-many.ts';
import { lastInvitationOf, openInvitationsMade, withdrawInvitationsMade } from '../../src/db/invitations.ts';
import { inTransaction } from '../../src/db/open.ts';
import { allPeople, holdingsOf } from '../../src/db/people.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { type Database, importedAt, openDatabase } from '../world/database.ts';
import { settle } from '../world/people.ts';

const first = 'Profesional Gestion Participacion Ciudadana';
const now = momentAt('2022-03-17', 10);
let world: Database;
let coordinator: number;

beforeEach(() => {
  world = openDatabase({});
  coordinator = settle(
    world.db,
    { name: 'Diana Mina', holds: { offices: ['coordinator'] }, account: { userId: 9, name: 'Diana' } },
    importedAt,
  );
});
afterEach(() => world.remove());

const add = (name: string, positions: readonly number[], userId: number | null = null) =>
  settle(
    world.db,
    { name, holds: { positions }, account: userId === null ? null : { userId, name } },
    importedAt,
  );
const short = (plan: LinePlan) =>
  plan.does === 'nothing'
    ? plan.why
    : [
        `${plan.does} ${plan.position.id} ${plan.name}`,
        ...(plan.replaces ? [`for ${plan.replaces.name}`] : []),
        ...plan.with.map((other) => `with ${other}`),
      ].join(', ');
const plan = (...lines: readonly string[]) => planInvitations(world.db, lines.join('\n'), now).map(short);
const position = (id: number) => {
  const { positions } = holdingsOf(world.db, add(`Nadie ${id}`, [id]), now);
  return positions[0]?.name ?? '';
};

describe('what each line of a list of invitations would do', () => {
  it('gives a vacant position, takes one from its holder, and keeps whom the list names', () => {
    add('Pedro Riascos', [1], 5);
    expect(plan(`${first}: Luz Torres`)).toEqual(['giveAndLink 1 Luz Torres, for Pedro Riascos']);
    expect(plan(`${first}: pedro riascos`)).toEqual(['alreadyIn']);
    expect(plan(`${first}: Luz Torres`, `${first}: Ana Ruiz`)).toEqual([
      'giveAndLink 1 Luz Torres, for Pedro Riascos, with Ana Ruiz',
      'giveAndLink 1 Ana Ruiz, with Luz Torres',
    ]);
    expect(plan(`${first}: Pedro Riascos`, `${first}: Ana Ruiz`)).toEqual([
      'alreadyIn',
      'giveAndLink 1 Ana Ruiz, with Pedro Riascos',
    ]);
  });

  it('gives to somebody who is in without a link, and only a link to a holder who is not', () => {
    add('Pedro Riascos', [], 5);
    add('Ana Ruiz', [1]);
    expect(plan(`${first}: Pedro Riascos`)).toEqual(['give 1 Pedro Riascos, for Ana Ruiz']);
    expect(plan(`${first}: Ana Ruiz`)).toEqual(['link 1 Ana Ruiz']);
  });

  it('does nothing that only a person can decide', () => {
    add('Ana Ruiz', [1]);
    add('Ana Ruíz', []);
    add('Luz Torres', [1]);
    settle(world.db, { name: 'Julio Biojó', holds: { offices: ['mayor'] }, account: null }, importedAt);
    expect(plan(`${first}: Ana Ruiz`)).toEqual(['severalNamesakes']);
    expect(plan(`${first}: Rosa Mosquera`)).toEqual(['severalHolders']);
    expect(plan(`${first}: Julio Biojó`)).toEqual(['holdsOffice']);
    expect(plan(`${first}: Luz Torres`, `${first}: luz torres`)).toEqual(['link 1 Luz Torres', 'twice']);
    settle(
      world.db,
      { name: 'Eva Paz', holds: { positions: [2] }, account: null, until: momentAt('2022-04-01', 0) },
      importedAt,
    );
    expect(plan(`${position(2)}: Rosa Mosquera`)).toEqual(['planned']);
  });
});

describe('a list of invitations', () => {
  it('makes one link a person, also for two positions, and all are withdrawn together', () => {
    const text = `${first}: Luz Torres\n${position(2)}\tLuz Torres\n${position(3)}\tRosa Mosquera`;
    const done = inTransaction(world.store, (db) =>
      inviteMany(db, planInvitations(db, text, now), { by: coordinator, botUsername: 'bot' }, now),
    );
    expect(done.links.map(({ person, positions }) => [person.name, positions.map(({ id }) => id)])).toEqual([
      ['Luz Torres', [1, 2]],
      ['Rosa Mosquera', [3]],
    ]);
    expect(allPeople(world.db).filter(({ name }) => name === 'Luz Torres')).toHaveLength(1);
    const made = { createdBy: coordinator, createdAt: now };
    expect(openInvitationsMade(world.db, made, now)).toHaveLength(2);
    expect(inTransaction(world.store, (db) => withdrawInvitationsMade(db, made, now + 1))).toBe(2);
    const [luz] = done.links;
    expect(lastInvitationOf(world.db, luz?.person.id ?? 0)?.withdrawnAt).toBe(now + 1);
  });
});
