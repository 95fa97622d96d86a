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
    iframe { display: block; box-sizing: border-box; width: 100%; height: var(--bathtub-height, 560px); border: 0; border-radius: 12px }
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

  /** A setting with a change, both as a link writes them. */
  const merged = (setting, change) => {
    const query = new URLSearchParams(setting);
    for (const [name, value] of new URLSearchParams(change)) query.set(name, value);
    return query.toString();
  };

  class LiquidityBathtub extends HTMLElement {
    static observedAttributes = [...SETTING, ...FRAME];
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
      for (const name of SETTING) {
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

    attributeChangedCallback(name, before, after) {
      if (before === after) return;
      if (SETTING.includes(name)) this.#note(name);
      else if (this.#frame) {
        this.#drop();
        this.load();
      }
    }

    /** Makes the frame, if it is not there. */
    load() {
      near.unobserve(this);
      if (this.#frame || !this.isConnected) return;
      const frame = document.createElement('iframe');
      frame.title = this.getAttribute('label') || 'The liquidity bathtub';
      // A browser that knows no sharing would complain of the word.
      frame.allow = `clipboard-write; fullscreen${navigator.share ? '; web-share' : ''}`;
      frame.src = this.#address();
      const height = Number.parseFloat(this.getAttribute('height'));
      if (finite(height)) frame.style.height = `${Math.max(LOWEST, height)}px`;
      this.shadowRoot.prepend(frame);
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

    #address() {
      const src = plain(this.getAttribute('src') ?? '');
      const address = new URL('./', new URL(src || home, document.baseURI));
      const query = new URLSearchParams(this.#setting ?? this.#written());
      query.set('embed', '1');
      for (const name of ['show', 'levers', 'theme', 'lang']) {
        const value = this.getAttribute(name);
        if (value) query.set(name, plain(value));
      }
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

    /** Attributes that change together are one change. */
    #note(name) {
      this.#changed.add(name);
      if (this.#changed.size > 1) return;
      queueMicrotask(() => {
        const names = [...this.#changed];
        this.#changed.clear();
        // It is not there, and reads its attributes when it comes.
        if (!this.#frame) {
          this.#setting = undefined;
          return;
        }
        // Without an attribute a value is the start's: only the whole says so.
        if (names.includes('setting') || names.some((name) => !this.hasAttribute(name))) this.set(this.#written(), true);
        else this.set(names.map((name) => [name, plain(this.getAttribute(name))]));
      });
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

  for (const name of SETTING) {
    Object.defineProperty(LiquidityBathtub.prototype, name, {
      get() {
        const value = this.shown?.values?.[name] ?? this.shown?.[name] ?? this.getAttribute(name);
        return value === null || name === 'setting' || name === 'start' ? value : Number(value);
      },
      set(value) {
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
  const tell = (step) => {
    const target = tub(step);
    if (!target?.step || told.get(target) === step) return;
    told.get(target)?.removeAttribute('aria-current');
    told.set(target, step);
    step.setAttribute('aria-current', 'step');
    target.step(plain(step.dataset.bathtubStep), plain(step.dataset.bathtubPoint ?? ''));
  };
  // Read is what crosses the middle of the window.
  const reading = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) tell(target);
    },
    { rootMargin: '-45% 0px -45% 0px' },
  );
  const find = () => {
    for (const step of document.querySelectorAll(STEP)) {
      if (!step.matches('a, button, [tabindex]')) step.tabIndex = 0;
      reading.observe(step);
    }
  };
  const act = ({ target }) => {
    const step = target.closest?.(STEP);
    if (step) tell(step);
  };
  addEventListener('click', act);
  addEventListener('focusin', act);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', find);
  else find();
})();
