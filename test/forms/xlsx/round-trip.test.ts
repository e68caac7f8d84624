import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsOfPlan } from '../../../src/forms/cuts.ts';
import { type ExportEvidence, type ExportVerdict, extraHeadings } from '../../../src/forms/export-form.ts';
import type { Form, FormActivity, FormMonitoring, FormProgramming } from '../../../src/forms/form.ts';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { fillWorkbook } from '../../../src/forms/xlsx/fill.ts';
import { templateWorkbook } from '../../../src/forms/xlsx/template.ts';
import { realForm } from '../../world/form.ts';
import { formOf } from '../real-form.ts';
import { asRead, exported } from './export-forms.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const WORDS =
  'mesa ríos niñez «veeduría» =1+1 -5 @SUMA(A1) +57 "comillas" & <b> 100% de_x000D_ Ñandú 😀 a;b'.split(' ');
const words = (minLength: number) =>
  fc
    .array(fc.constantFrom(...WORDS), { minLength, maxLength: 6 })
    .chain((list) => fc.constantFrom(' ', '\n').map((joint) => ['texto', ...list].join(joint)));
const text = fc.oneof(fc.constant(''), words(0));
const POSITIONS = ['Alcalde Local', 'Secretaria de Gobierno', 'Líder TIC'];
const EXTRAS = ['CÓDIGO BPIN', 'EVIDENCIA (PRIMER MONITOREO)', 'VALOR (PRIMER MONITOREO)', 'Columna P'];
const CALENDARS = [
  [],
  ['2023-04-30', '2023-08-31', '2023-12-31'],
  ['2023-06-30', '2023-11-30', '2024-01-15'],
];

const day = fc
  .integer({ min: 0, max: 364 })
  .map((offset) => new Date(Date.UTC(2023, 0, 1 + offset)).toISOString().slice(0, 10));

const activity = (cuts: number): fc.Arbitrary<Omit<FormActivity, 'number' | 'weight'>> =>
  fc
    .record({
      name: words(1),
      target: text,
      positions: fc.uniqueArray(fc.constantFrom(...POSITIONS), { minLength: 1 }),
      joint: fc.constantFrom(', ', '; ', '\n'),
      indicator: text,
      phase: text,
      days: fc.tuple(day, day),
      participationLevel: text,
      channels: text,
      stakeholderGroup: text,
      means: text,
      resources: text,
      extra: fc.tuple(
        ...EXTRAS.map((heading) => fc.option(words(0).map((value) => ({ heading, text: value })))),
      ),
      monitoring: fc.tuple(...Array.from({ length: cuts }, (_, index) => fc.option(monitoring(index + 1)))),
      programming: fc.option(programming(cuts)),
    })
    .map(({ joint, days, extra, monitoring: reports, programming: programmed, ...rest }) => ({
      ...rest,
      ...(programmed === null ? {} : { programming: programmed }),
      responsible: rest.positions.join(joint),
      start: [...days].sort()[0] ?? '',
      end: [...days].sort()[1] ?? '',
      extra: extra.flatMap((each) => each ?? []),
      monitoring: reports.flatMap((each) => each ?? []),
    }));

const monitoring = (cut: number): fc.Arbitrary<FormMonitoring> =>
  fc.record({
    cut: fc.constant(cut),
    progressTenths: fc.option(fc.integer({ min: 0, max: 1000 })),
    observation: words(0),
  });

