import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import type { Options } from './fixtures.ts';

// SLATE_URL tests a Slate that already runs; without it the one that .ci/build test left is started here.
const port = process.env.SLATE_E2E_PORT ?? '3917';
const baseURL = process.env.SLATE_URL ?? `http://127.0.0.1:${port}`;
const root = fileURLToPath(new URL('..', import.meta.url));

const sizes = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 },
  desktop: { viewport: { width: 1440, height: 900 } },
};

const pictures = '*looks.spec.ts';

const launchOptions = {
  executablePath: process.env.SLATE_CHROMIUM ?? '/usr/bin/chromium',
  // Nothing but the page under test asks the network, and nothing needs a graphics card.
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig<Options>({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./reporter.ts']],
  use: {
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Asia/Hong_Kong',
    colorScheme: 'dark',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions,
  },
  snapshotPathTemplate: 'looks/{arg}{ext}',
  // Every spec runs four times: on a phone and on a desktop, with WASM and without any JavaScript; the
  // pictures are taken once, with fonts of their own.
  projects: [
    ...Object.entries(sizes).flatMap(([size, use]) => [
      { name: `${size}-wasm`, use, testIgnore: pictures },
      {
        name: `${size}-nojs`,
        use: { ...use, javaScriptEnabled: false },
        testIgnore: [pictures, '*accessibility.spec.ts'], // axe is JavaScript in the page
      },
    ]),
    {
      name: 'looks',
      testMatch: pictures,
      use: { launchOptions: { ...launchOptions, env: { ...process.env, FONTCONFIG_FILE: `${root}end2end/looks/fonts.conf` } } },
    },
  ],
  webServer: process.env.SLATE_URL
    ? undefined
    : {
        command: `end2end/serve ${port}`,
        cwd: root,
        url: `${baseURL}/healthz`,
        timeout: 120_000,
        stdout: 'ignore',
        stderr: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
      },
});
