/** The first cut of the real plan, lived by hand: what the form says was reported, clicked and typed on the phones. */
import type { Form } from '../../src/forms/form.ts';
import type { RoleKey } from '../../src/simulator/cast.ts';
import { realForm } from '../world/form.ts';
import type { Visit } from './visit.ts';

const everybody: readonly RoleKey[] = ['ana', 'luz', 'pedro', 'mayor', 'coordinator'];

export async function enrolEverybody(visit: Visit, keys = everybody): Promise<void> {
  for (const key of keys) {
    const phone = visit.phone(key);
    await phone.press('Iniciar');
    await phone.press('Autorizo');
  }
  for (const key of keys) await visit.phone(key).says('Gracias');
}

/** @param asked called when an activity is being asked, before it is answered */
export async function reportSix(visit: Visit, asked?: (number: string) => Promise<void>): Promise<void> {
  const ana = visit.phone('ana');
  await ana.press('Reportar ahora');
  for (const { number, tenths, observation } of firstReports().filter((each) => each.number !== '4')) {
    await ana.says(`n.º ${number} al 31 de marzo`);
    await asked?.(number);
    await ana.press(String(tenths / 10));
    await ana.says('Describa en una o dos frases');
    await ana.write(observation);
  }
  await ana.says('Listo, Aracelly');
}

export async function reportShared(visit: Visit): Promise<void> {
  const luz = visit.phone('luz');
  const [shared] = firstReports().filter((each) => each.number === '4');
  if (!shared) throw new Error('the form has no activity 4');
  await luz.press('Reportar ahora');
  await luz.press(String(shared.tenths / 10));
  await luz.write(shared.observation);
  await visit.phone('pedro').says('que también es suya');
}

/** What a form says of the first cut, by activity. Default: the real form. */
export function firstReports(form: Form = realForm()) {
  return form.activities.map(({ number, monitoring }) => {
    const report = monitoring.find((each) => each.cut === 1);
    return { number, tenths: report?.progressTenths ?? 0, observation: report?.observation ?? '' };
  });
}
