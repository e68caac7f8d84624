import { partNamed } from './part-names.ts';
import { attributeOf, childrenOf, decodeXml, parseXml } from './xml.ts';
import type { Parts } from './zip-gate.ts';

/** What a part points to. A target outside the package is named, and never followed. */
export type Relation = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
};

/** The relations of a part (`''` is the package itself), their targets as names of parts. */
export function relationsOf(parts: Parts, part: string): Relation[] {
  const content = parts.get(relationsPartIn(parts, part));
  if (content === undefined) return [];
  return childrenOf(parseXml(decodeXml(content)).root, 'Relationship').map((element) => {
    const external = attributeOf(element, 'TargetMode')?.toLowerCase() === 'external';
    const target = attributeOf(element, 'Target') ?? '';
    return {
      id: attributeOf(element, 'Id') ?? '',
      type: (attributeOf(element, 'Type') ?? '').split('/').at(-1) ?? '',
      target: external ? target : partNamed(parts, resolvePart(folderOf(part), target)),
      external,
    };
  });
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationsPartOf(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** The same, as the package names it. */
export function relationsPartIn(parts: Parts, part: string): string {
  return partNamed(parts, relationsPartOf(part));
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** Targets are relative to the folder of the part, or absolute from the package. */
function resolvePart(folder: string, target: string): string {
  const plain = target.trim().replaceAll('\\', '/');
  const steps = plain.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of plain.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The part that is the workbook, or undefined when the package is not one Excel writes. */
export function workbookPart(parts: Parts): string | undefined {
  const named = relationsOf(parts, '').find(({ type, external }) => type === 'officeDocument' && !external);
  const part = named?.target ?? partNamed(parts, 'xl/workbook.xml');
  return parts.has(part) && /\.xml$/i.test(part) ? part : undefined;
}
