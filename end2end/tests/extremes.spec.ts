import { expect, fitsItsWidth, test } from '../fixtures.ts';

// What end2end/extremes.mjs put into the market. Its pictures lie on a host that does not exist.
test.use({ expectedTrouble: [/pictures\.invalid|ERR_(NAME_NOT_RESOLVED|FAILED|INTERNET_DISCONNECTED|ABORTED|BLOCKED)/] });

test.beforeEach(async ({ page }) => {
  await page.route('https://pictures.invalid/**', (route) => route.abort());
});

for (const slug of ['long', 'thai', 'arabic', 'emoji', 'bare', 'languages', 'sold', 'stills']) {
  test(`edge-${slug} has a page that fits`, async ({ page }) => {
    const response = await page.goto(`/titles/edge-${slug}`);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await fitsItsWidth(page);
  });
}

test('the longest names keep to their posters', async ({ page }) => {
  await page.goto('/titles?company=four-hundred-stories&per_page=48');
  await fitsItsWidth(page);
  const posters = page.locator('.poster');
  await expect(posters).toHaveCount(48);
  const spilled = await posters.evaluateAll((all) =>
    all.filter((poster) => [...poster.querySelectorAll('*')].some((part) => part.getBoundingClientRect().width > poster.getBoundingClientRect().width + 1)).length,
  );
  expect(spilled, 'posters with a part wider than they are').toBe(0);
});

test('a title sold everywhere is free nowhere', async ({ page }) => {
  await page.goto('/titles/edge-sold?territory=KR#rights');
  await expect(page.locator('#rights')).toBeVisible();
  await expect(page.locator('#rights .state-free')).toHaveCount(0);
});

test('a title of two hundred stills shows that there are two hundred', async ({ page }) => {
  await page.goto('/titles/edge-stills');
  await expect(page.locator('main')).toContainText('200');
});

test('an exhibitor with four hundred titles and no booth says so', async ({ page }) => {
  await page.goto('/exhibitors/four-hundred-stories');
  await expect(page.locator('main')).toContainText('400');
  await fitsItsWidth(page);
});
