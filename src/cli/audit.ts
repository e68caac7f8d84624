import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type AuditEntry, auditEntries } from '../conversations/audit/entries.ts';
import { verifyAudit } from '../db/audit.ts';
import { differencesFromAudit } from '../db/audit-check/index.ts';
import { type AuditFilter, auditRowOfHash, auditRows } from '../db/audit-read.ts';
import type { Db } from '../db/open.ts';
import { activitiesOf, plannedCutsOf } from '../db/plans.ts';
import { addDays, isLocalDate, isoLocal, type Moment, momentAt } from '../domain/dates.ts';
import { csvBytes } from '../forms/csv-cells.ts';
import { nameOf } from '../log.ts';
import { auditCli } from '../texts/audit/audit.ts';
import { differenceLine } from '../texts/audit/differences.ts';
import { fileError } from '../texts/cli/errors.ts';
import { exportTexts } from '../texts/cli/export.ts';
import { help } from '../texts/cli/help.ts';
import { clockTime } from '../texts/words/days.ts';
import { cutsNamed, plansNamed, unknownCut } from './choose.ts';
import { personNumbered } from './describe-people.ts';
import { group } from './group.ts';
import { printJson, printLine, printTable } from './print.ts';
import { reading } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type Flags = {
  readonly person?: string;
  readonly plan?: string;
  readonly activity?: string;
  readonly cut?: string;
  readonly from?: string;
  readonly until?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly out?: string;
};

/** `audit [--person --plan --activity --cut --from --until] [--json|--csv] [--out FILE]`, `audit verify [--anchor ROW:HASH]`. */
export function auditVerbs(program: Command, around: Surroundings): void {
  const audit = group(program, 'audit', help.audit)
    .option('--person <persona>', help.auditPerson)
    .option('--plan <plan>', help.planOption)
    .option('--activity <número>', help.auditActivity)
    .option('--cut <corte>', help.cutOption)
    .option('--from <fecha>', help.auditFrom)
    .option('--until <fecha>', help.auditUntil)
    .option('--json', help.json)
    .option('--csv', help.auditCsv)
    .option('--out <archivo>', help.exportOut)
    .action((flags: Flags) => list(around, flags));
  audit
    .command('verify')
    .description(help.auditVerify)
    .option('--anchor <registro:huella>', help.auditAnchor)
    .action((flags: { readonly anchor?: string }) => verify(around, flags.anchor));
}

async function list(around: Surroundings, flags: Flags): Promise<void> {
  if (flags.json && flags.csv) throw new Refused(auditCli.bothFormats);
  const now = around.clock.now();
  const entries = await reading(around, (db) => auditEntries(db, auditRows(db, filterOf(db, flags, now))));
  if (flags.json && flags.out === undefined) return printJson(around, entries.map(asData));
  if (flags.out !== undefined) {
    const bytes = flags.json
      ? new TextEncoder().encode(`${JSON.stringify(entries.map(asData), null, 2)}\n`)
      : asCsv(entries);
    await save(flags.out, bytes);
    return printLine(around, exportTexts.written(flags.out));
  }
  if (flags.csv) return around.out(new TextDecoder('utf-8', { ignoreBOM: true }).decode(asCsv(entries)));
  if (entries.length === 0) return printLine(around, auditCli.nothing);
  printTable(
    around,
    auditCli.columns,
    entries.map(({ row, who, what, where, change }) => [
      String(row.id),
      isoLocal(row.at).slice(0, 16).replace('T', ' '),
      who,
      `${what}${where}`,
      change,
    ]),
  );
}

/**
 * Checks the whole chain, compares it with what is stored, and, when an anchor is given, whether the chain
 * contains it.
 * @throws {Refused} naming every difference
 */
