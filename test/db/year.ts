import type { Sqlite } from '../../src/db/open.ts';
import { momentAt } from '../../src/domain/dates.ts';

/**
 * Adds to the first plan the last year of a thousand others, straight into the tables: twenty activities and
 * four cuts each, a position and a person of its own (who have left since), everything asked, reported,
 * confirmed and recorded.
 */
export function addYear(sqlite: Sqlite): void {
  const but = (table: string, ...left: readonly string[]) =>
    sqlite
      .prepare<[], { name: string }>(`select name from pragma_table_info('${table}')`)
      .all()
      .flatMap(({ name }) => (left.includes(name) ? [] : [`${table}."${name}"`]))
      .join(', ');
  const into = (columns: string) => columns.replaceAll(/\w+\."/g, '"');
  const plan = but('plan', 'id', 'code', 'fiscalYear', 'importedAt');
  const activity = but('activity', 'id', 'planId', 'number', 'place', 'startsOn', 'endsOn');
  const at = momentAt('2021-12-20', 10);
  sqlite.exec(`
    begin;
    create temp table other(n integer primary key);
    insert into other with recursive each(n) as (select 1 union all select n + 1 from each where n < 1000)
      select n from each;
    insert into plan(id, code, fiscalYear, importedAt, ${into(plan)})
      select 1000 + n, 'PL-' || n, 2021, ${momentAt('2022-02-01', 10)}, ${plan} from plan, other;
    insert into position(id, name, key) select 1000 + n, 'Cargo ' || n, 'cargo ' || n from other;
    insert into person(id, name, createdAt) select 1000 + n, 'Persona', ${at} from other;
    insert into assignment(personId, positionId, fromAt) select 1000 + n, 1000 + n, ${at} from other;
    insert into activity(planId, number, place, startsOn, endsOn, ${into(activity)})
      select 1000 + other.n, each.n, each.n, '2021-01-01', '2021-12-31', ${activity}
        from other join other each on each.n <= 20 join activity on activity.planId = 1 and place = 1 + each.n % 7
        order by 1, 2;
    insert into activity_position(activityId, positionId, place) select id, planId, 1 from activity where planId > 1000;
    insert into cut(planId, number, date)
      select 1000 + n, number, '2021' || substr(date, 5) from cut, other where planId = 1;
    insert into report(activityId, cutId, progress, observation, origin, personId, moment, recordedAt, late)
      select activity.id, cut.id, 250 * cut.number, 'Se realizaron las jornadas con la comunidad.', 'chat', planId,
          ${at}, ${at}, 0
        from cut join activity using (planId) where planId > 1000 order by cut.number, activity.id;
    insert into cause(activityId, cutId, cause, personId, moment)
      select activityId, cutId, 'time', personId, ${at} from report where id % 4 = 0;
    insert into draft(activityId, cutId, personId, progress, updatedAt)
      select activityId, cutId, personId, 0, ${at} from report where id % 40 = 0;
    insert into question(personId, kind, activityId, cutId, payload, state, askedAt, closedAt)
      select personId, 'observation', activityId, cutId, '{}', 'closed', ${at}, ${at} from report;
    insert into round(personId, startedAt, items) select id, ${at}, '[]' from person where id > 1000;
    insert into outbox(chatId, personId, kind, createdAt, notBefore, releaseSeq, state, settledAt, messageId)
      select 4999000 + personId, personId, 'reply', ${at}, ${at}, id, 'sent', ${at}, id from report;
    insert into outbox(chatId, personId, kind, key, createdAt, notBefore, releaseSeq, state, settledAt, messageId, expiresAt)
      select 5000000 + other.n, 1000 + other.n, 'reminder', 'reminder:' || (1000 + other.n) || ':2021-' || day.n, ${at},
          ${at}, 100000 + 20 * other.n + day.n, 'sent', ${at}, 100000 + day.n, ${at}
        from other join other day on day.n <= 20;
    insert into received(chatId, messageId, textHash, activityId, cutId, at)
      select 4999000 + personId, id, hex(zeroblob(32)), activityId, cutId, ${at} from report;
    insert into "update"(botId, updateId, receivedAt, state) select 1, id, ${at}, 'done' from report;
    insert into audit(id, at, act, actor, actorId, personId, planId, activityId, cutId, hash)
      select (select coalesce(max(id), 0) from audit) + report.id, ${at}, 'reported', 'person', personId, personId, null,
          activityId, cutId, hex(zeroblob(32)) from report order by id;
    drop table other;
    commit;`);
}
