import { invite } from '../../src/actions/invite.ts';
import { askOfficeChange } from '../../src/actions/office-change.ts';
import { guardOf } from '../../src/actions/office-guard.ts';
import { handle } from '../../src/conversations/router.ts';
import { unlinkAccount } from '../../src/db/accounts.ts';
import { eq } from '../../src/db/drizzle.ts';
import { addEvidence, markStored } from '../../src/db/evidence.ts';
import type { Db } from '../../src/db/open.ts';
import { activitiesOf, allPlans, plannedCuts } from '../../src/db/plans.ts';
import { addReport } from '../../src/db/reports.ts';
import { question } from '../../src/db/schema/index.ts';
import type { Event } from '../../src/domain/events.ts';
import { context } from '../world/context.ts';
import { openDatabase } from '../world/database.ts';
import { username } from '../world/telegram.ts';
import { accountOf, LONG_AGO, NOW, rolesOf, type Somebody, settleEverybody } from './everybody.ts';
import { type Done, tried, watch } from './tried.ts';

/** A town in which every act is undone after it was looked at. */
export function createWorld() {
  const database = openDatabase({});
  const { db, store } = database;
  const [plan] = allPlans(db);
  const [planned] = plannedCuts(db);
  if (!plan || !planned) throw new Error('the plan is not there');
  const activities = activitiesOf(db, plan.id);
  const people = settleEverybody(db);
  const idOf = (who: Somebody) => people.get(who) ?? 0;

  for (const activity of activities) {
    const personId = idOf(activity.number === '4' ? 'colleague' : 'responsible');
    const of = { activityId: activity.id, cutId: planned.cut.id, personId };
    const moment = NOW - 3_600_000;
    const report = { progress: 500, observation: `SECRETO-${activity.number} de la actividad`, late: false };
    addReport(db, { ...of, ...report, origin: 'chat', moment, recordedAt: moment });
    const { id } = addEvidence(db, { ...of, kind: 'file', state: 'fetching', moment });
    const file = { storedName: `${id}.pdf`, mime: 'application/pdf', bytes: 9, sha256: 'a'.repeat(64) };
    markStored(db, id, file, moment);
  }
  const token =
    invite(db, { personId: idOf('none'), invitedBy: null }, username, NOW).link.split('=')[1] ?? '';
  const at = (who: Somebody) => ({
    chatId: accountOf(who),
    from: { userId: accountOf(who), name: who },
    moment: NOW,
  });
  let messages = 100;

  /** Each has something open of their own, as far as they may. */
  const begin: readonly (readonly [Somebody, string])[] = [
    ['responsible', '/misactividades'],
    ['colleague', '/misactividades'],
    ['mayor', '/salir'],
    ['coordinator', '/importar'],
    ['control', '/salir'],
    ['two', '/salir'],
  ];
  for (const [who, text] of begin)
    handle(
      db,
      context,
      { kind: 'text', ...at(who), messageId: ++messages, text, forwarded: false, repliesTo: null },
      NOW,
    );
  for (const who of ['responsible', 'colleague'] as const) {
    const activity = activities.find((each) => each.number === (who === 'colleague' ? '4' : '1'));
    const data = `c:${activity?.id}:${planned.cut.id}`;
    handle(db, context, { kind: 'tap', ...at(who), queryId: 'q', messageId: null, data }, NOW);
  }
  const asked = db
    .select()
    .from(question)
    .where(eq(question.personId, idOf('responsible')))
    .all()
    .at(-1);
  if (!asked?.activityId) throw new Error('the responsible is not being asked');
  db.insert(question)
    .values({ ...asked, id: undefined, personId: idOf('former') })
    .run();
  db.update(question).set({ shownAt: 0 }).run();
  unlinkAccount(db, idOf('left'), NOW);
  /** The mayor's office is to go to somebody: who holds an office, other than who asks, is asked. */
  const of = {
    kind: 'holder' as const,
    askedBy: idOf('coordinator'),
    personId: idOf('none'),
    office: 'mayor' as const,
    instead: [idOf('mayor')],
  };
  const guard = guardOf(db, of, ['mayor'], NOW);
  const changeAsked =
    guard.needs === 'yes' &&
    askOfficeChange(
      db,
      { ...of, enrolledAt: LONG_AGO, invitationId: null, fromDay: null, untilDay: null },
      guard.of,
      NOW,
    );
  if (changeAsked === false || !changeAsked.ok) throw new Error('the change of an office is not asked');
  const officeChange = changeAsked.change;
  const questions = db.select().from(question).all();
  watch(store);

  const world = {
    db,
    context,
    now: NOW,
    plan,
    cut: planned.cut,
    cuts: plannedCuts(db).map((each) => each.cut),
    activities,
    questions,
    officeChange,
    token,
    idOf,
    accountOf,
    rolesOf,
    /** Does something, looks, and undoes it. */
    trying: (act: (inner: Db) => void): Done => tried(store, act),
    /** An event inside such a try. */
    does: (inner: Db, event: Event) => handle(inner, context, event, NOW),
    says: (who: Somebody, text: string, forwarded = false): Done =>
      world.sees({ kind: 'text', ...at(who), messageId: ++messages, text, forwarded, repliesTo: null }),
    taps: (who: Somebody, data: string): Done =>
      world.sees({ kind: 'tap', ...at(who), queryId: 'q', messageId: null, data }),
    edits: (who: Somebody, text: string): Done =>
      world.sees({ kind: 'edited', ...at(who), messageId: 100, text }),
    sends: (who: Somebody, name: string | null, caption: string | null): Done =>
      world.sees({
        kind: 'file',
        ...at(who),
        messageId: ++messages,
        file: { fileId: 'f', sentAs: 'document', bytes: 100, name },
        caption,
        mediaGroupId: null,
        forwarded: false,
        repliesTo: null,
      }),
    writesInGroup: (who: Somebody, text: string): Done =>
      world.sees({
        kind: 'group',
        ...at(who),
        chatId: -5,
        command: text.startsWith('/') ? text : null,
        posted: [text],
        inChannel: false,
      }),
    sees: (event: Event): Done => tried(store, (inner) => handle(inner, context, event, NOW)),
    end: database.remove,
  };
  return world;
}

export type World = ReturnType<typeof createWorld>;
