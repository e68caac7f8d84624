import { record } from '../../db/audit.ts';
import { plannedCut } from '../../db/plans.ts';
import { evidencePack, MOST_PARTS_IN_CHAT } from '../../summary/evidence-pack.ts';
import { requestHandout } from '../../summary/handout-request.ts';
import * as texts from '../../texts/publication/evidence-pack.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { Screen } from '../dialogs/screen.ts';
import { isOpened } from '../summary/which-cut.ts';
import { say } from '../turn.ts';

/** *Soportes (zip)*: says how much it is and whose data it may hold; then it is made, and the audit has who took it. */
export const evidencePackScreen: Screen<'evpack'> = {
  needs: 'takeEvidence',
  show: (turn, { cutId, yes }) => {
    const planned = isOpened(turn, cutId) ? plannedCut(turn.db, cutId) : undefined;
    if (!planned) return undefined;
    const { parts, files, links, bytes } = evidencePack(turn.db, planned);
    const of = { cutNumber: planned.cut.number, files, links, bytes, parts: parts.length };
    if (parts.length === 0) say(turn, { html: texts.noEvidence(of) });
    else if (parts.length > MOST_PARTS_IN_CHAT) say(turn, { html: texts.tooManyParts(of) });
    else if (!turn.context.hasRoom(bytes)) say(turn, { html: texts.noRoomForPack() });
    else if (!yes)
      say(turn, {
        html: texts.takeThem(of),
        keyboard: [[screenButton(texts.evidencePackButtons.yes, 'evpack', { cutId, yes: true })]],
      });
    else {
      const { db, now, person, chatId } = turn;
      requestHandout(db, { what: 'evidence', cutId, chatId, personId: person.id }, now);
      const by = { personId: person.id };
      record(db, { at: now, act: 'exported', by, cutId, after: { format: 'soportes', files, bytes } });
      return texts.packComes;
    }
    return undefined;
  },
};
