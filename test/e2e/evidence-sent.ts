import { evidenceOfCuts } from '../../src/db/evidence.ts';
import { activityById, plannedCuts } from '../../src/db/plans.ts';
import type { Actor, Story } from '../world/story.ts';

export const pdf = Buffer.from('%PDF-1.7\nacta de la reunión');
/** The same kind of file with other bytes: the same bytes are one piece of evidence. */
export const another = (bytes: Buffer, which: number): Buffer =>
  Buffer.concat([bytes, Buffer.from(` ${which}`)]);
export const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]);

type Sent = Parameters<Actor['phone']['sendFile']>[0];

/** Sends files one after another and waits until they are fetched. */
export async function send(story: Story, who: Actor, ...files: readonly Partial<Sent>[]): Promise<void> {
  for (const file of files)
    await who.atOnce((phone) => phone.sendFile({ kind: 'document', name: 'acta.pdf', bytes: pdf, ...file }));
  await story.work();
}

/** What is kept, by activity: its number with the kind of file or the link. */
export function kept(story: Story): readonly string[] {
  const cuts = plannedCuts(story.db).map(({ cut }) => cut.id);
  return evidenceOfCuts(story.db, cuts).map(
    (each) =>
      `${activityById(story.db, each.activityId)?.number}: ${each.url ?? each.storedName?.replace(/^.*\./, '') ?? each.state}`,
  );
}
