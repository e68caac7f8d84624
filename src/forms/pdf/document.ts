import { cleanOutsideText } from '../../domain/outside-text.ts';
import type { Coverage } from '../../texts/print/font-coverage.ts';
import { formDate, missingSignNote, pdfWords } from '../../texts/print/pdf.ts';
import { longDay } from '../../texts/words/days.ts';
import { planName } from '../../texts/words/names.ts';
import type { ExportForm } from '../export-form.ts';
import type { Form, Signature } from '../form.ts';
import { SIGNATURES } from '../title-layout.ts';
import { breakable } from './breakable.ts';
import type { PdfModel } from './model.ts';
import type { Labelled } from './paper.ts';
import { drawn, mapTexts } from './print-texts.ts';
import { type Sheet, sheetsOf } from './sheets.ts';

/** Everything the template prints, in words and numbers: what reaches it through `sys.inputs` as JSON. */
export type PdfDocument = {
  readonly title: string;
  readonly description: string;
  readonly system: string;
  readonly planTitle: string;
  readonly control: readonly Labelled[];
  readonly facts: readonly Labelled[];
  readonly standing: readonly string[];
  /** Printed at the top of every page; '' on a definitive form. */
  readonly mark: string;
  readonly running: string;
  readonly page: string;
  readonly pageOf: string;
  readonly sheets: readonly Sheet[];
  readonly signaturesTitle: string;
  readonly signatures: readonly SignatureBlock[];
  readonly signatureWords: { readonly name: string; readonly position: string; readonly line: string };
  /** So few that both blocks fit on a page and are kept whole on it. */
  readonly keepSignatures: boolean;
  /** Rows of the last sheet that go on to the page of the signatures, which would be alone on it. */
  readonly carried: number;
  readonly note: string;
};

type SignatureBlock = { readonly title: string; readonly people: readonly Signatory[] };
/** `whole`: so short that it is never parted over two pages. */
type Signatory = Signature & { readonly whole: boolean };

const MOST_KEPT_TOGETHER = 5;
const LONGEST_KEPT_TOGETHER = 300;

/** The document with its texts made fit to print: nothing the font lacks, and no word without a place to break. */
export function pdfDocument(model: PdfModel, coverage: Coverage): PdfDocument {
  const plain = plainDocument(model.form);
  const { data, missing } = drawn(plain, coverage);
  const { title, description, standing } = data;
  return {
    ...mapTexts({ ...data, note: missing ? missingSignNote : '' }, breakable),
    title,
    description,
    standing,
  };
}

function plainDocument(form: ExportForm): PdfDocument {
  const signatures = SIGNATURES.map(({ role, title }) => ({ title, people: signers(form[role]) }));
  return {
    title: `${form.code} · ${planName(form)}`,
    description: form.entity,
    system: form.system,
    planTitle: [form.title, form.code].find(isVisible) ?? String(form.fiscalYear),
    control: present([
      [pdfWords.code, form.code],
      [pdfWords.version, form.version],
      [pdfWords.versionDate, form.versionDate === null ? '' : formDate(form.versionDate)],
    ]),
    facts: factsOf(form),
    standing: form.status.lines,
    mark: form.status.preliminary ? pdfWords.preliminary : '',
    running: `${form.code} · ${planName(form)} · ${form.entity}`,
    page: pdfWords.page,
    pageOf: pdfWords.pageOf,
    sheets: sheetsOf(form),
    signaturesTitle: pdfWords.signatures,
    signatures,
    signatureWords: {
      name: pdfWords.signatureName,
      position: pdfWords.signaturePosition,
      line: pdfWords.signatureLine,
    },
    keepSignatures: signatures.every(
      ({ people }) => people.length <= MOST_KEPT_TOGETHER && people.every(({ whole }) => whole),
    ),
    carried: 0,
    note: '',
  };
}

/** PDF/UA takes no heading without anything to read in it. */
const isVisible = (text: string): boolean => cleanOutsideText(text).trim() !== '';

/** Somebody has to sign even when the form names nobody. */
function signers(people: readonly Signature[]): readonly Signatory[] {
  const all = people.length === 0 ? [{ name: '', position: '' }] : people;
  return all.map((each) => ({
    ...each,
    whole: each.name.length + each.position.length <= LONGEST_KEPT_TOGETHER,
  }));
}

function factsOf(form: Form): readonly Labelled[] {
  return present([
    [pdfWords.entity, form.entity],
    [pdfWords.drawnUpOn, form.drawnUpOn === null ? '' : longDay(form.drawnUpOn).toLocaleUpperCase('es')],
    [pdfWords.fiscalYear, String(form.fiscalYear)],
    [pdfWords.scope, form.scope],
    [pdfWords.objectives, form.objectives],
  ]);
}

function present(pairs: readonly (readonly [label: string, value: string])[]): readonly Labelled[] {
  return pairs.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}
