import { lastAnchor } from '../db/audit.ts';
import { auditRowOfHash } from '../db/audit-read.ts';
import type { Db } from '../db/open.ts';
import { type PlannedCut, plannedCutsOf } from '../db/plans.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';
import { cutsToPrint, type ExportForm, type ExportVerdict } from '../forms/export-form.ts';
import { type FormActivity, type FormMonitoring, type FormProgramming, headerOf } from '../forms/form.ts';
import { type FormStatus, planningLines, statusLines, versionLine } from '../texts/print/pdf.ts';
import { controlAloneWords } from '../texts/review/appointed-alone.ts';
import { verdictWords } from '../texts/review/verification.ts';
import { capital } from '../texts/words/sentences.ts';
import { controlAlone } from './review/control-alone.ts';
import type { CutDocument, DocumentActivity, DocumentReport } from './review/document.ts';
import { reportsOfCut } from './review/figures.ts';
import type { CutReview } from './review/review-state.ts';
import { verdictsOn } from './review/verdicts.ts';

/**
 * The official form made from a document: the plan with the monitoring of every cut up to the given one, with
 * the last word on each activity. It leaves out activities retired before that cut. It is preliminary until
 * it is approved. Control Interno's verdicts beside it are the present ones.
 */
export function storedForm(db: Db, upTo: PlannedCut, review: CutReview, madeAt: Moment): ExportForm {
  const { document } = review;
  const standing = formStatusOf(db, review, document.cut.date);
  const reports = Map.groupBy(document.reports, (report) => report.activity);
  return {
    ...headerOf(document.plan),
    activities: document.activities
      .filter((each) => each.inForm)
      .map((each) => activityOf(each, reports.get(each.number) ?? [])),
    cuts: cutsToPrint(document.cuts, [], document.cut.number, document.plan.fiscalYear),
    upToCut: document.cut.number,
    status: {
      preliminary: isPreliminary(standing),
      lines: [
        ...statusLines(standing, madeAt),
        versionLine(document.planVersion),
        ...planningLines(planningMarks(document)),
        ...controlLines(db, upTo, document),
      ],
    },
    evidence: document.evidence,
    verification: verdictsUpTo(db, upTo, document),
  };
}

function activityOf(each: DocumentActivity, reports: readonly DocumentReport[]): FormActivity {
  const { number, name, target, responsible, positions, indicator, phase } = each;
  const { startsOn, endsOn, participationLevel, channels, stakeholderGroup, means, resources } = each;
  const programming = programmingOf(each);
  return {
    number,
    name,
    target,
    responsible,
    positions,
    indicator,
    phase,
    participationLevel,
    channels,
    stakeholderGroup,
    means,
    resources,
    weight: each.weight,
    extra: each.extra,
    ...(programming === null ? {} : { programming }),
    start: startsOn,
    end: endsOn,
    monitoring: reports.map(
      (report): FormMonitoring => ({
        cut: report.cut,
        progressTenths: report.progress,
        ...(report.amount === undefined ? {} : { amount: report.amount }),
        observation: report.observation,
      }),
    ),
  };
}

/** What is expected of an activity; null: nothing but its dates. One to keep has no figures. */
export function programmingOf(of: DocumentActivity): FormProgramming | null {
  const { programming = [], set, keeps, measure = null, yearAmount = null } = of;
  const basis = keeps ? 'keeps' : (set ?? (programming.length === 0 ? 'nothing' : 'form'));
  if (basis === 'nothing' && measure === null) return null;
  const figures = keeps ? [] : programming;
  return {
    basis,
    measure,
    yearAmount,
    figures: figures.map(({ cut, percent, amount }) =>
      amount === null ? { cut, tenths: Math.round(percent * 10) } : { cut, amount },
    ),
  };
}

/** The marks that show, by cut, whether a report is Planeación's word. */
function planningMarks(document: CutDocument) {
  return document.cuts.flatMap((cut) => {
    const own = document.reports.filter((report) => report.cut === cut.number);
    const of = (origin: 'planning' | 'correction') =>
      own.filter((report) => report.origin === origin).map((report) => report.activity);
    return [{ cut: cut.number, recorded: of('planning'), corrected: of('correction') }];
  });
}

function isPreliminary(standing: FormStatus): boolean {
  return standing.kind === 'preliminary' || standing.kind === 'presented';
}

/** The approval that a form made from this document states: only the approved document is approved. */
export function formStatusOf(
  db: Db,
  { standing, presentationId }: CutReview,
  cutDate: LocalDate,
): FormStatus {
  switch (standing.kind) {
    case 'closed':
      return { kind: 'closed', cutDate, anchor: lastAnchor(db), returned: standing.returned };
    case 'preliminary':
      return { kind: 'preliminary' };
    case 'presented':
      return { kind: 'presented', by: standing.by.name, at: standing.by.at, anchor: lastAnchor(db) };
    case 'approved': {
      const { by, approval, changes, again } = standing;
      if (presentationId !== by.id)
        return again
          ? { kind: 'presented', by: again.by.name, at: again.by.at, anchor: lastAnchor(db) }
          : { kind: 'preliminary' };
      return {
        kind: 'approved',
        drawnUpBy: by.name,
        approvedBy: approval.name,
        appointedBy: approval.appointedBy,
        at: approval.at,
        fingerprint: by.fingerprint,
        anchor: { row: auditRowOfHash(db, approval.auditHash)?.id ?? 0, hash: approval.auditHash },
        changesSince: changes.length,
      };
    }
  }
}

/** Who verified anything that the form shows and was appointed alone. */
function controlLines(db: Db, upTo: PlannedCut, document: CutDocument): readonly string[] {
  const verdicts = shownCuts(db, upTo, document).flatMap(({ verdicts }) => [...verdicts.values()]);
  return controlAlone(db, verdicts).map(({ name, by }) => `${capital(controlAloneWords(name, by))}.`);
}

/** The verdicts on the reports of each cut that the form shows, by activity. */
function shownCuts(db: Db, upTo: PlannedCut, document: CutDocument) {
  const cuts = plannedCutsOf(db, [upTo.plan.id]).filter((each) => each.cut.date <= upTo.cut.date);
  return cuts.flatMap((planned) => {
    const number = document.cuts.find((each) => each.date === planned.cut.date)?.number;
    if (number === undefined) return [];
    return [{ number, verdicts: verdictsOn(db, planned, reportsOfCut(document, number)) }];
  });
}

/** The verdicts on every report that the form shows, by cut, in the form's order. */
function verdictsUpTo(db: Db, upTo: PlannedCut, document: CutDocument): readonly ExportVerdict[] {
  return shownCuts(db, upTo, document).flatMap(({ number, verdicts }) =>
    document.activities.flatMap((activity): ExportVerdict[] => {
      const said = verdicts.get(activity.number);
      if (!said) return [];
      const { current } = said;
      return [
        {
          activity: activity.number,
          cut: number,
          verdict: current ? verdictWords[said.verdict] : verdictWords.outdated,
          progressTenths: current ? said.progress : null,
          remark: current ? said.remark : '',
        },
      ];
    }),
  );
}
