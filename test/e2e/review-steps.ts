import { audit, presentation } from '../../src/db/schema/index.ts';
import type { Actor, Story } from '../world/story.ts';

/** Everything of the real form's first cut, in a minute. */
export async function reportAll({ ana, berta }: Story): Promise<void> {
  await ana.say(
    [
      '1: 25% caracterización en curso',
      '2: 100% plan publicado',
      '3: 100% informe publicado',
      '5: 30% veedurías convocadas',
      '6: 20% en curso',
      '7: 25% en curso',
    ].join('\n'),
  );
  await ana.tap(/^Guardar est/);
  await berta.say('/reportar');
  await berta.say('40% audiencia preparada');
}

/** Presented by the coordinator, and the mayor is asked. */
export async function presented(story: Story): Promise<void> {
  await story.coordinator.say('/presentar');
  await story.coordinator.tap('Presentar');
  await story.minutes(1);
}

/** The same, with the files made within that minute. */
export async function presentedWithFiles(story: Story): Promise<void> {
  await story.coordinator.say('/presentar');
  await story.coordinator.tap('Presentar');
  await story.work();
  await story.minutes(1);
}

export async function approved(story: Story): Promise<void> {
  await reportAll(story);
  await presentAndApprove(story);
}

export async function presentAndApprove(story: Story, present = presented): Promise<void> {
  await present(story);
  await story.mayor.tap('Aprobar');
  await story.mayor.tap('Sí, aprobar');
}

/** The bot's messages to somebody that say something. */
export const heard = (who: Actor, what: string) =>
  who.phone.chat.filter((message) => message.from === 'bot' && message.text.includes(what));

export const presentations = (story: Story) => story.db.select().from(presentation).all();

/** What is on record, in order. */
export const acts = (story: Story) =>
  story.db
    .select()
    .from(audit)
    .all()
    .map((row) => row.act);

/** A responsible corrects the first activity. */
export async function correctFirst({ ana }: Pick<Story, 'ana'>, text = '35% más avanzada'): Promise<void> {
  await ana.say('/misactividades');
  await ana.tap('n.º 1');
  await ana.tap('Corregir');
  await ana.say(text);
}
