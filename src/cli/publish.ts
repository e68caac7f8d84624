import type { Command } from 'commander';
import { inTransaction } from '../db/open.ts';
import { nameOf } from '../log.ts';
import { hasLongNumber } from '../publication/left-out.ts';
import { observationsOf } from '../publication/observations.ts';
import { publish } from '../publication/publish.ts';
import { siteFiles } from '../publication/site.ts';
import { type ToPublish, toPublish } from '../publication/to-publish.ts';
import { here } from '../summary/render-here.ts';
import { fileError } from '../texts/cli/errors.ts';
import { help } from '../texts/cli/help.ts';
import { cutHeading, howMany, observationLine, publishTexts } from '../texts/publication/listing.ts';
import { printLine } from './print.ts';
import { folderRefusal, replaceFolder } from './publish-folder.ts';
import { withStore } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type Flags = { readonly out: string; readonly yes?: boolean };

/** `publish --out FOLDER [--yes]` (specification: Publication). */
export function publishVerb(program: Command, around: Surroundings): void {
  program
    .command('publish')
    .description(help.publish)
    .requiredOption('--out <carpeta>', help.publishOut)
    .option('--yes', help.publishYes)
    .action((flags: Flags) => publishSite(around, flags));
}

async function publishSite(around: Surroundings, { out, yes }: Flags): Promise<void> {
  const now = around.clock.now();
  await withStore(around, async (store, settings) => {
    const site = store.sqlite.transaction(() => toPublish(store.db, now)).deferred();
    if (site.length === 0) throw new Refused(publishTexts.nothing);
    await checkFolder(out, site);
    const observations = listObservations(around, site);
    if (yes !== true) throw new Refused(publishTexts.needsYes(observations));
    const moments = (each: ToPublish) => (each.state === 'same' ? each.moments : [...each.moments, now]);
    const published = site.map((each) => ({ ...each, moments: moments(each) }));
    const files = await siteFiles(published, settings.entityName, here);
    inTransaction(store, (db) => publish(db, site, 'operator', now));
    await replaceFolder(out, files).catch((error: unknown) => {
      throw new Refused(fileError(nameOf(error), out));
    });
    printLine(around, publishTexts.written(out, site.length));
  });
}

async function checkFolder(out: string, site: readonly ToPublish[]): Promise<void> {
  const addresses = site.map(({ address }) => `${address}/`);
  const refusal = await folderRefusal(out, addresses).catch((error: unknown) => {
    throw new Refused(fileError(nameOf(error), out));
  });
  switch (refusal?.why) {
    case undefined:
      return;
    case 'noFolder':
      throw new Refused(publishTexts.noFolder(out));
    case 'notOurs':
      throw new Refused(publishTexts.notOurs(out, refusal.name));
    case 'losesPage':
      throw new Refused(publishTexts.losesPage(out, refusal.address));
  }
}

/** Prints every observation of the site as it would stand there, each once. @returns how many */
function listObservations(around: Surroundings, site: readonly ToPublish[]): number {
  let listed = 0;
  for (const { of, observations } of observationsOf(site)) {
    const { plan, cut } = of.content;
    printLine(around, cutHeading({ plan, cut, state: of.state }));
    for (const { cutNumber, activity, text } of observations) {
      const earlier = cutNumber === cut.number ? null : cutNumber;
      const line = observationLine({ activity, text, earlier, hasLongNumber: hasLongNumber(text) });
      printLine(around, `  ${line}`);
      listed += 1;
    }
  }
  printLine(around, howMany(site.length, listed));
  return listed;
}
