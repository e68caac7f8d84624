/** *Hágalo por mí*: does what a visitor would do on the phones, with the same taps and words. */

import type { Db } from '../../db/open.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import type { Form } from '../../forms/form.ts';
import { enrolButtons } from '../../texts/enrolment/enrolment.ts';
import { percent } from '../../texts/words/amounts.ts';
import type { DemoPhone } from './phones.ts';

const patience = { timeoutMs: 20_000 };
const saveAll = /^(Guardar|Sí)/;

/** Everybody who is not enrolled opens the invitation and authorises. */
export async function enrolEverybody(
  phones: readonly DemoPhone[],
  enrolled: ReadonlySet<number>,
): Promise<void> {
  const missing = phones.filter((phone) => !enrolled.has(phone.member.personId));
  await Promise.all(missing.map(enrol));
}

async function enrol({ member, person, start }: DemoPhone): Promise<void> {
  if (
    !person
      .last()
      ?.buttons.flat()
      .some(({ text }) => text === enrolButtons.yes)
  )
    start(member.link);
  await person.waitFor({ button: enrolButtons.yes }, patience);
  person.tap(enrolButtons.yes);
  await person.waitFor({ text: 'Gracias' }, patience);
}

/**
 * Each responsible answers everything still pending in one message, with the real form's figures of the first
 * cut.
 */
export async function answerEverything(
  db: Db,
  form: Form,
  phones: readonly DemoPhone[],
  now: () => number,
): Promise<void> {
  for (const phone of phones) {
    const lines = pendingTasksOf(db, phone.member.personId, now()).flatMap((task) =>
      lineOf(form, task.activity.number, task.cut.number),
    );
    if (lines.length === 0) continue;
    phone.say(lines.join('\n'));
    // One clear line is saved at once.
    if (lines.length > 1) {
      await phone.person.waitFor({ button: saveAll }, patience);
      phone.person.tap(saveAll);
    }
    await phone.person.waitFor({ text: /Listo|reportada/ }, patience);
  }
}

function lineOf(form: Form, number: string, cut: number): readonly string[] {
  const activity = form.activities.find((each) => each.number === number);
  const report = activity?.monitoring.find((each) => each.cut === cut);
  if (!report || report.progressTenths === null) return [`${number}: 10 % en ejecución`];
  return [`${number}: ${percent(report.progressTenths)} ${report.observation}`];
}
