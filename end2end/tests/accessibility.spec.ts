import { axe, test, titles } from '../fixtures.ts';

const pages: Record<string, string> = {
  home: '/',
  catalogue: '/titles',
  'catalogue as a list': '/titles?view=list',
  'an empty result': '/titles?q=qqqxxxzzz',
  exhibitors: '/exhibitors',
};

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const [name, path] of Object.entries(pages)) {
      test(name, async ({ page }) => {
        await page.goto(path);
        await axe(page);
      });
    }

    test('title and exhibitor', async ({ page }) => {
      const [{ slug }] = (await titles(page, '?per_page=1')).hits;
      await page.goto(`/titles/${slug}`);
      await axe(page);
      await page.locator('main a[href^="/exhibitors/"]').first().click();
      await page.waitForURL(/\/exhibitors\//);
      await axe(page);
    });

    test.describe('not found', () => {
      test.use({ expectedTrouble: [/404/] });

      test('not found', async ({ page }) => {
        await page.goto('/nowhere');
        await axe(page);
      });
    });
  });
}
