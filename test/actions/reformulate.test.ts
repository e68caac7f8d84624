import { beforeEach, describe, expect, it } from 'vitest';
import { answerPlanChange, askPlanChange } from '../../src/actions/reformulate.ts';
import { waitingChanges } from '../../src/db/asked-changes.ts';
import { eq } from '../../src/db/drizzle.ts';
import type { Db } from '../../src/db/open.ts';
import type { EnrolledPerson } from '../../src/db/people.ts';
import { updateActivity } from '../../src/db/plan-changes.ts';
import { versionsOf } from '../../src/db/plan-versions.ts';
import { activityById } from '../../src/db/plans.ts';
import { addReport } from '../../src/db/reports.ts';
import { notePseudonym } from '../../src/db/review.ts';
import { audit, outbox, plan, report } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { ActivityChange } from '../../src/domain/plan-change.ts';
import { askAboutPlanChanges } from '../../src/schedule/plan-changes.ts';
import { acceptorsOf } from '../../src/summary/change-acceptors.ts';
import { enrol, freshDb, makePlan, type PlanMade } from '../summary/setup.ts';

/** The first cut (31 March) is open. */
const NOW = momentAt('2022-03-18', 10);
/** The last cut of the year is open. */
const LATE = momentAt('2022-12-20', 10);

let db: Db;
let made: PlanMade;
let ana: EnrolledPerson;
let diana: EnrolledPerson;
let activityId: number;
let change: ActivityChange;

beforeEach(() => {
  db = freshDb();
  made = makePlan(db, [{ number: '1', target: '4 talleres', positions: ['Cultura'] }, { number: '2' }]);
  activityId = made.activities.get('1') ?? 0;
  change = { kind: 'target', activityId, before: { target: '4 talleres' }, after: { target: '2 talleres' } };
  ana = enrol(db, 'Ana', 11, { positions: [cultura()] });
  diana = enrol(db, 'Diana', 12, { offices: ['coordinator'] });
});

const cultura = () => made.positions.get('Cultura') ?? 0;
const ask = (by: EnrolledPerson, changes = [change], at = NOW) =>
  askPlanChange(db, { planId: made.planId, askedBy: by.id, why: 'menos presupuesto', changes }, at);
const asks = (by: EnrolledPerson) => {
  const done = ask(by);
  if (!done.ok) throw new Error(done.why);
  return done.change;
};
const answers = (by: EnrolledPerson, answer: 'yes' | 'no' | 'withdraw', at = NOW) =>
  answerPlanChange(db, { changeId: waitingChanges(db)[0]?.id ?? 0, by: by.id, answer }, at);
const who = (by: EnrolledPerson) => {
  const { people, missing } = acceptorsOf(db, { ...asks(by) }, NOW);
  return missing ?? people.map(({ name }) => name);
};

describe('who accepts a change of the plan', () => {
  it('is a coordinator, for what a responsible asks', () => {
    expect(who(ana)).toEqual(['Diana']);
  });

  it('is another coordinator, for what a coordinator asks', () => {
    enrol(db, 'Julio', 13, { offices: ['mayor'] });
    enrol(db, 'Luz', 14, { offices: ['coordinator'] });
    expect(who(diana)).toEqual(['Luz']);
  });

  it('is the mayor when no other coordinator may', () => {
    enrol(db, 'Julio', 13, { offices: ['mayor'] });
    expect(who(diana)).toEqual(['Julio']);
  });

  it('is nobody who reports the activity', () => {
    const luz = enrol(db, 'Luz', 14, { offices: ['coordinator'], positions: [cultura()] });
    expect(who(luz)).toEqual(['Diana']);
    answers(luz, 'withdraw');
    expect(who(diana)).toBe('coordinatorOrMayor');
  });

  it('is nobody who ever reported it, also when the report was voided with a reason', () => {
    enrol(db, 'Julio', 13, { offices: ['mayor'] });
    const voided = (voidReason: string | null) => {
      const { id } = addReport(db, {
        activityId,
        cutId: made.cuts[0] ?? 0,
        progress: 500,
        observation: 'dos talleres',
        origin: 'chat',
        personId: diana.id,
        moment: NOW,
        recordedAt: NOW,
        late: false,
      });
      db.update(report).set({ voidedAt: NOW, voidReason }).where(eq(report.id, id)).run();
    };
    voided(null);
    expect(who(ana)).toEqual(['Diana']);
    answers(ana, 'withdraw');
    voided('no corresponde');
    expect(who(ana)).toEqual(['Julio']);
  });

  it('is nobody who uses the account of the person who asked', () => {
    const luz = enrol(db, 'Luz', 14, { offices: ['coordinator'] });
    for (const { id } of [ana, luz]) notePseudonym(db, id, 'same', NOW);
    expect(who(ana)).toEqual(['Diana']);
  });

  it('is the mayor alone where the plan says so', () => {
    db.update(plan).set({ mayorAcceptsChanges: true }).where(eq(plan.id, made.planId)).run();
    expect(who(ana)).toBe('mayor');
    enrol(db, 'Julio', 13, { offices: ['mayor'] });
    answers(ana, 'withdraw');
    expect(who(ana)).toEqual(['Julio']);
  });
});

