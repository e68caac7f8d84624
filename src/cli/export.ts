import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { record } from '../db/audit.ts';
import { inTransaction } from '../db/open.ts';
import { countActivities } from '../db/plans.ts';
import { nameOf } from '../log.ts';
import { readExport } from '../summary/export-cut.ts';
import { mostActivities } from '../summary/file-request.ts';
import { here } from '../summary/render-here.ts';
import { fileError } from '../texts/cli/errors.ts';
import { exportTexts } from '../texts/cli/export.ts';
import { help } from '../texts/cli/help.ts';
import { type CutAsked, cutNamed } from './choose.ts';
import { printLine } from './print.ts';
import { withStore } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

const formats = ['xlsx', 'pdf', 'csv', 'zip'] as const;
type Flags = CutAsked & { readonly format: string; readonly out: string };

/** `export --format xlsx|pdf|csv|zip [--plan] --cut N --out FILE`. */
export function exportVerb(program: Command, around: Surroundings): void {
  program
    .command('export')
    .description(help.export)
    .requiredOption('--format <formato>', help.exportFormat)
    .option('--plan <plan>', help.planOption)
    .requiredOption('--cut <corte>', help.cutOption)
    .requiredOption('--out <archivo>', help.exportOut)
    .action((flags: Flags) => exportCut(around, flags));
}

async function exportCut(around: Surroundings, flags: Flags): Promise<void> {
  const format = formats.find((each) => each === flags.format);
  if (!format) throw new Refused(exportTexts.unknownFormat(flags.format, formats));
  const now = around.clock.now();
  const bytes = await withStore(around, async (store, settings) => {
    const { plan, cut } = cutNamed(store.db, flags, now);
    const [activities, most] = [countActivities(store.db, plan.id), mostActivities(format)];
    if (activities > most) throw new Refused(exportTexts.tooMany(activities, format, most));
    const of = { cutId: cut.id, format, moment: now, entityName: settings.entityName };
    const { files } = await readExport(store.db, of)(here);
    inTransaction(store, (db) =>
      record(db, { at: now, act: 'exported', by: 'operator', cutId: cut.id, after: { format } }),
    );
    return files[0] ?? new Uint8Array();
  });
  await writeFile(flags.out, bytes).catch((error: unknown) => {
    throw new Refused(fileError(nameOf(error), flags.out));
  });
  printLine(around, exportTexts.written(flags.out));
}
