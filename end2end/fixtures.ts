import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

export interface Options {
  /**
   * What this test expects to go wrong, matched against lines such as
   * `404 GET http://…/titles/none` and `console: message (http://…)`.
   * Set it with `test.use({ expectedTrouble: [/404/] })`.
   */
  expectedTrouble: RegExp[];
}

interface Fixtures {
  /** Fails the test on any console error, uncaught exception or failed request to our own server. */
  trouble: string[];
}

export const test = base.extend<Options & Fixtures>({
  expectedTrouble: [[], { option: true }],

  trouble: [
    async ({ context, baseURL, expectedTrouble, javaScriptEnabled }, use) => {
      const trouble: string[] = [];
      const note = (line: string) => {
        if (!expectedTrouble.some((pattern) => pattern.test(line))) trouble.push(line);
      };
      const ours = (url: string) => url.startsWith(baseURL!);

      context.on('console', (message) => {
        if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => note(`exception: ${error.error().stack ?? error.error()}`));
      context.on('response', (response) => {
        if (response.status() >= 400 && ours(response.url())) {
          note(`${response.status()} ${response.request().method()} ${response.url()}`);
        }
      });
      context.on('requestfailed', (request) => {
        const why = request.failure()?.errorText ?? '';
        // The browser drops what it no longer needs when the person moves on.
        // Nor does it fetch scripts that it is told not to run.
        if (why === 'csp' && javaScriptEnabled === false && request.url().endsWith('.js')) return;
        if (ours(request.url()) && why !== 'net::ERR_ABORTED') note(`${why} ${request.method()} ${request.url()}`);
      });

      await use(trouble);
      expect(trouble, 'console errors, exceptions and failed requests').toEqual([]);
    },
    { auto: true },
  ],
});

/** Holds the page against WCAG 2.2 AA and axe's best practices. */
export async function axe(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'])
    .analyze();
  const readable = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.html}`),
  );
  expect(readable, 'axe violations').toEqual([]);
}

/** The number in a text such as "1,234 titles". */
export function count(text: string | null): number {
  const digits = text?.match(/\d[\d,]*/)?.[0].replaceAll(',', '');
  expect(digits, `a number in '${text}'`).toBeTruthy();
  return Number(digits);
}

/** No page may scroll sideways. */
export async function fitsItsWidth(page: Page) {
  const [content, screen] = await page.locator('html').evaluate((html) => [html.scrollWidth, html.clientWidth]);
  expect(content, 'width of the content').toBeLessThanOrEqual(screen);
}

export interface Hit {
  id: string;
  slug: string;
  title: string;
}

/** Asks the read API, so that a spec need not know what the generator made. */
export async function titles(page: Page, query = ''): Promise<{ total: number; hits: Hit[]; facets: Record<string, { value: string; label: string; count: number }[]> }> {
  const response = await page.request.get(`/api/v1/titles${query}`);
  expect(response.status()).toBe(200);
  return response.json();
}
