/** A real browser for the tests and the pictures: Debian's Chromium, fresh each time, with a folder of its own. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const named = process.env.CHROMIUM;

/** Where this machine's Chromium is, or undefined: then there is nothing to test with. `CHROMIUM` names another place. */
export const chromiumPath = (named === undefined ? places : [named]).find((path) => existsSync(path));

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export type OpenBrowser = { readonly context: BrowserContext; readonly close: () => Promise<void> };

export type Screen = {
  readonly width: number;
  readonly height: number;
  /** Default: light. */
  readonly colorScheme?: 'light' | 'dark';
  /** Device pixels a CSS pixel; default 1. */
  readonly scale?: number;
};

export async function openBrowser(of: Screen): Promise<OpenBrowser> {
  if (chromiumPath === undefined) throw new Error('there is no Chromium on this machine');
  const profile = mkdtempSync(join(tmpdir(), 'monitoreo-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: true,
    args: flags,
    viewport: { width: of.width, height: of.height },
    colorScheme: of.colorScheme ?? 'light',
    deviceScaleFactor: of.scale ?? 1,
    locale: 'es-CO',
    acceptDownloads: true,
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
