import { dryRun } from '../db/dry-run.ts';
import type { Db } from '../db/open.ts';
import type { Form } from '../forms/form.ts';
import { type ImportResult, importPlan } from './import-plan.ts';

/** Imports a form and undoes it, so that the result shows what would really happen. Nothing stays stored. */
export function tryImport(db: Db, form: Form, options: Parameters<typeof importPlan>[2]): ImportResult {
  return dryRun(db, (inner) => importPlan(inner, form, { ...options, tried: true }));
}
