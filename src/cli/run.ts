import { Command, CommanderError } from 'commander';
import { explainDatabaseError } from '../app/explain-error.ts';
import { withoutToken } from '../log.ts';
import { errors } from '../texts/cli/errors.ts';
import { help } from '../texts/cli/help.ts';
import { Refused, type Surroundings } from './surroundings.ts';
import { usageError } from './usage-error.ts';

type Verbs = (program: Command, around: Surroundings) => void;

/**
 * The files of commands by the words that a line begins with, in the order of the help. A line loads only the file of its word:
 * all of them take half of a short command's time (measured).
 */
const FILES: readonly (readonly [words: readonly string[], load: () => Promise<Verbs>])[] = [
  [['plan'], async () => (await import('./plan.ts')).planVerbs],
  [['activity'], async () => (await import('./activity.ts')).activityVerbs],
  [['position', 'person'], async () => (await import('./people.ts')).peopleVerbs],
  [['assignment'], async () => (await import('./assignment.ts')).assignmentVerbs],
  [['cut'], async () => (await import('./cut.ts')).cutVerbs],
  [['holiday'], async () => (await import('./holiday.ts')).holidayVerbs],
  [['report'], async () => (await import('./report.ts')).reportVerbs],
  [['summary', 'remind'], async () => (await import('./summary.ts')).summaryVerbs],
  [['export'], async () => (await import('./export.ts')).exportVerb],
  [['evidence'], async () => (await import('./evidence.ts')).evidenceVerb],
  [['publish'], async () => (await import('./publish.ts')).publishVerb],
  [['audit'], async () => (await import('./audit.ts')).auditVerbs],
  [['backup', 'restore'], async () => (await import('./backup.ts')).backupVerbs],
  [['doctor'], async () => (await import('./doctor/index.ts')).doctorVerb],
];

/**
 * Runs one command line. Never throws: a failure is printed on `err` and ends in one line `Error: …`.
 * @param args the words after the program's name.
 * @returns the exit code: 0, 1, or 2 for answers that a file does not ask for.
 */
export async function runCli(args: readonly string[], around: Surroundings): Promise<0 | 1 | 2> {
  try {
    await (await buildProgram(args[0], around)).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { details, message } = explained(error, around);
    for (const line of details) around.err(`${withoutToken(line)}\n`);
    around.err(`${errors.prefix}${withoutToken(message.replace(/\s*\n\s*/g, ' '))}\n`);
    return error instanceof Refused ? error.code : 1;
  }
}

/** @param word the first of the line; with one that no file has, the program knows every command */
async function buildProgram(word: string | undefined, around: Surroundings): Promise<Command> {
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
  const own = FILES.filter(([words]) => word !== undefined && words.includes(word));
  const files = own.length > 0 ? own : FILES;
  for (const verbs of await Promise.all(files.map(([, load]) => load()))) verbs(program, around);
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
