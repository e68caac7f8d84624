import type { Command } from 'commander';
import {
  type AddDayOffResult,
  addDayOff,
  holidaysOfYear,
  type RemoveDayOffResult,
  removeDayOff,
} from '../actions/days-off.ts';
import { localDate } from '../domain/dates.ts';
import { errors } from '../texts/cli/errors.ts';
import { help } from '../texts/cli/help.ts';
import { dayOffDone, dayOffGone, dayOffKinds, dayOffRefusals } from '../texts/cli/holiday.ts';
import { group } from './group.ts';
import { printMoved } from './moved.ts';
import { printJson, printLine, printTable } from './print.ts';
import { reading, writing } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

/** `holiday add DATE NAME`, `holiday remove DATE`, `holiday list [YEAR]`. */
export function holidayVerbs(program: Command, around: Surroundings): void {
  const holiday = group(program, 'holiday', help.holiday);
  holiday
    .command('add')
    .description(help.holidayAdd)
    .argument('<fecha>', help.holidayDate)
    .argument('<nombre...>', help.holidayName)
    .action((date: string, name: readonly string[]) => add(around, date, name.join(' ')));
  holiday
    .command('remove')
    .description(help.holidayRemove)
    .argument('<fecha>', help.holidayDate)
    .action((date: string) => remove(around, date));
  holiday
    .command('list')
    .description(help.holidayList)
    .argument('[año]', help.holidayYear)
    .option('--json', help.json)
    .action((year: string | undefined, flags: { json?: true }) => list(around, year, flags.json === true));
}

async function add(around: Surroundings, date: string, name: string): Promise<void> {
  const now = around.clock.now();
  const added = await writing(around, (db) => {
    const result = addDayOff(db, date, name, now, 'operator');
    if (!result.ok) throw new Refused(refusalText(result, date));
    return result;
  });
  printLine(around, dayOffDone(added.date, added.name));
  printMoved(around, added.moved);
}

async function remove(around: Surroundings, date: string): Promise<void> {
  const now = around.clock.now();
  const removed = await writing(around, (db) => {
    const result = removeDayOff(db, date, now, 'operator');
    if (!result.ok) throw new Refused(removalRefusal(result, date));
    return result;
  });
  printLine(around, dayOffGone(removed.date, removed.name));
  printMoved(around, removed.moved);
}

function refusalText(result: Extract<AddDayOffResult, { ok: false }>, date: string): string {
  switch (result.why) {
    case 'notADate':
      return dayOffRefusals.notADate(date);
    case 'name':
    case 'weekend':
      return dayOffRefusals[result.why];
    case 'reopens':
      return dayOffRefusals.reopens(result.cutNumber);
    case 'holiday':
    case 'alreadyOff':
      return dayOffRefusals[result.why](result.name);
  }
}

function removalRefusal(result: Extract<RemoveDayOffResult, { ok: false }>, date: string): string {
  switch (result.why) {
    case 'notADate':
    case 'notOff':
      return dayOffRefusals[result.why](date);
    case 'past':
      return dayOffRefusals.past;
    case 'holiday':
      return dayOffRefusals.ofTheLaw(result.name);
  }
}

async function list(around: Surroundings, asked: string | undefined, json: boolean): Promise<void> {
  const year = asked ?? localDate(around.clock.now()).slice(0, 4);
  // Ley 51 of 1983 regulates the holidays from 1984 on.
  if (!/^\d{4}$/.test(year) || Number(year) < 1984 || Number(year) > 2199)
    throw new Refused(errors.year(year));
  const holidays = await reading(around, (db) => holidaysOfYear(db, Number(year)));
  if (json) return printJson(around, holidays);
  printTable(
    around,
    ['Fecha', 'Nombre', 'Clase'],
    holidays.map((holiday) => [holiday.date, holiday.name, dayOffKinds[holiday.kind]]),
  );
}
