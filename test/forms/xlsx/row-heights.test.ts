import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/forms/form.ts';
import { templateWorkbook } from '../../../src/forms/xlsx/template.ts';
import { heightOfText, linesOf, pointsOfUnit } from '../../../src/forms/xlsx/text-height.ts';
import { realForm } from '../../world/form.ts';
import { changed, exported, reported } from './export-forms.ts';
import { filled, grown, xmlOf } from './workbook-parts.ts';
import { ACTIVITY_ROWS, WorkbookVariant } from './workbook-variant.ts';

const WORDS = 'palabra '.repeat(600);
const CELL = { size: 9, bold: false, wraps: true };

const observed = (form: Form, cuts: number, letters: number): Form =>
  changed(form, (one) => ({
    ...one,
    monitoring: Array.from({ length: cuts }, (_, index) => ({
      cut: index + 1,
      progressTenths: 100,
      observation: WORDS.slice(0, letters).trim(),
    })),
  }));

const heightAt = (xml: string, row: number) =>
  Number(/ ht="([\d.]+)"/.exec(new RegExp(`<row r="${row}"[^>]*>`).exec(xml)?.[0] ?? '')?.[1]);
const rowTag = (xml: string, row: number) => new RegExp(`<row r="${row}"[^>]*>`).exec(xml)?.[0];

describe('the height of a text', () => {
  it('is one line for a word, and for whatever does not wrap', () => {
    expect(linesOf('palabra', 100, CELL)).toBe(1);
    expect(linesOf(WORDS, 100, { ...CELL, wraps: false })).toBe(1);
    expect(heightOfText('palabra', 100, CELL)).toBe(16);
  });

  it('counts line ends, whole words and words longer than a line', () => {
    expect(linesOf('uno\n\ndos', 100, CELL)).toBe(3);
    expect(linesOf('participación ciudadana', 80, CELL)).toBe(2);
    expect(linesOf('x'.repeat(100), 100, CELL)).toBeGreaterThanOrEqual(5);
  });

  it('never gets lower with more text, larger or bolder letters or less width', () => {
    for (let letters = 10; letters < 600; letters += 10) {
      const text = WORDS.slice(0, letters);
      const lines = linesOf(text, 120, CELL);
      expect(linesOf(WORDS.slice(0, letters + 10), 120, CELL)).toBeGreaterThanOrEqual(lines);
      expect(linesOf(text, 120, { ...CELL, bold: true })).toBeGreaterThanOrEqual(lines);
      expect(linesOf(text, 120, { ...CELL, size: 12 })).toBeGreaterThanOrEqual(lines);
      expect(linesOf(text, 90, CELL)).toBeGreaterThanOrEqual(lines);
    }
  });

  it('takes the unit of a column for what Excel takes it', () => {
    expect(pointsOfUnit('Calibri', 11)).toBe(5.25);
    expect(pointsOfUnit('Arial', 10)).toBe(5.25);
  });
});

describe('rows of our template', () => {
  it('all have a height of their own, that holds what is in them', () => {
    const xml = xmlOf(templateWorkbook(exported(observed(grown(realForm(), 53), 4, 300), 4)));
    const rows = [...xml.matchAll(/<row [^>]*>/g)].map(([row]) => row);
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) expect(row).toMatch(/ ht="[\d.]+" customHeight="1"/);
    expect(heightAt(xml, 11)).toBeGreaterThanOrEqual(heightOfText(WORDS.slice(0, 300), 37 * 5.25, CELL));
  });

  it('a text that not even the tallest row holds makes its column wider', () => {
    const xml = xmlOf(templateWorkbook(exported(observed(realForm(), 4, 4_000), 4)));
    expect(heightAt(xml, 11)).toBeLessThanOrEqual(409);
    const width = Number(/<col min="15" max="15" width="([\d.]+)"/.exec(xml)?.[1]);
    expect(width).toBeGreaterThan(37);
    expect(heightOfText(WORDS.slice(0, 4_000), width * 5.25, CELL)).toBeLessThanOrEqual(409);
  });
});

describe('rows of the entity’s own workbook', () => {
  const bare = () => {
    const book = new WorkbookVariant();
    book.sheet.heights = {};
    return book;
  };

  it('without a height get one that holds what was there and what is written', () => {
    const xml = xmlOf(filled(bare().bytes(), exported(observed(realForm(), 1, 20), 1)));
    const needed = heightOfText(realForm().activities[0]?.name ?? '', 27 * 5.25, CELL);
    expect(heightAt(xml, 12)).toBeGreaterThanOrEqual(needed);
    const long = xmlOf(filled(bare().bytes(), exported(observed(realForm(), 1, 900), 1)));
    expect(heightAt(long, 12)).toBeGreaterThan(200);
    expect(rowTag(long, 12)).toContain('customHeight="1"');
  });

  it('with one grow with what is written, never shrink, and stay where nothing is written', () => {
    const book = new WorkbookVariant();
    book.sheet.heights = { ...book.sheet.heights, 12: 40, 13: 300, 14: 20 };
    const form = changed(realForm(), (one, index) =>
      index > 1 ? one : (observed(realForm(), 1, 480).activities[index] ?? one),
    );
    const xml = xmlOf(filled(book.bytes(), exported(form, 1)));
    expect(heightAt(xml, 12)).toBeGreaterThan(140);
    expect(heightAt(xml, 13)).toBe(300);
    expect(heightAt(xml, 14)).toBe(20);
    for (const row of [10, 11, 15]) expect(rowTag(xml, row)).toBe(rowTag(xmlOf(book.bytes()), row));
  });

  it('that are added have what they need too', () => {
    const xml = xmlOf(filled(bare().bytes(), exported(reported(grown(realForm(), 2), 1), 1)));
    for (const row of [20, 21]) expect(heightAt(xml, row)).toBeGreaterThan(15);
  });

  it('the received workbook itself shows all of its activities', () => {
    const book = new WorkbookVariant();
    const low = new WorkbookVariant();
    low.sheet.heights = {};
    const needs = xmlOf(filled(low.bytes(), exported(observed(realForm(), 1, 20), 1)));
    for (const row of ACTIVITY_ROWS) {
      expect(book.sheet.heights?.[row] ?? 0).toBeGreaterThanOrEqual(heightAt(needs, row));
    }
  });
});
