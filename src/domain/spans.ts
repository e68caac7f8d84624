import type { LocalDate, Moment } from './dates.ts';

/**
 * One person's time in a position or an office: `[fromAt, untilAt)`, epoch ms; null: for good. An empty one, which
 * begins when it ends, is of nobody's time and shown to nobody: it keeps to whom an *encargo* returns that runs until
 * that person's own time is over, or what was theirs when another had it from its first moment.
 */
export type Span = {
  readonly id: number;
  readonly personId: number;
  readonly fromAt: Moment;
  readonly untilAt: Moment | null;
  readonly acting: boolean;
  /** Of an *encargo*: to whom it returns. */
  readonly inPlaceOf: number | null;
  readonly contractEndsOn: LocalDate | null;
};

type NewSpan = Omit<Span, 'id'>;

/** What has to be written: spans cut short, spans that never begin, spans that are new. */
export type SpanChanges = {
  readonly ends: readonly { readonly span: Span; readonly at: Moment }[];
  /** An end that moves later, since what interrupted it was called off. */
  readonly extends: readonly { readonly span: Span; readonly untilAt: Moment | null }[];
  /** A return that comes earlier. */
  readonly advances: readonly { readonly span: Span; readonly fromAt: Moment }[];
  readonly drops: readonly Span[];
  readonly returns: readonly NewSpan[];
  readonly begins: NewSpan | null;
};

export type GiveAsked = {
  readonly personId: number;
  readonly fromAt: Moment;
  /** Null: for good; else it is an *encargo*, which returns by itself. */
  readonly untilAt: Moment | null;
  /** Who gives it up: they hold it at `fromAt`. Nobody: it is held beside whoever holds it. */
  readonly instead: readonly number[];
  readonly contractEndsOn: LocalDate | null;
  /** At most one person holds it at a time (the mayor's office). */
  readonly single: boolean;
};

export type GiveRefusal =
  | { readonly why: 'alreadyHolds'; readonly span: Span }
  | { readonly why: 'notHolder'; readonly personId: number }
  | { readonly why: 'held'; readonly span: Span }
  | { readonly why: 'endsBefore'; readonly span: Span }
  | { readonly why: 'insteadOfWhom'; readonly personIds: readonly number[] };

export type Given = { readonly ok: true; readonly changes: SpanChanges };

/**
 * What giving a position or an office changes (specification: Replacement). For good, it ends what those who give it up
 * hold and all that was planned with them. From a day until a day, it splits theirs: they hold it again afterwards,
 * both spans being written now. @param spans all of it that is not over at `fromAt`
 */
export function planGiving(
  spans: readonly Span[],
  asked: GiveAsked,
): Given | { readonly ok: false; readonly refusal: GiveRefusal } {
  const { fromAt, untilAt, personId } = asked;
  const own = spans.find((span) => span.personId === personId && overlaps(span, fromAt, untilAt));
  if (own) return { ok: false, refusal: { why: 'alreadyHolds', span: own } };
  const givers: Span[] = [];
  for (const id of new Set(asked.instead)) {
    const span = spans.find((each) => each.personId === id && covers(each, fromAt));
    if (!span) return { ok: false, refusal: { why: 'notHolder', personId: id } };
    givers.push(span);
  }
  const changes = untilAt === null ? forGood(spans, givers, asked) : acting(givers, asked, untilAt);
  if ('why' in changes) return { ok: false, refusal: changes };
  const left = [...remaining(spans, changes), ...changes.returns];
  const other = asked.single ? left.find((span) => overlaps(span, fromAt, untilAt)) : undefined;
  if (other) return { ok: false, refusal: { why: 'held', span: { id: 0, ...other } } };
  return { ok: true, changes };
}

/**
 * Those who give it up, and whoever they stand in for, hold it no more; nothing planned with them begins. Until then an
 * *encargo* among them still returns, should it end sooner.
 */
function forGood(spans: readonly Span[], givers: readonly Span[], asked: GiveAsked): SpanChanges {
  const out = new Set(givers.flatMap((span) => [span.personId, span.inPlaceOf ?? span.personId]));
  const drops = spans.filter(
    (span) =>
      span.fromAt > asked.fromAt &&
      (out.has(span.personId) || (span.inPlaceOf !== null && out.has(span.inPlaceOf))),
  );
  const ends = givers.map((span) => ({ span, at: asked.fromAt }));
  const returns = givers
    .flatMap((span) => returnOf(spans, span) ?? [])
    .map((span) => returning(span, asked.fromAt, asked.fromAt));
  return { ...noChanges, ends, drops, returns, begins: newSpan(asked, null) };
}

