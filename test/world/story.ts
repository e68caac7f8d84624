import { inject, it } from 'vitest';
import { differencesFromAudit } from '../../src/db/audit-check/index.ts';
import { transcript } from '../../src/simulator/index.ts';
import { openStage, type Story, type StoryOptions } from './stage.ts';

export { type Actor, textsOf, told } from './actor.ts';
export type { Story } from './stage.ts';

/**
 * One sentence of the specification. The project `stories` runs it without interruption; the project
 * `restarted` runs it again with a restart of the bot before every step (vitest.config.ts).
 */
export function sentence(
  name: string,
  live: (story: Story) => Promise<void>,
  options: StoryOptions = {},
): void {
  const isRestarted = restarts();
  it(name, () => tell(live, options, isRestarted));
}

/** Runs only without restarts: what it is about would be over before a restart. */
export function livedOnce(
  name: string,
  live: (story: Story) => Promise<void>,
  options: StoryOptions = {},
): void {
  if (!restarts()) it(name, () => tell(live, options, false));
}

declare module 'vitest' {
  interface ProvidedContext {
    restarts: boolean;
  }
}

function restarts(): boolean {
  const given: boolean | undefined = inject('restarts');
  if (given === undefined) throw new Error('name this file among the stories of vitest.config.ts');
  return given;
}

async function tell(
  live: (story: Story) => Promise<void>,
  options: StoryOptions,
  restarts: boolean,
): Promise<void> {
  const stage = await openStage(options, restarts);
  try {
    await live(stage.story);
    const mistakes = stage.story.simulator.mistakes();
    if (mistakes.length > 0) throw new Error(`Telegram refused or ignored:\n${mistakes.join('\n')}`);
    const unanswered = stage.actors.flatMap((actor) =>
      actor.phone.taps.filter((tap) => tap.state === 'pending'),
    );
    const differing = differencesFromAudit(stage.story.db);
    if (differing.length > 0) throw new Error(`the audit says otherwise: ${JSON.stringify(differing)}`);
    if (unanswered.length > 0) throw new Error(`${unanswered.length} taps were never answered`);
  } catch (error) {
    const chats = stage.actors.map(
      (actor) => `--- ${actor.phone.user.first_name}\n${transcript(actor.phone.chat)}`,
    );
    if (error instanceof Error)
      error.message += `\n${chats.filter((chat) => chat.includes('\n')).join('\n')}`;
    throw error;
  } finally {
    await stage.end();
  }
}
