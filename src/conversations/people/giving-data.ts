import { z } from 'zod';
import { type Assignment, type Post, spansOf } from '../../db/assignments.ts';
import { type Person, personById } from '../../db/people.ts';
import { nameOfPost } from '../../db/post-name.ts';
import { offices } from '../../db/schema/index.ts';
import { localDate, type Moment, momentAt } from '../../domain/dates.ts';
import { giveKinds } from '../../domain/screens.ts';
import { covers } from '../../domain/spans.ts';
import type { PostName } from '../../texts/people/assign.ts';
import type { Turn } from '../turn.ts';

const held = z.union([z.object({ positionId: z.number().int() }), z.object({ office: z.enum(offices) })]);

/** What the conversation knows so far; null: not asked yet. */
const givingData = z.object({
  kind: z.enum(giveKinds),
  asking: z.enum(['held', 'person', 'namesake', 'instead', 'from', 'until', 'confirm']),
  held: held.nullable(),
  personId: z.number().int().nullable(),
  /** For somebody new, who is added when it is done. */
  newName: z.string().nullable(),
  /** How many are called like somebody new and are somebody else, as was said. */
  namesakes: z.number().int().default(0),
  /** Who gives it up; empty: it is held beside them. */
  instead: z.array(z.number().int()).nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  page: z.number().int(),
});
export type Giving = z.infer<typeof givingData>;

export function readGiving(data: unknown): Giving {
  return givingData.parse(data);
}

export function newGiving(kind: Giving['kind'], known: Partial<Giving> = {}): Giving {
  return {
    kind,
    asking: 'held',
    held: null,
    personId: null,
    newName: null,
    namesakes: 0,
    instead: null,
    from: null,
    until: null,
    page: 1,
    ...known,
  };
}

/** The moment from which it is held. */
export function beginsAt(turn: Turn, giving: Giving): Moment {
  return giving.from === null || giving.from <= localDate(turn.now) ? turn.now : momentAt(giving.from, 0);
}

/** Who holds it when it would begin, each with the span. */
export function holdersThen(
  turn: Turn,
  giving: Giving,
): readonly { readonly person: Person; readonly span: Assignment }[] {
  if (giving.held === null) return [];
  return holdersAt(turn, giving.held, beginsAt(turn, giving));
}

export function holdersAt(
  turn: Turn,
  of: Post,
  moment: Moment,
): readonly { readonly person: Person; readonly span: Assignment }[] {
  return spansOf(turn.db, of, moment)
    .filter((span) => covers(span, moment))
    .flatMap((span) => {
      const person = personById(turn.db, span.personId);
      return person ? [{ person, span }] : [];
    });
}

/** The person it is about: known, or new. */
export function nameOf(turn: Turn, giving: Giving): string {
  if (giving.personId !== null) return personById(turn.db, giving.personId)?.name ?? '';
  return giving.newName ?? '';
}

export function postWords(turn: Turn, giving: Giving): PostName {
  return giving.held === null ? { position: '' } : nameOfPost(turn.db, giving.held);
}
