import { it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './in-browser.ts';
import { openVisit, type Visit } from './visit.ts';

/** A picture of 2 × 2 pixels, drawn by hand: a phone's photo has to be one. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==',
  'base64',
);

/** Everybody enrolled and the first cut open, by the tour's own buttons. */
async function toTheFirstReminder({ page, phone }: Visit): Promise<void> {
  await page.locator('[data-tour=enrol]').click();
  await page.locator('[data-tour=remind]').click();
  await phone('ana').press('Reportar ahora');
  await phone('ana').says('n.º 1 al 31 de marzo');
}

describeInBrowser('a phone of the demo', () => {
  it.concurrent('shows what people write as text, corrects, attaches, and survives a reload in the middle', async ({
    expect,
  }) => {
    await openVisit({ width: 1440, height: 900 }, async (visit) => {
      const { page, phone } = visit;
      await toTheFirstReminder(visit);
      const ana = phone('ana');
      const hostile = '<img src=x onerror="document.title=1"> & <b>negrita</b>';
      await ana.press('50');
      await ana.says('Describa en una o dos frases');
      await ana.write(hostile);
      await ana.says('✅ n.º');
      expect(await ana.screen.locator('.mine .text').last().textContent()).toBe(hostile);
      expect(await ana.screen.locator('.chat img').count()).toBe(0);

      await ana.screen.getByRole('button', { name: 'Editar este mensaje' }).last().click();
      await ana.write('Otra cosa');
      await ana.says('no cambia');
      await ana.screen.locator('.mine', { hasText: 'Otra cosa' }).getByText('editado').waitFor();

      await ana.press('75');
      await ana.says('Describa en una o dos frases');
      await ana.screen.getByRole('textbox').fill('Acta de la reunión con la foto');
      await ana.screen
        .locator('input[data-attach=photo]')
        .setInputFiles({ name: 'acta.png', mimeType: 'image/png', buffer: png });
      await ana.screen.locator('.mine .photo img').waitFor();
      await ana.says('(2 de 6)');

      await ana.screen.getByRole('textbox').fill('a medio escribir');
      const before = await ana.screen.locator('.message').count();
      const unread = await phone('luz').screen.locator('.badge').textContent();
      expect(Number(unread)).toBeGreaterThan(0);
      await page.reload();
      await ana.says('(2 de 6)');
      expect(await ana.screen.locator('.message').count()).toBe(before);
      expect(await ana.screen.getByRole('textbox').inputValue()).toBe('a medio escribir');
      expect(await page.title()).toContain('Monitoreo');
      expect(await phone('luz').screen.locator('.badge').textContent()).toBe(unread);
    });
  }, 120_000);

  it.concurrent('goes offline and comes back with what it wrote, blocks the bot and unblocks it', async ({
    expect,
  }) => {
    await openVisit({ width: 360, height: 780, colorScheme: 'dark' }, async (visit) => {
      const { page, phone, show } = visit;
      await toTheFirstReminder(visit);
      const luz = phone('luz');
      const openOptions = async () => {
        if ((await luz.screen.locator('.options[open]').count()) === 0)
          await luz.screen.getByLabel('Opciones del teléfono').click();
      };
      await openOptions();
      await luz.screen.getByLabel('Sin conexión').check();
      await luz.write('/misactividades');
      await luz.screen.getByText('espera la conexión').waitFor();
      expect(
        show.phone('luz').person.chat.some(({ from, text }) => from === 'me' && text === '/misactividades'),
      ).toBe(false);
      await openOptions();
      await luz.screen.getByLabel('Sin conexión').uncheck();
      await luz.says('Toque un número');

      await openOptions();
      await luz.screen.getByRole('button', { name: 'Bloquear el bot' }).click();
      await luz.press('Desbloquear');
      await luz.write('/ayuda');
      await luz.says('puede hacer');

      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBe(360);
      expect(await seriousFaults(page)).toEqual([]);
    });
  }, 120_000);

  it.concurrent('is used without a mouse', async ({ expect }) => {
    await openVisit({ width: 1024, height: 800 }, async ({ page, phone }) => {
      const ana = phone('ana');
      const focused = () =>
        page.evaluate('document.activeElement.textContent || document.activeElement.ariaLabel');
      await ana.screen.getByRole('button', { name: 'Iniciar' }).focus();
      await page.keyboard.press('Enter');
      await ana.says('Autoriza el tratamiento');
      await expect.poll(focused).toContain('Mensaje de Aracelly');
      await page.keyboard.press('Shift+Tab');
      for (let tries = 0; tries < 6 && (await focused()) !== 'Autorizo'; tries += 1)
        await page.keyboard.press('Shift+Tab');
      expect(await focused()).toBe('Autorizo');
      await page.keyboard.press('Enter');
      await ana.says('Gracias');
      await ana.screen.getByRole('textbox').focus();
      await page.keyboard.type('/misdatos');
      await page.keyboard.press('Enter');
      await ana.says('Aracelly Arboleda Urbano');

      await ana.screen.getByRole('button', { name: 'Menú de comandos' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(focused).toContain('/reportar');
      expect(await seriousFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await focused()).toBe('Menú de comandos');
      await ana.screen.getByRole('textbox').focus();
      await page.keyboard.type('/misact');
      await ana.screen.locator('.commands').getByText('/misactividades').waitFor();
      await page.keyboard.press('Escape');
      await ana.screen.locator('.commands').waitFor({ state: 'hidden' });
    });
  }, 120_000);
});
