import { describe, expect } from 'vitest';
import { verifyAudit } from '../../src/db/audit.ts';
import { asc } from '../../src/db/drizzle.ts';
import { type AuditAct, audit } from '../../src/db/schema/index.ts';
import { type Story, sentence } from '../world/story.ts';
import { jpeg } from './evidence-sent.ts';

/** What is on record of some acts, oldest first, from when the story began. */
function onRecord(story: Story, ...acts: readonly AuditAct[]) {
  return story.db
    .select()
    .from(audit)
    .orderBy(asc(audit.id))
    .all()
    .filter((row) => acts.includes(row.act));
}

function numberOf(story: Story, name: string): number {
  const found = story.people().find((each) => each.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.id;
}

function intact(story: Story): void {
  expect(verifyAudit(story.db)).toMatchObject({ brokenAt: null });
}

describe('what is put on record', () => {
  sentence('a report and each of its revisions, with what it said before and after', async (story) => {
    await story.ana.say('/reportar');
    await story.ana.say('40 % se hizo la primera parte');
    await story.ana.tap(/^Corregir/);
    await story.ana.say('60 % se hizo la segunda parte');
    const [first, second, ...none] = onRecord(story, 'reported');
    expect(none).toEqual([]);
    expect(first).toMatchObject({
      actorId: numberOf(story, 'Ana Arboleda'),
      before: null,
      after: { progress: 400, observation: 'se hizo la primera parte', origin: 'chat' },
    });
    expect(second).toMatchObject({ before: { progress: 400 }, after: { progress: 600 } });
    expect(first?.activityId).toBe(second?.activityId);
    intact(story);
  });

  sentence('kept evidence with its SHA-256, when it is kept', async (story) => {
    await story.ana.say('/reportar');
    await story.ana.atOnce((phone) => phone.sendFile({ kind: 'photo', bytes: jpeg }));
    await story.work();
    await story.ana.say('100 % todo está en https://example.org/acta');
    const [file, link] = onRecord(story, 'evidenceReceived');
    expect(file?.after).toMatchObject({ kind: 'file', mime: 'image/jpeg' });
    expect(file?.after?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(link?.after).toMatchObject({ kind: 'link', url: 'https://example.org/acta' });
  });

  sentence(
    'an invitation, the consent with its text, another account, and leaving',
    async (story) => {
      const link = story.invite('Berta Ruiz', story.coordinator);
      const berta = story.stranger('Berta');
      await berta.atOnce((phone) => phone.open(link));
      await berta.tap('No autorizo');
      await berta.atOnce((phone) => phone.open(link));
      await berta.tap('Autorizo');
      const again = story.invite('Berta Ruiz', story.coordinator);
      const phone = story.stranger('Berta');
      await phone.atOnce((each) => each.open(again));
      await phone.tap('Autorizo');
      await phone.say('/salir');
      await phone.tap(/^Sí/);
      const concerned = numberOf(story, 'Berta Ruiz');
      const acts = onRecord(story, 'invited', 'declined', 'consented', 'accountMoved', 'left').filter(
        (row) => row.personId === concerned,
      );
      expect(acts.map((row) => row.act)).toEqual([
        'invited',
        'declined',
        'consented',
        'invited',
        'consented',
        'accountMoved',
        'left',
      ]);
      expect(acts[0]?.actorId).toBe(numberOf(story, 'Diana Mina'));
      expect(acts[2]?.after).toHaveProperty('textVersion');
      expect(JSON.stringify(acts)).not.toContain(String(phone.id));
      expect(JSON.stringify(acts)).not.toContain('Berta');
      intact(story);
    },
    { notEnrolled: ['berta'] },
  );

  sentence(
    'an enrolment that was undone, and each report that was voided with it',
    async (story) => {
      const link = story.invite('Ana Arboleda', story.coordinator);
      const wrong = story.stranger('Mallory');
      await wrong.atOnce((phone) => phone.open(link));
      await wrong.tap('Autorizo');
      await wrong.say('/reportar');
      await wrong.say('100 % todo listo y publicado');
      await story.tick();
      await story.coordinator.tap('No es esa persona');
      await story.coordinator.tap('Sí, no es esa persona');
      const [undone] = onRecord(story, 'enrolmentUndone');
      expect(undone).toMatchObject({
        actorId: numberOf(story, 'Diana Mina'),
        personId: numberOf(story, 'Ana Arboleda'),
      });
      expect(onRecord(story, 'reportVoided')).toMatchObject([{ before: { progress: 1000 } }]);
    },
    { notEnrolled: ['ana'] },
  );

  sentence('reminders asked for and sent, files and the summary that goes out by itself', async (story) => {
    await story.at('2022-03-17', 9);
    await story.mayor.say('/pendientes');
    await story.mayor.tap('Recordar a los que faltan');
    await story.mayor.tap('Sí, enviar');
    await story.tick();
    const mayor = numberOf(story, 'Julio Biojó');
    expect(new Set(onRecord(story, 'reminderAsked').map((row) => row.actorId))).toEqual(new Set([mayor]));
    const reminded = onRecord(story, 'reminderSent').map((row) => row.personId);
    const ana = numberOf(story, 'Ana Arboleda');
    expect(reminded.filter((id) => id === ana)).toHaveLength(2);
    await story.mayor.say('/exportar');
    await story.mayor.tap('Datos (CSV)');
    await story.work();
    expect(onRecord(story, 'exported')).toMatchObject([{ after: { format: 'csv' } }]);
    await story.at('2022-04-01', 8);
    expect(onRecord(story, 'summarySent')).toMatchObject([
      { personId: numberOf(story, 'Julio Biojó'), after: { kind: 'afterClosing' } },
    ]);
    intact(story);
  });

  sentence(
    'attempts of enrolled people that were refused, and only the number of those of strangers',
    async (story) => {
      await story.berta.say('/reportar');
      const theirs = story.berta.lastMessage.buttons.flat()[0]?.data ?? '';
      const tries: readonly (() => Promise<unknown>)[] = [
        () => story.ana.say('/resumen'),
        () => story.ana.atOnce((phone) => phone.forgeTap(theirs, 1)),
        () => story.ana.atOnce((phone) => phone.forgeTap('s:1', 1)),
        () => story.ana.atOnce((phone) => phone.forgeTap('drop table report', 1)),
      ];
      for (const attempt of tries) {
        await attempt();
        // Whatever else she tries within the minute.
        for (const other of tries) await other();
        await story.minutes(1);
      }
      const stranger = story.stranger('Mallory');
      await stranger.say('hola');
      await stranger.say('/resumen');
      await stranger.atOnce((phone) => phone.forgeTap('s:1', 1));
      const refused = onRecord(story, 'accessRefused');
      expect(refused.map((row) => row.after)).toEqual([
        { command: 'resumen' },
        { button: 'question' },
        { button: 'summary' },
        { button: 'unknown' },
      ]);
      expect(new Set(refused.map((row) => row.actorId))).toEqual(new Set([numberOf(story, 'Ana Arboleda')]));
      expect(onRecord(story, 'strangers')).toEqual([]);
      await story.at('2022-03-17', 9);
      expect(onRecord(story, 'strangers')).toMatchObject([{ after: { date: '2022-03-16', attempts: 3 } }]);
      expect(story.whereStored(stranger.id)).toEqual([]);
      intact(story);
    },
  );
});
