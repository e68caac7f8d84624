import { resendMessage } from '../actions/resend.ts';
import { personById } from '../db/people.ts';
import { isoLocal } from '../domain/dates.ts';
import { undeliveredMessages } from '../notices/undelivered.ts';
import { nothingUndelivered, resentLine } from '../texts/pending/undelivered.ts';
import { printJson, printLine, withoutHtml } from './print.ts';
import { writing } from './store.ts';
import type { Surroundings } from './surroundings.ts';

/** `remind --failed`: sends again everything that could not be delivered for good. */
export async function resendFailed(around: Surroundings, flags: { readonly json?: true }): Promise<void> {
  const now = around.clock.now();
  const done = await writing(around, (db) =>
    undeliveredMessages(db).map((row) => ({
      person: { id: row.personId, name: personById(db, row.personId)?.name ?? '' },
      kind: row.kind,
      result: resendMessage(db, row.id, now, null),
    })),
  );
  if (flags.json) {
    return printJson(
      around,
      done.map(({ person, kind, result }) => ({
        person,
        kind,
        when: result.done === 'queued' ? isoLocal(result.when) : null,
        why: result.done === 'queued' ? null : result.why,
      })),
    );
  }
  if (done.length === 0) printLine(around, withoutHtml(nothingUndelivered()));
  for (const { person, result } of done) {
    const words =
      result.done === 'queued'
        ? { name: person.name, when: result.when === now ? null : result.when }
        : { name: person.name, why: result.why };
    printLine(around, withoutHtml(resentLine(words)));
  }
}
