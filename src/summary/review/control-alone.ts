import { appointmentAt } from '../../db/appointments.ts';
import type { Db } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import type { ShownVerdict } from './verdicts.ts';

/** Somebody who verified and was appointed by one person, to whom nobody else had said yes. */
export type ControlAlone = { readonly name: string; readonly by: string };

/** Who gave these verdicts so, each once (specification: Guarded offices). */
export function controlAlone(db: Db, verdicts: Iterable<ShownVerdict>): readonly ControlAlone[] {
  const found = new Map<string, ControlAlone>();
  for (const { personId, at, current } of verdicts) {
    const appointed = current ? appointmentAt(db, personId, 'control', at) : undefined;
    if (!appointed?.alone || appointed.appointedBy === null) continue;
    const [name, by] = [personId, appointed.appointedBy].map((id) => personById(db, id)?.name ?? '');
    found.set(`${personId}/${appointed.appointedBy}`, { name: name ?? '', by: by ?? '' });
  }
  return [...found.values()];
}
