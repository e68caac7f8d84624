import { onlyRehearsal } from '../../texts/beginning/first-steps.ts';
import type { Screen } from '../dialogs/screen.ts';
import { askForForm } from '../importing/importing.ts';
import { say } from '../turn.ts';
import { firstSteps } from './first-steps.ts';
import { rehearsal } from './rehearsal.ts';

/** *Enviar el plan*: as `/importar`. */
export const sendFormScreen: Screen<'sendform'> = {
  needs: 'importPlan',
  show: (turn) => void askForForm(turn),
};

/** *Ver un ensayo*, then the steps again. */
export const rehearsalScreen: Screen<'rehearsal'> = {
  needs: 'begin',
  show: (turn) => {
    say(turn, rehearsal(turn.db, turn.person.name, turn.now));
    say(turn, firstSteps(turn.db, turn.now));
    return undefined;
  },
};

/** A button of the rehearsal. */
export const rehearsedScreen: Screen<'rehearsed'> = { needs: 'begin', show: () => onlyRehearsal };
