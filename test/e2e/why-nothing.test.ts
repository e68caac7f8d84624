import { describe, expect } from 'vitest';
import { closeCut, reopenCut } from '../../src/actions/cut-acts.ts';
import { reminderOfDay } from '../../src/conversations/pending/why-nothing.ts';
import { eq } from '../../src/db/drizzle.ts';
import { allPeople } from '../../src/db/people.ts';
import { assignment } from '../../src/db/schema/index.ts';
import { livedOnce, type Story, sentence } from '../world/story.ts';

const march = { start: ['2022-03-15', 18] } as const;

function whyOf(story: Story, name: string, date: string): string {
  const person = allPeople(story.db).find((each) => each.name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  const of = reminderOfDay(story.db, person, date, story.clock.now());
  return of.outcome === 'none' ? of.why : of.outcome;
}

async function anaReportsAll({ ana }: Story): Promise<void> {
  await ana.say('/reportar');
  for (let each = 0; each < 6; each++) await ana.say('100% hecho y publicado');
}

describe('Why did X get nothing on day D', () => {
  sentence(
    'In the chat: choose the person, then its days, the latest first',
    async (story) => {
      const { coordinator } = story;
      await story.at('2022-03-16', 8);
      await story.minutes(1);
      await anaReportsAll(story);
      await story.at('2022-03-24', 8);
      await coordinator.say('/pendientes');
      await coordinator.tap('Por qué no llegó un recordatorio');
      expect(coordinator.buttons).toEqual(['Ana Arboleda', 'Berta Ruiz', 'Carlos Peña']);
      await coordinator.tap('Ana Arboleda');
      expect(coordinator.last).toBe(
        [
          'Recordatorios de Ana Arboleda',
          '24 de marzo: no le llegó, ya lo había reportado todo.',
          '16 de marzo: recibió el recordatorio (16 de marzo, 8:00 a. m.).',
        ].join('\n'),
      );
      await coordinator.tap('Ver otra persona');
      await coordinator.tap('Berta Ruiz');
      expect(coordinator.last).toContain('24 de marzo: recibió el recordatorio');
    },
    march,
  );

  livedOnce(
    'On the command line: a line, or JSON; a person or a date that is none is refused',
    async (story) => {
      await story.at('2022-03-16', 8);
      const ana = String(story.people().find((each) => each.name === 'Ana Arboleda')?.id);
      expect(await story.types('remind', '--why', ana, '--date', '2022-03-16')).toBe(
        'Ana Arboleda, 16 de marzo: recibió el recordatorio (16 de marzo, 8:00 a. m.).\n',
      );
      expect(
        JSON.parse(await story.types('remind', '--why', ana, '--date', '2022-03-15', '--json')),
      ).toMatchObject({
        person: { name: 'Ana Arboleda' },
        date: '2022-03-15',
        outcome: 'none',
        why: 'noOpenCut',
      });
      await expect(story.types('remind', '--why', ana, '--date', '31/03/2022')).rejects.toThrow(
        'no es una fecha',
      );
      await expect(story.types('remind', '--why', '99')).rejects.toThrow('no hay una persona');
    },
    march,
  );

  sentence(
    'Before the hour, no reminder day, no working day, no cut, not in the bot, and in it only later',
    async (story) => {
      await story.at('2022-03-16', 7);
      expect(whyOf(story, 'Ana Arboleda', '2022-03-16')).toBe('notYet');
      expect(whyOf(story, 'Berta Ruiz', '2022-03-16')).toBe('notEnrolled');
      expect(whyOf(story, 'Diana Mina', '2022-03-16')).toBe('noPosition');
      await story.at('2022-03-16', 8);
      await story.at('2022-03-17', 7);
      expect(whyOf(story, 'Ana Arboleda', '2022-03-17')).toBe('noReminderDay');
      await story.at('2022-03-20', 7);
      expect(whyOf(story, 'Ana Arboleda', '2022-03-20')).toBe('dayOff');
      await story.at('2022-03-25', 9);
      expect(whyOf(story, 'Ana Arboleda', '2022-03-16')).toBe('sent');
      expect(whyOf(story, 'Ana Arboleda', '2022-03-17')).toBe('noReminderDay');
      expect(whyOf(story, 'Ana Arboleda', '2022-03-19')).toBe('dayOff');
      expect(whyOf(story, 'Ana Arboleda', '2022-03-21')).toBe('dayOff');
      expect(whyOf(story, 'Ana Arboleda', '2022-03-14')).toBe('noOpenCut');
      expect(whyOf(story, 'Berta Ruiz', '2022-03-24')).toBe('notEnrolled');
      const { berta } = story;
      await berta.say(story.invite('Berta Ruiz'));
      await berta.tap('Autorizo');
      expect(whyOf(story, 'Berta Ruiz', '2022-03-24')).toBe('enrolledLater');
      expect(whyOf(story, 'Berta Ruiz', '2022-03-25')).toBe('superseded');
      expect(whyOf(story, 'Diana Mina', '2022-03-24')).toBe('noPosition');
    },
    { ...march, notEnrolled: ['berta'] },
  );

  sentence(
    'Done before it was due, and done while it waited for the end of a conversation',
    async (story) => {
      const { ana, berta } = story;
      await story.at('2022-03-24', 7, 50);
      await ana.say('/reportar');
      await berta.say('/reportar');
      await story.at('2022-03-24', 8);
      expect(whyOf(story, 'Ana Arboleda', '2022-03-24')).toBe('talking');
      await berta.say('100% campañas hechas');
      for (let each = 0; each < 6; each++) await ana.say('100% hecho y publicado');
      await story.minutes(1);
      expect(whyOf(story, 'Ana Arboleda', '2022-03-24')).toBe('done');
      await story.at('2022-03-28', 9);
      expect(whyOf(story, 'Berta Ruiz', '2022-03-28')).toBe('done');
      const of = { numbers: ['4'], lastDay: '2022-03-31', reason: 'falta el acta', personId: null };
      expect(reopenCut(story.db, story.cut(), of, story.clock.now()).ok).toBe(true);
      await story.at('2022-03-30', 9);
      expect(whyOf(story, 'Berta Ruiz', '2022-03-28')).toBe('superseded');
      expect(whyOf(story, 'Carlos Peña', '2022-03-30')).toBe('sent');
    },
    { start: ['2022-03-23', 18] },
  );

  sentence(
    'A conversation that never fell silent is not broken into, and that is the reason',
    async (story) => {
      const { ana } = story;
      await story.at('2022-03-24', 7, 50);
      await ana.say('/reportar');
      for (let hour = 8; hour < 19; hour++) {
        for (const minute of [0, 20, 40]) {
          await story.at('2022-03-24', hour, minute);
          await ana.say('ya casi');
        }
      }
      await story.at('2022-03-24', 19, 0);
      expect(whyOf(story, 'Ana Arboleda', '2022-03-24')).toBe('conversation');
    },
    { start: ['2022-03-23', 18] },
  );

  sentence(
    'Blocked; the bot down at the hour; left; given to somebody else; the cut closed before it went',
    async (story) => {
      const { ana, berta, carlos } = story;
      ana.phone.block();
      await story.settle();
      await story.at('2022-03-24', 8);
      expect(whyOf(story, 'Ana Arboleda', '2022-03-24')).toBe('undeliverable');
      await carlos.say('/salir');
      await carlos.tap('Sí, retirarme');
      await story.at('2022-03-28', 7, 50);
      expect(whyOf(story, 'Carlos Peña', '2022-03-28')).toBe('left');
      await berta.say('/reportar');
      await story.at('2022-03-28', 8);
      const closed = closeCut(
        story.db,
        story.cut(),
        { personId: null, reason: 'ya está' },
        story.clock.now(),
      );
      expect(closed.ok).toBe(true);
      expect(whyOf(story, 'Berta Ruiz', '2022-03-28')).toBe('closed');
    },
    { start: ['2022-03-23', 18] },
  );

  sentence(
    'The bot was down all that day: it says so, and the reminder came when it was back',
    async (story) => {
      await story.stopBot();
      await story.at('2022-03-25', 9);
      await story.startBot();
      await story.minutes(1);
      expect(whyOf(story, 'Ana Arboleda', '2022-03-24')).toBe('botDown');
      expect(whyOf(story, 'Ana Arboleda', '2022-03-25')).toBe('sent');
    },
    { start: ['2022-03-23', 18] },
  );

  sentence(
    'What came to a position later than the hour was not due then',
    async (story) => {
      await story.at('2022-03-24', 9);
      story.add('Elsa Vente', { positions: ['2'] });
      expect(whyOf(story, 'Elsa Vente', '2022-03-24')).toBe('notEnrolled');
      const elsa = story.stranger('Elsa', 'Vente');
      await elsa.say(story.invite('Elsa Vente'));
      await elsa.tap('Autorizo');
      await story.at('2022-03-28', 9);
      expect(whyOf(story, 'Elsa Vente', '2022-03-28')).toBe('sent');
      expect(whyOf(story, 'Elsa Vente', '2022-03-24')).toBe('superseded');
      expect(whyOf(story, 'Elsa Vente', '2022-03-23')).toBe('enrolledLater');
      story.db
        .update(assignment)
        .set({ fromAt: story.clock.now() - 60_000 })
        .where(eq(assignment.personId, story.people().find((each) => each.name === 'Berta Ruiz')?.id ?? 0))
        .run();
      expect(whyOf(story, 'Berta Ruiz', '2022-03-17')).toBe('noPosition');
    },
    { start: ['2022-03-23', 18] },
  );

  sentence(
    'Another plan imported after the hour does not change what was: done stays done, and what was not there was not due',
    async (story) => {
      const changed = [
        [/2022/g, '2023'],
        ['PLAN DE PARTICIPACION CIUDADANA', 'PLAN DE ACCION'],
      ] as const;
      await anaReportsAll(story);
      await story.at('2022-03-24', 8);
      await story.at('2022-03-25', 10);
      story.importAnother([
        ['PL-PC-01', 'PL-AC-02'],
        ['PLAN DE PARTICIPACION CIUDADANA', 'PLAN DE ACCION'],
      ]);
      expect(whyOf(story, 'Ana Arboleda', '2022-03-24')).toBe('done');
      await story.at('2022-03-28', 8);
      expect(whyOf(story, 'Ana Arboleda', '2022-03-28')).toBe('sent');
      await story.at('2023-03-27', 10);
      story.importAnother(changed);
      expect(whyOf(story, 'Ana Arboleda', '2023-03-24')).toBe('ofThePast');
    },
    { start: ['2022-03-23', 18] },
  );
});
