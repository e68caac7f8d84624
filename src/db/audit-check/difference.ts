/** Something that is stored and is not what the audit has on record, or that no longer guards the audit. */
export type Difference =
  | { readonly of: 'trigger'; readonly name: string }
  /** `row`: the number in the audit that says otherwise; null when the audit says nothing of it. */
  | { readonly of: RecordedThing; readonly id: number; readonly what: Fault; readonly row: number | null };

/** What the audit has on record, with the id it has in its own table. */
export type RecordedThing = 'report' | 'evidence' | 'presentation' | 'verdict';

/**
 * `changed`: a value differs. `missing`: it was deleted. `unrecorded`: no row of the audit put it there.
 * `uncounted`, `counted`: it was voided, or counts again, without a row. `anchor`: the hash that an approval keeps is
 * not that of its own row.
 */
export type Fault = 'changed' | 'missing' | 'unrecorded' | 'uncounted' | 'counted' | 'anchor';
