import { expect } from 'vitest';
import type { ExportForm } from '../../../src/forms/export-form.ts';
import type { Form } from '../../../src/forms/form.ts';
import { fillWorkbook } from '../../../src/forms/xlsx/fill.ts';
import { openZip, type Parts } from '../../../src/forms/xlsx/zip-gate.ts';

export function filled(original: Uint8Array, form: ExportForm): Uint8Array {
  const result = fillWorkbook(original, form);
  if (!result.ok) throw new Error(result.reason);
  return result.bytes;
}

export function partsOf(bytes: Uint8Array): Parts {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.parts;
}

export function xmlOf(bytes: Uint8Array, part = 'xl/worksheets/sheet1.xml'): string {
  return new TextDecoder().decode(partsOf(bytes).get(part));
}

/** The names of the parts that are not the same bytes. */
export function touched(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  expect([...now.keys()]).toEqual([...old.keys()]);
  return [...now]
    .filter(([name, content]) => !Buffer.from(old.get(name) ?? []).equals(content))
    .map(([name]) => name)
    .sort();
}

export function cell(bytes: Uint8Array, name: string, part?: string): string {
  return new RegExp(`<c r="${name}"(?:[^>]*/>|.*?</c>)`).exec(xmlOf(bytes, part))?.[0] ?? '';
}

/** A form with so many more activities, numbered on. */
export function grown(form: Form, count: number): Form {
  const [model] = form.activities;
  if (model === undefined) throw new Error('no activities');
  const more = Array.from({ length: count }, (_, index) => ({
    ...model,
    number: String(form.activities.length + index + 1),
    name: `Actividad nueva ${index + 1}`,
  }));
  return { ...form, activities: [...form.activities, ...more] };
}
