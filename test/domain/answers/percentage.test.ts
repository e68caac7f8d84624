import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/answers/answer.ts';
import { readAnswer } from '../../../src/domain/answers/read-answer.ts';
import { processorTime } from '../../processor-time.ts';

type TypedAnswer =
  | Exclude<Answer, { kind: 'ask' | 'chatter' }>
  | { readonly kind: 'doubtful'; readonly tenths: number; readonly observation: string | null };

/** As the person is answered: a figure that is asked about, or words that only tell what is expected. */
function readTypedAnswer(text: string): TypedAnswer {
  const answer = readAnswer(text, { question: 'percentage', numbers: new Set() });
  if (answer.kind === 'chatter') return { kind: 'nothing' };
  if (answer.kind !== 'ask') return answer;
  const [tenths] = answer.options;
  const { observation } = answer;
  if (tenths !== undefined) return { kind: 'doubtful', tenths, observation };
  return observation === null ? { kind: 'nothing' } : { kind: 'observation', text: observation };
}

const percentage = (percent: number): TypedAnswer => ({
  kind: 'percentage',
  tenths: Math.round(percent * 10),
});
const both = (percent: number, observation: string): TypedAnswer => ({
  kind: 'both',
  tenths: Math.round(percent * 10),
  observation,
});
const doubtful = (percent: number, observation: string | null): TypedAnswer => ({
  kind: 'doubtful',
  tenths: Math.round(percent * 10),
  observation,
});
const outOfRange = (written: string, observation: string | null = null): TypedAnswer => ({
  kind: 'outOfRange',
  written,
  observation,
});
const kept = (text: string): TypedAnswer => ({ kind: 'observation', text });
const NOTHING: TypedAnswer = { kind: 'nothing' };

type Case = readonly [text: string, answer: TypedAnswer];
const asWhole = (percent: number, texts: readonly string[]): Case[] =>
  texts.map((text) => [text, doubtful(percent, text)]);
const asKept = (texts: readonly string[]): Case[] => texts.map((text) => [text, kept(text)]);
const asNothing = (texts: readonly string[]): Case[] => texts.map((text) => [text, NOTHING]);

const expectAll = (cases: readonly Case[]): void => {
  for (const [text, answer] of cases) expect(readTypedAnswer(text), JSON.stringify(text)).toEqual(answer);
};

describe('nothing but a percentage', () => {
  it('as a number, with or without its sign', () => {
    for (const text of [
      '50',
      '50 %',
      '50%',
      ' 50\n',
      '50 por ciento',
      '50porciento',
      '50 POR CIENTO',
      '50％',
      '050',
    ])
      expectAll([[text, percentage(50)]]);
    expectAll([
      ['0', percentage(0)],
      ['100', percentage(100)],
      ['100,0 %', percentage(100)],
    ]);
  });

  it('with decimals after a comma or a point, rounded half-up to one', () => {
    expectAll([
      ['33,3', percentage(33.3)],
      ['33.33', percentage(33.3)],
      ['33,33 %', percentage(33.3)],
      ['33,35', percentage(33.4)],
      ['28.55', percentage(28.6)],
      ['99,95', percentage(100)],
      ['33,333', percentage(33.3)],
    ]);
  });

  it('in words, accents and case aside', () => {
    expectAll([
      ['cincuenta', percentage(50)],
      ['Cincuenta por ciento', percentage(50)],
      ['cero', percentage(0)],
      ['cien por ciento', percentage(100)],
      ['75 por cien', percentage(75)],
      ['cien por cien', percentage(100)],
      ['cien %', percentage(100)],
      ['VEINTIDÓS', percentage(22)],
      ['veintidos porciento', percentage(22)],
      ['dieciseis', percentage(16)],
      ['diez y seis', percentage(16)],
      ['treinta y tres', percentage(33)],
      ['treinta y un por ciento', percentage(31)],
      ['un por ciento', percentage(1)],
      ['treinta y tres coma cinco por ciento', percentage(33.5)],
      ['sesenta y seis coma sesenta y siete', percentage(66.7)],
      ['doce coma cero cinco', percentage(12.1)],
    ]);
  });

  it('with a full stop, an exclamation or an emoji after it', () => {
    for (const text of [
      '75.',
      '75!',
      '75 %.',
      '75 %!!',
      '75…',
      '75 👍🏽',
      '75 ✅',
      '75 -',
      '75 %,',
      'setenta y cinco.',
    ])
      expectAll([[text, percentage(75)]]);
  });
});

