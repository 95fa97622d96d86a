// <liquidity-bathtub>: a tub in somebody else's page. What it understands is in docs/embedding.md.
//
// It holds a frame, says to it what its attributes say, and hears from it what is shown. What stands
// between its tags is seen where scripts do not run, and until the frame is there.
(() => {
  const NAME = 'liquidity-bathtub';
  // Another version of this script was here first: its element can show any version by `src`.
  if (customElements.get(NAME)) return;

  /** The parameters of the model; a test keeps them at its table. */
  const VALUES = `
    capex tga runoff rate dry fed_assets reserves on_rrp account currency bank_assets iorb spread
    ten_year bills runoff_weeks runoff_coupon_share purchase_coupon_share announcement deficit
    bill_share fed_absorption commitments circular circular_break demand_drop spv power_limit
    chip_life earnings_slowdown labour hoarding stablecoin cash_share market_value confidence
    spiral_strength shock shock_week response response_delay rrp_draw rrp_half rrp_refill
    currency_growth bank_assets_growth curve_slope curve_width repo_take_up supply_to_spread
    stablecoin_relief operating_cash_flow payouts cash_cushion internal_share dry_scale ai_premium
    import_share domestic_multiplier fiscal_multiplier saving_share saving_of_gdp saved_in_shares
    exporter_recycling recycling_lag tub_share rate_to_circulation stress_to_circulation
    market_multiplier stress_to_level tub_widening rate_to_water deposits_to_water share_risk
    reversion policy_to_ten_year term_premium scarcity_premium scarcity_scale scarcity_to_yield
    scarcity_to_credit spv_to_credit pass_through growth_pass duration_momentum duration_saas
    duration_sp500 duration_megacap duration_memory duration_treasuries duration_ig duration_hy
    duration_cash rate_bitcoin rate_gold beta_bitcoin beta_momentum beta_saas beta_sp500
    beta_megacap beta_memory beta_gold beta_ig beta_hy level_lag memory_boost boost_fade
    capex_to_earnings depreciation_drag deficit_to_earnings deep_pocket_cash weak_bitcoin weak_saas
    redemptions levered_debt loss_buffer loss_to_confidence spiral_to_level`.trim().split(/\s+/u);
  /** What belongs to a setting besides. */
  const SETTING = ['setting', 'start', 'week', ...VALUES];
  /** What a frame has to be made anew for. */
  const FRAME = ['src', 'show', 'levers', 'theme', 'lang', 'height', 'label'];
  const NAMES = [...SETTING, ...FRAME];
  const VERSION = 1;
  /** No tub is lower or higher, px. */
  const [LOWEST, HIGHEST] = [120, 4000];
  const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
  const home = new URL('./', script?.src || document.baseURI).href;

  /** Some editors put their own quotes around a value. */
  const plain = (text) => text.replace(/^[\s"'“”„«»‘’′″]+|[\s"'“”„«»‘’′″]+$/gu, '');
  /** Without a version a setting means what it means today. */
  const versioned = (query) => {
    if (!query.has('v')) query.set('v', '2');
    return query.toString();
  };
  const finite = (number) => typeof number === 'number' && Number.isFinite(number);

  const STYLE = `:host { display: block; position: relative; margin-block: 1em; contain: content }
    :host([hidden]) { display: none }
    iframe { color: CanvasText; display: block; box-sizing: border-box; width: 100%; height: var(--bathtub-height, 560px); border: 0; border-radius: 12px }
    iframe:not(.ready) { position: absolute; inset: 0; height: 100%; opacity: 0; pointer-events: none }
    .ready ~ slot { display: none }
    slot { display: block; min-height: 320px }`;

  // One observer and one listener for all of them.
  const tubs = new Map();
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) target.load();
    },
    { rootMargin: '600px' },
  );
  /** Where a style sheet gives a height, it may depend on the window. */
  const refit = () => tubs.forEach((tub) => tub.fit());
  const hear = ({ source, origin, data }) => tubs.get(source)?.heard(data, origin);

  /** Whether the page around an element is dark, whatever the system is: a colour of the system tells. */
  const isDark = (element) => Number(getComputedStyle(element).color.match(/\d+/u)?.[0]) > 127;

  /** A setting with a change, both as a link writes them. */
  const merged = (setting, change) => {
    const query = new URLSearchParams(setting);
    for (const [name, value] of new URLSearchParams(change)) query.set(name, value);
    return query.toString();
  };

  class LiquidityBathtub extends HTMLElement {
    static observedAttributes = NAMES;
    #frame;
    #window;
    /** Where the frame is from; none before it has said that it is there. */
    #origin;
    /** What is shown or asked for, as a link writes it: a frame that is moved in the page starts anew. */
    #setting;
    /** What the frame said last. */
    #shown;
    /** Attributes that have changed in this moment. */
    #changed = new Set();
    /** How many settings were asked for, and how many of them the frame was not there to hear. */
    #asked = 0;
    #unheard = 0;
    #heights = [];
    #fits;

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      // A policy of the page around may forbid style elements; this it does not.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
      root.append(document.createElement('slot'));
    }

    connectedCallback() {
      // Properties that were set before this script came.
      for (const name of NAMES) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      if (this.getAttribute('loading') === 'eager') this.load();
      else near.observe(this);
    }

    disconnectedCallback() {
      near.unobserve(this);
      this.#drop();
    }

    /** Attributes that change together are one change. One that is set to what it says asks for that
     * again: the visitor may have moved the slider. */
    attributeChangedCallback(name, before, after) {
      if (before === after && !SETTING.includes(name)) return;
      this.#changed.add(name);
      if (this.#changed.size > 1) return;
      queueMicrotask(() => {
        const names = [...this.#changed];
        this.#changed.clear();
        this.#note(names.filter((name) => SETTING.includes(name)));
        if (!this.#frame || !names.some((name) => FRAME.includes(name))) return;
        this.#drop();
        this.load();
      });
    }

    /** Makes the frame, if it is not there. */
    load() {
      near.unobserve(this);
      if (this.#frame || !this.isConnected) return;
      const frame = document.createElement('iframe');
      frame.title = this.getAttribute('label') || 'The liquidity bathtub';
      // A browser that knows no sharing would complain of the word.
      frame.allow = `clipboard-write; fullscreen${navigator.share ? '; web-share' : ''}`;
      const height = Number.parseFloat(this.getAttribute('height'));
      if (finite(height)) frame.style.height = `${Math.max(LOWEST, height)}px`;
      this.shadowRoot.prepend(frame);
      frame.src = this.#address(frame);
      this.#frame = frame;
      this.#window = frame.contentWindow;
      if (tubs.size === 0) {
        addEventListener('message', hear);
        addEventListener('resize', refit);
      }
      tubs.set(this.#window, this);
    }

    #drop() {
      if (!this.#frame) return;
      tubs.delete(this.#window);
      if (tubs.size === 0) {
        removeEventListener('message', hear);
        removeEventListener('resize', refit);
      }
      this.#frame.remove();
      this.#frame = this.#window = this.#origin = undefined;
      this.#heights = [];
    }

    #address(frame) {
      const src = plain(this.getAttribute('src') ?? '');
      const address = new URL('./', new URL(src || home, document.baseURI));
      const query = new URLSearchParams(this.#setting ?? this.#written());
      query.set('embed', '1');
      for (const name of ['show', 'levers', 'theme', 'lang']) {
        const value = this.getAttribute(name);
        if (value) query.set(name, plain(value));
      }
      // Browsers differ in what they tell a frame of a page that is not as the system is.
      const dark = isDark(frame);
      if (!query.has('theme') && dark !== matchMedia('(prefers-color-scheme: dark)').matches) query.set('theme', dark ? 'dark' : 'light');
      address.search = query;
      return address.href;
    }

    /** The setting of the attributes. */
    #written() {
      const query = new URLSearchParams(plain(this.getAttribute('setting') ?? '').replace(/^\?/u, ''));
      for (const name of SETTING) {
        const value = this.getAttribute(name);
        if (name !== 'setting' && value !== null) query.set(name, plain(value));
      }
      return versioned(query);
    }

    /** Does what attributes say that have changed. */
    #note(names) {
      if (names.length === 0) return;
      // It is not there, and reads its attributes when it comes.
      if (!this.#frame) {
        this.#setting = undefined;
        return;
      }
      const written = new URLSearchParams(this.#written());
      const change = names.map((name) => [name, written.get(name)]);
      if (names.includes('setting')) this.set(written, true);
      else if (change.every(([, value]) => value !== null)) this.set(change);
      else {
        // Without an attribute a value is the start's: only a whole setting says so.
        const whole = new URLSearchParams(this.#setting ?? '');
        for (const [name, value] of change) {
          if (value === null) whole.delete(name);
          else whole.set(name, value);
        }
        this.set(whole, true);
      }
    }

    /**
     * Changes what is shown: `capex=1200&dry=0` or `{ capex: 1200, dry: 0 }`; what is not named stays or,
     * `whole`, goes back to the start.
     */
    set(setting, whole = false) {
      const change = new URLSearchParams(setting).toString();
      this.#setting = whole ? versioned(new URLSearchParams(change)) : merged(this.#setting ?? this.#written(), change);
      this.#ask(whole ? 'open' : 'set', { setting: whole ? this.#setting : change });
    }

    /**
     * Tells a step of a text: a setting, and a part of the picture to point at. The visitor goes on from
     * it with the first lever that they move.
     */
    step(setting, point) {
      this.#setting = versioned(new URLSearchParams(setting));
      this.#ask('step', { setting: this.#setting, ...(point ? { point } : {}) });
    }

    /** The values, read-outs and ducks that the frame said last. */
    get shown() {
      return this.#shown;
    }

    #ask(type, fields) {
      this.#asked += 1;
      if (this.#origin === undefined) this.#unheard += 1;
      else this.#say({ type, id: this.#asked, ...fields });
    }

    #say(message) {
      this.#window.postMessage({ bathtub: VERSION, ...message }, this.#origin === 'null' ? '*' : this.#origin);
    }

    /** What the frame says. Nothing of it is taken for more than a number or a text. */
    heard(data, origin) {
      if (typeof data !== 'object' || data?.bathtub !== VERSION) return;
      // A sandbox takes the origin away; any other origin is another page's.
      if (origin !== new URL(this.#frame.src).origin && origin !== 'null') return;
      const { bathtub, type, ...detail } = data;
      if (type === 'here') this.#greet(origin);
      if (this.#origin !== origin) return;
      if (type === 'height') this.#grow(detail.height);
      if (type === 'ready' || type === 'change') {
        if (typeof detail.setting === 'string') this.#setting = detail.setting;
        this.#shown = detail;
        this.#frame.classList.add('ready');
      }
      if (type === 'ready' || type === 'change' || type === 'error') {
        this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
      }
    }

    #greet(origin) {
      this.#origin = origin;
      this.#fits = undefined;
      this.fit();
      if (this.#unheard) this.#say({ type: 'open', id: this.#asked, setting: this.#setting });
      this.#unheard = 0;
    }

    /** Tells the frame whether it is as high as its content, or as an attribute or a style sheet says. */
    fit() {
      const given = this.hasAttribute('height') || getComputedStyle(this).getPropertyValue('--bathtub-height').trim() !== '';
      const fits = given ? 'frame' : 'content';
      if (this.#origin === undefined || fits === this.#fits) return;
      this.#fits = fits;
      if (given && !this.hasAttribute('height')) this.#frame.style.removeProperty('height');
      this.#say({ type: 'hello', fit: fits });
    }

    /** As high as the content; where heights take turns, as with a scroll bar that comes and goes, the
     * highest stays. */
    #grow(height) {
      if (!finite(height) || this.#fits !== 'content') return;
      const wanted = Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height)));
      const now = performance.now();
      this.#heights = [...this.#heights.filter(({ at }) => now - at < 1000), { wanted, at: now }];
      const swings = this.#heights.length > 3;
      this.#frame.style.height = `${swings ? Math.max(...this.#heights.map(({ wanted }) => wanted)) : wanted}px`;
    }
  }

  // `lang` is every element's.
  for (const name of NAMES.filter((name) => name !== 'lang')) {
    Object.defineProperty(LiquidityBathtub.prototype, name, {
      get() {
        if (FRAME.includes(name)) return this.getAttribute(name);
        const value = this.shown?.values?.[name] ?? this.shown?.[name] ?? this.getAttribute(name);
        return value === null || name === 'setting' || name === 'start' ? value : Number(value);
      },
      set(value) {
        // It is the whole: what single attributes say is over.
        if (name === 'setting') for (const other of SETTING) this.removeAttribute(other);
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
      configurable: true,
      enumerable: true,
    });
  }
  customElements.define(NAME, LiquidityBathtub);

  // Steps of a text: `data-bathtub-step="capex=1200&dry=0"`, told when it is read, clicked or focused.
  const STEP = '[data-bathtub-step]';
  const tub = (step) => {
    const named = step.closest('[data-bathtub-for]')?.dataset.bathtubFor;
    const scope = step.closest('article, main, body') ?? document;
    return (named && document.querySelector(plain(named))) || scope.querySelector(NAME) || document.querySelector(NAME);
  };
  const told = new WeakMap();
  const tell = (step, again) => {
    const target = tub(step);
    if (!target?.step || (told.get(target) === step && !again)) return;
    told.get(target)?.removeAttribute('aria-current');
    told.set(target, step);
    step.setAttribute('aria-current', 'step');
    target.step(plain(step.dataset.bathtubStep), plain(step.dataset.bathtubPoint ?? ''));
  };
  /** How much of a step is seen, and how far from the middle of what is seen of the text it stands. A
   * tub that stays while the text goes by covers a part of the window. */
  const sight = (step) => {
    const [box, over] = [step, tub(step)].map((element) => element.getBoundingClientRect());
    let [top, bottom] = [0, innerHeight];
    if (over.left < box.right && over.right > box.left && over.top < bottom && over.bottom > top) {
      if (over.top > bottom - over.bottom) bottom = over.top;
      else top = over.bottom;
    }
    const seen = (Math.min(box.bottom, bottom) - Math.max(box.top, top)) / Math.min(box.height, bottom - top);
    return { step, seen, away: Math.abs(box.top + box.bottom - top - bottom) };
  };
  let steps = [];
  /** Until when a scroll is that of a click or of the focus, which tell a step themselves. */
  let quiet = 0;
  /** Read is the step that is wholly seen or, of several, the one in the middle; else most of one. */
  const read = () => {
    const best = new Map();
    for (const now of steps.filter((step) => step.isConnected && tub(step)).map(sight)) {
      // What is not laid out has no share that is seen.
      if (!(now.seen >= 0.5)) continue;
      const key = tub(now.step);
      const before = best.get(key);
      const whole = now.seen > 0.97;
      const beats = !before || whole > before.whole || (whole === before.whole && now.away < before.away);
      if (beats) best.set(key, { ...now, whole });
    }
    for (const { step } of best.values()) tell(step);
  };
  let waits = false;
  const soon = () => {
    const now = performance.now();
    if (now < quiet) quiet = now + 150;
    else if (!waits && steps.length > 0) later();
  };
  const later = () => {
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      read();
    });
  };
  const find = () => {
    steps = [...document.querySelectorAll(STEP)];
    for (const step of steps) if (!step.matches('a, button, [tabindex]')) step.tabIndex = 0;
    soon();
  };
  const act = ({ type, key, target }) => {
    const step = target.closest?.(STEP);
    if (!step || (type === 'keydown' && key !== 'Enter')) return;
    quiet = performance.now() + 150;
    // Whoever asks for a step that is told already has moved a slider since.
    tell(step, type !== 'focusin');
  };
  for (const type of ['click', 'keydown', 'focusin']) addEventListener(type, act);
  for (const type of ['scroll', 'resize', 'load', 'ready']) addEventListener(type, soon, { capture: true, passive: true });
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', find);
  else find();
})();
