import { readMeta, readMoment } from '../../db/meta.ts';
import type { Db } from '../../db/open.ts';
import { allPlans, daysOff, plannedCuts } from '../../db/plans.ts';
import { reminderDays } from '../../domain/calendar.ts';
import { HOURS } from '../../domain/constants.ts';
import { type Moment, momentAt } from '../../domain/dates.ts';
import { findings } from '../../texts/cli/doctor.ts';
import { clockTime } from '../../texts/words/days.ts';
import { planKey } from '../choose.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

const MINUTE = 60_000;
/** The bot notes a sign of life every 20 s; an idle poll lasts 25 s. */
const SILENT_AFTER = 3 * MINUTE;
/** Another process that uses the token is noted after five minutes, and again while it lasts. */
const RIVAL_FOR = 30 * MINUTE;
/** The two machines' clocks differ, and a command takes time. */
const AHEAD = MINUTE;
const NEXT_SHOWN = 3;

export function ofPlans(db: Db): readonly Finding[] {
  return allPlans(db).length === 0 ? [warning('plan', findings.noPlan)] : [];
}

export function ofContact(db: Db, now: Moment): readonly Finding[] {
  const last = readMoment(db, 'aliveAt');
  const rival = readMoment(db, 'rivalSeenAt');
  const running = readMeta(db, 'running') === 'yes';
  const rivals =
    rival !== null && now - rival < RIVAL_FOR ? [wrong('token', findings.rival(clockTime(rival)))] : [];
  if (last === null) return [warning('contact', findings.neverContacted), ...rivals];
  if (last - now > AHEAD) return [wrong('clock', findings.clockBack(clockTime(last))), ...rivals];
  if (running && now - last > SILENT_AFTER) {
    return [wrong('contact', findings.silent(clockTime(last))), ...rivals];
  }
  const contact = running
    ? ok('contact', findings.alive(clockTime(last)))
    : warning('contact', findings.stopped(clockTime(last)));
  return [contact, ...rivals];
}

/** The next days with reminders, over all plans. */
export function ofReminders(db: Db, now: Moment): readonly Finding[] {
  if (allPlans(db).length === 0) return [];
  const off = daysOff(db);
  const next = plannedCuts(db)
    .flatMap(({ plan, cut, window, acts }) =>
      reminderDays(window, acts, off).map(({ date }) => ({
        at: momentAt(date, HOURS.reminder),
        of: findings.cutOf(cut.number, planKey(plan)),
      })),
    )
    .filter(({ at }) => at > now)
    .toSorted((a, b) => a.at - b.at);
  if (next.length === 0) return [warning('reminders', findings.noReminders)];
  const days = [...Map.groupBy(next, ({ at }) => at)].slice(0, NEXT_SHOWN);
  return days.map(([at, cuts]) =>
    ok(
      'reminders',
      findings.reminder(
        clockTime(at),
        cuts.map((each) => each.of),
      ),
    ),
  );
}