describe('a change that was asked for', () => {
  it('changes nothing until it is accepted; then the next version holds from the next cut', () => {
    asks(ana);
    expect(activityById(db, activityId)?.target).toBe('4 talleres');
    expect(answers(ana, 'yes')).toEqual({ ok: false, why: 'notYours' });
    expect(answers(diana, 'yes').ok).toBe(true);
    expect(activityById(db, activityId)?.target).toBe('2 talleres');
    expect(versionsOf(db, made.planId)[0]).toMatchObject({
      number: 2,
      fromDate: '2022-06-30',
      personId: diana.id,
      change: { askedBy: ana.id, why: 'menos presupuesto' },
    });
    const acts = db.select({ act: audit.act }).from(audit).all();
    expect(acts.map(({ act }) => act).slice(-3)).toEqual([
      'planChangeAsked',
      'planVersion',
      'planChangeEnded',
    ]);
  });

  it('retires a withdrawn activity', () => {
    ask(ana, [{ kind: 'withdrawal', activityId, before: {}, after: {} }]);
    answers(diana, 'yes');
    expect(activityById(db, activityId)?.retiredAt).toBe(NOW);
    expect(ask(ana)).toEqual({ ok: false, why: 'retired' });
  });

  it('is asked once, changes something, and finds a cut that has not opened', () => {
    asks(ana);
    expect(ask(diana)).toEqual({ ok: false, why: 'waiting' });
    const target = '4 talleres';
    const same: ActivityChange = { kind: 'target', activityId, before: { target }, after: { target } };
    expect(ask(ana, [same])).toEqual({ ok: false, why: 'nothing' });
    expect(ask(ana, [change], LATE)).toEqual({ ok: false, why: 'noCut' });
  });

  it('ends when it is refused, withdrawn, or the plan says something else meanwhile', () => {
    asks(ana);
    expect(answers(diana, 'withdraw')).toEqual({ ok: false, why: 'notYours' });
    expect(answers(diana, 'no')).toMatchObject({ ok: true, change: { outcome: 'refused' } });
    asks(ana);
    expect(answers(ana, 'withdraw')).toMatchObject({ ok: true, change: { outcome: 'withdrawn' } });
    expect(answers(diana, 'yes')).toEqual({ ok: false, why: 'over' });
    asks(ana);
    updateActivity(db, activityId, { target: '3 talleres' });
    expect(answers(diana, 'yes')).toEqual({ ok: false, why: 'changed' });
    expect(waitingChanges(db)).toEqual([]);
    expect(versionsOf(db, made.planId)).toEqual([]);
  });

  it('is asked of somebody who comes into the office later, and of nobody twice', () => {
    const luz = enrol(db, 'Luz', 14, { positions: [cultura()] });
    asks(diana);
    const told = () =>
      db
        .select({ id: outbox.personId, notice: outbox.notice })
        .from(outbox)
        .all()
        .map(({ id, notice }) => [id, notice]);
    askAboutPlanChanges(db, NOW);
    expect(told()).toEqual([]);
    const julio = enrol(db, 'Julio', 13, { offices: ['mayor'] });
    askAboutPlanChanges(db, NOW);
    askAboutPlanChanges(db, NOW);
    expect(told()).toEqual([[julio.id, 'planChangeAsked']]);
    answers(julio, 'yes');
    expect(told().slice(1)).toEqual([
      [diana.id, 'planChangeDecided'],
      [ana.id, 'planChangeDecided'],
      [luz.id, 'planChangeDecided'],
    ]);
  });

  it('ends by itself when the last cut opens', () => {
    asks(ana);
    askAboutPlanChanges(db, LATE);
    expect(waitingChanges(db)).toEqual([]);
    expect(db.select().from(outbox).all().at(-1)).toMatchObject({
      personId: ana.id,
      notice: 'planChangeDecided',
    });
  });
});