/** What Planeación set, or what the form programs, in every way there is. */
const programming = (cuts: number): fc.Arbitrary<FormProgramming> => {
  const measure = fc.constantFrom(
    { measure: 'talleres', yearAmount: 4 },
    { measure: 'km de vía', yearAmount: 2.5 },
  );
  const noMeasure = fc.constant({ measure: null, yearAmount: null });
  const percents = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: cuts, maxLength: cuts });
  const amounts = fc.array(fc.integer({ min: 0, max: 16 }), { minLength: cuts, maxLength: cuts });
  const figures = fc.oneof(
    percents.map((all) => all.sort((a, b) => a - b).map((tenths, place) => ({ cut: place + 1, tenths }))),
    amounts.map((all) =>
      all.sort((a, b) => a - b).map((amount, place) => ({ cut: place + 1, amount: amount / 4 })),
    ),
  );
  return fc
    .oneof(
      fc.record({ basis: fc.constantFrom('programmed', 'form'), of: fc.oneof(measure, noMeasure), figures }),
      fc.record({
        basis: fc.constantFrom('keeps', 'dates'),
        of: fc.oneof(measure, noMeasure),
        figures: fc.constant([]),
      }),
      fc.record({ basis: fc.constant('nothing'), of: measure, figures: fc.constant([]) }),
    )
    .map(({ of, ...rest }) => ({ ...rest, ...of }));
};

const signature = fc.record({ name: words(0), position: words(0) });

const form: fc.Arbitrary<Form> = fc.constantFrom(...CALENDARS).chain((dates) =>
  fc
    .record({
      code: fc.constantFrom('PL-PC-01', 'F1'),
      title: fc.constantFrom('PLAN DE ACCIÓN', 'MATRIZ DE SEGUIMIENTO', 'Seguimiento anual'),
      system: fc.constantFrom('', 'SISTEMA INTEGRADO DE GESTIÓN'),
      version: fc.constantFrom('', '1.0', '2'),
      versionDate: fc.option(day),
      entity: fc.constantFrom('', 'ALCALDIA LOCAL ISLA DEL CASCAJAL', 'Personería', 'Alcaldía'),
      drawnUpOn: fc.option(day),
      scope: fc.oneof(text, fc.constant('OBJETIVO: uno')),
      objectives: text,
      activities: fc.array(activity(dates.length || 4), { minLength: 1, maxLength: 5 }),
      weights: fc.option(
        fc.array(fc.option(fc.integer({ min: 0, max: 1000 })), { minLength: 5, maxLength: 5 }),
      ),
      drawnUpBy: fc.array(signature, { maxLength: 2 }),
      approvedBy: fc.array(signature, { maxLength: 2 }),
    })
    .map(({ weights, ...rest }) => ({
      ...rest,
      fiscalYear: 2023,
      cuts: dates.map((date, index) => ({
        number: index + 1,
        date,
        label: `SEGUIMIENTO ${index + 1}`,
        headingDate: `CORTE ${date.split('-').reverse().join('/')}`,
      })),
      activities: rest.activities.map((one, index) => ({
        ...one,
        number: index % 2 === 0 ? `${index + 1}` : `${index + 1}.1`,
        weight: weights?.[index] === undefined || weights[index] === null ? null : Number(weights[index]) / 8,
      })),
    })),
);

const evidence: fc.Arbitrary<ExportEvidence[]> = fc.array(
  fc.record({
    activity: fc.constantFrom('1', '2.1', '=1+1', '-5', '@SUMA(A1)'),
    cut: fc.integer({ min: 1, max: 12 }),
    what: fc.constantFrom('archivo', 'enlace'),
    type: fc.constantFrom('', 'application/pdf', 'image/png', 'text/x-otro'),
    bytes: fc.option(fc.nat()),
    sha256: fc.constantFrom('', 'ab12'.repeat(16)),
    link: fc.oneof(fc.constant(''), fc.webUrl({ withQueryParameters: true }), words(0), fc.string()),
    receivedAt: fc.constantFrom('2023-03-16T09:40:12-05:00', '2024-01-02T00:00:00-05:00'),
  }),
  { maxLength: 4 },
);
/** Control Interno says something about any report, also of activities and cuts that are not there. */
const verification: fc.Arbitrary<ExportVerdict[]> = fc.uniqueArray(
  fc.record({
    activity: fc.constantFrom('1', '2.1', '3', '=1+1'),
    cut: fc.integer({ min: 1, max: 4 }),
    verdict: fc.constantFrom('Avalado', 'Con observación'),
    progressTenths: fc.option(fc.integer({ min: 0, max: 1000 })),
    remark: words(0),
  }),
  { maxLength: 6, selector: ({ activity: of, cut }) => `${of} ${cut}` },
);
/** The plan and what the reader has to say of the file. */
const readOf = (bytes: Uint8Array) => {
  const reading = readFormFile(bytes);
  return { form: formOf(reading), warnings: reading.ok ? reading.warnings : [] };
};

