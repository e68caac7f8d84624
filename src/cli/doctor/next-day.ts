import { createHash } from 'node:crypto';
import { evidenceRules } from '../../app/evidence-rules.ts';
import { tickHooks } from '../../app/minute.ts';
import type { Settings } from '../../config.ts';
import type { BotContext } from '../../conversations/turn.ts';
import { copyInMemory } from '../../db/in-memory.ts';
import { readMeta } from '../../db/meta.ts';
import { type Db, inTransaction, type Sqlite } from '../../db/open.ts';
import { settle } from '../../db/outbox.ts';
import { releasedNotices } from '../../db/outbox-rows.ts';
import { markSent } from '../../db/sending.ts';
import { waitingRows } from '../../db/waiting.ts';
import { HOURS } from '../../domain/constants.ts';
import { localTime, type Moment } from '../../domain/dates.ts';
import { onSent, textAtSending } from '../../notices/sending.ts';
import { tick } from '../../schedule/tick.ts';
import { findings } from '../../texts/cli/doctor.ts';
import { clockTime } from '../../texts/words/days.ts';
import { type Finding, ok, warning } from './finding.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How many messages of each kind go out by themselves at a moment. */
type Sent = ReadonlyMap<string, number>;

/**
 * What goes out by itself in the next 24 hours while nobody writes. It is found by living them on a copy in memory, with
 * the schedule of the bot itself.
 */
export function ofNextDay(sqlite: Sqlite, settings: Settings, now: Moment): readonly Finding[] {
  const copy = copyInMemory(sqlite);
  if (copy === null) return [];
  try {
    const sent = inTransaction(copy, (db) => live(db, contextOf(db, settings), now));
    const found = [...sent].filter(([, kinds]) => kinds.size > 0);
    if (found.length === 0) return [ok('next', findings.nothingNext)];
    return found.map(([at, kinds]) => ok('next', findings.next(clockTime(at), [...kinds])));
  } catch {
    return [warning('next', findings.nextUnknown)];
  } finally {
    copy.close();
  }
}

/** Now, every hour in which something goes out by itself, and the moments for which rows wait already. */
function live(db: Db, context: BotContext, now: Moment): ReadonlyMap<Moment, Sent> {
  const hours = Array.from({ length: 24 }, (_, hour) => (Math.floor(now / HOUR) + 1 + hour) * HOUR).filter(
    (at) => localTime(at).hour >= HOURS.from && localTime(at).hour <= HOURS.until,
  );
  const waited = waitingRows(db).map((row) => row.notBefore);
  const moments = [...new Set([now, ...hours, ...waited])].filter((at) => at >= now && at <= now + DAY);
  return new Map(moments.sort((a, b) => a - b).map((at) => [at, sentAt(db, context, at)]));
}

function sentAt(db: Db, context: BotContext, at: Moment): Sent {
  tick(db, at, tickHooks(db, context));
  const rows = releasedNotices(db).filter((row) => {
    const payload = row.payload ?? textAtSending(db, row, at);
    if ('notNeeded' in payload) {
      settle(db, row.id, 'notNeeded', payload.notNeeded, at);
      return false;
    }
    markSent(db, row, row, { payload, messageId: null, date: at }, at);
    onSent(db, row, at);
    return true;
  });
  return new Map([...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, own]) => [kind, own.length]));
}

function contextOf(db: Db, settings: Settings): BotContext {
  return {
    username: readMeta(db, 'botUsername') ?? null,
    entityName: settings.entityName,
    dataContact: settings.dataContact,
    filesPath: settings.filesPath,
    ...evidenceRules({
      filesPath: settings.filesPath,
      evidence: { limit: settings.evidenceLimit, reserve: settings.evidenceReserve },
    }),
    secret: createHash('sha256').update('a copy in memory').digest(),
  };
}
