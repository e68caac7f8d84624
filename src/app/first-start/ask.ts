import { cleanName, isWholeName } from '../../actions/people.ts';
import type { Settings } from '../../config.ts';
import { hasLetter } from '../../domain/invisible.ts';
import { cleanOutsideText } from '../../domain/outside-text.ts';
import { firstStartTexts as texts } from '../../texts/first-start.ts';
import type { Variables } from './env-file.ts';
import type { Terminal } from './terminal.ts';

/** What Telegram says of a token. */
export type TokenCheck =
  | { readonly is: 'accepted'; readonly username: string }
  | { readonly is: 'refused' }
  | { readonly is: 'unknown'; readonly why: string };

type CheckToken = (token: string, left: AbortSignal) => Promise<TokenCheck>;

/** What is asked: a setting that is there, or a coordinator who is stored, is not asked again. */
export type Missing = Pick<Settings, 'botToken' | 'entityName' | 'dataContactIsDefault'> & {
  readonly coordinator: boolean;
};

/**
 * Asks for the settings without which nobody may be invited, and for the name of the first coordinator.
 * @throws {LeftError}
 */
export async function askAtFirstStart(
  terminal: Terminal,
  missing: Missing,
  check: CheckToken,
): Promise<{ readonly variables: Variables; readonly coordinator: string | null }> {
  const asksNothing =
    missing.botToken !== null &&
    missing.entityName !== null &&
    !missing.dataContactIsDefault &&
    !missing.coordinator;
  if (!asksNothing) terminal.say(texts.hello);
  const token = missing.botToken === null ? await askToken(terminal, check) : null;
  const entity = missing.entityName === null ? await askText(terminal, texts.entity, 200) : null;
  const contact = missing.dataContactIsDefault ? await askText(terminal, texts.contact, 300) : null;
  const coordinator = missing.coordinator ? await askName(terminal) : null;
  return {
    variables: {
      ...(token === null ? {} : { BOT_TOKEN: token }),
      ...(entity === null ? {} : { ENTITY_NAME: entity }),
      ...(contact === null ? {} : { DATA_CONTACT: contact }),
    },
    coordinator,
  };
}

async function askToken(terminal: Terminal, check: CheckToken): Promise<string> {
  terminal.say(texts.aboutToken);
  for (;;) {
    const token = (await terminal.askHidden(texts.token)).trim();
    if (!/^\d+:[\w-]+$/.test(token)) {
      terminal.say(texts.notAToken);
      continue;
    }
    const checked = await check(token, terminal.left);
    switch (checked.is) {
      case 'accepted':
        terminal.say(texts.tokenTaken(checked.username));
        return token;
      case 'refused':
        terminal.say(texts.tokenRefused);
        break;
      case 'unknown':
        terminal.say(texts.telegramAway(checked.why));
    }
  }
}

async function askText(terminal: Terminal, question: string, most: number): Promise<string> {
  for (;;) {
    const text = oneLine(await terminal.ask(question));
    if (!hasLetter(text) && !/\d{5}/.test(text)) terminal.say(texts.needed);
    else if (text.length > most) terminal.say(texts.tooLong(most));
    else return text;
  }
}

async function askName(terminal: Terminal): Promise<string> {
  for (;;) {
    const name = cleanName(await terminal.ask(texts.coordinator));
    if (name !== null && isWholeName(name)) return name;
    terminal.say(texts.nameNeeded);
  }
}

function oneLine(text: string): string {
  return cleanOutsideText(text).replace(/\s+/g, ' ').trim();
}
