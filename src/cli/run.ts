import { Command, CommanderError } from 'commander';
import { explainDatabaseError } from '../app/explain-error.ts';
import { withoutToken } from '../log.ts';
import { errors } from '../texts/cli/errors.ts';
import { help } from '../texts/cli/help.ts';
import { activityVerbs } from './activity.ts';
import { assignmentVerbs } from './assignment.ts';
import { auditVerbs } from './audit.ts';
import { backupVerbs } from './backup.ts';
import { cutVerbs } from './cut.ts';
import { doctorVerb } from './doctor/index.ts';
import { evidenceVerb } from './evidence.ts';
import { exportVerb } from './export.ts';
import { holidayVerbs } from './holiday.ts';
import { peopleVerbs } from './people.ts';
import { planVerbs } from './plan.ts';
import { publishVerb } from './publish.ts';
import { reportVerbs } from './report.ts';
import { summaryVerbs } from './summary.ts';
import { Refused, type Surroundings } from './surroundings.ts';
import { usageError } from './usage-error.ts';

/**
 * Runs one command line. Never throws: a failure is printed on `err` and ends in one line `Error: …`.
 * @param args the words after the program's name.
 * @returns the exit code: 0, 1, or 2 for answers that a file does not ask for.
 */
export async function runCli(args: readonly string[], around: Surroundings): Promise<0 | 1 | 2> {
  try {
    await buildProgram(around).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { details, message } = explained(error, around);
    for (const line of details) around.err(`${withoutToken(line)}\n`);
    around.err(`${errors.prefix}${withoutToken(message.replace(/\s*\n\s*/g, ' '))}\n`);
    return error instanceof Refused ? error.code : 1;
  }
}

function buildProgram(around: Surroundings): Command {
  const program = new Command('cli')
    .description(help.program)
    .helpOption('-h, --help', help.helpOption)
    .helpCommand(false)
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => help.titles[title] ?? title,
      styleUsage: help.usageWords,
      styleSubcommandTerm: help.usageWords,
    })
    .configureOutput({ writeOut: around.out, writeErr: around.err, outputError: () => undefined });
  planVerbs(program, around);
  activityVerbs(program, around);
  peopleVerbs(program, around);
  assignmentVerbs(program, around);
  cutVerbs(program, around);
  holidayVerbs(program, around);
  reportVerbs(program, around);
  summaryVerbs(program, around);
  exportVerb(program, around);
  evidenceVerb(program, around);
  publishVerb(program, around);
  auditVerbs(program, around);
  backupVerbs(program, around);
  doctorVerb(program, around);
  return program;
}

/**
 * An error in words for the operator: never a stack, and never a library's message, which may contain our
 * data.
 */
function explained(
  error: unknown,
  around: Surroundings,
): { readonly details: readonly string[]; readonly message: string } {
  if (error instanceof Refused) return { details: error.details, message: error.message };
  if (error instanceof CommanderError) return { details: [], message: usageError(error) };
  const path = around.env.DATABASE_PATH ?? 'data/monitoreo.db';
  const message = explainDatabaseError(error, path);
  return {
    details: [],
    message: message ?? errors.inside(error instanceof Error ? error.message : String(error)),
  };
}
