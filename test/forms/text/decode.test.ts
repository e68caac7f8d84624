import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../src/forms/findings.ts';
import { readTextGrid } from '../../../src/forms/read-text.ts';
import { processorTime } from '../../processor-time.ts';

/** What an accent or a sign is as a byte of Excel for Mac and of *Texto MS-DOS*. */
const MAC = {
  á: 0x87,
  é: 0x8e,
  í: 0x92,
  ó: 0x97,
  ú: 0x9c,
  ñ: 0x96,
  ü: 0x9f,
  Ó: 0xee,
  Ñ: 0x84,
  '°': 0xa1,
  '¿': 0xc0,
  '“': 0xd2,
  '”': 0xd3,
};
const DOS = {
  á: 0xa0,
  é: 0x82,
  í: 0xa1,
  ó: 0xa2,
  ú: 0xa3,
  ñ: 0xa4,
  ü: 0x81,
  Ó: 0xe0,
  Ñ: 0xa5,
  '°': 0xf8,
  '¿': 0xa8,
};
const WINDOWS = { '“': 0x93, '”': 0x94, '–': 0x96, '’': 0x92, '€': 0x80 };

const bytesBy = (page: Record<string, number>) => (text: string) =>
  Uint8Array.from([...text].map((letter) => page[letter] ?? letter.charCodeAt(0)));
const utf16 = (text: string, swap: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(swap ? bytes.swap16() : bytes);
};
const utf8 = (text: string) => new TextEncoder().encode(text);

const WRITERS: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': utf8,
  'UTF-8 with its mark': (text) => utf8(`\uFEFF${text}`),
  'UTF-16': (text) => utf16(`\uFEFF${text}`, false),
  'UTF-16 swapped': (text) => utf16(`\uFEFF${text}`, true),
  'UTF-16 without its mark': (text) => utf16(text, false),
  'UTF-16 swapped, without its mark': (text) => utf16(text, true),
  'windows-1252': bytesBy(WINDOWS),
  Macintosh: bytesBy(MAC),
  'MS-DOS': bytesBy(DOS),
};

const PLAN =
  'N°\tACTIVIDAD\tMETA\tRESPONSABLE\n1\tFormulación ágil del año, según línea única\t¿Qué niñez?\tGESTIÓN';

function cells(bytes: Uint8Array): string[] {
  const read = readTextGrid(bytes);
  return read.ok
    ? read.grid.rows.flatMap((row) => row.map(({ text }) => text))
    : read.problems.map(describeProblem);
}

describe('the letters of a text are those that make Spanish words', () => {
  for (const [name, write] of Object.entries(WRITERS)) {
    it(`written as ${name}`, () => {
      expect(cells(write(PLAN))).toEqual(PLAN.split(/[\t\n]/));
    });
    it(`written as ${name}, with a single accent`, () => {
      const text = 'No\tACTIVIDAD\tMETA\n1\tParticipación\tUna';
      expect(cells(write(text))).toEqual(text.split(/[\t\n]/));
    });
  }

  it('quotation marks, dashes and apostrophes of Windows are no accents of another page', () => {
    const text = 'No\tACTIVIDAD\tMETA\n1\tPlan “Salud – 2022” de D’Elia\tReunión';
    expect(cells(bytesBy(WINDOWS)(text))).toEqual(text.split(/[\t\n]/));
  });

  it('a text that reads well in two ways is refused', () => {
    for (const word of ['Brian O\u0092brien', 'costo\u0096beneficio', 'plan\u00a0de', 'control\u0097veedor'])
      expect(cells(bytesBy({})(`No\tACTIVIDAD\tMETA\n1\t${word}\tx`))).toEqual([
        expect.stringContaining('se pueden leer de dos maneras'),
      ]);
  });
});

describe('broken letters are told with their cell', () => {
  const broken = [
    'participaciÃ³n',
    'PARTICIPACIÃ“N',
    'polÃ\u00adtica',
    'niÃ±os',
    'NÂº',
    'participaci√≥n',
    'participaci├│n',
    'ni├▒o',
    'participaci—n',
    'c—digo',
    'PARTICIPACI—N',
    'secretar¡a',
    'participaci¢n',
    'ni¤o',
    'participaciÛn',
    'participaci¾n',
    'ni±o',
    'participaci?n',
    'GESTI?N',
    'se?ores',
    'participaci\ufffdn',
    'participaci\u0097n',
    'â€œSalud',
  ];
  for (const word of broken) {
    it(JSON.stringify(word), () => {
      const read = readTextGrid(utf8(`No\tACTIVIDAD\tMETA\n1\tUna ${word} más\tx`));
      expect(
        read.ok ? 'taken' : read.problems.map(({ kind, row, column }) => `${kind} ${row} ${column}`),
      ).toEqual(['letters 2 B']);
    });
  }

  const whole = [
    '¿Cuáles?',
    '¿cuáles?quiénes',
    'https://x.gov.co/a?b=c',
    'veeduría—control',
    '“Salud”',
    'costo–beneficio',
    'N.º',
    'São',
    'JOÃO',
    'D’Elia',
    '5±1',
    '—ciudadanía—',
    '§ 3',
    '20¢',
    'uno·dos',
    'Straße',
    'McÁrthur',
    'ÁÉÍ',
    'Müller',
    '≥ 80 %',
    '✓',
    'y/o',
    '→',
    '(¿?)',
    '??',
    'a?',
  ];
  for (const word of whole) {
    it(`${word} is whole`, () => {
      expect(cells(utf8(`No\tACTIVIDAD\tMETA\n1\tUna ${word} más\tx`)).at(4)).toBe(`Una ${word} más`);
    });
  }
});

describe('no text takes the process with it', () => {
  const hostile: Record<string, () => Uint8Array> = {
    'high bytes alone': () => new Uint8Array(20_000_000).fill(0xf3),
    'quotation marks alone': () => new Uint8Array(20_000_000).fill(0x22),
    'a dash behind a word without end': () => utf8(`a\t${'a'.repeat(19_000_000)}—b`),
    'cells that only begin with a quotation mark': () => utf8('"a\t'.repeat(6_000_000)),
  };
  for (const [name, make] of Object.entries(hostile))
    it(`20 MB of ${name}`, () => {
      const bytes = make();
      const spent = processorTime();
      readTextGrid(bytes);
      expect(spent()).toBeLessThan(5_000);
    });
});
