// What Playwright and Puppeteer have in common: keys, the pointer, and work in the page.

/** The hands on a page of either. */
export const hands = (page) => ({
  evaluate: (work, value) => page.evaluate(work, value),
  press: (key) => page.keyboard.press(key),
  async drag([x, y], [toX, toY]) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(toX, toY, { steps: 4 });
    await page.mouse.up();
  },
});
