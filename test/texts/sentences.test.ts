import { expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import { addQuestion, type Moved } from '../../src/texts/cuts/days-off.ts';
import { resentLine } from '../../src/texts/pending/undelivered.ts';
import { whyLine } from '../../src/texts/pending/why.ts';
import { link } from '../../src/texts/people/invite.ts';
import { endTexts } from '../../src/texts/people/person-dialogs.ts';

it('ends a sentence that ends in an hour with one full stop', () => {
  const at = momentAt('2026-03-24', 8);
  const none = { outcome: 'none', detail: null, at: null, days: [] } as const;
  const said = [
    link({ name: 'Ana', link: 'https://t.me/bot', expiresAt: at, enrolled: false, asked: [] }),
    resentLine({ name: 'Ana', when: at }),
    whyLine('Ana', '2026-03-24', { ...none, why: 'outsideHours' }),
    whyLine('Ana', '2026-03-24', { ...none, why: 'done' }),
  ];
  expect(said.filter((text) => text.includes('..'))).toEqual([]);
  expect(said.slice(1)).toEqual([
    'Ana: sale el 24 de marzo, 8:00 a. m.',
    'Ana, 24 de marzo: no le llegó, no alcanzó a salir antes de las 7:00 p. m.',
    'Ana, 24 de marzo: no le llegó, ya lo había reportado todo.',
  ]);
});

it('says which reminders a day off moves or removes', () => {
  const days = {
    plan: { title: 'Plan', fiscalYear: 2026 },
    number: 1,
    date: '2026-03-31',
    closing: '2026-03-31',
    lastDay: '2026-04-09',
    reminders: ['2026-03-24', '2026-03-27'],
  } as const;
  const moved = (...reminders: readonly string[]): Moved => [{ before: days, after: { ...days, reminders } }];
  const question = (...reminders: readonly string[]) => addQuestion('2026-03-27', 'x', moved(...reminders));
  expect(question('2026-03-24', '2026-03-26')).toContain(
    'Plan 2026: recuerda el 26 de marzo en vez del 27 de marzo\n',
  );
  expect(question('2026-03-24')).toContain('Plan 2026: sin recordatorio el 27 de marzo\n');
});

it('says in one line what a day off moves alike in several plans', () => {
  const of = (title: string, closing: string) => ({
    plan: { title, fiscalYear: 2026 },
    number: 1,
    date: '2026-03-31',
    closing,
    lastDay: '2026-04-09',
    reminders: [],
  });
  const moved = ['Plan A', 'Plan B', 'Plan C'].map((title) => ({
    before: of(title, '2026-03-31'),
    after: of(title, title === 'Plan C' ? '2026-04-02' : '2026-04-01'),
  }));
  expect(addQuestion('2026-03-31', 'x', moved).split('\n').slice(2, -2)).toEqual([
    'Cambian estas fechas:',
    '• Primer monitoreo, Plan A 2026 y Plan B 2026: cierra el 1 de abril, no el 31 de marzo',
    '• Primer monitoreo, Plan C 2026: cierra el 2 de abril, no el 31 de marzo',
  ]);
});

it('agrees in number with activities that nobody can report', () => {
  const span = {
    held: { position: 'Cargo' },
    from: null,
    until: null,
    acting: false,
    inPlaceOf: null,
    contractEndsOn: null,
  };
  const question = (pending: number) => endTexts.question('Ana', span, { backTo: null, others: 0, pending });
  expect(question(1)).toContain('Una actividad queda sin quien la reporte.');
  expect(question(3)).toContain('3 actividades quedan sin quien las reporte.');
});
