import { execFileSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { momentAt } from '../../../src/domain/dates.ts';
import type { Form } from '../../../src/forms/form.ts';
import { type PdfModel, pdfModel } from '../../../src/forms/pdf/model.ts';
import type { FormStatus } from '../../../src/texts/print/pdf.ts';
import { realForm } from '../../world/form.ts';

export const MADE_AT = momentAt('2022-04-08', 8);
export const preliminary: FormStatus = { kind: 'preliminary' };
export const approved: FormStatus = {
  kind: 'approved',
  drawnUpBy: 'Aracelly Arboleda Urbano',
  approvedBy: 'Julio Cesar Biojó Estacio',
  appointedBy: null,
  at: momentAt('2022-04-12', 15, 5),
  fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  anchor: { row: 1234, hash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae' },
  changesSince: 0,
};

const names = ['PRIMER', 'SEGUNDO', 'TERCER', 'CUARTO'] as const;
const dates = ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'] as const;

export type Plan = {
  readonly activities?: number;
  readonly blocks?: number;
  readonly standing?: FormStatus;
  readonly observation?: (activity: number, cut: number) => string;
  readonly extra?: Form['activities'][number]['extra'];
};

/** The real form as printed at its first cut. */
export function realModel(standing: FormStatus = preliminary): PdfModel {
  return pdfModel(realForm(), { upTo: '2022-03-31', standing, madeAt: MADE_AT });
}

/** A plan made of the real form's activities, with as many blocks filled as wanted. */
export function modelOf(of: Plan): PdfModel {
  const form = realForm();
  const cuts = names.slice(0, of.blocks ?? 1).map((name, index) => ({
    number: index + 1,
    date: dates[index] ?? '',
    label: `${name} MONITOREO`,
    headingDate: '',
  }));
  const activities = Array.from({ length: of.activities ?? 7 }, (_, index) => {
    const model = form.activities[index % form.activities.length];
    if (!model) throw new Error('the real form has activities');
    const monitoring = cuts.map(({ number }) => ({
      cut: number,
      progressTenths: (index * 37 + number * 250) % 1001,
      observation: of.observation?.(index, number) ?? 'Se hizo la jornada con la comunidad',
    }));
    return { ...model, number: String(index + 1), monitoring, extra: of.extra ?? [] };
  });
  return pdfModel(
    { ...form, activities, cuts },
    { upTo: '2022-12-31', standing: of.standing ?? approved, madeAt: MADE_AT },
  );
}

/** Whether `pdftotext` (poppler) is on this machine. */
export const hasPoppler = runs('pdftotext', ['-v']);

function runs(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, [...args], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What a program other than ours reads in the PDF, a text a page. */
export function pagesOf(pdf: Uint8Array): readonly string[] {
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return text.split('\f').slice(0, -1);
}

/** Text without its spaces, line ends and hyphens, so that words broken over lines and pages are whole again. */
export function run(text: string): string {
  return text.replace(/[\s\u00ad\u200b-]+/g, '');
}

/** The size in pt of every text that is drawn, read in the drawing instructions themselves. */
export function textSizes(pdf: Uint8Array): ReadonlySet<number> {
  const sizes = new Set<number>();
  for (const instructions of drawings(pdf)) {
    for (const [, size] of instructions.matchAll(/\/f\d+ ([\d.]+) Tf\n(?=1 0 0 -1 )/g))
      sizes.add(Number(size));
    const scaled = instructions.matchAll(/^(\S+ \S+ \S+ \S+) \S+ \S+ (?:Tm|cm)$/gm);
    for (const [whole, matrix] of scaled) if (matrix !== '1 0 0 -1') throw new Error(`scaled: ${whole}`);
  }
  return sizes;
}

function drawings(pdf: Uint8Array): readonly string[] {
  const bytes = Buffer.from(pdf);
  const found: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('endstream', at);
    const text = inflated(bytes.subarray(at + 7, end));
    if (text.includes(' Tf\n')) found.push(text);
  }
  return found;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
