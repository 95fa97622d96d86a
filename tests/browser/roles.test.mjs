// Role-play: five roles at one tub, on one page and on several devices, and who did what.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as nodeTest from 'node:test';
import path from 'node:path';

import { gameCode } from './codes.mjs';
import { DIST, faults, load, suite, watch } from './harness.mjs';

const { AxeBuilder } = load('@axe-core/playwright');
const test = suite(nodeTest);
const START = '2026-10-07';
const OPEN = { query: '?lesson=roles', below: true };

const begin = async (page) => {
  await page.locator('[data-begin-game]').click();
  await page.locator('[data-roles][data-ended="0"] [data-card]').waitFor();
};

const decide = async (page, role, lever, value) => {
  const tab = page.locator(`[data-role=${role}]`);
  if (await tab.count()) await tab.click();
  await page.locator(`#role-${lever}-exact`).fill(value);
  await page.locator(`#role-${lever}-exact`).press('Enter');
};

const end = async (page, quarter) => {
  await page.locator('[data-end-quarter]').click();
  await page.locator(`[data-roles][data-ended="${quarter}"] [data-look="${quarter}"][aria-current]`).waitFor();
};

/** The table of a quarter, `{ series: [five roles, by itself, change] }`. */
const accounts = async (page, key = 'quarter') => {
  const rows = await page.locator(`[data-accounts=${key}] [data-of]`).evaluateAll((found) => found.map((row) => [row.dataset.of, [...row.querySelectorAll('[data-value]')].map((cell) => Number(cell.dataset.value))]));
  return Object.fromEntries(rows);
};

const take = async (page, text) => {
  await page.locator('#roles-codes').fill(text);
  await page.locator('[data-take-codes]').click();
};

const folded = (page) => page.locator('[data-devices] summary').click();
const told = (page) => page.locator('[data-codes-told]').innerText();
const saysOf = (page, words) => page.waitForFunction((part) => document.querySelector('[data-codes-told]').innerText.includes(part), words);

test('three quarters at one page: the parts add up, the picture shows the game, and nothing is lost', async ({ open }) => {
  const { page, record } = await open({ ...OPEN, query: '?v=2&capex=900&lesson=roles' });
  const setting = await page.evaluate(() => location.search);
  await begin(page);
  await decide(page, 'treasury', 'tga', '500');
  await decide(page, 'builder', 'capex', '1000');
  assert.equal(await page.locator('[data-role=treasury] .roles-moved').count(), 1);
  assert.equal(await page.locator('[data-role=fed] .roles-moved').count(), 0);
  await end(page, 1);
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains('roles-told')), 'what happened has the focus');
  const first = await accounts(page);
  assert.equal(Object.keys(first).length, 9);
  for (const [series, parts] of Object.entries(first)) {
    assert.equal(parts.length, 7, series);
    assert.ok(Math.abs(parts.slice(0, 6).reduce((sum, part) => sum + part) - parts[6]) < 1e-6, `${series}: ${parts}`);
    // Fed, fund and households did nothing.
    for (const idle of [1, 3, 4]) assert.equal(parts[idle], 0, series);
  }
  assert.ok(first.level[0] < -0.3 && first.memory_pct[2] > 1, JSON.stringify(first));
  assert.match(await page.locator('[data-water]').innerText(), /^The water went from 100\.00 to 9\d\.\d\d\. Largest part: Treasury, −0\.\d\d\.$/u);

  await decide(page, 'fed', 'runoff', '-80');
  await decide(page, 'fund', 'commitments', '300');
  await end(page, 2);
  const second = await accounts(page);
  assert.ok(second.level[1] > 0, 'purchases help');
  assert.notEqual(second.level[0], 0, 'what the Treasury did goes on to count');
  await end(page, 3);
  await page.locator('[data-accounts=whole]').waitFor({ state: 'attached' });
  const whole = await accounts(page, 'whole');
  const third = await accounts(page);
  for (const [series, parts] of Object.entries(whole)) {
    const sum = first[series][6] + second[series][6] + third[series][6];
    assert.ok(Math.abs(sum - parts[6]) < 1e-6, `${series}: ${sum}, ${parts[6]}`);
  }

  // The picture is that of the quarter that is looked at.
  const pictured = () => page.locator('.tub-scene').first().getAttribute('aria-label');
  const after = await pictured();
  await page.locator('[data-look="0"]').click();
  await page.waitForFunction((before) => document.querySelector('.tub-scene').getAttribute('aria-label') !== before, after);
  assert.match(await pictured(), /level is 100/u);
  await page.locator('[data-look="3"]').click();
  await page.waitForFunction((before) => document.querySelector('.tub-scene').getAttribute('aria-label') === before, after);

  await page.locator('[data-take-back]').click();
  await page.locator('[data-roles][data-ended="2"]').waitFor();
  await page.reload();
  await page.locator('[data-look="2"][aria-current]').waitFor();
  assert.deepEqual(await accounts(page), second, 'the game is there again');
  assert.notEqual(await page.evaluate(() => document.activeElement.className), 'roles-told', 'a visit does not begin below its head');

  // The page's own setting was never touched.
  assert.equal(new URLSearchParams(setting).get('capex') ?? '900', '900');
  await page.locator('[data-all-lessons]').click();
  await page.locator('[data-close-lesson]').click();
  await page.locator('#capex').waitFor();
  assert.equal(await page.locator('#capex').inputValue(), '900');
  assert.deepEqual(faults(record), []);
});

