// Starts the page. A classic script on purpose: where WebAssembly is missing, off or blocked, or
// modules are unknown, it must still run and show the plain words that index.html holds in
// elements with data-failure="webassembly", "simd", "start" or "panic".
(() => {
  const root = document.documentElement;
  // The build writes here the names of the program and its loader, of what is fetched later, and of
  // the languages there are words in. A development build knows no languages.
  const { js, wasm, engine, engineJs, engineWasm, chartJs, chartWasm, exporter, languages = '' } =
    document.currentScript.dataset;
  const address = (name) => new URL(name, document.baseURI).href;
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
    const words = await (await fetch(address(`./words/${language}.json`))).json();
    for (const element of document.querySelectorAll('#failure [data-words]')) {
      element.textContent = words[element.dataset.words];
      element.lang = language;
    }
  };

  // `report` is the program's own last words, see src/failure.rs.
  const fail = (reason, report) => {
    if (root.dataset.state === 'failed') return;
    root.dataset.state = 'failed';
    const link = report?.link || location.href;
    const text = [
      report?.modelVersion && `model ${report.modelVersion}, data of ${report.dataDate}`,
      link,
      report?.message,
      navigator.userAgent,
    ];
    part('report').textContent = text.filter(Boolean).join('\n');
    part('report').hidden = reason !== 'panic';
    part('copy').hidden = reason !== 'panic';
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
  // The engine is fetched with the first question for it. `report` is given what `www/engine.js`
  // says; without an engine, an error for each question.
  let asks;
  globalThis.bathtubAsk = (question, report) => {
    asks ??= import(address(engine)).then(({ connect }) =>
      connect({ program: address(engineJs), wasm: address(engineWasm) }, report),
    );
    asks.then(
      (ask) => ask(question),
      (error) => {
        asks = undefined;
        report({ id: question.id, error: String(error) });
      },
    );
  };
  // What paints charts is fetched with the first chart in sight. Until it is there, the last
  // picture of each canvas waits.
  const charts = new WeakMap();
  const waiting = new Set();
  let painting;
  let paint;
  const program = () => {
    painting ??= import(address(chartJs)).then(async (program) => {
      await program.default({ module_or_path: address(chartWasm) });
      paint = program.paint;
      return paint;
    });
    painting.catch(() => {
      painting = undefined;
    });
    return painting;
  };
  globalThis.bathtubPaint = (canvas, chart, recolour) => {
    charts.set(canvas, chart);
    if (paint) {
      paint(canvas, chart, recolour);
      return;
    }
    waiting.add(canvas);
    if (waiting.size > 1) return;
    program()
      .then((paint) => {
        for (const canvas of waiting) paint(canvas, charts.get(canvas), true);
      })
      .catch((error) => console.warn(`charts: ${error}`))
      .finally(() => waiting.clear());
  };
  // `www/export.js` paints charts in other sizes.
  Object.assign(globalThis.bathtubPaint, { charts, program });
  // What a visitor takes along: `report` is given how it went.
  globalThis.bathtubExport = (request, report) => {
    import(address(exporter))
      .then((program) => program.run(request))
      .then(report, (error) => report(`failed: ${error}`));
  };
  import(address(js))
    .then((program) => program.default({ module_or_path: address(wasm) }))
    .catch((error) => {
      fail('start');
      console.error(error);
    });
})();
