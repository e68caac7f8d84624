import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import type { Database } from '../world/database.ts';
import { largeTown, type Who } from './step-costs/town.ts';
import { type Cost, walk } from './step-costs/walk.ts';

let small: Database;
let large: Database;
beforeAll(() => {
  small = largeTown(40);
  large = largeTown(400);
});
afterAll(() => {
  small.remove();
  large.remove();
});

/** The fourth cut takes reports; none does. */
const moments = { open: momentAt('2022-12-21', 10), between: momentAt('2022-11-01', 10) };

const several = '2: 50 % se hizo\n4: 60 % se publicó';
const words = 'se hizo la jornada con la gente';
const typed = {
  '/reportar': ['50', `50 % ${words}`, words, several],
  '/reportar “50”': [words],
  '/misactividades': ['1 60 %', 'corregir la 1', 'la uno va en 60', 'gracias', 'n.º 3', several],
};

/** The steps that cost more than a fifth more in the large plan. */
function grown(few: Cost, many: Cost): readonly string[] {
  return [...many.keys()].filter((key) => {
    const [one, other] = [few.get(key), many.get(key)];
    // A page more is no step that the small plan has.
    if (one === undefined || other === undefined) return false;
    return other.rows > one.rows * 1.2 + 1 || other.statements > one.statements * 1.2 + 1;
  });
}

/**
 * What the steps of the offices cost more in a larger plan, and why. The figures of a plan come from all of it. A list
 * of all people or cuts reads their names to show a page. What is a number in a message is counted by SQLite.
 */
const grows: Readonly<Record<string, RegExp>> = {
  'a summary, its rows and its detail':
    /^(?:\/resumen|summary|everyrow|detail|activityDetail|missing)(?:, next page)?(?: \(last\))?$/,
  'who owes something, everybody at once':
    /^(?:\/pendientes|\/recordar|remindwho|remind confirmed (?:true|false)|\/inicio|rehearsal)$/,
  'a page of all people, positions or their names':
    /^(?:why|people|publish|\/personas|\/auditoria|audit(?:acts|people|verify)?(?:, next page)?(?: \(last\))?)$/,
  'who may get a position, of all':
    /^(?:\/invitar|\/asignar|\/encargo|give kind \w+ about (?:nothing|person|assignment))(?: → (?:o\w+|p(?: \(last\))?|yes))?$/,
  'what is laid before the mayor': /^(?:\/presentar|present)(?: → yes)?$/,
  'cuts with how much of them is reported, and the activities of one that may be chosen':
    /^(?:\/cortes|cuts|cut|reopen)(?: \(last\))?(?: → \w+(?: \(last\))?)?$/,
  'what is left to verify, and who took part': /^verify(?: \(last\))?(?: → \w+)?$/,
  'the evidence of a cut, the papers of a position': /^(?:evpack yes (?:true|false)|handover)$/,
};

describe('In a plan of 400 activities instead of 40', () => {
  it.each(['open', 'between'] as const)(
    'nothing that a responsible does costs a fifth more while cuts are %s',
    (when) => {
      const [few, many] = [small, large].map((town) => walk(town, 'responsible', moments[when], typed));
      if (!few || !many) throw new Error('nothing was done');
      expect(many.size).toBeGreaterThan(when === 'open' ? 110 : 45);
      expect(grown(few, many)).toEqual([]);
      expect(ofWholeCuts(many)).toEqual([]);
    },
  );

  it('the offices pay for what they see of the whole plan, and for nothing else', () => {
    const offices: readonly Who[] = ['mayor', 'coordinator', 'control'];
    const all = offices.flatMap((who) => {
      const [few, many] = [walk(small, who, moments.open), walk(large, who, moments.open)];
      return grown(few, many);
    });
    const known = Object.values(grows);
    expect(all.filter((key) => !known.some((each) => each.test(key)))).toEqual([]);
    // Whoever makes one of them cheaper takes it off the list.
    expect(known.filter((each) => !all.some((key) => each.test(key)))).toEqual([]);
  });
});

/**
 * Statements that find a person's rows among those of a whole cut or plan: they return few rows and visit all. Indexes by
 * cut or plan alone do that, and reading a table whole.
 */
function ofWholeCuts(cost: Cost): readonly string[] {
  const sources = new Set([...cost.values()].flatMap((read) => [...read.sources]));
  const whole =
    /INDEX (?:report_cut|evidence_cut|cause_cut|draft_cut) |activity_identity \(planId=\?\)$|^SCAN (?:report|evidence|activity|activity_position|position|person|assignment|audit|outbox|question)\b/;
  return (
    [...sources]
      .filter((source) => /^\s*(?:select|insert|update|delete|with)\b/i.test(source))
      // The newest row; and `/salir`, which erases a name from all that is kept of messages.
      .filter((source) => !/order by "audit"."id" desc limit|instr\(json_extract\("outbox"/.test(source))
      .filter((source) => {
        const plan = large.store.sqlite
          .prepare<unknown[], { detail: string }>(`explain query plan ${source}`)
          .all(...(source.match(/\?/g) ?? []).map(() => 1));
        return plan.some(({ detail }) => whole.test(detail));
      })
  );
}
