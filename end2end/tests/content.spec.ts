import { axe, expect, fitsItsWidth, test } from '../fixtures.ts';

test('script in a text is shown as text', async ({ page }) => {
  await page.goto('/titles?q=sons&view=list');
  await page.getByRole('link', { name: '<script>alert(1)</script> & Sons' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<script>alert(1)</script> & Sons');
  await expect(page.locator('.prose')).toContainText('<img src=x onerror=alert(1)> as text, "quoted".');
  await expect(page.locator('.prose img')).toHaveCount(0);
});

for (const [what, word] of [['a very long word', 'donaudampf'], ['right-to-left text', 'مدينة']]) {
  test(`${what} fits on wall, list and page`, async ({ page }) => {
    await page.goto(`/titles?q=${encodeURIComponent(word)}`);
    await fitsItsWidth(page);
    await page.goto(`/titles?q=${encodeURIComponent(word)}&view=list`);
    await fitsItsWidth(page);
    await page.locator('main a[href^="/titles/"]').first().click();
    await page.waitForURL(/\/titles\/[^?]/);
    await fitsItsWidth(page);
  });
}

test.describe('three languages', () => {
  for (const [path, lang, heading] of [['/zh-hant/titles', 'zh-Hant', /部作品/], ['/zh-hans/titles', 'zh-Hans', /部作品/], ['/en/titles', 'en', /titles/]] as const) {
    test(path, async ({ page, javaScriptEnabled }) => {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      if (javaScriptEnabled !== false) await axe(page);
    });
  }

  test('the language menu leads to the same list', async ({ page }) => {
    await page.goto('/titles?q=trailer');
    await page.locator('.menu summary').click();
    await page.getByRole('link', { name: '繁體中文' }).click();
    await expect(page).toHaveURL(/\/zh-hant\/titles\?q=trailer$/);
    await expect(page.getByRole('link', { name: '預告片在別處' })).toBeVisible();
  });
});
