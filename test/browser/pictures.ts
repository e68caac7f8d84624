/**
 * `npm run pictures`: the pictures of the manual and the README, taken while the first cut is lived in the demo, so
 * that they show what people see. Needs Chromium, and Debian's `fonts-noto-color-emoji` for the coloured signs.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { RoleKey } from '../../src/simulator/cast.ts';
import { enrolEverybody, reportShared, reportSix } from './first-cut.ts';
import { openVisit, type Visit } from './visit.ts';

const folder = join(import.meta.dirname, '../../docs/pictures');
mkdirSync(folder, { recursive: true });

async function shootPhone({ phone, page }: Visit, key: RoleKey, name: string): Promise<void> {
  const { screen } = phone(key);
  await screen.locator('.screen').scrollIntoViewIfNeeded();
  await letGo(page);
  await screen.locator('.screen').screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** Whatever the keyboard was in stays out of the picture. */
async function letGo(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement.blur()');
}

/** The top of this at the top of what it scrolls in. */
async function toTop(place: Locator): Promise<void> {
  await place.evaluate((element) => element.scrollIntoView());
}

async function shootPage({ page }: Visit, name: string): Promise<void> {
  await page.evaluate('scrollTo(0, 0)');
  await letGo(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** A phone of everyday height, tall enough for a summary; the tour is put away, it stands in nobody's hand. */
await openVisit({ width: 1600, height: 1030, scale: 1.5 }, async (visit) => {
  const { page, phone } = visit;
  await page.locator('[data-tour=skip]').click();
  await phone('ana').press('Iniciar');
  await phone('ana').says('Autoriza el tratamiento');
  await shootPhone(visit, 'ana', 'invitacion');
  await phone('ana').press('Autorizo');
  await enrolEverybody(visit, ['luz', 'pedro', 'mayor', 'coordinator']);
  await page.locator('[data-jump=opening]').click();
  await phone('ana').says('Le faltan 6 actividades');
  await reportSix(visit, async (number) => {
    if (number === '1') await shootPhone(visit, 'ana', 'recordatorio');
    if (number === '3') await shootPhone(visit, 'ana', 'reporte');
  });
  await shootPhone(visit, 'ana', 'cierre');
  await reportShared(visit);
  await phone('mayor').says('Reportadas 7 de 7');
  await phone('mayor').screen.locator('.photo').first().waitFor();
  await toTop(await phone('mayor').says('28,6 %; para esta fecha'));
  await shootPhone(visit, 'mayor', 'resumen');
  await phone('mayor').press('PDF');
  await phone('mayor').screen.locator('.file').first().waitFor();
  await toTop(phone('mayor').screen.locator('.photo'));
  await shootPhone(visit, 'mayor', 'archivos');
});

/** The demo as a visitor finds it after the tour. */
await openVisit({ width: 1440, height: 900 }, async (visit) => {
  await takeTour(visit);
  await toTop(visit.phone('mayor').screen.locator('.photo'));
  await shootPage(visit, 'demo');
});

await openVisit({ width: 360, height: 740, colorScheme: 'dark', scale: 1.5 }, async (visit) => {
  await visit.page.locator('[data-tour=enrol]').click();
  await visit.page.locator('[data-tour=remind]').click();
  await visit.phone('ana').press('Reportar ahora');
  await visit.phone('ana').says('n.º 1 al 31 de marzo');
  await toTop(visit.phone('ana').screen);
  await letGo(visit.page);
  await visit.page.screenshot({ path: join(folder, 'demo-celular.png'), animations: 'disabled' });
});

async function takeTour({ page, phone }: Visit): Promise<void> {
  for (const step of ['enrol', 'remind'] as const) await page.locator(`[data-tour=${step}]`).click();
  await phone('ana').press('Reportar ahora');
  await phone('ana').press('0');
  await phone('ana').says('Describa en una o dos frases');
  await phone('ana').write('No se ha realizado la caracterización');
  await phone('ana').says('(1 de 6)');
  await page.locator('[data-tour=answer]').click();
  await phone('mayor').screen.locator('.photo').first().waitFor();
}
