import { holidaysOfYear } from '../../actions/days-off.ts';
import { localDate } from '../../domain/dates.ts';
import { writeScreen } from '../../domain/screens.ts';
import { cutButtons } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/days-off.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import { follow, type Turn } from '../turn.ts';

const { dayOffButtons } = texts;
/** Ley 51 of 1983 rules the holidays from 1984 on. */
const YEARS = [1984, 2199] as const;

/** The days off of a year, those of the law and the entity's own, which can be taken back while they are to come. */
export function showDaysOff(turn: Turn, askedYear: number | null, askedPage: number): void {
  const today = localDate(turn.now);
  const thisYear = Number(today.slice(0, 4));
  const known = askedYear !== null && askedYear >= YEARS[0] && askedYear <= YEARS[1];
  const year = known ? askedYear : thisYear;
  const page = pageOf(holidaysOfYear(turn.db, year), askedPage);
  const removable = page.items.filter(({ date, kind }) => kind === 'local' && date > today);
  const to = (of: number) => screenButton(dayOffButtons.year(of), 'daysoff', { year: of, page: 1 });
  follow(turn, {
    html: texts.daysOff(year, page.items, page),
    keyboard: [
      [screenButton(dayOffButtons.add, 'dayoffadd', {})],
      ...removable.map(({ date }) => [screenButton(dayOffButtons.remove(date), 'dayoffdel', { date })]),
      ...pageButtons(page, (of) => writeScreen('daysoff', { year, page: of })),
      [...(year > YEARS[0] ? [to(year - 1)] : []), ...(year < YEARS[1] ? [to(year + 1)] : [])],
      [screenButton(cutButtons.toCuts, 'cuts', { page: 1 })],
    ],
  });
}
