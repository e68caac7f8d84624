import { it } from 'vitest';
import { token } from '../../src/simulator/cast.ts';
import type { FaultName } from '../../src/simulator/show/view.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './in-browser.ts';
import { openVisit } from './visit.ts';

describeInBrowser('the backstage of the demo', () => {
  it.concurrent('has a clock that stops at every reminder on its way and lists what happened, to the end of the cut', async ({
    expect,
  }) => {
    await openVisit({ width: 1440, height: 900 }, async ({ page, phone, show }) => {
      const said = page.locator('#journal li');
      const arrive = async (jump: string, day: string) => {
        await page.locator(`[data-jump=${jump}]`).click();
        await page.locator('#clock', { hasText: day }).waitFor();
        await page.locator('#clock:not(.moving)').waitFor();
      };
      await page.locator('[data-tour=enrol]').click();
      await page.locator('[data-tour=remind]').waitFor();
      await arrive('day', '16 de marzo de 2022');
      await arrive('reminder', '24 de marzo de 2022');
      await arrive('closing', '1 de abril de 2022');
      const texts = (await said.allTextContents()).reverse().map((text) => text.replace(/\s+/g, ' '));
      const reminders = texts.filter((text) => text.includes('Recordatorio para Aracelly, Luz y Pedro'));
      expect(reminders.map((text) => text.slice(0, 12).trim())).toEqual([
        '16 mar, 08:0',
        '24 mar, 08:0',
        '28 mar, 08:0',
        '30 mar, 08:0',
        '31 mar, 08:0',
        '1 abr, 08:00',
      ]);
      expect(texts.join('\n')).toMatch(
        /Abre el primer monitoreo[\s\S]*Terminó el plazo del primer monitoreo[\s\S]*Resumen automático para Julio/,
      );
      expect(await page.locator('#clock').textContent()).toContain('viernes, 1 de abril de 2022');
      await phone('mayor').says('Todavía no hay reportes de las 7 actividades');
      expect(
        show.phone('ana').person.chat.filter(({ text }) => text.includes('primer monitoreo')).length,
      ).toBe(6);
    });
  }, 120_000);

  it.concurrent('kills the bot for real, and nothing is lost; faults are survived; the token is nowhere', async ({
    expect,
  }) => {
    await openVisit(
      { width: 1440, height: 900 },
      async ({ page, phone }) => {
        await page.locator('[data-tour=enrol]').click();
        await page.locator('[data-tour=remind]').click();
        const ana = phone('ana');
        await ana.press('Reportar ahora');
        await ana.press('25');
        await ana.says('Describa en una o dos frases');

        await page.locator('#curtain > summary').click();
        const fault = async (name: FaultName, on: boolean) => {
          await page.locator(`[data-fault=${name}]`).setChecked(on);
          await page.locator(`[data-fault=${name}][data-on=${on}]`).waitFor();
        };
        const state = page.locator('.bot-state');
        const pid = page.locator('.pid');
        const first = await pid.textContent();
        await page.locator('[data-bot=kill]').click();
        await state.getByText('apagado').waitFor();
        await ana.write('Se hizo la primera reunión');
        await ana.screen.getByText('el bot aún no lo recoge').waitFor({ state: 'attached' });
        await page.locator('[data-bot=start]').click();
        await state.getByText('en marcha').waitFor();
        await ana.says('✅ n.º 1: 25 %');
        expect(await pid.textContent()).not.toBe(first);
        await page.locator('#journal li', { hasText: 'Matamos el proceso' }).waitFor();

        await fault('lostConnection', true);
        await ana.press('50');
        await ana.screen.locator('.key[aria-busy=true]').waitFor();
        await fault('lostConnection', false);
        await ana.says(/50 %\. Describa/);

        await fault('duplicates', true);
        await fault('tooManyRequests', true);
        await ana.write('Se reunieron dos barrios');
        await ana.says('(2 de 6)');
        await page.locator('.call.refused').first().waitFor();
        await fault('tooManyRequests', false);
        await fault('duplicates', false);
        expect(await ana.screen.locator('.theirs', { hasText: '(2 de 6)' }).count()).toBe(1);

        await page.locator('[data-bot=restart]').click();
        await pid.getByText('arranque n.º 3').waitFor();
        await state.getByText('en marcha').waitFor();
        await page.locator('.call').first().click();
        expect(await seriousFaults(page)).toEqual([]);
        expect(await page.content()).not.toContain(token.split(':')[1]);
      },
      [/429/],
    );
  }, 120_000);
});
