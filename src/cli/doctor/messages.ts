import { verifyAudit } from '../../db/audit.ts';
import { differencesFromAudit } from '../../db/audit-check/index.ts';
import { outboxStates, refusedSince, retrying, updatesSetAside } from '../../db/health.ts';
import { failedJobsSince } from '../../db/jobs.ts';
import { openWork } from '../../db/load.ts';
import type { Db } from '../../db/open.ts';
import type { Moment } from '../../domain/dates.ts';
import { differenceLine } from '../../texts/audit/differences.ts';
import { findings } from '../../texts/cli/doctor.ts';
import { clockTime } from '../../texts/words/days.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A message that did not arrive, or an update that was not handled, matters for this long. */
const FAILED_SINCE = 30 * DAY;
/** Longer than the longest backoff, and longer than a broadcast to everybody. */
const STUCK_AFTER = 15 * MINUTE;

export function ofMessages(db: Db, now: Moment): readonly Finding[] {
  const { waiting = 0, released = 0 } = outboxStates(db);
  const { releasedSince } = openWork(db);
  const stuck = releasedSince !== null && now - releasedSince > STUCK_AFTER;
  return [
    ok('outbox', findings.queue(waiting, released)),
    ...(stuck ? [warning('outbox', findings.stuck(clockTime(releasedSince)))] : []),
    ...[...retrying(db)].map(([reason, rows]) => warning('outbox', findings.retrying(rows, reason))),
    ...refusedSince(db, now - FAILED_SINCE).map((each) =>
      wrong(
        'outbox',
        findings.refused(each.kind, each.name ?? findings.somebody, clockTime(each.at), each.reason),
      ),
    ),
  ];
}

export function ofUpdates(db: Db, now: Moment): readonly Finding[] {
  return updatesSetAside(db, now - FAILED_SINCE).map((each) =>
    wrong('updates', findings.setAside(each.updateId, clockTime(each.at), each.error)),
  );
}

/** Files that could not be fetched, read or made. */
export function ofJobs(db: Db, now: Moment): readonly Finding[] {
  return [...failedJobsSince(db, now - FAILED_SINCE)].map(([kind, jobs]) =>
    warning('jobs', findings.jobsFailed(kind, jobs)),
  );
}

export function ofAudit(db: Db): readonly Finding[] {
  const { rows, hash, brokenAt } = verifyAudit(db);
  return [
    brokenAt === null
      ? ok('audit', findings.audit(rows, hash))
      : wrong('audit', findings.auditBroken(brokenAt)),
    ...differencesFromAudit(db).map((each) => wrong('audit', differenceLine(each))),
  ];
}
