import {
  type OfficeWaiting,
  officeAwaitedBy,
  officesWaiting,
  officeWaiting,
} from '../../actions/offices-waiting.ts';
import type { Button, Html } from '../../domain/events.ts';
import { acceptedMessage } from '../../notices/kinds/accepted.ts';
import { nothing } from '../../texts/html.ts';
import * as texts from '../../texts/people/office-changes.ts';
import { goneMeanwhile } from '../../texts/people/people.ts';
import { mayNow } from '../allowed.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { Screen } from '../dialogs/screen.ts';
import { say, type Turn } from '../turn.ts';

/** What is missing until an office begins, to the person who waits for it. */
export function whatOfficeAwaits({ office, change, who }: OfficeWaiting): Html {
  const names = who.map((each) => each.name);
  return change ? texts.yesToBeSaid(office, names) : texts.nameToBeConfirmed(office, names);
}

/** The same to the person of a turn; nothing when no office waits for them. */
export function whatIsAwaited({ db, person, now }: Turn): Html {
  const waiting = officeAwaitedBy(db, person.id, now);
  return waiting ? whatOfficeAwaits(waiting) : nothing;
}

/** For the coordinators: the names that are still to be confirmed, and a button for those that the reader may confirm. */
export function namesToConfirm(turn: Turn): {
  readonly lines: readonly Html[];
  readonly buttons: readonly Button[];
} {
  if (!mayNow(turn, 'enrol')) return { lines: [], buttons: [] };
  const waiting = officesWaiting(turn.db, turn.now).filter(({ change }) => change === null);
  const most = 4;
  const mine = ({ who }: OfficeWaiting) => who.some((each) => each.id === turn.person.id);
  return {
    lines: waiting.slice(0, most).map((each) => {
      const others = each.who.map((one) => one.name);
      return texts.nameWaits(each.person.name, each.office, mine(each) ? null : others);
    }),
    buttons: waiting
      .filter(mine)
      .slice(0, most)
      .map(({ found, person }) =>
        screenButton(texts.officeChangeButtons.confirm(person.name), 'confirmname', {
          invitationId: found.id,
        }),
      ),
  };
}

/** *Confirmar a Rosa*: who came in, once more, with *Sí, es esa persona* and *No es esa persona*. */
export const confirmNameScreen: Screen<'confirmname'> = {
  needs: 'enrol',
  show: (turn, { invitationId }) => {
    const waiting = officeWaiting(turn.db, invitationId, turn.now);
    if (!waiting || waiting.change) {
      say(turn, { html: goneMeanwhile() });
      return undefined;
    }
    const { found, person } = waiting;
    const came = { person, telegramName: person.telegramName ?? person.name, at: person.enrolledAt };
    say(turn, acceptedMessage(turn.db, found, came, turn.now));
    return undefined;
  },
};