function acting(givers: readonly Span[], asked: GiveAsked, untilAt: Moment): SpanChanges | GiveRefusal {
  if (givers.length > 1) return { why: 'insteadOfWhom', personIds: givers.map((span) => span.personId) };
  const early = givers.find((span) => span.untilAt !== null && span.untilAt < untilAt);
  if (early) return { why: 'endsBefore', span: early };
  const returns = givers.map((span) => returning(span, untilAt, span.untilAt));
  const ends = givers.map((span) => ({ span, at: asked.fromAt }));
  return { ...noChanges, ends, returns, begins: newSpan(asked, givers[0]?.personId ?? null) };
}

function returning(
  { personId, acting, inPlaceOf, contractEndsOn }: Span,
  fromAt: Moment,
  untilAt: Moment | null,
): NewSpan {
  return { personId, fromAt, untilAt, acting, inPlaceOf, contractEndsOn };
}

function newSpan(asked: GiveAsked, inPlaceOf: number | null): NewSpan {
  const { personId, fromAt, untilAt, contractEndsOn } = asked;
  return { personId, fromAt, untilAt, acting: untilAt !== null, inPlaceOf, contractEndsOn };
}

/**
 * What ending a span at a moment changes. Of an *encargo* it is the return, at once or, before it begins, the calling
 * off: whoever it was in place of holds it as if nothing had been planned. Of any other, also what was planned with
 * that person. @param spans all of it that is not over at `now`
 */
export function planEnding(spans: readonly Span[], span: Span, at: Moment, now: Moment): SpanChanges {
  const back = returnOf(spans, span);
  if (span.acting && span.fromAt > now) {
    const own = oneOf(
      spans.filter((each) => each.personId === span.inPlaceOf && each.untilAt === span.fromAt),
    );
    const extended = own && { span: own, untilAt: back ? back.untilAt : span.untilAt };
    return { ...noChanges, drops: [span, ...(back ? [back] : [])], extends: extended ? [extended] : [] };
  }
  if (span.acting)
    return { ...noChanges, ends: [{ span, at }], advances: back ? [{ span: back, fromAt: at }] : [] };
  const planned = spans.filter(
    (each) =>
      each.id !== span.id &&
      each.fromAt >= at &&
      (each.personId === span.personId || each.inPlaceOf === span.personId),
  );
  if (span.fromAt > now) return { ...noChanges, drops: [span, ...planned] };
  return { ...noChanges, ends: [{ span, at }], drops: planned };
}

/** The time to which a span returns, an empty one included; none when whoever gave it has left for good since. */
export function returnOf(spans: readonly Span[], span: Span): Span | undefined {
  if (span.inPlaceOf === null) return undefined;
  return oneOf(spans.filter((each) => each.personId === span.inPlaceOf && each.fromAt === span.untilAt));
}

/** Of one person's spans that begin or end together at most one is not empty: that one goes before. */
function oneOf(spans: readonly Span[]): Span | undefined {
  return spans.find((span) => !isEmpty(span)) ?? spans[0];
}

export function isEmpty(span: Pick<Span, 'fromAt' | 'untilAt'>): boolean {
  return span.untilAt === span.fromAt;
}

function remaining(spans: readonly Span[], changes: SpanChanges): readonly NewSpan[] {
  const dropped = new Set(changes.drops.map((span) => span.id));
  return spans
    .filter((span) => !dropped.has(span.id))
    .map((span) => {
      const ended = changes.ends.find((each) => each.span.id === span.id);
      return ended ? { ...span, untilAt: ended.at } : span;
    });
}

export function covers(span: Pick<Span, 'fromAt' | 'untilAt'>, moment: Moment): boolean {
  return span.fromAt <= moment && (span.untilAt === null || span.untilAt > moment);
}

function overlaps(span: Pick<Span, 'fromAt' | 'untilAt'>, fromAt: Moment, untilAt: Moment | null): boolean {
  if (isEmpty(span)) return false;
  const endsBefore = span.untilAt !== null && span.untilAt <= fromAt;
  const beginsAfter = untilAt !== null && span.fromAt >= untilAt;
  return !endsBefore && !beginsAfter;
}

const noChanges: SpanChanges = {
  ends: [],
  extends: [],
  advances: [],
  drops: [],
  returns: [],
  begins: null,
};
