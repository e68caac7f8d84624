import type { Reapplied } from '../actions/reapply.ts';
import type { Unknown } from '../db/former.ts';
import type { Db } from '../db/open.ts';
import { officeHolders } from '../db/people.ts';
import { nameOfPost } from '../db/post-name.ts';
import type { Moment } from '../domain/dates.ts';
import { reappliedTexts as texts } from '../texts/cli/backup.ts';
import { postName } from '../texts/people/assign.ts';
import { clockTime } from '../texts/words/days.ts';

/** What a restore prints of the time since the copy. */
export type ReappliedWords = {
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
  readonly json: unknown;
};

/** `last`: when the copy's last row of the audit was written. */
export function describeReapplied(
  db: Db,
  of: { readonly done: Reapplied; readonly unknown: Unknown | null; readonly last: Moment | null },
  now: Moment,
): ReappliedWords {
  const { done, unknown, last } = of;
  const names = (people: Reapplied['left']) => people.map(({ name, id }) => texts.numbered(name, id));
  const posts = done.ended.map(({ person, span }) => texts.post(person.name, postName(nameOfPost(db, span))));
  const toInvite = done.toInvite.map(({ id, name }) =>
    id === null ? texts.toAdd(name) : texts.numbered(name, id),
  );
  const lines = [
    ...some(names(done.left), texts.left),
    ...some(names([...done.undone, ...done.former]), texts.undone),
    ...some(names(done.moved), texts.moved),
    ...some(posts, texts.ended),
    ...(done.evidence === 0 ? [] : [texts.evidence(done.evidence)]),
    ...some(toInvite, texts.toInvite),
  ];
  const closed = [
    ...(done.invitations === 0 ? [] : [texts.invitations(done.invitations)]),
    ...(done.officeChanges === 0 ? [] : [texts.officeChanges(done.officeChanges)]),
  ];
  const nobody = done.ended.length > 0 && officeHolders(db, 'coordinator', now).length === 0;
  const warnings = [
    ...(unknown === null
      ? []
      : [
          texts.unknown(unknown, last === null ? null : clockTime(last)),
          ...(done.invitations + done.officeChanges === 0
            ? []
            : [texts.withdrawn(done.invitations, done.officeChanges)]),
          texts.ask,
        ]),
    ...(nobody ? [texts.nobodyCoordinates] : []),
  ];
  return { lines: unknown === null ? [...lines, ...closed] : lines, warnings, json: jsonOf(done, unknown) };
}

function some(parts: readonly string[], words: (parts: readonly string[]) => string): readonly string[] {
  return parts.length === 0 ? [] : [words(parts)];
}

function jsonOf(done: Reapplied, unknown: Unknown | null) {
  const ids = (people: Reapplied['left']) => people.map(({ id }) => id);
  return {
    ...done,
    unknown,
    left: ids(done.left),
    undone: ids(done.undone),
    moved: ids(done.moved),
    former: ids(done.former),
    ended: done.ended.map(({ person, span }) => ({
      person: person.id,
      position: span.positionId,
      role: span.office,
    })),
  };
}
