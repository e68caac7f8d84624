import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import { invitationNotice, noticeVersion } from '../../src/texts/enrolment/enrolment.ts';

/**
 * Each consent stores the version of the text that the person accepted, so a text must not change under its
 * version.
 */
const textOfVersion: Readonly<Record<string, string>> = {
  '2026-11': '27c35108c41b96e6',
};

it('requires another version of the personal-data notice whenever its words change', () => {
  const html = invitationNotice({
    now: momentAt('2026-11-25', 9),
    name: 'Ana',
    entity: 'Entidad',
    plan: null,
    role: { positions: ['Cargo'], offices: [] },
    contact: 'contacto',
  });
  const [, notice = ''] = html.split('\n\n');
  expect(notice).toContain('Ley 1581 de 2012');
  expect(createHash('sha256').update(notice).digest('hex').slice(0, 16)).toBe(textOfVersion[noticeVersion]);
});
