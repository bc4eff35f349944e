import { expect, test } from '../fixtures.ts';

// What moves once the WASM is there. Without script there is nothing to move, and the other specs show that
// everything is reached all the same.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'nothing moves without script');

const hydrated = '[role="combobox"]';

test('suggests titles while one types, by keyboard alone', async ({ page }) => {
  await page.goto('/exhibitors');
  const box = page.locator(`header ${hydrated}`);
  await expect(box).toBeVisible();
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await page.keyboard.type('trailer els');
  const first = page.getByRole('option').first();
  await expect(first).toContainText('Trailer Elsewhere');
  await page.keyboard.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/titles\/trailer-elsewhere$/);
});

test('Escape closes the suggestions and keeps the words', async ({ page }) => {
  await page.goto('/');
  const box = page.locator(`main ${hydrated}`);
  await box.fill('the');
  await expect(page.getByRole('listbox')).toBeVisible();
  await box.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(box).toHaveValue('the');
});

test('a filter applies as it is chosen', async ({ page, viewport }) => {
  test.skip(viewport!.width < 1024, 'on a phone the filters are a sheet with a button');
  await page.goto('/titles');
  await page.locator(hydrated).waitFor();
  await page.getByRole('checkbox', { name: /^Feature film/ }).check();
  await expect(page).toHaveURL(/category=film/);
  await page.locator(hydrated).waitFor(); // the next page has to come to life as well
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('title');
  await expect(page).toHaveURL((url) => url.searchParams.get('sort') === 'title' && url.searchParams.get('category') === 'film');
});

test('a trailer elsewhere plays in place after a click', async ({ page }) => {
  await page.route('https://www.youtube-nocookie.com/**', (route) => route.fulfill({ contentType: 'text/html', body: 'player' }));
  await page.goto('/titles/trailer-elsewhere');
  await page.locator(hydrated).waitFor();
  await page.getByRole('link', { name: 'Play the trailer' }).last().click();
  await expect(page.locator('iframe')).toHaveAttribute('src', /youtube-nocookie\.com\/embed\/abcdefghijk/);
});
