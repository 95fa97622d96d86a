// What moving a slider costs the processor.

/** The five controls of the page. */
export const SLIDERS = ['capex', 'tga', 'runoff', 'rate', 'dry'];

/** The first events compile code and fill caches. */
const WARM_UP = 10;

/**
 * Moves a slider across its range in so many steps, one input event a frame, as a drag does; or
 * takes some of these steps only.
 */
function drag(page, id, events, first = 1, last = events) {
  return page.evaluate(
    async ([id, events, first, last]) => {
      const input = document.getElementById(id);
      const least = Number(input.min || 0);
      const most = Number(input.max || 100);
      for (let i = first; i <= last; i += 1) {
        input.value = String(least + ((most - least) * i) / events);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise(requestAnimationFrame);
      }
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [id, events, first, last],
  );
}

/** Milliseconds that the work of `slowness` takes on the class of machine that the limits are for. */
const NOMINAL = 10;

/**
 * How many times longer than on the machine that the limits are for a fixed piece of work takes
 * at this moment, at least 1: other programs, or another host's guests, slow a page down without
 * being its fault. The work is of the kind that a drag is, texts and shapes that change place with
 * style and layout forced, since pure arithmetic feels nothing of a cache or a memory that is
 * shared. Nothing of it is the page's.
 */
export async function slowness(page) {
  const taken = await page.evaluate(async () => {
    const make = (name, parent) => parent.appendChild(document.createElementNS('http://www.w3.org/2000/svg', name));
    const svg = make('svg', document.body);
    svg.setAttribute('width', '300');
    svg.setAttribute('height', '300');
    const groups = Array.from({ length: 250 }, () => {
      const group = make('g', svg);
      make('rect', group).setAttribute('height', '9');
      make('text', group).textContent = '0';
      return group;
    });
    const times = [];
    for (let i = 0; i < 8; i += 1) {
      const begun = performance.now();
      groups.forEach((group, k) => {
        group.setAttribute('transform', `translate(${(k * 7 + i) % 300} ${(k * 13 + i * 3) % 300})`);
        group.firstChild.setAttribute('width', String((k + i) % 40));
        group.lastChild.textContent = (k * 1.37 + i).toFixed(1);
      });
      if (svg.getBoundingClientRect().width > 0) times.push(performance.now() - begun);
      await new Promise(requestAnimationFrame);
    }
    svg.remove();
    // The first ones compile.
    const warm = times.slice(3);
    return warm.reduce((a, b) => a + b) / warm.length;
  });
  return Math.max(1, taken / NOMINAL);
}

/** Milliseconds of script, style and layout for each input event of a drag. */
export async function costOfInput(page, id, events = 60) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
    return {
      script: of('ScriptDuration'),
      style: of('RecalcStyleDuration'),
      layout: of('LayoutDuration'),
    };
  };
  await drag(page, id, WARM_UP);
  const before = await read();
  await drag(page, id, events);
  const after = await read();
  await session.detach();
  const cost = {};
  for (const name of Object.keys(before)) cost[name] = (after[name] - before[name]) / events;
  return { ...cost, total: cost.script + cost.style + cost.layout };
}

/** From here on a task is a long one, ms. */
export const LONG = 50;

/**
 * Durations of tasks while a slider is dragged on a processor slowed down: milliseconds that
 * the page's thread has run, the slowing included, so that other programs on the machine count
 * for little.
 */
export async function taskTimes(page, id, { slowdown = 4, events = 60, first = 1, last = events } = {}) {
  const session = await page.context().newCDPSession(page);
  const browser = page.context().browser();
  await drag(page, id, events, first, Math.min(last, first + WARM_UP));
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await browser.startTracing(page, { categories: ['toplevel'] });
  await drag(page, id, events, first, last);
  await page.waitForTimeout(200);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  const tasks = tasksOfPages(traceEvents);
  if (tasks.length <= last - first) throw new Error(`the trace has ${tasks.length} tasks only`);
  return tasks;
}

/** Thread milliseconds of every task on the main threads of pages. */
function tasksOfPages(events) {
  const thread = ({ pid, tid }) => `${pid}:${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread),
  );
  return events
    .filter((event) => event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask' && mains.has(thread(event)))
    .map(({ dur, tdur }) => (tdur ?? dur) / 1000);
}
