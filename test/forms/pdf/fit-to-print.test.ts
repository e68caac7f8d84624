import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakable } from '../../../src/forms/pdf/breakable.ts';
import { columnWidths } from '../../../src/forms/pdf/column-widths.ts';
import { pdfModel } from '../../../src/forms/pdf/model.ts';
import { PAGE_WIDTH, sheetsOf } from '../../../src/forms/pdf/sheets.ts';
import { drawable } from '../../../src/texts/print/drawable-text.ts';
import { covers } from '../../../src/texts/print/font-coverage.ts';
import { printFonts } from '../../../src/texts/print/print-fonts.ts';
import { MADE_AT, modelOf, preliminary, realModel } from './setup.ts';

const { coverage } = printFonts();

describe('text made fit to print', () => {
  it('leaves ordinary Spanish alone', () => {
    const text = 'Caracterización, «rendición» de cuentas: ¿quiénes? — institucionalización (2022) 33,3 %';
    expect(drawable(text, coverage)).toBe(text);
    expect(breakable(text)).toBe(text);
  });

  it('puts one sign for what the font lacks, and words of the same meaning where there are some', () => {
    expect(drawable('🎉 👩‍👩‍👧 ✅ ✔️ ≥ 5 → ● \uf0b7', coverage)).toBe('� � [x] [x] >= 5 -> • •');
    expect(drawable('Feria 🎉', coverage, '')).toBe('Feria ');
  });

  it('keeps the digit of a keycap and the letters of a styled word', () => {
    expect(drawable('1️⃣ Sí, 3️⃣ y 🔟: 𝐀𝐯𝐚𝐧𝐜𝐞 𝟧𝟢 % ④ Ｆｉｎ', coverage)).toBe('1 Sí, 3 y 10: Avance 50 % 4 Fin');
  });

  it('gives the long words of an address places to break, since it is never hyphenated', () => {
    const ends = breakable('https://alcaldia.gov.co/caracterizacion').split('\u200b');
    expect(Math.max(...ends.map((part) => part.length))).toBeLessThanOrEqual(10);
  });

  it('never leaves a character that the font lacks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const character of drawable(text, coverage)) {
          expect('\n\t'.includes(character) || covers(coverage, character.codePointAt(0) ?? 0)).toBe(true);
        }
      }),
    );
  });

  it('gives long words places to break and changes nothing else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        expect(breakable(text).replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''));
      }),
    );
    expect(breakable('Humanos,físicos,tecnológicos')).toBe('Humanos,\u200bfísicos,\u200btecnológicos');
    expect(breakable('W'.repeat(30))).toBe([...'W'.repeat(30)].join('\u200b'));
  });
});

describe('the sheets', () => {
  it('fill the width of the page exactly, no column narrower than its number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ maxLength: 300 }), { maxLength: 5 }), { minLength: 2, maxLength: 15 }),
        (columns) => {
          const widths = columnWidths(
            columns.map((texts, place) => ({ heading: `COLUMNA ${place}`, texts })),
            940,
          );
          expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(940, 5);
          expect(Math.min(...widths)).toBeGreaterThan(15);
        },
      ),
    );
    expect(PAGE_WIDTH).toBe(940);
  });

  it('give most width to what is long: activity and observation', () => {
    const observation = () => 'Se realizaron cuatro mesas de trabajo con las juntas del sector. '.repeat(4);
    const [programme, monitoring] = sheetsOf(modelOf({ blocks: 4, observation }).form);
    const [, activity = 0, ...others] = programme?.widths ?? [];
    expect(activity).toBeGreaterThan(1.4 * Math.max(...others));
    const [, , progress = 0, observed = 0] = monitoring?.widths ?? [];
    expect(observed).toBeGreaterThan(3.5 * progress);
  });

  it('show one block of short texts beside the programme, as the form prints it', () => {
    const [sheet, ...rest] = sheetsOf(realModel().form);
    expect(rest).toEqual([]);
    expect(sheet?.header.map(({ text }) => text)).toContain('PRIMER MONITOREO\nCORTE MARZO 31');
  });

  it('put more blocks on sheets of their own, four at most on each', () => {
    const { form } = modelOf({ blocks: 4 });
    expect(sheetsOf(form).map(({ title }) => title)).toEqual(['Actividades y programación', 'Monitoreo']);
    const cuts = Array.from({ length: 6 }, (_, index) => ({
      number: index + 1,
      date: `2022-${String(2 * index + 2).padStart(2, '0')}-28`,
      label: `BIM ${index + 1}`,
      headingDate: '',
    }));
    const sheets = sheetsOf({ ...form, cuts, upToCut: 6 });
    expect(sheets.map(({ title }) => title)).toEqual([
      'Actividades y programación',
      'Monitoreo (1 de 2)',
      'Monitoreo (2 de 2)',
    ]);
    expect(sheets[1]?.header.map(({ text }) => text)).toContain('BIM 1\nCORTE 28 DE FEBRERO DE 2022');
    expect(sheets[2]?.widths).toHaveLength(8);
  });

  it('say what is expected of each activity, where anything is programmed', () => {
    const { form } = modelOf({ blocks: 4 });
    const figures = [1, 2, 3, 4].map((amount) => ({ cut: amount, amount }));
    const activities = form.activities.map((each, place) => {
      if (place === 0) {
        const basis = 'programmed' as const;
        return { ...each, programming: { basis, measure: 'talleres', yearAmount: 4, figures } };
      }
      const keeps = { basis: 'keeps', measure: null, yearAmount: null, figures: [] } as const;
      return place === 1 ? { ...each, programming: keeps } : each;
    });
    const sheet = sheetsOf({ ...form, activities }).at(-1);
    expect(sheet?.title).toBe('Lo que se espera en cada corte');
    expect(sheet?.header.map(({ text }) => text)).toContain('AL 31/03/2022');
    const cells = sheet?.rows.map((row) => row.cells.slice(2)) ?? [];
    expect(cells[0]).toEqual([
      'Lo programado por Planeación',
      '4 talleres',
      ...['1 de 4', '2 de 4', '3 de 4', '4 de 4'],
    ]);
    expect(cells[1]).toEqual(['Permanente (siempre 100 %)', '', '', '', '', '']);
    expect(cells[2]).toEqual(['Sus fechas', '', '', '', '', '']);
  });
});

describe('the model of a PDF', () => {
  it('prints the monitoring up to the cut chosen, and none of a later one', () => {
    const year = modelOf({ blocks: 4 }).form;
    const june = pdfModel(year, { upTo: '2022-06-30', standing: preliminary, madeAt: MADE_AT });
    expect(june.form.upToCut).toBe(2);
    const headings = sheetsOf(june.form).flatMap(({ header }) => header.map(({ text }) => text));
    expect(headings.filter((text) => text.includes('MONITOREO'))).toEqual([
      'PRIMER MONITOREO\nCORTE 31 DE MARZO DE 2022',
      'SEGUNDO MONITOREO\nCORTE 30 DE JUNIO DE 2022',
    ]);
  });
});
