// Runs before the first paint. Applies the stored colours, movement and view: a visitor who chose a
// theme must not see the other one first; the program keeps and changes them
// (src/platform/browser.rs). Shows a first visit the first step of the opening. And keeps what hands
// do before the program is there: it draws the page anew and is then told, in the same order, as if
// it had just happened.
(() => {
  const root = document.documentElement;
  const { js, wasm, embedStyle } = document.currentScript?.dataset ?? {};
  const link = (options) => document.head.append(Object.assign(document.createElement('link'), options));
  // Some editors put a setting behind the hash, all of it or what follows a language or a tracker's mark.
  const behind = () => {
    const setting = /^#\??(\w+(?:=|%(?:25)*3D).+)$/iu.exec(location.hash);
    if (!setting) return;
    try {
      history.replaceState(null, '', `${location.search ? `${location.search}&` : '?'}${setting[1]}`);
    } catch {
      // A frame that may not: the page opens as it is.
    }
  };
  behind();
  // Pasted over the address of an open page, it loads nothing: the program reads the address again.
  addEventListener('hashchange', () => {
    const before = location.search;
    behind();
    if (location.search !== before) dispatchEvent(new PopStateEvent('popstate'));
  });
  // A tub in somebody else's page keeps nothing, shows no opening, and looks as its address says.
  const asked = new URLSearchParams(location.search);
  const framed = asked.get('embed') === '1';
  // A lesson in a frame is the page without what stands around it.
  if (framed && asked.has('lesson')) {
    root.dataset.frame = 'lesson';
  } else if (framed) {
    root.dataset.view = 'embed';
    const theme = asked.get('theme')?.toLowerCase();
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    link({ rel: 'stylesheet', href: embedStyle ?? './css/embed.css', blocking: 'render' });
    // A frame shows none.
    document.querySelector('link[rel=icon]').href = 'data:,';
    return;
  }
  // Trunk's own way would fetch it for embedded tubs as well.
  if (js) {
    link({ rel: 'modulepreload', href: js, crossOrigin: 'anonymous' });
    link({ rel: 'preload', href: wasm, as: 'fetch', type: 'application/wasm', crossOrigin: 'anonymous' });
  }
  let known = {};
  try {
    known = JSON.parse(localStorage.getItem('bathtub.preferences')) ?? {};
    const { theme, motion, view } = known;
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    if (motion === 'reduced' || motion === 'full') root.dataset.motion = motion;
    if (view === 'simple' || view === 'present') root.dataset.view = view;
    if (view === 'present') link({ rel: 'stylesheet', href: './css/present.css', media: 'screen', blocking: 'render' });
  } catch {
    // No storage, or another's: the system's choice stands.
  }
  // An address with a setting, or a page in another language, waits for the program.
  if (!known.seen && !location.search && (known.language ?? 'en') === 'en') root.dataset.first = '';

  // In a language of its own the page is an original of its own: search engines run this.
  const own = new URLSearchParams(location.search).get('lang');
  const canonical = document.querySelector('link[rel=canonical]');
  const alternate = [...document.querySelectorAll('link[hreflang]')].find(({ hreflang }) => hreflang === own);
  if (canonical && alternate) canonical.href = alternate.href;

  // Paper is light: charts are painted for it in its colours, and in sections that have a size.
  addEventListener('beforeprint', () => {
    root.dataset.printed = root.dataset.theme ?? '';
    root.dataset.theme = 'light';
  });
  addEventListener('afterprint', () => {
    const { printed } = root.dataset;
    if (printed) root.dataset.theme = printed;
    else delete root.dataset.theme;
    delete root.dataset.printed;
  });

  // Whoever has touched the page is shown no opening, except those who go on in it.
  const TOUCHES = ['pointerdown', 'keydown', 'input'];
  const touch = ({ target, key }) => {
    // Whoever looks around has touched nothing.
    if (key !== 'Tab' && !target.closest?.('[data-opening]')) root.dataset.touched = '';
  };
  for (const event of TOUCHES) addEventListener(event, touch, { capture: true, passive: true });

  /** Where an element stands: by its id, by one of its hooks, or by its place in the one around it. */
  const selector = (element) => {
    if (element.id) return `#${CSS.escape(element.id)}`;
    const hook = [...element.attributes].find(({ name, value }) => name.startsWith('data-') && value);
    if (hook) {
      const named = `[${hook.name}="${CSS.escape(hook.value)}"]`;
      if (document.querySelectorAll(named).length === 1) return named;
    }
    const { parentElement, localName } = element;
    const alike = [...parentElement.children].filter((other) => other.localName === localName);
    return `${selector(parentElement)} > ${localName}:nth-of-type(${alike.indexOf(element) + 1})`;
  };

  // What was done to which element: one entry each, in the order of the last.
  const done = new Map();
  let focus;
  let pressed;
  const note = (element, what) => {
    const name = selector(element);
    const before = done.get(name);
    done.delete(name);
    done.set(name, { ...before, ...what });
  };
  const heard = {
    input: ({ target }) => note(target, { value: target.value }),
    change: ({ target }) => {
      if (target.type === 'radio') note(target, { click: true });
      else note(target, { value: target.value, changed: true });
    },
    click: ({ target }) => {
      const button = target.closest('button');
      if (button) note(button, { click: true });
    },
    toggle: ({ target }) => note(target, { open: target.open }),
    focusin: ({ target }) => (focus = selector(target)),
    // Whoever leaves an element does so while it stands: the program takes it away with its focus.
    focusout: ({ target }) =>
      setTimeout(() => {
        if (target.isConnected && focus === selector(target)) focus = undefined;
      }),
    pointerdown: ({ target }) => (pressed = target.type === 'range' ? { target, value: target.value } : undefined),
    // A finger on its way down the page has changed nothing.
    pointercancel: () => {
      if (!pressed) return;
      pressed.target.value = pressed.value;
      done.delete(selector(pressed.target));
    },
  };
  const listen = (event) => {
    if (event.target.closest?.('#app')) heard[event.type](event);
  };
  for (const event of Object.keys(heard)) addEventListener(event, listen, { capture: true, passive: true });

  new MutationObserver((_, observer) => {
    if (root.dataset.state !== 'ready') return;
    observer.disconnect();
    for (const event of Object.keys(heard)) removeEventListener(event, listen, { capture: true });
    for (const event of TOUCHES) removeEventListener(event, touch, { capture: true });
    const find = (name) => document.querySelector(name);
    const redo = ([name, { value, changed, click, open }]) => {
      const element = find(name);
      if (!element) return true;
      if (open !== undefined) element.open = open;
      if (click) element.click();
      if (value === undefined) return false;
      element.value = value;
      element.dispatchEvent(new Event('input', { bubbles: true }));
      if (changed) element.dispatchEvent(new Event('change', { bubbles: true }));
      return false;
    };
    // A slow machine draws what has come piece by piece.
    const again = (rest, tries) => {
      const left = rest.filter(redo);
      if (left.length && tries) setTimeout(again, 100, left, tries - 1);
    };
    // Some of what the build drew comes late.
    const late = [...done].filter(redo);
    const below = document.getElementById('below');
    if (late.length) {
      new MutationObserver((_, observer) => {
        if (below.dataset.program !== 'here') return;
        observer.disconnect();
        again(late, 50);
      }).observe(below, { attributes: true, attributeFilter: ['data-program'] });
    }
    if (focus) find(focus)?.focus({ preventScroll: true });
  }).observe(root, { attributes: true, attributeFilter: ['data-state'] });
})();
