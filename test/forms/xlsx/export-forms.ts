import { cutsOfPlan } from '../../../src/forms/cuts.ts';
import {
  cutsToPrint,
  type ExportEvidence,
  type ExportForm,
  type ExportStatus,
} from '../../../src/forms/export-form.ts';
import type { Form, FormActivity } from '../../../src/forms/form.ts';

export const PRELIMINARY: ExportStatus = { preliminary: true, lines: ['Estado: PRELIMINAR, sin aprobar'] };
export const APPROVED: ExportStatus = {
  preliminary: false,
  lines: [
    'Estado: APROBADO. Elaboró el consolidado: Aracelly Arboleda Urbano. Aprobó: Julio Cesar Biojó Estacio, 7 de abril de 2022',
    'Huella (SHA-256): 1f2e',
  ],
};

/** A form ready to go out: monitoring up to a cut, and the blocks to print. */
export function exported(
  form: Form,
  upToCut: number,
  status: ExportStatus = PRELIMINARY,
  evidence: readonly ExportEvidence[] = [],
): ExportForm {
  return {
    ...form,
    cuts: cutsToPrint(cutsOfPlan(form), form.cuts, upToCut, form.fiscalYear),
    activities: form.activities.map((activity) => ({
      ...activity,
      monitoring: activity.monitoring.filter(({ cut }) => cut <= upToCut),
    })),
    upToCut,
    status,
    evidence,
  };
}

/** What a reader gives of an export: the same, without what only an export has. */
export function asRead({
  upToCut: _,
  status: __,
  evidence: ___,
  verification: ____,
  ...form
}: ExportForm): Form {
  return form;
}

/** The form with a report of every activity at each of the first `cuts` cuts. */
export function reported(form: Form, cuts: number): Form {
  return changed(form, (activity, index) => ({
    ...activity,
    monitoring: Array.from({ length: cuts }, (_, cut) => ({
      cut: cut + 1,
      progressTenths: Math.min(1000, (cut + 1) * 200 + index * 13),
      observation: `Avance ${cut + 1} de la actividad ${activity.number}: =1+1, "comillas" & más`,
    })),
  }));
}

export function changed(form: Form, change: (activity: FormActivity, index: number) => FormActivity): Form {
  return { ...form, activities: form.activities.map(change) };
}

/** A file and a link; a link that begins like a formula is still a text. */
export const EVIDENCE: readonly ExportEvidence[] = [
  {
    activity: '1',
    cut: 1,
    what: 'archivo',
    type: 'application/pdf',
    bytes: 1_234_567,
    sha256: 'ab12'.repeat(16),
    link: '',
    receivedAt: '2022-03-16T09:40:12-05:00',
  },
  {
    activity: '2.1',
    cut: 1,
    what: 'enlace',
    type: '',
    bytes: null,
    sha256: '',
    link: 'https://example.org/acta?a=1&b=<2>',
    receivedAt: '2022-03-30T16:05:00-05:00',
  },
];
