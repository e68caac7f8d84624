import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { eq } from '../../src/db/drizzle.ts';
import { audit, job } from '../../src/db/schema/index.ts';
import { writeButton } from '../../src/domain/buttons.ts';
import { realFormBytes } from '../world/form.ts';
import { type Actor, livedOnce, type Story } from '../world/story.ts';
import { until } from '../world/until.ts';
import { send } from './evidence-sent.ts';

/** The real form with 300 activities: its first one over and over. */
function longForm(): Buffer {
  const lines = realFormBytes.toString('utf8').split('\n');
  const first = lines.findIndex((line) => line.startsWith('1\t'));
  const row = lines[first] ?? '';
  const more = Array.from({ length: 293 }, (_, place) => row.replace(/^1\t/, `${place + 8}\t`));
  const last = lines.findIndex((line) => line.startsWith('7\t'));
  lines.splice(last + 1, 0, ...more);
  return Buffer.from(lines.join('\n'));
}

const hasFile = (who: Actor, kind: 'photo' | 'document') =>
  who.phone.chat.some((message) => message.kind === kind);

/** Until every rendering was tried so often. */
async function tried(story: Story, attempts: number): Promise<void> {
  const rendered = () =>
    story.db
      .select()
      .from(job)
      .all()
      .filter((each) => each.kind === 'render');
  await until(() => rendered().every((each) => each.attempts >= attempts), 'every rendering to be tried');
}

describe('Rendering', () => {
  livedOnce(
    'never blocks answers to other people: a report is confirmed while the PDF of 300 activities is being made',
    async (story) => {
      const { ana, mayor } = story;
      const shown: string[] = [];
      story.simulator.onChange((change) => {
        if (change.kind === 'action' && change.chatId === mayor.id) shown.push(change.action);
      });
      await mayor.say('/resumen');
      await mayor.tap('PDF');
      await ana.say('/reportar');
      await ana.say('25% primera encuesta lista');
      expect(ana.last).toContain('✅ n.º');
      expect(hasFile(mayor, 'document')).toBe(false);
      await story.work();
      expect(hasFile(mayor, 'document')).toBe(true);
      expect(hasFile(mayor, 'photo')).toBe(true);
      expect(shown).toEqual(['upload_photo', 'upload_document']);
    },
    { form: longForm() },
  );

  livedOnce(
    'of a file that is asked for again and again is done once, and put on record once',
    async (story) => {
      const { mayor, ana, db } = story;
      await ana.say('/reportar');
      await send(story, ana, {});
      await mayor.say('/resumen');
      await story.work();
      const documents = () => mayor.phone.chat.filter((each) => each.kind === 'document').length;
      const exported = () => db.select().from(audit).where(eq(audit.act, 'exported')).all().length;
      const before = documents();
      const forge = (data: string) =>
        mayor.atOnce((phone) => {
          for (let times = 0; times < 30; times++) void phone.forgeTap(data, mayor.lastMessage.messageId);
        });
      await forge(writeButton({ to: 'file', cutId: 1, format: 'csv' }));
      await story.work();
      // Once more when it was asked for while it was made.
      expect(documents() - before).toBeLessThanOrEqual(2);
      expect(exported()).toBe(1);
      await forge(writeButton({ to: 'evidence', id: 1 }));
      expect(documents() - before).toBeLessThanOrEqual(3);
      expect(exported()).toBe(2);
    },
  );

  livedOnce('follows the summary that goes out by itself, without anybody writing', async (story) => {
    const { mayor } = story;
    await story.at('2022-04-01', 8);
    expect(mayor.last).toContain('para esta fecha se esperaba');
    await story.work();
    expect(hasFile(mayor, 'photo')).toBe(true);
  });

  livedOnce('that fails costs only itself: the text is there, and it says what is missing', async (story) => {
    const { ana, mayor } = story;
    mkdirSync(story.filesPath, { recursive: true });
    writeFileSync(join(story.filesPath, 'outgoing'), 'not a folder');
    await mayor.say('/resumen');
    expect(mayor.last).toContain('para esta fecha se esperaba');
    await mayor.tap('PDF');
    for (let attempt = 1; attempt < 5; attempt++) {
      await tried(story, attempt);
      await story.minutes(15);
      await ana.say('/ayuda');
    }
    await story.work();
    expect(mayor.phone.chat.some((message) => message.text.includes('No pudimos preparar la imagen'))).toBe(
      true,
    );
    expect(mayor.phone.chat.some((message) => message.text.includes('No pudimos preparar el PDF'))).toBe(
      true,
    );
    expect(hasFile(mayor, 'document')).toBe(false);
    expect(existsSync(dirname(story.filesPath))).toBe(true);
    await ana.say('/reportar');
    await ana.say('30% todo sigue andando');
    expect(story.stored('1')).toEqual({ progress: 30, observation: 'todo sigue andando' });
  });
});
