// A page in the hands of a monkey: does events in batches and looks after each for what must not be.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { DUCKS, command, faults, fetchBelow, open, root, settled } from '../harness.mjs';
import { isInside } from './events.mjs';

const IN_PAGE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'page.js');
const KEYS = Object.keys(JSON.parse(readFileSync(path.join(root, 'www/words/ru.json'), 'utf8')));

/** Events between two looks, and looks between two comparisons with the command. */
const BATCH = 40;
const RESTS = 12;
/** How many of a page's steps can be taken back (`STEPS` in src/state/history.rs). */
const UNDOS = 100;
/** A page at its end may hold so much more than one that was just opened, with everything folded again
 * and after a collection: what was unfolded once stays. */
const MORE = { Nodes: 30_000, JSEventListeners: 6000, JSHeapUsedSize: 40e6 };

let rows;
/** Rows of `bathtub parameters`. */
export const parameters = () => (rows ??= command(['parameters']));

/** What went wrong, and after how many events. */
export class Fault extends Error {
  constructor(said, done) {
    super(said.join('\n'));
    this.said = said;
    this.done = done;
  }
}

/** Opens a page for events. `look` are options of `open` in ../harness.mjs, and a script to plant in it. */
export async function begin(browser, site, { plant, ...look }) {
  const before = async (page) => {
    await page.addInitScript({ path: IN_PAGE });
    if (plant) await page.addInitScript(plant);
  };
  const opened = await open(browser, site, { ...look, before });
  await fetchBelow(opened.page);
  const client = await opened.page.context().newCDPSession(opened.page);
  await client.send('Performance.enable');
  return { ...opened, client, site };
}

/** What the browser holds of a page after a collection, and of which: every load is another one. */
async function held({ page, client }) {
  await page.evaluate(() => globalThis.monkey.fold());
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const begun = await page.evaluate(() => performance.timeOrigin);
  return { begun, ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])) };
}

/** What a page holds more than when it was opened. The browser lets go of earlier ones when it likes. */
async function growth(session, memory) {
  const [before, after] = [memory.held, await held(session)];
  if (after.begun !== before.begun) {
    memory.held = after;
    return [];
  }
  const grown = Object.entries(MORE).filter(([what, most]) => after[what] - before[what] > most);
  return grown.map(([what]) => `${what} grew from ${before[what]} to ${after[what]}`);
}

/** Does what `next` gives until it gives nothing; throws a [`Fault`]. `done` collects what was done. */
export async function play(session, next, done = []) {
  let looks = 0;
  const memory = { trip: undefined, compared: 0, held: await held(session) };
  for (let more = true; more; looks += 1) {
    const batch = [];
    while (batch.length < BATCH) {
      const event = next();
      if (!event) {
        more = false;
        break;
      }
      batch.push(event);
    }
    done.push(...batch);
    let said;
    try {
      said = [...(await perform(session, batch, memory)), ...(await look(session))];
      if (said.length === 0 && (looks % RESTS === RESTS - 1 || !more)) said = await compare(session, memory);
    } catch (error) {
      // Names of what is lost come before the error of whoever looked for it.
      said = [...heard(session.record), `the page is lost: ${error.message}`];
    }
    if (said.length > 0) throw new Fault(said, done);
  }
  const grown = await growth(session, memory);
  if (grown.length > 0) throw new Fault(grown, done);
  return { compared: memory.compared, missed: done.filter(({ missed }) => missed).length };
}

/** Whatever a page was fetching when it was left, or a picture that was taken away, is no failure. */
const heard = (record) => faults(record).filter((said) => !said.endsWith('net::ERR_ABORTED'));

/** What the record and the page say. */
async function look({ page, record }) {
  return [...heard(record), ...(await page.evaluate((keys) => globalThis.monkey.look(keys), KEYS))];
}

/** Does a batch: runs of events that the page does to itself at once, others one by one. */
async function perform(session, batch, memory) {
  const said = [];
  for (let i = 0; i < batch.length; ) {
    let to = i;
    while (to < batch.length && isInside(batch[to])) to += 1;
    if (to > i) {
      const done = await session.page.evaluate((events) => globalThis.monkey.run(events), batch.slice(i, to));
      done.forEach((event, k) => Object.assign(batch[i + k], event));
      i = to;
    } else {
      said.push(...((await hands[batch[i].do](session, batch[i], memory)) ?? []));
      i += 1;
    }
  }
  return said;
}


/** Where the element of an event stands; nothing where there is none. */
async function place({ page }, event) {
  const found = await page.evaluate((event) => globalThis.monkey.place(event), event);
  if (!found) {
    event.missed = true;
    return null;
  }
  delete event.n;
  event.at = found.event.at;
  return found;
}

const rest = ({ page }) => page.evaluate(() => globalThis.monkey.rest());
const state = ({ page }) => page.evaluate(() => globalThis.monkey.state());

/** What two states of one page have in common and differs. */
function differences(one, other, what) {
  const keys = Object.keys(one.settings).filter((key) => key in other.settings && !key.startsWith('backtest'));
  const said = keys.filter((key) => one.settings[key] !== other.settings[key]).map((key) => `${what}: ${key} is ${other.settings[key]}, not ${one.settings[key]}`);
  if (one.level !== other.level) said.push(`${what}: the level is ${other.level}, not ${one.level}`);
  return said;
}