async function verify(around: Surroundings, given: string | undefined): Promise<void> {
  const anchor = given === undefined ? undefined : readAnchor(given);
  const found = await reading(around, (db) => ({
    ...verifyAudit(db),
    differences: differencesFromAudit(db),
    row: anchor && auditRowOfHash(db, anchor.hash),
  }));
  if (found.brokenAt !== null) throw new Refused(auditCli.broken(found.brokenAt));
  printLine(around, auditCli.whole(found.rows, found.hash));
  if (anchor) {
    if (!found.row || (anchor.row !== null && anchor.row !== found.row.id))
      throw new Refused(auditCli.missing(given ?? ''));
    printLine(around, auditCli.stands(found.row.id, clockTime(found.row.at)));
  }
  for (const each of found.differences) printLine(around, differenceLine(each));
  if (found.differences.length > 0) throw new Refused(auditCli.differs(found.differences.length));
  printLine(around, auditCli.asRecorded);
}

/**
 * Reads `ROW:HASH` as a file prints it, or the hash alone, as earlier files print it.
 * @throws {Refused}
 */
function readAnchor(given: string): { readonly row: number | null; readonly hash: string } {
  const [, row, hash] = /^(?:(\d{1,15}):)?([0-9a-f]{64})$/.exec(given.trim().toLowerCase()) ?? [];
  if (hash === undefined) throw new Refused(auditCli.notAnAnchor);
  return { row: row === undefined ? null : Number(row), hash };
}

/** @throws {Refused} */
function filterOf(db: Db, flags: Flags, now: Moment): AuditFilter {
  const plans = plansNamed(db, flags.plan);
  return {
    personId: flags.person === undefined ? undefined : personNumbered(db, flags.person).id,
    planIds: flags.plan === undefined ? undefined : plans.map((plan) => plan.id),
    activityIds: activitiesNumbered(db, plans, flags.activity),
    cutIds: cutsAsked(db, plans, flags.cut, now),
    from: flags.from === undefined ? undefined : momentAt(dateOf(flags.from), 0),
    until: flags.until === undefined ? undefined : momentAt(addDays(dateOf(flags.until), 1), 0),
  };
}

type Plans = ReturnType<typeof plansNamed>;

/** The activities with a number, as printed, in these plans. @throws {Refused} */
function activitiesNumbered(db: Db, plans: Plans, number: string | undefined): number[] | undefined {
  if (number === undefined) return undefined;
  const all = plans.flatMap((plan) => activitiesOf(db, plan.id));
  const fitting = all.filter((activity) => activity.number === number.trim());
  if (fitting.length === 0) throw new Refused(auditCli.unknownActivity(number));
  return fitting.map((activity) => activity.id);
}

/**
 * The cuts that a number or a month names in these plans.
 * @throws {Refused}
 */
function cutsAsked(db: Db, plans: Plans, named: string | undefined, now: Moment): number[] | undefined {
  if (named === undefined) return undefined;
  const own = plannedCutsOf(
    db,
    plans.map((plan) => plan.id),
  );
  const fitting = cutsNamed(own, named, now);
  if (fitting.length > 0) return fitting.map(({ cut }) => cut.id);
  return unknownCut(own, named);
}

function dateOf(text: string): string {
  if (!isLocalDate(text)) throw new Refused(auditCli.notADate(text));
  return text;
}

function asData({ row, who, whom, what, plan, activity, cut }: AuditEntry) {
  return {
    id: row.id,
    at: isoLocal(row.at),
    act: row.act,
    actor: row.actor,
    actorId: row.actorId,
    actorName: row.actor === 'person' ? who : null,
    personId: row.personId,
    personName: whom ?? (row.personId !== null && row.personId === row.actorId ? who : null),
    plan,
    activity,
    cut,
    what,
    before: row.before,
    after: row.after,
    hash: row.hash,
  };
}

function asCsv(entries: readonly AuditEntry[]): Uint8Array {
  const rows = entries
    .map(asData)
    .map((each) => [
      String(each.id),
      each.at,
      each.act,
      each.actor,
      String(each.actorId ?? ''),
      each.actorName ?? '',
      String(each.personId ?? ''),
      each.personName ?? '',
      each.plan ?? '',
      each.activity ?? '',
      String(each.cut ?? ''),
      each.before === null ? '' : JSON.stringify(each.before),
      each.after === null ? '' : JSON.stringify(each.after),
      each.hash,
    ]);
  return csvBytes([[...auditCli.csv], ...rows]);
}

async function save(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes).catch((error: unknown) => {
    throw new Refused(fileError(nameOf(error), path));
  });
}
