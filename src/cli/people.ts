import { type Command, Option } from 'commander';
import type { Role } from '../actions/access.ts';
import { invite } from '../actions/invite.ts';
import { addPersonWith } from '../actions/people.ts';
import { unlinkByOperator } from '../actions/unlink.ts';
import type { Settings } from '../config.ts';
import { activitiesPerPosition } from '../db/assignments.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { inTransaction, type Store } from '../db/open.ts';
import { allPeople, allPositions, holdersOf, isEnrolled } from '../db/people.ts';
import type { Moment } from '../domain/dates.ts';
import { isoLocal } from '../domain/dates.ts';
import { errors } from '../texts/cli/errors.ts';
import { help } from '../texts/cli/help.ts';
import { people, roleNames } from '../texts/cli/person.ts';
import { clockTime } from '../texts/words/days.ts';
import { describedPerson, personNumbered, refusedPerson, spanNotes } from './describe-people.ts';
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

/** `position list`, `person add`, `person list`, `person invite ID`, `person unlink ID`. */
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
  person
    .command('unlink')
    .description(help.personUnlink)
    .argument('<persona>', help.personId)
    .option('--json', help.json)
    .action((id: string, flags: Json) => unlink(around, id, flags.json === true));
}

async function add(around: Surroundings, flags: AddFlags): Promise<void> {
  const now = around.clock.now();
  const { person, namesakes } = await writing(around, (db) => {
    const asked = { name: flags.name, positions: flags.position ?? [], roles: flags.role ?? [] };
    const result = addPersonWith(db, asked, now, 'operator');
    if (!result.ok) throw new Refused(refusedPerson(result.refusal));
    return { person: describedPerson(db, result.person, now), namesakes: result.namesakes };
  });
  for (const other of namesakes) warn(around, people.namesake(other));
  if (flags.json) return printJson(around, person);
  printLine(around, people.added(person));
}

async function listPeople(around: Surroundings, json: boolean): Promise<void> {
  const now = around.clock.now();
  const all = await reading(around, (db) => allPeople(db).map((person) => describedPerson(db, person, now)));
  if (json) return printJson(around, all);
  printTable(
    around,
    ['N.º', 'Nombre', 'Roles', 'Cargos', 'Telegram'],
    all.map((person) => [
      String(person.id),
      person.name,
      person.roles.map((role) => roleNames[role]).join(', '),
      postWords(person, now),
      people.enrolment(person),
    ]),
  );
}

/**
 * The positions, with what is known of their end; the offices only when there is something to note about
 * them.
 */
function postWords(person: ReturnType<typeof describedPerson>, now: Moment): string {
  return person.assignments
    .flatMap((span) => {
      const notes = spanNotes(span, now);
      if (span.role !== null && notes === '') return [];
      return [notes === '' ? span.name : `${span.name} (${notes})`];
    })
    .join('; ');
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

async function unlink(around: Surroundings, number: string, json: boolean): Promise<void> {
  const now = around.clock.now();
  const person = await writing(around, (db) => {
    const found = personNumbered(db, number);
    if (!isEnrolled(found)) throw new Refused(people.notEnrolled(found.name));
    unlinkByOperator(db, found, now);
    return found;
  });
  if (json) return printJson(around, { id: person.id, name: person.name, enrolled: false });
  printLine(around, people.unlinked(person.name));
}

/** The bot's username from the last `getMe`; otherwise asks Telegram, outside any transaction. */
async function botUsername(store: Store, settings: Settings): Promise<string> {
  const known = readMeta(store.db, 'botUsername');
  if (known !== undefined) return known;
  if (settings.botToken === null) throw new Refused(errors.noBotUsername(errors.noToken));
  // Loaded only here: HTTPS takes 50 ms to load, as long as most commands take to answer.
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
