import { createHash } from 'node:crypto';
import {
  accountSettings,
  dropAccountSetting,
  heldByAccount,
  setAccountSetting,
} from '../db/account-settings.ts';
import { requestJob } from '../db/jobs.ts';
import { readMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { entitiesOfPlans } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';
import { botDescription, botShortDescription, commandTexts } from '../texts/commands.ts';
import { properName } from '../texts/words/names.ts';
import type { Role } from './access.ts';
import { type CommandName, commandsFor, strangersCommands } from './commands.ts';

/**
 * One change of the bot's own account at Telegram. `keep` writes that Telegram accepted it, or refused it for
 * good.
 */
export type AccountChange = {
  readonly method: 'setMyCommands' | 'deleteMyCommands' | 'setMyDescription' | 'setMyShortDescription';
  readonly parameters: object;
  readonly keep: (db: Db) => void;
};

/**
 * The differences between the account's present texts and menus and the ones that Telegram last accepted:
 * descriptions, the menu of strangers, and one menu for each enrolled person by what they hold now. Empty
 * when nothing changed.
 * @param entityName null: the entity of the plans
 */
export function accountChanges(db: Db, entityName: string | null, now: Moment): readonly AccountChange[] {
  const bot = readMeta(db, 'botId') ?? '';
  const known = accountSettings(db);
  const wanted = settingsWanted(db, entityName, now);
  const changed = wanted.flatMap(({ key, method, parameters }): AccountChange[] => {
    const value = hashOf([bot, method, parameters]);
    if (known.get(key) === value) return [];
    return [{ method, parameters, keep: (inner) => setAccountSetting(inner, key, value) }];
  });
  const keys = new Set(wanted.map((each) => each.key));
  const gone = [...known.keys()].filter((key) => !keys.has(key));
  return [...changed, ...gone.map(withoutMenu)];
}

/**
 * Asks for the job when something differs: after an assignment, the beginning or end of an *encargo*, an
 * upgrade.
 */
export function requestAccountChanges(db: Db, entityName: string | null, now: Moment): void {
  if (accountChanges(db, entityName, now).length > 0) requestJob(db, 'account', now);
}

type Setting = Pick<AccountChange, 'method' | 'parameters'> & { readonly key: string };

function settingsWanted(db: Db, entityName: string | null, now: Moment): readonly Setting[] {
  const entity = entityName ?? entityOfPlans(db);
  const short_description = botShortDescription(entity);
  const menus = [...heldByAccount(db, now)].map(([account, held]): Setting => {
    const roles = new Set<Role>([...(held.position ? (['responsible'] as const) : []), ...held.offices]);
    const parameters = { commands: menuOf(commandsFor(roles)), scope: { type: 'chat', chat_id: account } };
    return { key: `${chatKey}${account}`, method: 'setMyCommands', parameters };
  });
  return [
    {
      key: 'description',
      method: 'setMyDescription',
      parameters: { description: botDescription(entity) },
    },
    { key: 'shortDescription', method: 'setMyShortDescription', parameters: { short_description } },
    { key: 'commands', method: 'setMyCommands', parameters: { commands: menuOf(strangersCommands) } },
    ...menus,
  ];
}

const chatKey = 'commands:';

/** A person who left sees what strangers see. */
function withoutMenu(key: string): AccountChange {
  const scope = { type: 'chat', chat_id: Number(key.slice(chatKey.length)) };
  return { method: 'deleteMyCommands', parameters: { scope }, keep: (db) => dropAccountSetting(db, key) };
}

function menuOf(names: readonly CommandName[]) {
  return names.map((command) => ({ command, description: commandTexts[command] }));
}

/** The entity of the plans when all have the same one. */
function entityOfPlans(db: Db): string | null {
  const entities = new Set(entitiesOfPlans(db).map(properName));
  const [entity] = entities;
  return entities.size === 1 && entity !== undefined ? entity : null;
}

function hashOf(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16);
}
