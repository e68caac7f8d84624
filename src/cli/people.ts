import { type Command, Option } from 'commander';
import type { Role } from '../actions/access.ts';
import { rolesOf } from '../actions/access.ts';
import { invite } from '../actions/invite.ts';
import { addPersonWith, type PersonRefusal } from '../actions/people.ts';
import type { Settings } from '../config.ts';
import { activitiesPerPosition } from '../db/assignments.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { type Db, inTransaction, type Store } from '../db/open.ts';
import { allPeople, allPositions, holdersOf, holdingsOf, isEnrolled, type Person } from '../db/people.ts';
import type { Moment } from '../domain/dates.ts';
import { isoLocal } from '../domain/dates.ts';
import { errors, people, personRefusals, roleNames } from '../texts/cli.ts';
import { help } from '../texts/cli-help.ts';
import { clockTime } from '../texts/words.ts';
import { group } from './group.ts';
import { printJson, printLine, printTable, warn } from './print.ts';
import { reading, withStore, writing } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type Json = { readonly json?: true };
type AddFlags = Json & {
  readonly name: string;
  readonly position?: readonly string[];
  readonly role?: readonly Role[];
};

/** `position list`, `person add`, `person list`, `person invite ID`. */
export function peopleVerbs(program: Command, around: Surroundings): void {
  group(program, 'position', help.position)
    .command('list')
    .description(help.positionList)
    .option('--json', help.json)
    .action((flags: Json) => listPositions(around, flags.json === true));
  const person = group(program, 'person', help.person);
  person
    .command('add')
    .description(help.personAdd)
    .requiredOption('--name <nombre>', help.personName)
    .option('--position <cargo...>', help.personPosition)
    .addOption(new Option('--role <rol...>', help.personRole).choices(Object.keys(roleNames)))
    .option('--json', help.json)
    .action((flags: AddFlags) => add(around, flags));
  person
    .command('list')
    .description(help.personList)
    .option('--json', help.json)
    .action((flags: Json) => listPeople(around, flags.json === true));
  person
    .command('invite')
    .description(help.personInvite)
    .argument('<persona>', help.personId)
    .option('--json', help.json)
    .action((id: string, flags: Json) => inviteByNumber(around, id, flags.json === true));
}

async function add(around: Surroundings, flags: AddFlags): Promise<void> {
  const now = around.clock.now();
  const { person, namesakes } = await writing(around, (db) => {
    const asked = { name: flags.name, positions: flags.position ?? [], roles: flags.role ?? [] };
    const result = addPersonWith(db, asked, now, 'operator');
    if (!result.ok) throw new Refused(refusalText(result.refusal));
    return { person: described(db, result.person, now), namesakes: result.namesakes };
  });
  for (const other of namesakes) warn(around, people.namesake(other));
  if (flags.json) return printJson(around, person);
  printLine(around, people.added(person));
}

function refusalText(refusal: PersonRefusal): string {
  switch (refusal.why) {
    case 'name':
    case 'nothingToHold':
    case 'positionMissing':
      return personRefusals[refusal.why];
    case 'unknownPositions':
      return personRefusals.unknownPositions(refusal.asked, refusal.known);
    case 'samePosition':
      return personRefusals.samePosition(refusal.position.name);
    case 'mayorHeld':
      return personRefusals.mayorHeld(refusal.holder);
  }
}

async function listPeople(around: Surroundings, json: boolean): Promise<void> {
  const now = around.clock.now();
  const all = await reading(around, (db) => allPeople(db).map((person) => described(db, person, now)));
  if (json) return printJson(around, all);
  printTable(
    around,
    ['N.º', 'Nombre', 'Papeles', 'Cargos', 'Telegram'],
    all.map((person) => [
      String(person.id),
      person.name,
      person.roles.map((role) => roleNames[role]).join(', '),
      person.positions.map((position) => position.name).join('; '),
      people.enrolment(person),
    ]),
  );
}

/** A person as data: no account, which is nobody's business here. */
function described(db: Db, person: Person, now: Moment) {
  const holdings = holdingsOf(db, person.id, now);
  return {
    id: person.id,
    name: person.name,
    roles: [...rolesOf(holdings)],
    positions: holdings.positions.map(({ id, name }) => ({ number: id, name })),
    enrolled: isEnrolled(person),
    unreachable: person.unreachableSince !== null,
  };
}

async function listPositions(around: Surroundings, json: boolean): Promise<void> {
  const now = around.clock.now();
  const all = await reading(around, (db) => {
    const activities = activitiesPerPosition(db);
    return allPositions(db).map(({ id, name }) => ({
      number: id,
      name,
      holders: holdersOf(db, id, now).map((holder) => ({
        id: holder.id,
        name: holder.name,
        enrolled: isEnrolled(holder),
      })),
      activities: activities.get(id) ?? 0,
    }));
  });
  if (json) return printJson(around, all);
  printTable(
    around,
    ['N.º', 'Cargo', 'Lo ocupa', 'Actividades'],
    all.map((position) => [
      String(position.number),
      position.name,
      position.holders.map((holder) => holder.name).join(', ') || people.nobody,
      String(position.activities),
    ]),
  );
}

async function inviteByNumber(around: Surroundings, number: string, json: boolean): Promise<void> {
  await withStore(around, async (store, settings) => {
    const person = personNumbered(store.db, number);
    const username = await botUsername(store, settings);
    const { link, expiresAt } = inTransaction(store, (db) =>
      invite(db, { personId: person.id, invitedBy: null }, username, around.clock.now()),
    );
    if (json) {
      const { id, name } = person;
      return printJson(around, { id, name, link, expiresAt: isoLocal(expiresAt) });
    }
    printLine(around, link);
    warn(around, people.invited(person.name, clockTime(expiresAt)));
  });
}

/** @throws {Refused} */
export function personNumbered(db: Db, number: string): Person {
  const all = allPeople(db);
  const found = /^\d+$/.test(number) ? all.find((person) => person.id === Number(number)) : undefined;
  if (!found) throw new Refused(errors.unknownPerson(number, all));
  return found;
}

/** The bot's username as of the last `getMe`; else Telegram is asked, outside any transaction. */
async function botUsername(store: Store, settings: Settings): Promise<string> {
  const known = readMeta(store.db, 'botUsername');
  if (known !== undefined) return known;
  if (settings.botToken === null) throw new Refused(errors.noBotUsername(errors.noToken));
  // Loaded here alone: telegraf takes longer to load than every other verb takes to answer.
  const { createApi } = await import('../telegram/client.ts');
  const api = createApi(settings.botToken, settings.apiRoot);
  const outcome = await api.call<{ username?: unknown }>('getMe', {}, { timeoutMs: 15_000 });
  if (!outcome.ok) {
    const reason =
      outcome.kind === 'refused' ? errors.telegramSays(outcome.description) : errors.telegramUnreachable;
    throw new Refused(errors.noBotUsername(reason));
  }
  const { username } = outcome.result;
  if (typeof username !== 'string' || username === '')
    throw new Refused(errors.noBotUsername(errors.telegramUnreachable));
  inTransaction(store, (db) => writeMeta(db, 'botUsername', username));
  return username;
}
