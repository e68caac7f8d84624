import type { BotContext } from '../../src/conversations/turn.ts';
import { dataContact, username } from './telegram.ts';

/** What conversations need of the bot, where a test calls them without one. */
export const context: BotContext = {
  username,
  entityName: null,
  dataContact,
  filesPath: '/nowhere',
  evidenceLimit: 1e9,
  hasRoom: () => true,
  secret: new Uint8Array(32).fill(7),
};
