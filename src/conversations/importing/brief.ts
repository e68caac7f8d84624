import { changedNothing, type PlanImported } from '../../actions/import-plan.ts';
import type { Db } from '../../db/open.ts';
import { holdersOf, isEnrolled } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import { comparable } from '../../domain/outside-text.ts';
import * as texts from '../../texts/importing/preview.ts';
import { fieldNames, imported } from '../../texts/importing/report.ts';
import type { FileSeen, View, Views } from './question.ts';

/** What the chat says of an import: some lines, sections with a title, and what stands behind buttons. */
export type Brief = {
  readonly lines: readonly string[];
  readonly sections: readonly (readonly [title: string, lines: readonly string[]])[];
  readonly views: Views;
  /** Positions of the plan that nobody holds. */
  readonly vacant: number;
};

/** Positions up to these are named with who holds them; more are counted. */
const FEW_POSITIONS = 6;
/** Notes told at once. */
const FEW_NOTES = 3;
/** Lines of a list behind a button: one message. */
const MOST_VIEWED = 40;

/** @param file how it was read; null once it is stored */
export function briefOf(
  db: Db,
  result: PlanImported,
  file: (FileSeen & { readonly understood: readonly string[]; readonly notes: readonly string[] }) | null,
  now: Moment,
): Brief {
  const { plan } = result;
  const how = changedNothing(result) ? 'same' : result.isNew ? 'new' : 'corrected';
  const doubtful = new Set((file?.doubtful ?? []).map(comparable));
  const held = positionsHeld(db, result, doubtful, now);
  const few = held.all.length <= FEW_POSITIONS;
  const changed = result.isNew ? [] : changesIn(result);
  const told = file?.told ?? [];
  const notes = told.slice(0, FEW_NOTES);
  const hidden = (file?.notes.length ?? 0) - notes.length;
  return {
    lines: [
      texts.sizeLine(how, result.activities, file?.sheets ?? []),
      ...(file?.understood ?? []),
      texts.cutsLine(
        result.cuts.map(({ date }) => date),
        plan.fiscalYear,
      ),
      ...reportsIn(result),
      ...(few ? [] : [texts.positions.counted(held.all.length, held.vacant, held.doubtful)]),
    ],
    sections: [
      [texts.positions.title, few && file !== null ? held.all : []],
      [texts.changes.title, changed],
      [texts.notices.title, told.length > FEW_NOTES ? [...notes, texts.notices.more(hidden)] : notes],
    ],
    views: {
      ...(few ? {} : { positions: viewOf(held.all) }),
      ...(hidden > 0 && file !== null ? { notes: viewOf(file.notes) } : {}),
      ...(changed.length > 0 ? { changes: viewOf(eachChange(result)) } : {}),
    },
    vacant: held.vacant,
  };
}

function viewOf(lines: readonly string[]): View {
  return { lines: lines.slice(0, MOST_VIEWED), hidden: Math.max(0, lines.length - MOST_VIEWED) };
}

function positionsHeld(db: Db, result: PlanImported, doubtful: ReadonlySet<string>, now: Moment) {
  const each = result.positions.map((position) => ({
    name: position.name,
    doubtful: doubtful.has(comparable(position.name)),
    holders: holdersOf(db, position.id, now).map((holder) =>
      isEnrolled(holder) ? holder.name : texts.positions.unenrolled(holder.name),
    ),
  }));
  return {
    all: each.map((one) => texts.positions.line(one.name, one.holders, one.doubtful)),
    vacant: each.filter(({ holders }) => holders.length === 0).length,
    doubtful: each.filter((one) => one.doubtful).length,
  };
}

function reportsIn(result: PlanImported): readonly string[] {
  const byCut = Map.groupBy(result.reports, ({ cut }) => cut);
  const cuts = result.cuts.flatMap(({ number, date }) => {
    const reports = byCut.get(number)?.length ?? 0;
    return reports === 0 ? [] : [{ date, reports }];
  });
  return [
    ...(cuts.length === 0 ? [] : [texts.reportsLine(cuts)]),
    ...(result.unopenedCuts.length === 0
      ? []
      : [imported.unopenedCuts(result.unopenedCuts.map(({ date }) => date))]),
  ];
}

/** What changes in a stored plan, one line for each kind. */
function changesIn(result: PlanImported): readonly string[] {
  const { header, added, changed, retired, kept, cutsAdded, cutsRemoved, cutsMoved, differing } = result;
  const fields = [...new Set(changed.flatMap((each) => each.fields))].map((field) => fieldNames[field]);
  return [
    ...(header.length > 0 ? [imported.header(header.map((field) => fieldNames[field]))] : []),
    ...(added.length > 0 ? [texts.changes.added(added)] : []),
    ...(changed.length > 0
      ? [
          texts.changes.changed(
            changed.map(({ number }) => number),
            fields,
          ),
        ]
      : []),
    ...(retired.length > 0 ? [texts.changes.retired(retired)] : []),
    ...(kept.length > 0 ? [texts.changes.kept(kept)] : []),
    ...(cutsAdded.length > 0 ? [imported.cutsAdded(cutsAdded.map(({ date }) => date))] : []),
    ...(cutsRemoved.length > 0 ? [imported.cutsRemoved(cutsRemoved)] : []),
    ...cutsMoved.map((cut) => imported.cutMoved(cut.date, cut.formDate)),
    ...(differing.length > 0
      ? [
          texts.changes.differing(
            differing.length,
            differing.map(({ number }) => number),
          ),
        ]
      : []),
  ];
}

/** Each change by itself, those that lose something first. */
function eachChange(result: PlanImported): readonly string[] {
  return [
    ...(result.retired.length > 0 ? [imported.retired(result.retired)] : []),
    ...result.differing.map((each) =>
      imported.difference(each.number, each.cut, each.stored, each.form).trim(),
    ),
    ...result.changed.map(({ number, fields }) =>
      imported.changed(
        number,
        fields.map((field) => fieldNames[field]),
      ),
    ),
    ...(result.added.length > 0 ? [imported.added(result.added)] : []),
  ];
}
