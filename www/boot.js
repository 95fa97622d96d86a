// Starts the page. A classic script in the end, as the build bundles it: where WebAssembly is missing,
// off or blocked, or modules are unknown, it must still run and show the plain words that index.html
// holds in elements with data-failure="webassembly", "simd", "start", "opening" or "panic".
import { json, part as fetchPart, program, script } from './lib/load.js';

(() => {
  const root = document.documentElement;
  // The build writes here the names of the program and its loader, of what is fetched later, and of
  // the languages there are words in. A development build knows no languages.
  // Some proxies run scripts later, without their element.
  const own = document.currentScript ?? document.querySelector('[data-js]') ?? root;
  const { js: pageJs, wasm: pageWasm, embedJs, embedWasm, engine, engineJs, engineWasm, chartJs, chartWasm, exporter, newest, standing, languages = '', size } = own.dataset;
  // An embedded tub has a program of its own, and is started when it comes into sight.
  const embedded = root.dataset.view === 'embed';
  const [js, wasm] = embedded ? [embedJs, embedWasm] : [pageJs, pageWasm];
  const address = (name) => new URL(name, document.baseURI).href;
  // A service worker keeps the words of the page's deploy: an embedded tub may be of another.
  const words = (name) => json(address(name) + (embedded ? '?embed' : ''));
  const part = (name) => document.querySelector(`[data-failure-${name}]`);

  // The smallest module that uses a vector of 128 bits.
  const vector = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253,
    15, 253, 98, 11,
  ]);

  // The program is not there to say it in the visitor's language: by the address or by what was
  // chosen on an earlier visit. English stands in the page.
  const translate = async () => {
    let language = new URLSearchParams(location.search).get('lang');
    try {
      language ??= JSON.parse(localStorage.getItem('bathtub.preferences')).language;
    } catch {
      // No storage, or another's.
    }
    if (!language || !languages.split(' ').includes(language)) return;
    const texts = await words(`./words/${language}.json`);
    for (const element of document.querySelectorAll('[data-words]')) {
      const said = texts[element.dataset.words];
      if (!said) continue;
      element.textContent = said;
      element.lang = language;
    }
  };

  // The address without its setting.
  const unset = () => {
    const language = new URLSearchParams(location.search).get('lang');
    return location.origin + location.pathname + (language ? `?lang=${encodeURIComponent(language)}` : '');
  };

  // `report` is the program's own last words, see src/failure.rs.
  const fail = (reason, report) => {
    const { state } = root.dataset;
    if (state === 'failed') return;
    root.dataset.state = 'failed';
    // What broke while it read its address would break again by the same.
    if (reason === 'panic' && state !== 'ready') reason = 'opening';
    const link = reason === 'opening' ? unset() : report?.link || location.href;
    const text = [
      report?.modelVersion && `model ${report.modelVersion}, data of ${report.dataDate}`,
      report?.link || location.href,
      report?.message,
      navigator.userAgent,
    ];
    part('report').textContent = text.filter(Boolean).join('\n');
    part('report').hidden = part('copy').hidden = !report;
    part('link').href = link;
    document.querySelector(`[data-failure="${reason}"]`).hidden = false;
    document.getElementById('failure').hidden = false;
    // Without a connection it stays English.
    translate().catch(() => {});
  };

  // Not a listener of the program's: it has stopped when this button is needed.
  part('copy').addEventListener('click', async () => {
    const report = part('report');
    try {
      await navigator.clipboard.writeText(report.textContent);
    } catch {
      // Frames may not write to the clipboard: marked text can be copied by hand.
      getSelection().selectAllChildren(report);
    }
  });

  addEventListener('bathtub:failed', ({ detail }) => {
    fail('panic', detail);
    console.error(detail.message);
  });

  if (typeof WebAssembly !== 'object') {
    fail('webassembly');
    return;
  }
  // A trap that the program could not report: the stack or the memory is at its end.
  addEventListener('error', ({ error, message }) => {
    if (error instanceof WebAssembly.RuntimeError) fail('panic', { message });
  });
  if (!WebAssembly.validate(vector)) {
    fail('simd');
    return;
  }
  // A part that cannot be had any more: the page may have been renewed since it was opened. Its address
  // has the setting, so that a reload keeps it.
  const stale = document.getElementById('stale');
  document.querySelector('[data-reload]').addEventListener('click', () => location.reload());
  const renewed = async () => {
    // Not the page that a service worker has kept.
    const page = await (await fetch(`${location.pathname}?h=now`, { cache: 'no-store' })).text();
    if (!page.includes('id="boot"') || page.includes(js)) return;
    stale.hidden = false;
    translate().catch(() => {});
  };
  addEventListener('bathtub:missing', () => {
    if (root.dataset.state === 'ready' && stale.hidden) renewed().catch(() => {});
  });

  // What is late is said, once the page stands, and asked for anew by whoever does not want to wait.
  const slow = new Map();
  const still = document.getElementById('late');
  addEventListener('bathtub:late', ({ detail: { of, more } }) => {
    slow.set(of, more);
    const hidden = root.dataset.state !== 'ready' || ![...slow.values()].some(Boolean);
    if (still.hidden && !hidden) translate().catch(() => {});
    still.hidden = hidden;
  });
  document.querySelector('[data-hurry]').addEventListener('click', () => dispatchEvent(new Event('bathtub:hurry')));

  // Nobody translates a page before it stands, or leaves it for a place without a line.
  const stand = () => script(address(standing)).then((late) => late.stand(document.getElementById('app')));
  // The program fetches its parts and its words so.
  globalThis.bathtubPart = ({ href }) => fetchPart(href);
  globalThis.bathtubJson = words;

  // The engine is fetched with the first question for it. `report` is given what `www/engine.js`
  // says; without an engine, an error for each question.
  let ask;
  globalThis.bathtubAsk = async (question, report) => {
    try {
      if (!ask) {
        const { connect } = await script(address(engine));
        // An embedded tub keeps to one worker: there may be fifty of them.
        ask ??= connect({ program: address(engineJs), wasm: address(engineWasm), alone: embedded }, report);
      }
      ask(question);
    } catch (error) {
      report({ id: question.id, error: String(error) });
    }
  };
  // What paints charts is fetched with the first chart in sight. Until it is there, the last
  // picture of each canvas waits; where it cannot be had, the charts say so and go on waiting.
  const charts = new WeakMap();
  const waiting = new Set();
  let paint;
  const painter = async () => {
    ({ paint } = await program(address(chartJs), address(chartWasm)));
    return paint;
  };
  globalThis.bathtubPaint = async (canvas, chart, recolour) => {
    charts.set(canvas, chart);
    if (paint) {
      paint(canvas, chart, recolour);
      return;
    }
    waiting.add(canvas);
    try {
      await painter();
    } catch {
      canvas.dispatchEvent(new Event('bathtub:unpainted'));
      return;
    }
    for (const one of waiting) {
      paint(one, charts.get(one), true);
      one.dispatchEvent(new Event('bathtub:painted'));
    }
    waiting.clear();
  };
  // `www/export.js` paints charts in other sizes.
  Object.assign(globalThis.bathtubPaint, { charts, painter });
  // What a visitor takes along: `report` is given how it went in a word.
  globalThis.bathtubExport = (request, report) => {
    script(address(exporter))
      .then((program) => program.run(request))
      .then(report, () => report('missing'));
  };

  // A pinned release asks the newest one.
  globalThis.bathtubNewest = (request) => script(address(newest)).then((program) => program.run(request));

  // What has come of the program so far, for those on a slow line; a style sheet says after how long.
  let come = 0;
  const count = (bytes) => {
    come += bytes;
    if (size && !embedded) document.querySelector('#coming span').textContent = `${Math.min(99, Math.floor((100 * come) / size))}%`;
    root.dataset.come = '';
  };
  const start = () => program(address(js), address(wasm), count);
  const inSight = () =>
    new Promise((resume) => {
      const watch = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        resume();
      });
      watch.observe(root);
    });
  // Once more after a moment: most failures of a line are short.
  (embedded ? inSight().then(start) : start())
    .catch((error) => {
      // It came, and broke.
      if (error instanceof WebAssembly.RuntimeError) throw error;
      return new Promise((resume) => setTimeout(resume, 1000)).then(start);
    })
    .then(() => setTimeout(() => stand().catch(() => {}), 900))
    .catch((error) => {
      if (error instanceof WebAssembly.RuntimeError) fail('panic', { message: error.message });
      else fail('start');
      console.error(error);
    });
})();
