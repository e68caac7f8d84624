/** The messages between the demo and its bot, which are two processes. */
import { z } from 'zod';

/** Settings of the child, in one environment variable. The token is the simulator's and is in the code. */
export const botSettings = z.object({
  apiRoot: z.url(),
  databasePath: z.string(),
  filesPath: z.string(),
  shift: z.number(),
});
export type BotSettings = z.infer<typeof botSettings>;
export const settingsVariable = 'DEMO_BOT';

/** To the bot: the clock's distance from the machine's; decide what is due. */
export const toBot = z.object({ shift: z.number(), turn: z.number() });
export type ToBot = z.infer<typeof toBot>;

/** From the bot: it runs; it has decided what is due since that message. */
export const fromBot = z.union([z.object({ running: z.literal(true) }), z.object({ turn: z.number() })]);
export type FromBot = z.infer<typeof fromBot>;