describe('a percentage and what was done', () => {
  it('when it stands first and carries the sign or word', () => {
    expectAll([
      ['80% se realizó la campaña en tres colegios', both(80, 'se realizó la campaña en tres colegios')],
      ['80 %, se realizó', both(80, 'se realizó')],
      ['80 %. Se realizó', both(80, 'Se realizó')],
      ['80 %: se realizó', both(80, 'se realizó')],
      ['80 % — se realizó', both(80, 'se realizó')],
      ['80 %\n\nSe realizó.\nFaltan dos.', both(80, 'Se realizó.\nFaltan dos.')],
      ['ochenta por ciento, se realizó', both(80, 'se realizó')],
      ['80 % «plan» publicado', both(80, '«plan» publicado')],
      ['100% plan publicado', both(100, 'plan publicado')],
    ]);
  });

  it('when it stands alone on its first line', () => {
    for (const separator of ['\n', '\r\n', '\n\n- '])
      expectAll([[`50${separator}plan publicado`, both(50, 'plan publicado')]]);
    expectAll([['50\nDe acuerdo con el cronograma', both(50, 'De acuerdo con el cronograma')]]);
  });

  it('after a bare number only when they say so', () => {
    for (const separator of [' - ', '-', ', ', ',', '; ', ' – ', ' — ', '. ', ': ', ' ', ' / '])
      expectAll([[`50${separator}plan publicado`, doubtful(50, 'plan publicado')]]);
    expectAll([
      ['cincuenta, se hizo', doubtful(50, 'se hizo')],
      ['Cero - no se ha hecho', doubtful(0, 'no se ha hecho')],
      ['50, al 31 de marzo se hizo', doubtful(50, 'al 31 de marzo se hizo')],
      ['50 (plan)', doubtful(50, '(plan)')],
      ['50, de los asistentes', doubtful(50, 'de los asistentes')],
    ]);
  });

  it('also when figures follow that are no percentage', () => {
    expectAll([
      ['80 % - 3 talleres realizados', both(80, '3 talleres realizados')],
      ['80 %, 3 de 4 talleres', both(80, '3 de 4 talleres')],
      ['80 % al 31 de marzo se hizo', both(80, 'al 31 de marzo se hizo')],
      ['80 % se hizo, falta el 20 %', both(80, 'se hizo, falta el 20 %')],
    ]);
  });
});

describe('asked first', () => {
  it('before de or del, the whole text being the observation', () => {
    expectAll(asWhole(50, ['50 % de los asistentes', '50% del plan']));
    expectAll([['50 %\nDe acuerdo al plan', both(50, 'De acuerdo al plan')]]);
  });

  it('when the only sign stands elsewhere', () => {
    expectAll(
      asWhole(50, ['Se hizo la campaña. Avance del 50 % en 3 colegios', '3 talleres de 4, o sea el 50 %']),
    );
  });

  it('when a point and three digits may mean thousands', () => {
    expectAll([
      ['1.000', doubtful(1, null)],
      ['12.500', doubtful(12.5, null)],
      ['33.333', doubtful(33.3, null)],
      ['33.333 %', doubtful(33.3, null)],
      ['12.500 % se realizó', doubtful(12.5, '12.500 % se realizó')],
      ['12.500, se realizó', doubtful(12.5, '12.500, se realizó')],
    ]);
  });

  it('when the person asks, or writes a plus before', () => {
    expectAll([
      ['50?', doubtful(50, null)],
      ['50 %?', doubtful(50, null)],
      ['+50 %', doubtful(50, null)],
    ]);
  });
});

describe('outside 0..100', () => {
  it('alone, as it was written', () => {
    expectAll([
      ['150', outOfRange('150')],
      ['150 %', outOfRange('150')],
      ['100,01', outOfRange('100,01')],
      ['-5', outOfRange('-5')],
      ['−5 %', outOfRange('−5')],
      ['150.000', outOfRange('150.000')],
      ['1.000.000', outOfRange('1.000.000')],
      ['1.000,50', outOfRange('1.000,50')],
      ['2022', outOfRange('2022')],
      ['99999999999999999999999', outOfRange('99999999999999999999999')],
      ['ciento veinte', outOfRange('ciento veinte')],
      ['doscientos por ciento', outOfRange('doscientos')],
      ['dos mil veintidós', outOfRange('dos mil veintidós')],
    ]);
  });

  it('standing first, with what follows kept', () => {
    expectAll([
      ['150 % plan publicado', outOfRange('150', 'plan publicado')],
      ['150 - plan publicado', outOfRange('150', 'plan publicado')],
      ['-5 % plan', outOfRange('-5', 'plan')],
      ['150 % de la meta', outOfRange('150')],
    ]);
  });

  it('is ignored elsewhere, since it is not about the activity', () => {
    expectAll(asKept(['el índice bajó un -5 % este mes']));
  });
});

