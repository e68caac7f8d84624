import type { Screens } from '../dialogs/screen.ts';
import { askForCalendar } from './handouts.ts';
import { publishSeen, showPublishing } from './publishing.ts';

/** What *Publicar* and *Calendario (.ics)* of `/cortes` open. */
export const publicationScreens = {
  publish: {
    needs: 'publish',
    show: (turn, { page }) => {
      showPublishing(turn, page);
      return undefined;
    },
  },
  publishyes: {
    needs: 'publish',
    show: (turn, { seen }) => {
      publishSeen(turn, seen);
      return undefined;
    },
  },
  calendar: { needs: 'manageCuts', show: askForCalendar },
} satisfies Partial<Screens>;
