import { changedNothing, type PlanImported } from '../../actions/import-plan.ts';
import { fieldNames, imported } from '../../texts/importing/report.ts';
import { planName, properName } from '../../texts/words/names.ts';

/** What an import did, or would do, line by line, in plain words. */
export function describeImport(result: PlanImported): readonly string[] {
  const { plan } = result;
  const isNew = new Set(result.newPositions.map((position) => position.id));
  return [
    `${plan.code}/${plan.fiscalYear} · ${planName(plan)} · ${properName(plan.entity)}`,
    changedNothing(result) ? imported.nothingChanged : result.isNew ? imported.newPlan : imported.corrected,
    `${imported.activities(result.activities)}.`,
    imported.positions,
    ...result.positions.map(
      ({ id, name }) => `  ${id}  ${name}${isNew.has(id) && !result.isNew ? imported.newPosition : ''}`,
    ),
    imported.cuts,
    ...result.cuts.map((cut) => `  ${imported.cut(cut.number, cut.date)}`),
    ...result.cutsMoved.map((cut) => imported.cutMoved(cut.date, cut.formDate)),
    ...(result.isNew ? [] : changes(result)),
    ...(result.reports.length > 0 || result.isNew ? [imported.reports(result.reports.length)] : []),
    ...(result.unopenedCuts.length > 0
      ? [imported.unopenedCuts(result.unopenedCuts.map((cut) => cut.date))]
      : []),
    ...(result.differing.length === 0
      ? []
      : [
          imported.differing(result.differing.length),
          ...result.differing.map((each) =>
            imported.difference(each.number, each.cut, each.stored, each.form),
          ),
        ]),
  ];
}

function changes(result: PlanImported): readonly string[] {
  return [
    ...(result.header.length > 0 ? [imported.header(result.header.map((field) => fieldNames[field]))] : []),
    ...(result.added.length > 0 ? [imported.added(result.added)] : []),
    ...result.changed.map(({ number, fields }) =>
      imported.changed(
        number,
        fields.map((field) => fieldNames[field]),
      ),
    ),
    ...(result.retired.length > 0 ? [imported.retired(result.retired)] : []),
    ...(result.kept.length > 0 ? [imported.kept(result.kept)] : []),
    ...(result.cutsAdded.length > 0 ? [imported.cutsAdded(result.cutsAdded.map((cut) => cut.date))] : []),
    ...(result.cutsRemoved.length > 0 ? [imported.cutsRemoved(result.cutsRemoved)] : []),
  ];
}
