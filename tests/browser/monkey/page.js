// Runs in the page: the hands that do events and the eyes that look for what must not be. A classic
// script, put into every page that a monkey opens.
globalThis.monkey = (() => {
  const KINDS = {
    slide: 'input[type=range]',
    keys: 'input, select, button, summary, [tabindex]:not([tabindex="-1"]), a[href]',
    type: 'input[type=text]',
    press: 'button, summary, [role=button], a[href^="#"], label, input[type=radio], input[type=checkbox], .part',
    fold: 'summary',
    choose: 'select',
    day: 'input[type=date]',
    pull: '[data-grip], .tub-scene, .scrub, input[type=range]',
    point: '.part, [data-grip], canvas, input, select, button, summary, .lever, [tabindex]',
    file: 'input[type=file]',
    'real-text': 'input[type=text]',
    'real-click': 'button, summary, input, select, a[href], .part, [data-grip], label, canvas',
    'real-drag': 'input[type=range], [data-grip], .scrub',
    'real-touch': 'input[type=range], [data-grip], .tub-scene, button, .scrub',
    'real-wheel': 'input, .slot, .panel, .tub-scene, canvas, main',
  };
  // What was typed or chosen is repeated in them, whatever it was.
  const REPEATS = '.said, .notices, [data-own], [data-outcome], #failure, datalist';
  const WRONG = /\bNaN\b|\bundefined\b|\bInfinity\b|∞|\[object /u;
  const UNFILLED = /\{[a-z_]+(?:\|[^}]*)?\}/u;

  // Nobody prints or saves, and no link leads away.
  globalThis.print = () => {};
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function clickNotToSave() {
    if (!this.download) click.call(this);
  };
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (link && link.href.split('#')[0] !== location.href.split('#')[0]) event.preventDefault();
  });

  const tick = () => new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(0);
  });
  /** As long as the page needs to draw: it does so in microtasks. */
  const drawn = async () => {
    for (let i = 0; i < 4; i += 1) await null;
  };
  const frame = () => new Promise((resume) => requestAnimationFrame(resume));
  const sleep = (ms) => new Promise((resume) => setTimeout(resume, ms));

  const escape = (text) => CSS.escape(text);
  const name = (element) => {
    if (element.id) return `#${escape(element.id)}`;
    if (element === document.body) return 'body';
    const hook = [...element.attributes].find(({ name, value }) => name.startsWith('data-') && !['data-held', 'data-change', 'data-value'].includes(name) && value.length < 30);
    if (hook) {
      const named = hook.value ? `[${hook.name}="${escape(hook.value)}"]` : `[${hook.name}]`;
      if (document.querySelectorAll(named).length === 1) return named;
    }
    const { parentElement, localName } = element;
    if (!parentElement) return localName;
    const alike = [...parentElement.children].filter((other) => other.localName === localName);
    return `${name(parentElement)} > ${localName}:nth-of-type(${alike.indexOf(element) + 1})`;
  };

  /** Whether a hand could reach an element. */
  const reachable = (element) => {
    const modal = document.querySelector('dialog:modal');
    return (
      !element.closest('#failure, #stale') && (!modal || modal.contains(element)) && !element.closest('[inert]') &&
      element.checkVisibility({ visibilityProperty: true })
    );
  };

  /** The element of an event, and writes it into it. */
  const target = (event) => {
    if (event.at) {
      const one = document.querySelector(event.at);
      return one && reachable(one) ? one : null;
    }
    // While a sheet is open there is nothing else: somebody finds the way out of it.
    const all = [...(document.querySelector('dialog:modal') ?? document).querySelectorAll(KINDS[event.do])];
    const first = Math.floor(event.n * all.length);
    for (let i = 0; i < Math.min(all.length, 40); i += 1) {
      const one = all[(first + i) % all.length];
      if (reachable(one)) {
        event.at = name(one);
        delete event.n;
        return one;
      }
    }
    return null;
  };

  const send = (element, type, more = {}, Kind = Event) =>
    element.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, composed: true, ...more }));
  const key = (element, type, key, more) => send(element, type, { key, code: key.length === 1 ? `Key${key.toUpperCase()}` : key, ...more }, KeyboardEvent);

  const hands = {
    slide(event, input) {
      const [min, max] = [Number(input.min || 0), Number(input.max || 100)];
      input.value = String(min + event.to * (max - min));
      for (const type of event.send) send(input, type);
    },
    async keys({ key: pressed, times, up }, element) {
      element.focus();
      for (let i = 0; i < times; i += 1) {
        key(element, 'keydown', pressed, { repeat: i > 0 });
        await drawn();
      }
      if (up) key(element, 'keyup', pressed);
    },
    async type({ text, end }, input) {
      input.focus();
      if (end === 'paste') {
        input.value = text;
        send(input, 'input', { inputType: 'insertFromPaste', data: text }, InputEvent);
      } else {
        const signs = [...text];
        for (let i = 1; i <= signs.length; i += Math.ceil(signs.length / 4)) {
          input.value = signs.slice(0, i).join('');
          send(input, 'input', { inputType: 'insertText' }, InputEvent);
          await drawn();
        }
        if (input.value !== text) {
          input.value = text;
          send(input, 'input', { inputType: 'insertText' }, InputEvent);
        }
      }
      await drawn();
      if (end === 'Enter' || end === 'Escape') key(input, 'keydown', end);
      if (end === 'Enter' || end === 'change') send(input, 'change');
      if (end === 'blur') input.blur();
    },
    press: (_, element) => {
      if (element.click) element.click();
      else send(element, 'click', {}, MouseEvent);
    },
    fold: (_, summary) => summary.click(),
    choose({ to }, select) {
      if (select.options.length === 0) return;
      select.selectedIndex = Math.floor(to * select.options.length);
      send(select, 'input');
      send(select, 'change');
    },
    day({ text }, input) {
      input.value = text;
      send(input, 'input');
      send(input, 'change');
      input.form?.requestSubmit();
    },
    async pull({ by, moves, kind, end }, element) {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const touch = (type, share, buttons) =>
        send(element, type, { pointerId: 1, pointerType: kind, isPrimary: true, button: type === 'pointermove' ? -1 : 0, buttons, clientX: x + by[0] * share, clientY: y + by[1] * share }, PointerEvent);
      touch('pointerdown', 0, 1);
      for (let i = 1; i <= moves; i += 1) {
        touch('pointermove', i / moves, 1);
        await drawn();
      }
      if (end === 'up') {
        touch('pointerup', 1, 0);
        send(element, 'click', {}, MouseEvent);
      }
      if (end === 'cancel') touch('pointercancel', 1, 0);
      if (end === 'lost') touch('lostpointercapture', 1, 0);
      if (end === 'escape') {
        key(document.activeElement ?? document.body, 'keydown', 'Escape');
        touch('pointerup', 1, 0);
      }
    },
    point({ how }, element) {
      if (how === 'over') for (const type of ['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'pointermove']) send(element, type, { pointerType: 'mouse' }, PointerEvent);
      else if (how === 'out') for (const type of ['pointerout', 'pointerleave', 'mouseout', 'mouseleave']) send(element, type, { pointerType: 'mouse' }, PointerEvent);
      else if (how === 'wheel') send(element, 'wheel', { deltaY: 120 }, WheelEvent);
      else if (how === 'focus' || how === 'blur') element[how]?.();
      else send(element, how, {}, MouseEvent);
    },
    shortcut: ({ key: pressed }) =>
      key(document.activeElement ?? document.body, 'keydown', pressed, { ctrlKey: true, shiftKey: pressed === 'Z', ...(pressed === 'я' && { code: 'KeyZ' }) }),
    escape: ({ key: pressed }) => key(document.activeElement ?? document.body, 'keydown', pressed),
    hash({ to }) {
      location.hash = to;
    },
    link({ to, how }) {
      let address;
      try {
        address = new URL(`?${to}`, location.href);
        history[`${how}State`](null, '', address.href.slice(0, 8000));
      } catch {
        // What a browser takes for no address, nobody can open.
        return;
      }
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    },
    hide({ state }) {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' });
      send(document, 'visibilitychange');
    },
    paper: ({ state }) => dispatchEvent(new Event(state)),
    scroll: ({ to }) => scrollTo(0, to * document.documentElement.scrollHeight),
    file(event, input) {
      const transfer = new DataTransfer();
      transfer.items.add(new File([event.text], event.name, { type: 'text/csv' }));
      input.files = transfer.files;
      send(input, 'change');
    },
    // The page itself takes none; what a tub in another's page takes, `hostMessage` makes.
    message: ({ text }) => postMessage({ bathtub: text }, '*'),
    frame,
    wait: ({ ms }) => sleep(ms),
  };

  /** Does events, and returns them with what they went to. */
  const run = async (events) => {
    for (const [i, event] of events.entries()) {
      const element = KINDS[event.do] ? target(event) : document.body;
      if (element) await hands[event.do](event, element);
      else event.missed = true;
      // Timers, messages and frames have their turn now and then, as between fast hands.
      await (i % 8 === 7 ? tick() : drawn());
    }
    await tick();
    return events;
  };

  /** Middle of the element of an event, once it is in sight. */
  const place = async (event) => {
    const element = target(event);
    if (!element) return null;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    await frame();
    const { left, top, width, height } = element.getBoundingClientRect();
    return { event, x: left + width / 2, y: top + height / 2 };
  };

  const shown = (element) => !element.closest(REPEATS);
  const short = (text) => text.replaceAll(/\s+/gu, ' ').trim().slice(0, 120);

  /** What stands out furthest, of all that nothing around it clips. */
  const outermost = () => {
    const clipped = (element) => {
      for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'visible') return true;
      }
      return false;
    };
    const out = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !clipped(element));
    return out.slice(-3).map((element) => `${name(element)} “${short(element.textContent).slice(0, 40)}”`).join(', ');
  };

  /** What must not be, in sentences; `keys` are those of messages. */
  const look = async (keys) => {
    const faults = [];
    const root = document.documentElement;
    if (root.dataset.state !== 'ready') {
      const report = document.querySelector('[data-failure-report]')?.textContent ?? '';
      return [`the page is ${root.dataset.state}: ${short(report)}`];
    }
    const modal = document.querySelector('dialog:modal');
    if (modal && !modal.checkVisibility()) faults.push('a sheet is open that nobody sees: nothing else can be reached');
    if (!document.getElementById('failure').hidden) faults.push('the page says that it failed');
    for (const element of document.querySelectorAll('[data-readout]')) {
      if (!Number.isFinite(Number(element.dataset.value || 'none'))) faults.push(`${element.dataset.readout} is ${element.dataset.value}`);
    }
    for (const element of document.querySelectorAll('[data-duck][data-change]')) {
      if (!Number.isFinite(Number(element.dataset.change || 'none'))) faults.push(`${element.dataset.duck} moves by ${element.dataset.change}`);
    }
    const app = document.body;
    const known = new Set(keys);
    const texts = document.createTreeWalker(app, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.data;
      const parent = node.parentElement;
      if (parent.localName === 'script' || parent.localName === 'style') continue;
      const wrong = WRONG.test(text) || UNFILLED.test(text) || text.split(/[^\w.]+/u).some((word) => known.has(word));
      if (wrong && shown(parent)) faults.push(`a text at ${name(parent)}: ${short(text)}`);
    }
    const seen = new Set();
    for (const element of app.querySelectorAll('*')) {
      for (const { name: attribute, value } of element.attributes) {
        if (attribute === 'id') {
          if (seen.has(value)) faults.push(`two elements are #${value}`);
          seen.add(value);
        } else if (attribute !== 'value' && WRONG.test(value) && shown(element)) faults.push(`${attribute} of ${name(element)}: ${short(value)}`);
      }
    }
    const over = () => root.scrollWidth - innerWidth;
    // What stands beside something follows a window in the next frame.
    for (let i = 0; i < 3 && over() > 1; i += 1) await frame();
    const wide = over();
    if (wide > 1) faults.push(`over the side: ${outermost()}, ${wide} px of ${innerWidth}`);
    // With every table unfolded on a phone it is some 60,000.
    if (root.scrollHeight > 150_000) faults.push(`the page is ${root.scrollHeight} px high`);
    if (app.querySelectorAll('*').length > 25_000) faults.push(`${app.querySelectorAll('*').length} elements`);
    return faults;
  };

  const number = (text) => Number(text.replaceAll('\u2212', '-').replace(',', '.'));

  /** What is set, by every control that shows it. */
  const settings = () => {
    const found = {};
    for (const input of document.querySelectorAll('input[type=range][id]')) found[input.id] = Number(input.value);
    return found;
  };
  /** Controls of one lever that disagree; whoever types is let finish. */
  const disagreements = () => {
    const faults = [];
    for (const box of document.querySelectorAll('input.exact[id$="-exact"]')) {
      const slider = document.getElementById(box.id.replace('-exact', ''));
      if (!slider || slider.type !== 'range' || box === document.activeElement) continue;
      if (Math.abs(number(box.value) - Number(slider.value)) > 1e-9) faults.push(`${slider.id} is ${slider.value} by its slider, ${slider.getAttribute('aria-valuetext')} by its words and ${box.value} by its box`);
    }
    return faults;
  };
  const level = () => Number(document.querySelector('[data-readout=level]').dataset.value);
  const ducks = () => Object.fromEntries([...document.querySelectorAll('[data-duck][data-change]')].map(({ dataset }) => [dataset.duck, Number(dataset.change)]));

  /** Ends what is told, plays or is typed, so that what is shown is the setting. */
  const rest = async () => {
    key(document.activeElement ?? document.body, 'keydown', 'Escape');
    document.querySelector('dialog:modal [data-close]')?.click();
    document.activeElement?.blur?.();
    await tick();
    document.querySelector('[data-skip]')?.click();
    await tick();
    // Whatever plays stops when a week is looked at.
    const week = document.getElementById('week');
    if (week) send(week, 'change');
    // As long as the address takes, and a slider that has to come back.
    await sleep(450);
  };
  const undo = async (times, shiftKey) => {
    for (let i = 0; i < times; i += 1) {
      key(document.body, 'keydown', 'z', { ctrlKey: true, shiftKey, ...(shiftKey && { key: 'Z' }) });
      await tick();
    }
  };
  /** Folds everything, so that what is held can be compared. */
  const fold = async () => {
    for (const fold of document.querySelectorAll('details[open]')) fold.open = false;
    await sleep(300);
  };
  // Told is the opening, or a lesson: its link has its step, and what is shown then is its own.
  const state = () => ({ query: location.search.slice(1), level: level(), ducks: ducks(), settings: settings(), told: document.querySelector('[data-opening], .lesson-place') !== null });

  return { run, place, look, disagreements, rest, fold, undo, state, frame, tick };
})();
