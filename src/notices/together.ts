import { assignmentById } from '../db/assignments.ts';
import { invitationById } from '../db/invitations.ts';
import type { Db } from '../db/open.ts';
import type { OutboxRow } from '../db/outbox-rows.ts';
import { personById, positionById } from '../db/people.ts';
import { putTogether } from '../db/together.ts';
import { readButton } from '../domain/buttons.ts';
import type { Moment } from '../domain/dates.ts';
import type { Button, Html, Keyboard } from '../domain/events.ts';
import { paragraphs } from '../texts/html.ts';
import { togetherButtons } from '../texts/notices/together.ts';
import { kindOf } from './registry.ts';

/** Of one message: a phone shows them, and a keyboard is still read. */
const MOST = 8;

/** Whether a notice about to be released may stand beside others in one message: mere news, written as it goes. */
export function isNews(row: OutboxRow): boolean {
  const { payload } = row;
  if (kindOf(row)?.news !== true || row.personId === null) return false;
  return payload !== null && 'html' in payload && payload.html !== '' && !payload.file && !payload.forget;
}

/**
 * The rows to release in the place of news that go to one person in the same minute: one message a few of them.
 * @param rows of one person, in their order
 */
export function oneMessage(db: Db, rows: readonly OutboxRow[], now: Moment): readonly number[] {
  const [first, ...others] = rows.slice(0, MOST);
  const left = rows.slice(MOST);
  if (!first) return [];
  const rest = left.length === 0 ? [] : oneMessage(db, left, now);
  if (others.length === 0) return [first.id, ...rest];
  const own = [first, ...others] as const;
  const html = paragraphs(
    ...own.flatMap(({ payload }) => (payload && 'html' in payload ? [payload.html as Html] : [])),
  );
  return [putTogether(db, own, { html, keyboard: keyboardOf(db, own) }, now), ...rest];
}

/** The buttons of all, each once, with the name of the person or position that they are about. */
function keyboardOf(db: Db, rows: readonly OutboxRow[]): Keyboard {
  const buttons = rows.flatMap(({ payload }) =>
    payload && 'html' in payload ? (payload.keyboard ?? []).flat() : [],
  );
  const once = new Map(buttons.map((button) => [button.data, button]));
  return [...once.values()].map((button) => [{ ...button, text: named(db, button) }]);
}

function named(db: Db, { text, data }: Button): string {
  const button = readButton(data);
  if (button?.to === 'notThatPerson')
    return nameOn(db, button.personId, togetherButtons.notThatPerson) ?? text;
  if (button?.to !== 'screen') return text;
  switch (button.screen) {
    case 'officeok':
      return (
        nameOn(db, invitationById(db, button.args.invitationId)?.personId, togetherButtons.thatPerson) ?? text
      );
    case 'person':
      return nameOn(db, button.args.personId, togetherButtons.person) ?? text;
    case 'contract':
      return (
        nameOn(db, assignmentById(db, button.args.assignmentId)?.personId, togetherButtons.contract) ?? text
      );
    case 'give':
      return nameOn(db, assignmentById(db, button.args.id)?.personId, togetherButtons.give) ?? text;
    case 'vacantof': {
      const position = positionById(db, button.args.positionId);
      return position ? togetherButtons.record(position.name) : text;
    }
    default:
      return text;
  }
}

function nameOn(db: Db, personId: number | undefined, label: (name: string) => string): string | null {
  const person = personId === undefined ? undefined : personById(db, personId);
  return person ? label(person.name) : null;
}
