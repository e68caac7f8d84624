import type { Command } from 'commander';

/** A word that only introduces others: `plan`, `person`. */
export function group(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).helpCommand(false);
}
