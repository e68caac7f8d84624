import { type ReminderOfDay, reminderOfDay } from '../conversations/pending/why-nothing.ts';
import { isLocalDate, isoLocal, localDate } from '../domain/dates.ts';
import { whyErrors } from '../texts/cli/remind.ts';
import { outcomeWords, whyLine } from '../texts/pending/why.ts';
import { personNumbered } from './describe-people.ts';
import { printJson, printLine } from './print.ts';
import { reading } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

/** `remind --why PERSON --date D`: what happened to that day's reminder, and why. Reminds nobody. */
export async function whyNothing(
  around: Surroundings,
  person: string,
  flags: { readonly date?: string; readonly json?: true },
): Promise<void> {
  const now = around.clock.now();
  const date = flags.date ?? localDate(now);
  if (!isLocalDate(date)) throw new Refused(whyErrors.notADate(date));
  const { id, name, of } = await reading(around, (db) => {
    const found = personNumbered(db, person);
    return { id: found.id, name: found.name, of: reminderOfDay(db, found, date, now) };
  });
  if (flags.json) return printJson(around, { person: { id, name }, date, ...described(of) });
  printLine(around, whyLine(name, date, of));
}

function described(of: ReminderOfDay) {
  const at = of.outcome === 'sent' ? isoLocal(of.at) : null;
  const why = of.outcome === 'none' ? of.why : null;
  return { outcome: of.outcome, at, why, text: outcomeWords(of) };
}
