import { EVIDENCE_DEFAULTS } from '../config.ts';
import type { BotContext } from '../conversations/turn.ts';
import { freeBytes } from '../db/free-space.ts';
import type { BotOptions } from './options.ts';

/** How much evidence is taken: by a person and cut, and while enough of the disk is free. */
export function evidenceRules(
  of: Pick<BotOptions, 'filesPath' | 'evidence'>,
): Pick<BotContext, 'evidenceLimit' | 'hasRoom'> {
  const rules = of.evidence ?? EVIDENCE_DEFAULTS;
  return {
    evidenceLimit: rules.limit,
    hasRoom: () => {
      try {
        return freeBytes(of.filesPath) >= rules.reserve;
      } catch {
        // A disk that does not answer is for the writing to find out: nobody's answer may fail on it.
        return true;
      }
    },
  };
}