test('eight quarters by keys alone, and the game is over', async ({ open }) => {
  const { page, record } = await open(OPEN);
  await page.locator('[data-begin-game]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-card]').waitFor();
  await page.locator('[data-role=fed]').focus();
  await page.keyboard.press('Enter');
  await page.locator('#role-rate').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator('#role-rate').inputValue(), '50');
  for (let quarter = 1; quarter <= 8; quarter += 1) {
    await page.locator('[data-end-quarter]').focus();
    await page.keyboard.press('Enter');
    await page.locator(`[data-look="${quarter}"][aria-current]`).waitFor();
  }
  assert.equal(await page.locator('[data-end-quarter]').count(), 0);
  const whole = await accounts(page, 'whole');
  assert.ok(whole.level[1] < 0 && whole.level[0] === 0, JSON.stringify(whole.level));
  assert.equal(await page.locator('details:has([data-accounts=whole])').getAttribute('open') !== null, true, 'at the end the whole is open');
  // A game that is put away is not lost.
  await page.locator('[data-another-game]').click();
  await page.locator('[data-begin-game]').waitFor();
  await page.locator('[data-go-on]').click();
  await page.locator('[data-look="8"][aria-current]').waitFor();
  await page.locator('[data-another-game]').click();
  await page.locator('#roles-begin').selectOption('late-help');
  await page.locator('[data-begin-game]').click();
  assert.notEqual(await page.locator('[data-story]').innerText(), '');
  await page.locator('[data-end-quarter]').click();
  await page.locator('[data-look="1"][aria-current]').waitFor();
  assert.match(await page.locator('[data-water]').innerText(), /Largest part: by itself, −/u);
  assert.deepEqual(faults(record), []);
});

test('a page for all and devices of roles play one game by codes', async ({ open, browser, site }) => {
  const { page: host, record } = await open(OPEN);
  await begin(host);
  await folded(host);
  const code = (page) => page.locator('#roles-code').inputValue();
  const device = async (role) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const own = watch(page, site.address);
    await page.goto(`${site.address}?lesson=roles`);
    await page.locator('#roles-codes').waitFor();
    await take(page, await code(host));
    await page.locator('[data-roles][data-ended="0"]').waitFor();
    await page.waitForFunction(() => document.activeElement.id === 'roles-sits');
    await page.locator('#roles-sits').selectOption(role);
    await page.locator(`[data-card=${role}]`).waitFor();
    assert.equal(await page.locator('[data-role], [data-end-quarter]').count(), 0, 'one role, and no way to end the quarter for all');
    await folded(page);
    return { page, own, close: () => context.close() };
  };
  const [fed, fund] = [await device('fed'), await device('fund')];
  await decide(fed.page, 'fed', 'rate', '-100');
  await decide(fund.page, 'fund', 'dry', '1500');
  await take(host, `Fed: ${await code(fed.page)}\n> ${(await code(fund.page)).match(/.{1,40}/gu).join('\n> ')}`);
  await saysOf(host, 'Decisions of 2 roles taken.');
  assert.equal(await host.locator('#roles-codes').inputValue(), '', 'what was taken is gone from the field');
  await host.locator('[data-role=fed]').click();
  assert.equal(await host.locator('#role-rate-exact').inputValue(), '-100');
  // The same again is one decision, and of a role of which a code says nothing all stays.
  await take(host, `${await code(fed.page)} ${await code(fed.page)}`);
  await saysOf(host, 'Decisions of 1 role taken.');
  assert.equal(await host.locator('#roles-codes').inputValue(), '');
  await host.locator('[data-role=fund]').click();
  assert.equal(await host.locator('#role-dry-exact').inputValue(), '1500');
  const late = await code(fed.page);
  await end(host, 1);
  assert.match(await host.locator('[data-minds=fed]').innerText(), /Decided: Policy-rate surprise: −100 bp\./u);
  await take(host, late);
  await saysOf(host, 'it is of a quarter that has ended here.');
  await take(fed.page, await code(host));
  await fed.page.locator('[data-roles][data-ended="1"]').waitFor();
  await fed.page.locator('[data-accounts=quarter]').waitFor();
  assert.deepEqual(await accounts(fed.page), await accounts(host), 'all see the same to the last digit');
  assert.deepEqual([...faults(record), ...faults(fed.own), ...faults(fund.own)], []);
  await fed.close();
  await fund.close();
});

