import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { record } from '../db/audit.ts';
import { inTransaction } from '../db/open.ts';
import { packEntries } from '../jobs/pack-entries.ts';
import { writeZip } from '../jobs/write-zip.ts';
import { nameOf } from '../log.ts';
import { evidencePack } from '../summary/evidence-pack.ts';
import { fileError } from '../texts/cli/errors.ts';
import { exportTexts } from '../texts/cli/export.ts';
import { help } from '../texts/cli/help.ts';
import { evidencePackName } from '../texts/summary/file-names.ts';
import { type CutAsked, cutNamed } from './choose.ts';
import { printLine } from './print.ts';
import { withStore } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type Flags = CutAsked & { readonly out: string };

/** `evidence [--plan] --cut N --out FOLDER`: the evidence of a cut as zips with an index, however many. */
export function evidenceVerb(program: Command, around: Surroundings): void {
  program
    .command('evidence')
    .description(help.evidence)
    .option('--plan <plan>', help.planOption)
    .requiredOption('--cut <corte>', help.cutOption)
    .requiredOption('--out <carpeta>', help.evidenceOut)
    .action((flags: Flags) => writeEvidencePack(around, flags));
}

async function writeEvidencePack(around: Surroundings, flags: Flags): Promise<void> {
  const now = around.clock.now();
  const written = await withStore(around, async (store, settings) => {
    const { plan, cut, ...planned } = cutNamed(store.db, flags, now);
    const { parts, files, bytes, ...pack } = evidencePack(store.db, { plan, cut, ...planned });
    if (parts.length === 0) throw new Refused(exportTexts.noEvidence(cut.number));
    const names = parts.map((_, place) =>
      evidencePackName(plan, cut.number, parts.length > 1 ? place + 1 : null),
    );
    const index = pack.index();
    try {
      await mkdir(flags.out, { recursive: true, mode: 0o700 });
      for (const [place, part] of parts.entries())
        writeZip(packEntries(settings.filesPath, part, index), join(flags.out, names[place] ?? ''));
    } catch (error) {
      throw new Refused(fileError(nameOf(error), flags.out));
    }
    inTransaction(store, (db) =>
      record(db, {
        at: now,
        act: 'exported',
        by: 'operator',
        cutId: cut.id,
        after: { format: 'soportes', files, bytes },
      }),
    );
    return names;
  });
  for (const name of written) printLine(around, exportTexts.written(join(flags.out, name)));
}