describe('never guessed', () => {
  it('numbers of people, workshops and years', () => {
    expectAll(
      asKept([
        '150 personas asistieron a la campaña',
        '3 talleres de 4 realizados',
        'en 2022 se hicieron 2 reuniones',
        '50 de los asistentes vinieron',
        '12.500 personas asistieron al evento',
        'cincuenta mil personas asistieron al evento',
        '15-mar se hizo la feria',
        '15, sept. se hizo la feria',
        '31 de marzo se hizo',
        '-5 personas se retiraron ayer',
      ]),
    );
    expectAll(asNothing(['ya casi', '20 personas', '2 reuniones hechas', 'una', 'un', 'no sé todavía']));
  });

  it('ranges and lists of things', () => {
    expectAll([
      ...asNothing(['20-25 personas', 'veinte y treinta', 'quince dieciséis']),
      ...asKept(['15, 16 y 17 de marzo', 'dos, tres o cuatro talleres', '20, o 25 personas vinieron']),
    ]);
  });

  it('two percentages: both are asked about', () => {
    for (const text of ['20-25 %', '20 % - 25 %', '20 % a 25 %', '20 o 25', '20, 25', 'entre 20 y 25 %']) {
      const answer = readAnswer(text, { question: 'percentage', numbers: new Set() });
      expect(answer, text).toMatchObject({ kind: 'ask', options: [200, 250], observation: null });
    }
  });

  it('dates, hours, fractions and what is glued to letters', () => {
    expectAll(asNothing(['31.03.2022', '31/03/2022', '10:30', '2A', '16avo', '1º', '1.2.3', '.5']));
  });

  it('nothing at all', () => {
    expectAll(asNothing(['', ' ', '\n\n', '😀', '%', '- - -', '1 2 3 4 5', '٥٠']));
  });

  it('three words are not an observation, four are, and they are kept trimmed', () => {
    expectAll([
      ['ya casi terminamos', NOTHING],
      ['  ya casi lo terminamos \n', kept('ya casi lo terminamos')],
      ['ya - casi - terminamos', NOTHING],
    ]);
  });
});

describe('for every text', () => {
  const pieces = fc.constantFrom(
    ...'50 100 150 -5 33,3 12.500 1.000.000 3/4 0 % por ciento porciento cincuenta treinta y tres un cien mil coma de del al a o - – , ; : . ? ! ( marzo plan se realizó 😀'.split(
      ' ',
    ),
    ' ',
    ' ',
    ' ',
    '\n',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(' ')),
  );

  it('answers without throwing, with whole tenths from 0 to 1000 and observations that have a letter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const answer = readTypedAnswer(text);
        if ('tenths' in answer) {
          expect(Number.isInteger(answer.tenths) && answer.tenths >= 0 && answer.tenths <= 1000).toBe(true);
        }
        if (answer.kind === 'both') {
          expect(answer.observation).toMatch(/\p{L}/u);
          expect(text).toContain(answer.observation);
        }
        if (answer.kind === 'doubtful' && answer.observation !== null)
          expect(text).toContain(answer.observation);
        if (answer.kind === 'outOfRange') expect(text).toContain(answer.written);
        if (answer.kind === 'percentage') expect(text).toMatch(/\d|\p{L}/u);
      }),
      { numRuns: 5_000 },
    );
  });

  it('reads back every percentage as the bot prints it, and as people do', () => {
    for (let tenths = 0; tenths <= 1000; tenths += 1) {
      const decimals = tenths % 10 === 0 ? '' : `,${tenths % 10}`;
      const printed = `${Math.floor(tenths / 10)}${decimals}`;
      const bare = tenths === 0 || tenths >= 100 ? [printed] : [];
      for (const text of [`${printed} %`, `${printed}\u00a0%`, ...bare, `${printed.replace(',', '.')}%`]) {
        expect(readTypedAnswer(text)).toEqual({ kind: 'percentage', tenths });
      }
      expect(readTypedAnswer(`${printed} % se hizo`)).toEqual({
        kind: 'both',
        tenths,
        observation: 'se hizo',
      });
    }
  });

  it('takes time in proportion to its length, whatever is repeated', () => {
    const repeated = [
      '1',
      '1.',
      '.000',
      '1 ',
      'un ',
      'treinta y ',
      'uno coma ',
      'por ',
      '% ',
      ' ',
      '\n',
      ', ',
      '-5 ',
    ];
    for (const piece of [...repeated, 'por ciento ', 'y ', '(', '50 % ', 'a', 'á', '20 al ', '👍', '50?']) {
      for (const start of ['', '50 ', '50 % ', 'mar']) {
        const text = start + piece.repeat(Math.ceil(16_384 / piece.length));
        const spent = processorTime();
        readTypedAnswer(text);
        expect(spent(), `${start}${piece}`).toBeLessThan(500);
      }
    }
  });
});