test('a code is what its description says, and what is none is refused in a sentence', async ({ open }) => {
  const { page, record } = await open(OPEN);
  await page.locator('#roles-codes').waitFor();
  await take(page, 'nothing <img src=x onerror=alert(1)>');
  await saysOf(page, 'TUBGAME1:');
  const decided = { treasury: { tga: 140, bill_share: 8 }, household: { confidence: 35 } };
  await take(page, gameCode(4_000_000_000, START, [decided], { builder: { capex: 200 }, fed: {} }));
  await page.locator('[data-look="1"][aria-current]').waitFor();
  await page.locator('[data-role=builder]').click();
  assert.equal(await page.locator('#role-capex-exact').inputValue(), '1000');
  await page.locator('[data-role=household]').click();
  assert.equal(await page.locator('#role-confidence-exact').inputValue(), '85');
  const { level: parts } = await accounts(page);
  assert.ok(parts[0] < 0 && parts[4] < 0 && parts[1] === 0, JSON.stringify(parts));
  await folded(page);
  const everyone = { builder: { capex: 200 } };
  assert.equal(await page.locator('#roles-code').inputValue(), gameCode(4_000_000_000, START, [decided], everyone));

  const good = gameCode(4_000_000_000, START, [decided], { fed: { rate: 14 } });
  const wrong = good.replace(/(?<=TUBGAME1:.*)[AB]/u, (letter) => (letter === 'A' ? 'B' : 'A'));
  const odd = [
    wrong,
    good.slice(0, -3),
    'TUBGAME2:AAAA:END',
    `TUBGAME1:${'A'.repeat(9000)}:END`,
    gameCode(1, '<b>', [], {}),
    gameCode(1, START, Array(9).fill({}), {}),
    gameCode(1, START, [], { fed: { rate: 25 } }),
    gameCode(2, START, [], {}),
    gameCode(4_000_000_000, START, [{ fed: { rate: 1 } }], {}),
    gameCode(4_000_000_000, START, [], {}),
  ];
  await take(page, [good, ...odd].join(' '));
  await saysOf(page, 'Decisions of 1 role taken.');
  const said = await told(page);
  assert.equal((said.match(/was not taken/gu) ?? []).length, odd.length, said);
  for (const why of ['end is missing', 'missing or wrong', 'too long', 'another version', 'another game', 'went another way', 'has ended']) assert.ok(said.includes(why), `${why}: ${said}`);
  assert.notEqual(await page.locator('#roles-codes').inputValue(), '', 'what was refused stays, to be mended');
  await page.locator('[data-role=fed]').click();
  assert.equal(await page.locator('#role-rate-exact').inputValue(), '50');
  // What a browser kept and is none begins anew.
  await page.evaluate(() => localStorage.setItem('bathtub.lessons', JSON.stringify({ game: 'TUBGAME1:AAAA:END', sits: 77 })));
  await page.reload();
  await page.locator('[data-begin-game]').waitFor();
  assert.deepEqual(faults(record), []);
});

for (const [width, height, colorScheme, language, more] of [[1440, 900, 'light', 'en', ''], [1920, 1080, 'dark', 'vi', ''], [390, 844, 'dark', 'ru', ''], [360, 740, 'light', 'zh-Hant', ''], [1280, 720, 'light', 'zh-Hans', '']]) {
  test(`the role-play fits ${width} pixels in ${language}, without a fault of access`, async ({ open }) => {
    const { page, record } = await open({ query: `?lesson=roles&lang=${language}${more}`, below: true, colorScheme, viewport: { width, height } });
    const look = async (what) => {
      const { violations } = await new AxeBuilder({ page }).include('.lesson-place').analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes[0].html.slice(0, 200)}`), []);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${what}: ${over} px over the side`);
      const words = await page.locator('[data-roles]').innerText();
      assert.ok(!/[{}]|NaN|undefined|role\./u.test(words), words);
    };
    await page.locator('[data-begin-game]').waitFor();
    await look('before');
    await begin(page);
    await folded(page);
    for (const role of ['treasury', 'fed', 'builder', 'fund', 'household']) {
      await page.locator(`[data-role=${role}]`).click();
      await look(role);
    }
    await decide(page, 'fed', 'rate', '100');
    await end(page, 1);
    await page.locator('[data-roles] details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
    await look('after');
    assert.equal(await page.locator('.tub-scene:visible').count(), 1, 'the tub is there');
    assert.deepEqual(faults(record), []);
  });
}

test('cards of the roles are there in every language, a page each on paper', async ({ browser, site }) => {
  for (const tag of ['', 'ru/', 'vi/', 'zh-Hans/', 'zh-Hant/']) assert.ok(existsSync(path.join(DIST, 'lessons/roles/sheets', tag, 'index.html')), tag);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const record = watch(page, site.address);
  await page.goto(`${site.address}lessons/roles/sheets/ru/`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`), []);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  const pages = async () => (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/gu).length;
  assert.equal(await pages(), 5);
  await page.locator('.sheets-choice a[href="#fund"]').click();
  assert.equal(await page.locator('.sheet:visible').count(), 1);
  assert.equal(await pages(), 1);
  assert.deepEqual(faults(record), []);
  await context.close();
});