/** What needs the browser's own hands. */
const hands = {
  async 'real-keys'({ page }, { keys }) {
    for (const key of keys) await page.keyboard.press(key);
  },
  async 'real-text'(session, event) {
    const at = await place(session, event);
    if (!at) return;
    await session.page.mouse.click(at.x, at.y, { clickCount: 3 });
    await session.page.keyboard.insertText(event.text);
    await session.page.keyboard.press('Enter');
  },
  async 'real-click'(session, event) {
    const at = await place(session, event);
    if (at) await session.page.mouse.click(at.x, at.y);
  },
  async 'real-drag'(session, event) {
    const at = await place(session, event);
    if (!at) return;
    const { mouse, keyboard } = session.page;
    await mouse.move(at.x, at.y);
    await mouse.down();
    for (let i = 1; i <= 3; i += 1) await mouse.move(at.x + (event.by[0] * i) / 3, at.y + (event.by[1] * i) / 3);
    if (event.end === 'escape') await keyboard.press('Escape');
    if (event.end !== 'none') await mouse.up();
  },
  async 'real-touch'(session, event) {
    const at = await place(session, event);
    if (!at) return;
    const send = (type, share) =>
      session.client.send('Input.dispatchTouchEvent', { type, touchPoints: share === null ? [] : [{ x: at.x + event.by[0] * share, y: at.y + event.by[1] * share }] });
    await send('touchStart', 0);
    for (const share of [0.3, 0.6, 1]) await send('touchMove', share);
    await send(event.end, null);
  },
  async 'real-wheel'(session, event) {
    const at = await place(session, event);
    if (!at) return;
    await session.page.mouse.move(at.x, at.y);
    await session.page.mouse.wheel(0, event.by);
  },
  async window({ page }, { size: [width, height] }) {
    await page.setViewportSize({ width, height });
  },
  media: ({ page }, { do: _, ...media }) => page.emulateMedia(media),
  async history({ page }, { to }) {
    // Never beyond the first page of this site, where there is nothing.
    const can = await page.evaluate((to) => {
      const { currentEntry, canGoBack, canGoForward } = navigation;
      const before = navigation.entries()[currentEntry.index - 1];
      return to === 'back' ? canGoBack && Boolean(before) : canGoForward;
    }, to);
    if (!can) return;
    await (to === 'back' ? page.goBack() : page.goForward());
    await settled(page);
    await page.waitForFunction(() => globalThis.monkey !== undefined);
  },
  async reload(session, _, memory) {
    await rest(session);
    // The address follows after a while, on a machine with much to do after a longer one.
    for (let i = 0; i < TIMES && (await differing(session)).length > 0; i += 1) await session.page.waitForTimeout(LATER);
    const grown = await growth(session, memory);
    if (grown.length > 0) return grown;
    const before = await state(session);
    await session.page.reload();
    await settled(session.page);
    await fetchBelow(session.page);
    memory.held = await held(session);
    memory.trip = await state(session);
    // What is told by itself shows something else.
    return before.told || memory.trip.told ? [] : differences(before, memory.trip, 'after a reload');
  },
  async 'undo-all'(session, _, memory) {
    const { trip } = memory;
    memory.trip = undefined;
    if (!trip) return [];
    const { page } = session;
    await rest(session);
    const undo = (shift) => page.evaluate(([times, shift]) => globalThis.monkey.undo(times, shift), [UNDOS, shift]);
    // What was taken back before is done again first: the end is where nothing is left to do.
    await undo(true);
    const end = await state(session);
    await undo(false);
    const start = await state(session);
    await undo(true);
    const again = await state(session);
    if (end.told || trip.told) return [];
    return [...differences(trip, start, 'all undone'), ...differences(end, again, 'all done again')];
  },
};

/** What a link sets, as options of the command. */
function options(query) {
  const link = new URLSearchParams(query);
  const known = parameters().map(({ key }) => key).filter((key) => link.has(key));
  const set = known.flatMap((key) => ['--set', `${key}=${link.get(key)}`]);
  return { levers: known, link, run: ['run', '--start', link.get('start'), '--week', link.get('week') ?? '52', ...set] };
}

/** How often a page that has much to do is looked at once more, and after how long, ms. */
const [TIMES, LATER] = [5, 800];

/** The page beside the command, and its controls beside one another and its address. */
async function compare(session, memory) {
  await rest(session);
  let said = await look(session);
  if (said.length > 0) return said;
  // The address follows, and a replay ends, after a while.
  for (let i = 0; i < TIMES; i += 1) {
    if (i > 0) await session.page.waitForTimeout(LATER);
    said = await differing(session);
    if (said.length === 0) break;
  }
  memory.compared += 1;
  return said;
}

/** What is not the same in two places where it should be. */
async function differing(session) {
  const said = await session.page.evaluate(() => globalThis.monkey.disagreements());
  const { query, level, ducks, settings, told } = await state(session);
  const { levers, link, run } = options(query);
  // A link that nobody has touched since stands as it was written, also where that was badly.
  if (told || link.get('v') !== '2' || !link.get('start')) return said;
  const { readouts, ducks: expected } = command(run);
  if (level !== readouts.level) said.push(`the level is ${level}, and ${readouts.level} by the command, at ${query}`);
  if (!link.has('pin')) {
    for (const duck of DUCKS.filter((duck) => duck in ducks)) {
      if (ducks[duck] !== expected[duck].change_pct) said.push(`${duck} moves by ${ducks[duck]}, and by ${expected[duck].change_pct} by the command, at ${query}`);
    }
  }
  for (const lever of levers.filter((lever) => lever in settings)) {
    if (settings[lever] !== Number(link.get(lever))) said.push(`${lever} is ${settings[lever]} by its slider and ${link.get(lever)} by the address`);
  }
  return said;
}
