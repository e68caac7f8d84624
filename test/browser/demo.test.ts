import { readFileSync } from 'node:fs';
import { type ExpectStatic, it } from 'vitest';
import type { Form } from '../../src/forms/form.ts';
import { readFormOf } from '../world/form.ts';
import { seriousFaults } from './accessibility.ts';
import { enrolEverybody, firstReports, reportShared, reportSix } from './first-cut.ts';
import { describeInBrowser } from './in-browser.ts';
import { openVisit, type Visit } from './visit.ts';

describeInBrowser('the demo in a browser', () => {
  it.concurrent('is understood by following the tour, which can be put away and taken up again', async ({
    expect,
  }) => {
    await openVisit({ width: 1440, height: 900 }, async ({ page, show, phone }) => {
      const tour = page.locator('#tour');
      await page.locator('[data-tour=skip]').click();
      await tour.getByText('Ver el recorrido').click();
      for (const step of ['enrol', 'remind', 'answer', 'summary'] as const)
        await page.locator(`[data-tour=${step}]`).click();
      await tour.getByText('Eso es todo').waitFor();
      const mayor = phone('mayor');
      await mayor.says('28,6 %; para esta fecha');
      expect(await seriousFaults(page)).toEqual([]);
      await tour.getByText('Terminar').click();
      await tour.getByText('Ver el recorrido').waitFor();

      await mayor.screen.locator('.photo').first().waitFor();
      await mayor.press('PDF');
      await mayor.screen.locator('.file').first().waitFor();
      const typing = { kind: 'action', chatId: show.phone('mayor').person.id, action: 'typing' } as const;
      await page.evaluate(watchSubtitle);
      for (const listener of show.simulator.world.listeners) listener(typing);
      await expect.poll(() => page.evaluate('subtitles')).toContain('escribiendo…');
      await mayor.write('/ayuda');
      await mayor.says('/pendientes');
      await mayor.screen.getByText('escribiendo…').waitFor({ state: 'detached' });
    });
  }, 120_000);

  it.concurrent('lives the first cut by clicking and typing, to the mayor with 28,6 %, the picture and the workbook', async ({
    expect,
  }) => {
    await openVisit({ width: 1440, height: 900 }, async (visit) => {
      await enrolEverybody(visit);
      await visit.page.locator('[data-jump=opening]').click();
      await reportSix(visit);
      await visit.phone('ana').press('Contratación');
      await visit.phone('ana').says('Anotado');
      await reportShared(visit);
      const mayor = visit.phone('mayor');
      await mayor.says('Reportadas 7 de 7');
      await mayor.write('/resumen');
      await mayor.says('28,6 %; para esta fecha');
      await seesPicture(visit, expect);
      expect(firstReports(await savedWorkbook(visit))).toEqual(firstReports());
      expect(await seriousFaults(visit.page)).toEqual([]);
    });
  }, 120_000);
});

/** Every word that the mayor's phone shows under the bot's name from now on, however short. */
const watchSubtitle = `
  globalThis.subtitles = [];
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const each of addedNodes) subtitles.push(each.textContent);
  }).observe(document.querySelector('[data-phone=mayor] .subtitle'), { childList: true });`;

/** The picture of the summary is really drawn, and opens large. */
async function seesPicture({ page, phone }: Visit, expect: ExpectStatic): Promise<void> {
  const picture = phone('mayor').screen.locator('.photo').last();
  await picture.click();
  const large = page.locator('#viewer img');
  await large.waitFor();
  await expect
    .poll(() => page.evaluate("document.querySelector('#viewer img').naturalWidth"))
    .toBeGreaterThan(600);
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
}

async function savedWorkbook({ page, phone }: Visit): Promise<Form> {
  const mayor = phone('mayor');
  await mayor.press('Excel');
  const file = mayor.screen.locator('.file', { hasText: '.xlsx' }).last();
  const [download] = await Promise.all([page.waitForEvent('download'), file.getByText('Guardar').click()]);
  return readFormOf(readFileSync(await download.path()));
}
