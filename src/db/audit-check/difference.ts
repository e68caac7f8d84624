/** A stored value that differs from what the audit has on record, or a guard of the audit that is missing. */
export type Difference =
  | { readonly of: 'trigger'; readonly name: string }
  /** `row`: the number of the audit's row that differs; null when the audit has none. */
  | { readonly of: RecordedThing; readonly id: number; readonly what: Fault; readonly row: number | null };

/** The things that the audit has on record; each has an id in its own table. */
export type RecordedThing =
  | 'report'
  | 'evidence'
  | 'presentation'
  | 'verdict'
  | 'cause'
  | 'exclusion'
  | 'publication';

/**
 * `changed`: a value differs. `missing`: it was deleted. `unrecorded`: no row of the audit stored it.
 * `uncounted`, `counted`: it was voided, or counts again, without a row. `anchor`: the hash that an approval
 * keeps differs from that of its own row.
 */
export type Fault = 'changed' | 'missing' | 'unrecorded' | 'uncounted' | 'counted' | 'anchor';
