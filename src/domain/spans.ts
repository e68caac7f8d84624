import type { LocalDate, Moment } from './dates.ts';

/**
 * One person's time in a position or an office: `[fromAt, untilAt)`, epoch ms; null: for good. A zero-length
 * span (`fromAt` equals `untilAt`) is shown to nobody. It records only who gets the post back: the person to
 * whom an *encargo* returns when it runs until their own time is over, or whose time another person had from
 * its first moment.
 */
export type Span = {
  readonly id: number;
  readonly personId: number;
  readonly fromAt: Moment;
  readonly untilAt: Moment | null;
  readonly acting: boolean;
  /** The person to whom an *encargo* returns; null without one. */
  readonly inPlaceOf: number | null;
  readonly contractEndsOn: LocalDate | null;
};

type NewSpan = Omit<Span, 'id'>;

/** The rows to write: spans cut short, spans that never begin, and new spans. */
export type SpanChanges = {
  readonly ends: readonly { readonly span: Span; readonly at: Moment }[];
  /** Ends that move later, because what interrupted the span was called off. */
  readonly extends: readonly { readonly span: Span; readonly untilAt: Moment | null }[];
  /** Returns that come earlier. */
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
  /**
   * The people who give it up: they hold it at `fromAt`. Empty: the new holder shares it with the present
   * ones.
   */
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
 * The changes when a position or an office is given (specification: Replacement). For good, it ends the spans
 * of those who give it up and everything planned with them. From one day to another, it splits their spans:
 * they hold the post again afterwards, and both spans are written now.
 * @param spans all spans of the post that are not over at `fromAt`
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
 * Ends the spans of those who give it up, and of the people whom they stand in for; nothing planned with them
 * begins. Until `fromAt` an *encargo* among them still returns, if it ends sooner.
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
 * The changes when a span ends at a moment. The end of an *encargo* is the return, at once; before it begins,
 * it is called off, and the person whose place it was to take holds the post as if nothing had been planned.
 * The end of any other span also ends everything planned with that person.
 * @param spans all spans of the post that are not over at `now`
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

/**
 * The span to which another one returns, which may have zero length; none when its giver has left for good
 * since.
 */
export function returnOf(spans: readonly Span[], span: Span): Span | undefined {
  if (span.inPlaceOf === null) return undefined;
  return oneOf(spans.filter((each) => each.personId === span.inPlaceOf && each.fromAt === span.untilAt));
}

/** One of a person's spans that begin or end together: the one with a length, if there is one. */
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
