import type { Db } from '../db/open.ts';
import type { Form } from '../forms/form.ts';
import { type ImportResult, importPlan } from './import-plan.ts';

/** Imports a form and takes it back, so that what is shown is what would really happen. Nothing stays stored. */
export function tryImport(db: Db, form: Form, options: Parameters<typeof importPlan>[2]): ImportResult {
  try {
    return db.transaction((inner) => {
      throw new Undone(importPlan(inner as unknown as Db, form, options));
    });
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw error;
  }
}

/** Carries what was found out of the transaction, which it undoes. */
class Undone extends Error {
  readonly result: ImportResult;

  constructor(result: ImportResult) {
    super('an import that was only tried');
    this.result = result;
  }
}
