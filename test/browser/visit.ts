/** A visit to the demo: the page served with its real bot, and hands and eyes in a real browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type RoleKey, roleKeys } from '../../src/simulator/cast.ts';
import { transcript } from '../../src/simulator/index.ts';
import { servePage } from '../../src/simulator/show/page-server.ts';
import { openShow, type Show } from '../../src/simulator/show/show.ts';
import { openBrowser, type Screen } from './chromium.ts';

/** A loaded machine of two cores gets all the time it needs: every wait is for a condition. */
const patience = 60_000;

export type Hand = {
  readonly screen: Locator;
  /** Waits for a button (of the newest message that has it) and presses it. */
  readonly press: (label: string) => Promise<void>;
  /** Types into the field and presses Enter. */
  readonly write: (text: string) => Promise<void>;
  /** Waits until a message of the bot shows that text. */
  readonly says: (text: string | RegExp) => Promise<Locator>;
};

export type Visit = {
  readonly page: Page;
  readonly show: Show;
  readonly address: string;
  readonly folder: string;
  readonly phone: (key: RoleKey) => Hand;
};

/**
 * Opens the demo, lives the visit, and closes everything. Fails when the browser complained in its console or the
 * simulated Telegram refused something. @param expected refusals that the visit brought about
 */
export async function openVisit(
  screen: Screen,
  live: (visit: Visit) => Promise<void>,
  expected: readonly RegExp[] = [],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'visit-'));
  const show = await openShow(folder);
  const server = await servePage(show, 0);
  const browser = await openBrowser(screen);
  const complaints: string[] = [];
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    page.setDefaultTimeout(patience);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const address = `http://127.0.0.1:${server.port}/`;
    await page.goto(address);
    await live({ page, show, address, folder, phone: (key) => handOn(page, key) }).catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : error}\n${chatsOf(show)}`, {
        cause: error,
      });
    });
    const mistakes = show.simulator.mistakes().filter((line) => !expected.some((known) => known.test(line)));
    if (complaints.length + mistakes.length > 0)
      throw new Error(`The browser or Telegram complained:\n${[...complaints, ...mistakes].join('\n')}`);
  } finally {
    await browser.close();
    await server.stop();
    await show.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The ends of all chats, for whoever reads of a failure. */
function chatsOf(show: Show): string {
  return roleKeys.map((key) => `${key}:\n${transcript(show.phone(key).person.chat.slice(-4))}`).join('\n');
}

function handOn(page: Page, key: RoleKey): Hand {
  const screen = page.locator(`[data-phone=${key}]`);
  return {
    screen,
    press: (label) => screen.getByRole('button', { name: label, exact: true }).last().click(),
    write: async (text) => {
      const field = screen.getByRole('textbox');
      await field.fill(text);
      await field.press('Enter');
    },
    says: async (text) => {
      const message = screen.locator('.theirs', { hasText: text }).last();
      await message.waitFor();
      return message;
    },
  };
}
