import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import { publish } from '../../src/publication/publish.ts';
import { siteFiles } from '../../src/publication/site.ts';
import { publishedSite, toPublish } from '../../src/publication/to-publish.ts';
import { realTown, undrawn } from '../publication/setup.ts';
import { openBrowser } from './chromium.ts';
import { describeInBrowser } from './in-browser.ts';

/** 320 px is a page of 1280 px at 400 %, which WCAG 2.2 asks for (1.4.10). */
const places = [
  ['planes/PL-PC-01/2022/1/index.html', 1280],
  ['planes/PL-PC-01/2022/2/index.html', 320],
  ['columnas/index.html', 320],
  ['index.html', 320],
] as const;

/** Two cuts of the real plan, with activities in every light, without a report, and out of the cut. */
async function writeSite(folder: string): Promise<void> {
  const { db, approve, report } = realTown();
  approve(1, '2022-04-12');
  const at = momentAt('2022-06-20', 9);
  report(2, '1', 500, `https://example.org/${'muy-largo-'.repeat(20)} ${'sinespacios'.repeat(40)}`, at);
  report(2, '2', 300, 'A medio camino', at);
  report(2, '3', 10, 'Apenas comienza', at);
  approve(2, '2022-07-12');
  const now = momentAt('2022-07-20', 9);
  publish(db, toPublish(db, now), 'operator', now);
  for (const [path, bytes] of await siteFiles(publishedSite(db), null, undrawn)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Everything that axe-core finds against WCAG 2.2 AA and its own best practices. */
async function faults(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  const run =
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], preload: false })";
  return page.evaluate(
    `${run}.then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
  );
}

describeInBrowser('the published pages', () => {
  it('are accessible, fit a phone, need no script, and lead to each other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    const browser = await openBrowser({ width: 360, height: 740 });
    try {
      await writeSite(folder);
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('requestfailed', (request) => complaints.push(request.url()));
      for (const [place, width] of places) {
        await page.setViewportSize({ width, height: 740 });
        await page.goto(`file://${folder}/${place}`);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(overflow, `${place} is wider than ${width}`).toBeLessThanOrEqual(0);
        expect(await faults(page), place).toEqual([]);
        expect(await page.locator('script').count()).toBe(0);
      }
      await page.goto(`file://${folder}/index.html`);
      await page.getByRole('link', { name: /^Segundo monitoreo/ }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
        'Plan de Participación Ciudadana 2022',
      );
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Ir al contenido');
      await page.getByRole('link', { name: 'Planes publicados' }).click();
      expect(page.url()).toBe(`file://${folder}/index.html`);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
