import { expect, fitsItsWidth, test } from '../fixtures.ts';

for (const path of ['/nowhere', '/titles/no-such-title', '/exhibitors/no-such-company']) {
  test.describe(path, () => {
    test.use({ expectedTrouble: [/404/] });

    test('is not found, and says where to go on', async ({ page }) => {
      const response = await page.goto(path);
      expect(response!.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('main a[href^="/"]').first()).toBeVisible();
      await fitsItsWidth(page);
    });
  });
}

test.describe('beyond the end', () => {
  test.use({ expectedTrouble: [/404/] });

  test('leads to the last page', async ({ page }) => {
    const response = await page.goto('/titles?page=9999');
    expect(response!.status()).toBe(404);
    await page.getByRole('link', { name: 'Go to the last page' }).click();
    await expect(page).toHaveURL(/\/titles\?page=[1-9]\d?$/);
    await expect(page.locator('main a[href^="/titles/"]').first()).toBeVisible();
  });
});

test.describe('a value nobody knows', () => {
  test.use({ expectedTrouble: [/400/] });

  test('is named, and the list holds without it', async ({ page }) => {
    const response = await page.goto('/titles?year_min=abc&category=nothing&colour=blue');
    expect(response!.status()).toBe(400);
    await expect(page.getByText('“abc” is not a value of the filter')).toBeVisible();
    await expect(page.locator('main a[href^="/titles/"]').first()).toBeVisible();
  });
});

test('health and API answer', async ({ request }) => {
  expect((await request.get('/healthz')).status()).toBe(200);
  const answer = await request.get('/api/v1/titles?per_page=1');
  expect(answer.headers()['content-type']).toContain('application/json');
  expect(await answer.json()).toMatchObject({ page: 1, per_page: 1 });
  const missing = await request.get('/api/v1/titles/no-such-title');
  expect(missing.status()).toBe(404);
  expect(missing.headers()['content-type']).toContain('application/problem+json');
});
