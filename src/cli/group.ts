import type { Command } from 'commander';

/** A command that only groups others: `plan`, `person`. */
export function group(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).helpCommand(false);
}
