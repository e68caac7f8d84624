import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Form } from '../../src/forms/form.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { percent } from '../../src/texts/words.ts';
import { realForm } from '../e2e/story.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser, openVisit, type Visit } from './visit.ts';

describeInBrowser('the demo in a browser', () => {
  it('is understood by following the tour, which can be put away and taken up again', async () => {
    await openVisit({ width: 1440, height: 900 }, async ({ page, show, phone }) => {
      const tour = page.locator('#tour');
      await page.locator('[data-tour=skip]').click();
      await tour.getByText('Ver el recorrido').click();
      for (const step of ['enrol', 'remind', 'answer', 'summary'] as const)
        await page.locator(`[data-tour=${step}]`).click();
      await tour.getByText('Eso es todo').waitFor();
      const mayor = phone('mayor');
      await mayor.says('Avance 28,6 %');
      expect(await seriousFaults(page)).toEqual([]);
      await tour.getByText('Terminar').click();
      await tour.getByText('Ver el recorrido').waitFor();

      const typing = { kind: 'action', chatId: show.phone('mayor').person.id, action: 'typing' } as const;
      for (const listener of show.simulator.world.listeners) listener(typing);
      await mayor.screen.getByText('escribiendo…').waitFor();
      await mayor.write('/ayuda');
      await mayor.says('/pendientes');
      await mayor.screen.getByText('escribiendo…').waitFor({ state: 'detached' });
    });
  }, 120_000);

  it('lives the first cut by clicking and typing, to the mayor with 28,6 %, the picture and the workbook', async () => {
    await openVisit({ width: 1440, height: 900 }, async (visit) => {
      await enrolEverybody(visit);
      await visit.page.locator('[data-jump=opening]').click();
      await reportSix(visit);
      await reportShared(visit);
      const mayor = visit.phone('mayor');
      await mayor.says('Reportadas 7 de 7');
      await mayor.write('/resumen');
      await mayor.says('Avance 28,6 %');
      await seesPicture(visit);
      expect(firstReports(await savedWorkbook(visit))).toEqual(firstReports());
      expect(await seriousFaults(visit.page)).toEqual([]);
    });
  }, 120_000);
});

async function enrolEverybody(visit: Visit): Promise<void> {
  for (const key of ['ana', 'luz', 'pedro', 'mayor', 'coordinator'] as const) {
    const phone = visit.phone(key);
    await phone.press('Iniciar');
    await phone.press('Autorizo');
  }
  for (const key of ['ana', 'luz', 'pedro', 'mayor', 'coordinator'] as const)
    await visit.phone(key).says('Gracias');
}

async function reportSix(visit: Visit): Promise<void> {
  const ana = visit.phone('ana');
  await ana.press('Reportar ahora');
  for (const { number, tenths, observation } of firstReports().filter((each) => each.number !== '4')) {
    await ana.says(`n.º ${number} al 31 de marzo`);
    if (number === '2') {
      await ana.write(`${percent(tenths)} - ${observation}`);
      continue;
    }
    await ana.press(String(tenths / 10));
    await ana.says('Describa en una o dos frases');
    await ana.write(observation);
  }
  await ana.says('6 de 6');
  await ana.press('Contratación');
  await ana.says('Anotado');
}

async function reportShared(visit: Visit): Promise<void> {
  const luz = visit.phone('luz');
  const [shared] = firstReports().filter((each) => each.number === '4');
  if (!shared) throw new Error('the form has no activity 4');
  await luz.press('Reportar ahora');
  await luz.press(String(shared.tenths / 10));
  await luz.write(shared.observation);
  await visit.phone('pedro').says('que también es suya');
}

/** The picture of the summary is really drawn, and opens large. */
async function seesPicture({ page, phone }: Visit): Promise<void> {
  const picture = phone('mayor').screen.locator('.photo').last();
  await picture.click();
  const large = page.locator('#viewer img');
  await large.waitFor();
  await expect
    .poll(() => page.evaluate("document.querySelector('#viewer img').naturalWidth"))
    .toBeGreaterThan(600);
  await page.keyboard.press('Escape');
}

async function savedWorkbook({ page, phone }: Visit): Promise<Form> {
  const mayor = phone('mayor');
  await mayor.press('Excel');
  const file = mayor.screen.locator('.file', { hasText: '.xlsx' }).last();
  const [download] = await Promise.all([page.waitForEvent('download'), file.getByText('Guardar').click()]);
  return read(readFileSync(await download.path()));
}

function firstReports(form: Form = read(realForm)) {
  return form.activities.map(({ number, monitoring }) => {
    const report = monitoring.find((each) => each.cut === 1);
    return { number, tenths: report?.progressTenths ?? 0, observation: report?.observation ?? '' };
  });
}

function read(bytes: Uint8Array): Form {
  const reading = readFormFile(bytes);
  if (!reading.ok) throw new Error(`the form cannot be read: ${JSON.stringify(reading)}`);
  return reading.form;
}
