import { localTime, type Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { day } from '../words/days.ts';
import { capital } from '../words/sentences.ts';
import { appointedAloneWords } from './appointed-alone.ts';
import { changeCount } from './approval-changes.ts';
import { withoutApproval } from './without-approval.ts';

type Returned = { readonly at: Moment; readonly name: string; readonly remark: string };

export type ReviewStateWords =
  | {
      readonly kind: 'preliminary';
      readonly returned: Returned | null;
    }
  | { readonly kind: 'closed'; readonly returned: Returned | null }
  | {
      readonly kind: 'presented';
      readonly by: { readonly at: Moment; readonly name: string };
      readonly changes: readonly unknown[];
    }
  | {
      readonly kind: 'approved';
      readonly approval: {
        readonly at: Moment;
        readonly name: string;
        readonly appointedBy: string | null;
      };
      readonly changes: readonly unknown[];
      readonly again: { readonly by: { readonly at: Moment }; readonly changes: readonly unknown[] } | null;
    };

const onDay = (moment: Moment) => `el ${day(localTime(moment).date)}`;

function returnedParts(last: Returned | null): readonly string[] {
  if (last === null) return [];
  return [`devuelto por ${shorten(last.name, 60)} ${onDay(last.at)}: «${shorten(last.remark, 150)}»`];
}

type Figures = 'now' | 'presented' | 'approved';

/** The review state, under the heading of a summary. `of`: which figures the summary shows. */
export function standingLine(standing: ReviewStateWords, of: Figures): Html {
  const [state, ...rest] = standingParts(standing, of);
  return rest.length === 0 ? bold(state) : html`${bold(state)} · ${plain(rest.join(' · '))}`;
}

/** The same in plain words, for the picture. */
export function standingWords(standing: ReviewStateWords, of: Figures): string {
  return standingParts(standing, of).join(' · ');
}

function standingParts(standing: ReviewStateWords, of: Figures): readonly [string, ...string[]] {
  switch (standing.kind) {
    case 'closed':
      return ['Cerrado', withoutApproval, ...returnedParts(standing.returned)];
    case 'preliminary':
      return ['Preliminar', ...returnedParts(standing.returned)];
    case 'presented': {
      const { by, changes } = standing;
      const who = `presentado por ${shorten(by.name, 60)} ${onDay(by.at)}`;
      if (changes.length === 0) return ['Preliminar', `${who}, falta la aprobación`];
      const since = `${count(changes.length, 'cambio', 'cambios')} desde entonces`;
      return ['Preliminar', who, `${since}: hay que presentarlo de nuevo`];
    }
    case 'approved': {
      const { approval, changes, again } = standing;
      const who = `aprobado por ${shorten(approval.name, 60)} ${onDay(approval.at)}`;
      const rest = [
        ...(approval.appointedBy === null
          ? []
          : [appointedAloneWords(shorten(approval.name, 60), shorten(approval.appointedBy, 60))]),
        ...(changes.length === 0 ? [] : [changeCount(changes.length)]),
        ...(again ? [`presentado de nuevo ${onDay(again.by.at)}`] : []),
      ];
      return of === 'approved' ? [capital(who), ...rest] : ['Preliminar', who, ...rest];
    }
  }
}
