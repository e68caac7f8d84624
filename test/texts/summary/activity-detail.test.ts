import { describe, expect, it } from 'vitest';
import { paragraphs } from '../../../src/texts/html.ts';
import { activityDetail } from '../../../src/texts/summary/activity-detail.ts';
import { evidenceShown } from '../../../src/texts/summary/evidence.ts';
import { cutTitle } from '../../../src/texts/summary/screens.ts';

const long = 'participación '.repeat(400);
const moment = Date.parse('2022-12-30T15:00:00Z');

describe('One activity with everything about it', () => {
  it('stays one message when every text has its greatest length', () => {
    const revision = {
      origin: 'correction' as const,
      reason: long,
      voidReason: null,
      progress: 1000,
      observation: long,
      by: long,
      moment,
    };
    const whole = paragraphs(
      cutTitle({ title: long, fiscalYear: 2022 }, { number: 12, date: '2022-09-30' }),
      ...activityDetail({
        number: long,
        name: long,
        target: long,
        responsible: long,
        light: 'yellow',
        expected: 33.333,
        compliance: 66.666,
        cause: 'others',
        coverage: 'imported',
        revisions: Array.from({ length: 9 }, () => revision),
        earlier: Array.from({ length: 11 }, () => ({
          cutDate: '2022-09-30',
          progress: 1000,
          observation: long,
        })),
      }),
      evidenceShown({ amount: 99, links: [`https://${'a'.repeat(500)}`], page: 10, pages: 13 }),
    );
    const shown = whole.replace(/<\/?[bi]>/g, '');
    expect(shown.length).toBeLessThanOrEqual(4096);
    expect(shown).toContain('Soportes: 99 (página 10 de 13)');
  });
});
