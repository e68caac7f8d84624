/** What the demo and its bot, two processes, tell each other. */
import { z } from 'zod';

/** Settings of the child, in one environment variable; the token is the simulator's and stands in the code. */
export const botSettings = z.object({
  apiRoot: z.url(),
  databasePath: z.string(),
  filesPath: z.string(),
  shift: z.number(),
});
export type BotSettings = z.infer<typeof botSettings>;
export const settingsVariable = 'DEMO_BOT';

/** To the bot: the clock is so far from the machine's now; ask what is due. */
export const toBot = z.object({ shift: z.number(), turn: z.number() });
export type ToBot = z.infer<typeof toBot>;

/** From the bot: it runs; it has asked what is due since that turn. */
export const fromBot = z.union([z.object({ running: z.literal(true) }), z.object({ turn: z.number() })]);
export type FromBot = z.infer<typeof fromBot>;
