import type { OfficePackage, OfficeRelation } from './package.ts';

/** What a document does when it is opened: run a program in it, or bring something from elsewhere. */
export type ActiveContent = 'macros' | 'objects' | 'elsewhere';

const MACRO_TYPES = /macroenabled|vbaproject|vbadata|macrosheet|dialogsheet|sheet\.binary/;
const OBJECT_TYPES = /activex|oleobject/;
const MACRO_RELATIONS = /vba|macrosheet|dialogsheet/;
/** An `afChunk` is a whole page or document of another kind, put in when it is opened. */
const OBJECT_RELATIONS = /activex|oleobject|^control$|^afchunk$/;
const MACRO_NAMES = /vbaproject|vbadata|macrosheets/i;
const OBJECT_NAMES = /activex|oleobject/i;
/** Binary parts that do nothing: settings of a printer, notes of a program for itself. */
const PLAIN_BINARY = /printersettings|customproperty/i;

/** Whether there is a program in a package: macros, or the controls of ActiveX. */
export function holdsProgram({ names, types, relations }: OfficePackage): boolean {
  return (
    types.some((type) => MACRO_TYPES.test(type) || /activex/.test(type)) ||
    relations.some(({ type }) => MACRO_RELATIONS.test(type) || /activex|^control$/.test(type)) ||
    names.some((name) => MACRO_NAMES.test(name) || /activex/i.test(name))
  );
}

/**
 * What a package does when it is opened, by its types and relations and not by what its parts are called; their names
 * count besides. Null when nothing. @throws {Error} on XML that cannot be read
 */
export function activeContent(
  pack: OfficePackage,
  read: (name: string) => Uint8Array | undefined,
): ActiveContent | null {
  const { names, types, relations } = pack;
  const has = (of: 'type' | 'relation' | 'name', form: RegExp) =>
    (of === 'type' ? types : of === 'name' ? names : relations.map(({ type }) => type)).some((each) =>
      form.test(each),
    );
  if (has('type', MACRO_TYPES) || has('relation', MACRO_RELATIONS) || has('name', MACRO_NAMES))
    return 'macros';
  if (has('type', OBJECT_TYPES) || has('relation', OBJECT_RELATIONS) || has('name', OBJECT_NAMES))
    return 'objects';
  if (names.some((name) => /\.bin$/i.test(name) && !PLAIN_BINARY.test(pack.typeOf(name) ?? name)))
    return 'objects';
  if (relations.some(bringsFromElsewhere)) return 'elsewhere';
  const links = names.filter(
    (name) => /externallink\+xml/.test(pack.typeOf(name) ?? '') || /externalLinks\/[^/]*\.xml$/i.test(name),
  );
  return links.some((name) => linksToProgram(read(name))) ? 'elsewhere' : null;
}

/** Waits for a click, or for a yes: Excel asks before it reads another workbook. */
const ASKS_FIRST = /^(?:hyperlink|externallink.*|xlpathmissing|xlstartup|xllibrary|xlalternatestartup)$/;
/** A path on the reader's own machine: no other machine is asked. */
const OF_THE_MACHINE = /^(?:file:\/{2,3})?[a-z]:[\\/](?![\\/])|^(?![\\/]{2})(?![a-z][a-z\d+.-]*:)/i;

/** A template, picture or frame that is fetched from another machine: it may bring macros, or a password's hash away. */
function bringsFromElsewhere({ external, type, target }: OfficeRelation): boolean {
  return external && !ASKS_FIRST.test(type) && !OF_THE_MACHINE.test(target);
}

/** DDE starts a program with words of the document. Such a part may be long, and its elements have one name each. */
function linksToProgram(content: Uint8Array | undefined): boolean {
  const bytes = Buffer.from(content ?? []);
  const encodings = ['latin1', 'utf16le'] as const;
  return ['ddeLink', 'oleLink'].some((name) =>
    encodings.some((encoding) => bytes.includes(Buffer.from(name, encoding))),
  );
}
