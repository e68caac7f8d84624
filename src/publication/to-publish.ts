import type { Db } from '../db/open.ts';
import { allPeople, allPositions } from '../db/people.ts';
import { type PlannedCut, plannedCuts } from '../db/plans.ts';
import { type Published, publishedCuts } from '../db/publications.ts';
import { lastApproved, presentationsOf } from '../db/review.ts';
import { cutState } from '../domain/calendar.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import { comparable } from '../domain/outside-text.ts';
import { type CutDocument, presentedDocument } from '../summary/review/document.ts';
import { liveDocument } from '../summary/review/live-document.ts';
import { addressOf, type Given } from './address.ts';
import { makePublic } from './make-public.ts';
import { type PublicCut, readPublicCut } from './public-cut.ts';

/** A cut of the site as it would be published now. */
export type ToPublish = {
  readonly cutId: number;
  readonly planId: number;
  readonly address: string;
  readonly content: PublicCut;
  /** `same`: as it was published last. */
  readonly state: 'new' | 'changed' | 'same';
  /** When it was published, in order; empty for a new one. */
  readonly moments: readonly Moment[];
};

/**
 * The whole site as it would be published: every cut that is approved, or closed in a plan without approval, and every cut that
 * was published before, which stays as it was. By plan and cut, the latest year first.
 */
export function toPublish(db: Db, now: Moment): readonly ToPublish[] {
  const before = new Map(publishedCuts(db).map((each) => [each.cutId, each]));
  const given: Given[] = [...before.values()];
  const names = namesOf(db);
  const cuts = plannedCuts(db).map((planned) => ({ planned, sealed: publishable(db, planned, now) }));
  return cuts
    .flatMap(({ planned, sealed }): ToPublish[] => {
      const { plan, cut } = planned;
      const published = before.get(cut.id);
      if (sealed === null) return published ? [kept(published)] : [];
      const content = makePublic(sealed.document, {
        standing: sealed.standing,
        published: cuts.flatMap((each) =>
          each.planned.plan.id === plan.id && (each.sealed !== null || before.has(each.planned.cut.id))
            ? each.planned.cut.date
            : [],
        ),
        names,
      });
      if (published?.document === canonicalJson(content)) return [kept(published)];
      const { code, fiscalYear } = content.plan;
      const { number } = content.cut;
      const of = { cutId: cut.id, planId: plan.id, code, fiscalYear, number };
      const address = addressOf(of, given);
      given.push({ ...of, address });
      const [state, moments] = published ? (['changed', published.moments] as const) : (['new', []] as const);
      return [{ cutId: cut.id, planId: plan.id, address, content, state, moments }];
    })
    .toSorted(byPlan);
}

/** Everybody whom the bot knows; a person who is called as a position is not a name to hide. */
function namesOf(db: Db): readonly string[] {
  const positions = new Set(allPositions(db).map(({ key }) => key));
  return allPeople(db).flatMap(({ name }) => (positions.has(comparable(name)) ? [] : [name]));
}

/** The site as it was published last. */
export function publishedSite(db: Db): readonly ToPublish[] {
  return publishedCuts(db).map(kept).toSorted(byPlan);
}

function kept({ cutId, planId, address, document, moments }: Published): ToPublish {
  return { cutId, planId, address, content: readPublicCut(document), state: 'same', moments };
}

type Publishable = Pick<PublicCut, 'standing'> & { readonly document: CutDocument };

/**
 * The sealed document of an approved cut; without approval, the cut as it is once it is closed. Null: it may not be
 * published. It looks at no more than that: a city may have hundreds of cuts.
 */
function publishable(db: Db, planned: PlannedCut, now: Moment): Publishable | null {
  const { plan, cut, window, acts } = planned;
  const approved = lastApproved(db, cut.id);
  if (approved) {
    const on = localDate(approved.decidedAt ?? approved.at);
    return {
      standing: { kind: 'approved', on, fingerprint: approved.fingerprint },
      document: presentedDocument(db, approved),
    };
  }
  if (plan.needsApproval || cutState(window, acts, now) !== 'closed') return null;
  const [latest] = presentationsOf(db, cut.id);
  if (latest?.outcome === null) return null;
  return { standing: { kind: 'closed', on: window.lockDate }, document: liveDocument(db, planned) };
}

function byPlan(a: ToPublish, b: ToPublish): number {
  return (
    b.content.plan.fiscalYear - a.content.plan.fiscalYear ||
    a.planId - b.planId ||
    (a.content.cut.date < b.content.cut.date ? -1 : 1)
  );
}
