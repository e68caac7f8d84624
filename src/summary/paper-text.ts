import type { Html } from '../domain/events.ts';
import type { Paper } from '../forms/pdf/paper.ts';
import { nothing, plain } from '../texts/html.ts';
import { splitAtLines } from './split-at-lines.ts';

/** A paper as messages to copy: the same words, without its signatures. */
export function paperText(paper: Paper): readonly Html[] {
  const pairs = (facts: Paper['facts']) =>
    facts.filter(({ value }) => value !== '').map(({ label, value }) => plain(`${label}: ${value}`));
  return splitAtLines([
    plain(paper.title),
    ...pairs(paper.facts),
    ...paper.sections.flatMap(({ heading, facts, text, items }) => [
      nothing,
      plain(heading),
      ...pairs(facts),
      ...(text === '' ? [] : [plain(text)]),
      ...items.map((item) => plain(`- ${item}`)),
    ]),
  ]);
}
