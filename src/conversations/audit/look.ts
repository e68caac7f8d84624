import { addDays, daysBetween, type LocalDate } from '../../domain/dates.ts';
import type { Button } from '../../domain/events.ts';
import type { ScreenArgs } from '../../domain/screens.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { type AuditQuery, wholeAudit } from './read-words.ts';

/** The screens that show a page and keep a look. */
export type AuditScreen = 'audit' | 'auditfilter' | 'auditpeople' | 'auditacts' | 'auditcuts' | 'auditdays';
type LookArgs = Omit<ScreenArgs<AuditScreen>, 'page'>;

/**
 * A look at the audit as the two numbers that a button carries beside its page: person and activity, then cut and
 * days. Read back from a forged button they name something or nothing.
 */
export function queryArgs(look: AuditQuery): LookArgs {
  const days = look.from === null ? 0 : daysBetween(epoch, look.from) * MANY_DAYS + look.more;
  return {
    who: (look.personId ?? 0) * MANY_IDS + (look.activityId ?? 0),
    when: (look.cutId ?? 0) * DAYS_ROOM + days,
  };
}

export function lookOf({ who, when }: LookArgs): AuditQuery {
  const days = when % DAYS_ROOM;
  const from: LocalDate | null = days === 0 ? null : addDays(epoch, Math.floor(days / MANY_DAYS));
  return {
    ...wholeAudit,
    personId: Math.floor(who / MANY_IDS) || null,
    activityId: who % MANY_IDS || null,
    cutId: Math.floor(when / DAYS_ROOM) || null,
    from,
    more: days % MANY_DAYS,
  };
}

/** A button that opens a screen of the audit at a page with a look. */
export function lookButton(text: string, screen: AuditScreen, page: number, look: AuditQuery): Button {
  return screenButton(text, screen, { page, ...queryArgs(look) });
}

const epoch: LocalDate = '1970-01-01';
/** Ids, and days since 1970 with up to 999 more, fit into 15 digits. */
const MANY_IDS = 10_000_000;
const MANY_DAYS = 1_000;
const DAYS_ROOM = 100_000_000;
