import type { BotContext } from '../../src/conversations/turn.ts';
import { dataContact, username } from './telegram.ts';

/** The bot's context for a test that calls conversations without a bot. */
export const context: BotContext = {
  username,
  entityName: null,
  dataContact,
  filesPath: '/nowhere',
  evidenceLimit: 1e9,
  hasRoom: () => true,
  secret: new Uint8Array(32).fill(7),
};
