import { EVIDENCE_DEFAULTS } from '../config.ts';
import type { BotContext } from '../conversations/turn.ts';
import { freeBytes } from '../db/free-space.ts';
import type { BotOptions } from './options.ts';

/** The limits of evidence: per person and cut, and how much of the disk must stay free. */
export function evidenceRules(
  of: Pick<BotOptions, 'filesPath' | 'evidence'>,
): Pick<BotContext, 'evidenceLimit' | 'hasRoom'> {
  const rules = of.evidence ?? EVIDENCE_DEFAULTS;
  return {
    evidenceLimit: rules.limit,
    hasRoom: (more = 0) => {
      try {
        return freeBytes(of.filesPath) >= rules.reserve + more;
      } catch {
        // When the disk does not answer, the writing itself finds out: no answer of a person may fail on this
        // check.
        return true;
      }
    },
  };
}
