import type { CommanderError } from 'commander';
import { usage } from '../texts/cli/errors.ts';

/**
 * Explains in Spanish what commander found wrong in the words typed; commander's own message is used only to
 * find them.
 */
export function usageError(error: CommanderError): string {
  return `${sentence(error)} ${usage.seeHelp}`;
}

function sentence(error: CommanderError): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return usage.unknownOption(named);
    case 'commander.unknownCommand':
      return usage.unknownCommand(named);
    case 'commander.missingArgument':
      return usage.missingArgument(named);
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(named);
    case 'commander.optionMissingArgument':
      return usage.missingValue(named);
    case 'commander.invalidArgument':
      return usage.invalidValue(named, /choices are (.*)\.$/i.exec(error.message)?.[1] ?? '');
    case 'commander.excessArguments':
      return usage.excess;
    case 'commander.help':
      return usage.incomplete;
    default:
      return error.message.replace(/^error: /, '');
  }
}
