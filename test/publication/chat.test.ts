import { expect, it } from 'vitest';
import { publishSeen, showPublishing } from '../../src/conversations/publication/publishing.ts';
import { publishedCuts } from '../../src/db/publications.ts';
import { job } from '../../src/db/schema/index.ts';
import { readButton } from '../../src/domain/buttons.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { answersTo, enrol, turnOf } from '../summary/setup.ts';
import { realTown } from './setup.ts';

const now = momentAt('2022-04-20', 9);

function readyTown() {
  const town = realTown();
  town.approve(1, '2022-04-12');
  const luz = enrol(town.db, 'Luz Angulo', 31, { offices: ['coordinator'] });
  const shown = (page: number) => {
    showPublishing(turnOf(town.db, luz, now), page);
    return answersTo(town.db, luz).at(-1);
  };
  const seenIn = (message: ReturnType<typeof shown>): number => {
    const button = (message?.keyboard ?? []).flat().flatMap(({ data }) => {
      const read = readButton(data);
      return read?.to === 'screen' && read.screen === 'publishyes' ? [read.args.seen] : [];
    });
    return button[0] ?? -1;
  };
  return { ...town, luz, shown, seenIn, tap: (seen: number) => publishSeen(turnOf(town.db, luz, now), seen) };
}

it('Shows every observation before the button that publishes, which asks for the zip', () => {
  const { db, shown, seenIn, tap, luz } = readyTown();
  const message = shown(1);
  expect(message?.html.match(/^n\.º/gm)).toHaveLength(7);
  expect(message?.html).toContain('Taller con [nombre omitido]. Actas en [dirección omitida].');
  expect(message?.html).toContain('tel. 315 456 7890 (revise:');
  tap(seenIn(message));
  expect(publishedCuts(db).map(({ address }) => address)).toEqual(['planes/PL-PC-01/2022/1']);
  const asked = db
    .select()
    .from(job)
    .all()
    .filter(({ kind }) => kind === 'handout');
  expect(asked.map(({ payload }) => payload)).toMatchObject([
    { what: 'site', chatId: luz.telegramUserId, personId: luz.id },
  ]);
  expect(shown(1)?.html).toContain('no ha cambiado desde la última vez');
});

it('Offers the button on the last page only', () => {
  const { report, approve, shown, seenIn } = readyTown();
  for (const number of ['1', '2', '3', '4', '5', '6', '7'])
    report(
      1,
      number,
      500,
      `${number} ${'Se hizo con la comunidad del sector. '.repeat(26)}`,
      now - 9_000_000,
    );
  approve(1, '2022-04-19');
  const first = shown(1);
  expect(seenIn(first)).toBe(-1);
  expect(first?.html).toContain('página 1 de 2');
  expect(seenIn(shown(2))).toBeGreaterThan(0);
});

it('Publishes nothing that was not shown', () => {
  const { db, report, approve, shown, seenIn, tap, luz } = readyTown();
  const seen = seenIn(shown(1));
  report(1, '3', 900, 'otra cosa', momentAt('2022-04-18', 9));
  approve(1, '2022-04-19');
  tap(seen);
  expect(publishedCuts(db)).toEqual([]);
  expect(answersTo(db, luz).at(-1)?.html).toContain('otra cosa');
});
