import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gatewaySettings, startGateway } from '@banyan/gateway';
import { type Running, readConfig } from '@banyan/kit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** The explorer in a real browser, which can reach nothing but the gateway. */

const browserPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

let gateway: Running;
let browser: BrowserContext;
let page: Page;
let profile: string;
const outside: string[] = [];

beforeAll(async () => {
  if (!existsSync(browserPath)) {
    throw new Error(
      `There is no browser at ${browserPath}. Install one: apt-get install chromium. Or set CHROMIUM_PATH.`,
    );
  }
  const SUPERGRAPH = resolve(import.meta.dirname, '../supergraph.yaml');
  gateway = await startGateway(readConfig(gatewaySettings, { SUPERGRAPH, PORT: '0', LOG_LEVEL: 'silent' }));
  profile = await mkdtemp(join(tmpdir(), 'banyan-browser-'));
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    viewport: { width: 1280, height: 800 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  page = await browser.newPage();
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== gateway.url) outside.push(request.url());
  });
});
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
  if (profile) await rm(profile, { recursive: true, force: true });
});

test('runs a query, shows the documented schema and the tree, and asks nobody but the gateway', async () => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(gateway.url);
  await page.getByRole('button', { name: /execute query/i }).click();
  await page.locator('.result-window').getByText('"Query"').waitFor();

  await page.getByRole('button', { name: /documentation/i }).click();
  await page.getByText('Query', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
  await page.getByText('homeFeed', { exact: true }).first().waitFor();

  const sandbox = page.getByRole('link', { name: 'Open in Apollo Sandbox' });
  expect(await sandbox.getAttribute('href')).toBe(
    `https://studio.apollographql.com/sandbox/explorer?endpoint=${encodeURIComponent(`${gateway.url}/graphql`)}`,
  );
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  expect(errors).toEqual([]);
  expect(outside).toEqual([]);
});
