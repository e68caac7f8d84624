import { may } from '../../actions/access.ts';
import { rolesNow } from '../allowed.ts';
import type { Turn } from '../turn.ts';

/** What the person who reads a summary may do with it. */
export type Reader = {
  readonly reminds: boolean;
  readonly approves: boolean;
  readonly presents: boolean;
  readonly verifies: boolean;
};

export function readerOf(turn: Turn): Reader {
  const roles = rolesNow(turn);
  return {
    reminds: may(roles, 'remind'),
    approves: may(roles, 'approve'),
    presents: may(roles, 'present'),
    verifies: may(roles, 'verify'),
  };
}
