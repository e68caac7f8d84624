import { decodeXml, localName, unescapeXml, walkXml } from '../xlsx/xml.ts';

/** What a package of Office says of its parts, whatever they are called (ECMA-376 part 2, *Open Packaging Conventions*). */
export type OfficePackage = {
  readonly names: readonly string[];
  /** In small letters; undefined when the package declares none. */
  readonly typeOf: (name: string) => string | undefined;
  /** The types of parts, also of those that are not there: a name can be written in several ways. */
  readonly types: readonly string[];
  readonly relations: readonly OfficeRelation[];
};

export type OfficeRelation = {
  /** The part of relations that it stands in. */
  readonly from: string;
  /** The last word of its type, in small letters: `hyperlink`, `vbaproject`. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
};

/** Types and relations of four thousand pictures take one. */
const MOST_XML = 4 * 1024 * 1024;
const TYPES = '[content_types].xml';
const RELATIONS = /(?:^|\/)_rels\/[^/]*\.rels$/i;

/**
 * Reads the types and all the relations. @param read a part by its name
 * @throws {Error} on XML that two readers could read differently, and when the package declares no types at all
 */
export function readPackage(
  names: readonly string[],
  read: (name: string) => Uint8Array | undefined,
): OfficePackage {
  let letters = MOST_XML;
  const readXml = (name: string) => {
    const part = read(name);
    letters -= part?.length ?? 0;
    if (letters < 0) throw new Error('more than a package needs');
    return part;
  };
  const content = readXml(names.find((name) => name.toLowerCase() === TYPES) ?? '');
  if (content === undefined) throw new Error('no content types');
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const { element, attributes } of elementsOf(content)) {
    const type = (attributes.get('ContentType') ?? '').trim().toLowerCase();
    const extension = attributes.get('Extension')?.toLowerCase();
    const part = attributes.get('PartName')?.toLowerCase().replace(/^\//, '');
    if (element === 'Default' && extension !== undefined) defaults.set(extension, type);
    if (element === 'Override' && part !== undefined) overrides.set(part, type);
  }
  const typeOf = (name: string) => {
    const small = name.toLowerCase();
    return overrides.get(small) ?? defaults.get(small.slice(small.lastIndexOf('.') + 1));
  };
  const relations = names
    .filter((name) => RELATIONS.test(name))
    .flatMap((from) => relationsIn(from, readXml(from) ?? new Uint8Array()));
  return {
    names,
    typeOf,
    types: [...overrides.values(), ...names.flatMap((name) => typeOf(name) ?? [])],
    relations,
  };
}

function relationsIn(from: string, content: Uint8Array): OfficeRelation[] {
  return elementsOf(content)
    .filter(({ element }) => element === 'Relationship')
    .map(({ attributes }) => ({
      from,
      type: (attributes.get('Type') ?? '').trim().split('/').at(-1)?.toLowerCase() ?? '',
      target: (attributes.get('Target') ?? '').trim(),
      external: attributes.get('TargetMode')?.trim().toLowerCase() === 'external',
    }));
}

type Element = { readonly element: string; readonly attributes: ReadonlyMap<string, string> };

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The elements of an XML part, one after another, with their attributes. @throws {Error} */
function elementsOf(content: Uint8Array): readonly Element[] {
  const text = decodeXml(content).replace(/^\uFEFF/, '');
  if (text.includes('\u0000')) throw new Error('an encoding that is not declared');
  const found: Element[] = [];
  const nothing = () => undefined;
  walkXml(text, {
    open: (name, written) => {
      const pairs = [...written.matchAll(ATTRIBUTE)];
      const attributes = new Map(
        pairs.map(([, key = '', double, single]) => [key, plainValue(double ?? single ?? '')]),
      );
      if (attributes.size !== pairs.length) throw new Error('an attribute twice');
      found.push({ element: localName(name), attributes });
    },
    close: nothing,
    text: nothing,
  });
  return found;
}

const STRANGE_ENTITY = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|lt|gt|quot|apos|amp);)/i;

/** A value with its entities. @throws {Error} on one that XML does not have by itself */
function plainValue(raw: string): string {
  if (STRANGE_ENTITY.test(raw)) throw new Error('an entity that is not of XML');
  return unescapeXml(raw);
}