/** A workbook without columns of ours gets them only where Planeación set something. */
const shown = (out: Form, known: Form): Form => {
  const isSet = out.activities.some(
    ({ programming: of }) => of !== undefined && (of.basis !== 'form' || of.measure !== null),
  );
  if (isSet || known.activities.some((one) => one.programming !== undefined)) return out;
  return { ...out, activities: out.activities.map(({ programming: _, ...one }) => one) };
};
const upTo = (plan: Form, share: number) => Math.ceil(share * cutsOfPlan(plan).length);
const share = fc.constantFrom(0.1, 0.5, 0.75, 1);

describe('import of an export is the plan', () => {
  it('for a workbook of ours', () => {
    fc.assert(
      fc.property(form, share, evidence, verification, (plan, part, annex, said) => {
        const out = exported(plan, upTo(plan, part));
        const without = readOf(templateWorkbook(out));
        expect(without.form).toEqual(asRead(out));
        expect(readOf(templateWorkbook({ ...out, evidence: annex, verification: said }))).toEqual(without);
      }),
      { numRuns: 120 },
    );
  });

  it('for the entity’s own, filled again and again', () => {
    fc.assert(
      fc.property(
        form,
        share,
        share,
        fc.nat(4),
        fc.tuple(evidence, evidence),
        fc.tuple(verification, verification),
        (plan, first, second, held, annexes, said) => {
          const fewer = {
            ...plan,
            activities: plan.activities.slice(0, Math.max(1, plan.activities.length - held)),
          };
          const original = templateWorkbook({
            ...exported(fewer, upTo(plan, first)),
            evidence: annexes[0],
            verification: said[0],
          });
          const known = formOf(readFormFile(original));
          const headings = extraHeadings(known);
          const weighted = known.activities.some(({ weight }) => weight !== null);
          const wanted = {
            ...plan,
            activities: plan.activities.map((one) => ({
              ...one,
              weight: weighted ? one.weight : null,
              extra: headings.flatMap((heading) => one.extra.filter((each) => each.heading === heading)),
            })),
            cuts: known.cuts,
          };
          const out = {
            ...exported(wanted, upTo(plan, second)),
            evidence: annexes[1],
            verification: said[1],
          };
          const filled = fillWorkbook(original, out);
          if (!filled.ok) throw new Error(filled.reason);
          expect(formOf(readFormFile(filled.bytes))).toEqual(shown(asRead(out), known));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('for the real workbook with any monitoring', () => {
    const plan = realForm();
    const original = new WorkbookVariant().bytes();
    const reports = fc.array(fc.tuple(...[1, 2, 3, 4].map((cut) => fc.option(monitoring(cut)))), {
      minLength: plan.activities.length,
      maxLength: plan.activities.length,
    });
    fc.assert(
      fc.property(
        reports,
        fc.integer({ min: 1, max: 4 }),
        evidence,
        verification,
        (all, cut, annex, said) => {
          const activities = plan.activities.map((one, index) => ({
            ...one,
            monitoring: (all[index] ?? []).flatMap((each) => each ?? []),
          }));
          const out = { ...exported({ ...plan, activities }, cut), evidence: annex, verification: said };
          const filled = fillWorkbook(original, out);
          if (!filled.ok) throw new Error(filled.reason);
          expect(formOf(readFormFile(filled.bytes))).toEqual(asRead(out));
        },
      ),
      { numRuns: 100 },
    );
  });
});
