import { may, rolesOf } from '../../actions/access.ts';
import { assignmentById } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import { holdingsOf } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import { isEmpty } from '../../domain/spans.ts';
import { handover } from '../../summary/handover.ts';
import { requestPaper } from '../../summary/paper-request.ts';
import * as texts from '../../texts/people/handover.ts';
import type { Screen } from '../dialogs/screen.ts';
import { say } from '../turn.ts';

/**
 * *Relación de entrega* of a position, for who leaves or receives it (their own assignment), and for a coordinator. It
 * follows as a file.
 */
export const handoverScreen: Screen<'handover'> = {
  needs: 'ownData',
  show: (turn, { assignmentId }) => {
    const { db, person, chatId, now } = turn;
    if (!mayHandOver(db, person.id, assignmentId, now)) return undefined;
    if (handover(db, assignmentId, null, now) === null) {
      say(turn, { html: texts.nothingToHandOver() });
      return undefined;
    }
    requestPaper(db, { paper: 'handover', personId: person.id, chatId, assignmentId }, now);
    return texts.handoverComes;
  },
};

export function mayHandOver(db: Db, personId: number, assignmentId: number, now: Moment): boolean {
  const row = assignmentById(db, assignmentId);
  if (!row || isEmpty(row)) return false;
  return row.personId === personId || may(rolesOf(holdingsOf(db, personId, now)), 'managePeople');
}
