import { addDays, type LocalDate, localDate } from '../../src/domain/dates.ts';
import type { Actor, Story } from '../world/story.ts';

/** The reminders that somebody got: what can be put off until tomorrow. */
export const remindersOf = (who: Actor) =>
  who.phone.chat.filter(
    (message) =>
      message.from === 'bot' && message.buttons.flat().some((button) => button.data === 'm:snooze'),
  );

/** The days on which they came. */
export const remindedOn = (who: Actor): readonly LocalDate[] =>
  remindersOf(who).map((message) => localDate(message.date * 1000));

/** Every day at 08:00, working or not. */
export async function eachMorning(story: Story, from: LocalDate, to: LocalDate): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) await story.at(day, 8);
}
