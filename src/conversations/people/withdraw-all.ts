import { openInvitationsMade, withdrawInvitationsMade } from '../../db/invitations.ts';
import * as texts from '../../texts/people/inviting.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow, say } from '../turn.ts';

/** *Anular todas*: the invitations that one message made and nobody has used. It asks first; the texts stay in the chat above. */
export const unlinkAllScreen: Screen<'unlinkall'> = {
  needs: 'enrol',
  show: (turn, { at, confirmed }) => {
    const made = { createdBy: turn.person.id, createdAt: at };
    if (confirmed) {
      const withdrawn = withdrawInvitationsMade(turn.db, made, turn.now);
      follow(turn, { html: withdrawn === 0 ? texts.noneToWithdraw() : texts.withdrawnAll(withdrawn) });
      return undefined;
    }
    const open = openInvitationsMade(turn.db, made, turn.now).length;
    const yes = screenButton(texts.invitingButtons.confirmAll(open), 'unlinkall', { at, confirmed: true });
    say(
      turn,
      open === 0
        ? { html: texts.noneToWithdraw() }
        : { html: texts.withdrawAllQuestion(open), keyboard: [[yes]] },
    );
    return undefined;
  },
};
