// Writes the service worker of a finished site: `node write.mjs SITE`. What it keeps is one deploy, whole:
// each file is named by its content or comes with its digest, and a worker that cannot have
// every one of them just so does not start.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// Node packages live in the tools folder, where a plain `import` does not look.
const load = createRequire(path.join(process.env.BATHTUB_NODE_MODULES, 'any.js'));
const esbuild = load('esbuild');
const { generateSW } = load('workbox-build');

const [site] = process.argv.slice(2);
const swDest = path.join(site, 'service-worker.js');
const read = (name) => readFileSync(path.join(site, name));
const digest = (name, form) => createHash('sha256').update(read(name)).digest(form);

/** Scripts, programs and the style sheet that the page names, as it names them. */
const page = read('index.html').toString();
const references = [...page.matchAll(/="\.\/([^"?]+\.(?:js|wasm|css))(\?[^"]*)?"/gu)];
const named = new Map(references.map(([, name, query = '']) => [name, name + query]));

/** Named in the page, and of no use without a line or without the page. */
const OTHERS = /^(bathtub-embed|css\/embed-|css\/still\.css$)/u;

/** Names that hold the hash of the content. */
const HASHED = /-[0-9a-f]{16}\.|\?h=/u;

const entry = ({ url: name, size }) => {
  // The folder: some hosts send whoever asks for index.html there.
  const url = name === 'index.html' ? './' : (named.get(name) ?? name);
  const revision = HASHED.test(url) ? null : digest(name, 'hex').slice(0, 16);
  return { url, revision, integrity: `sha256-${digest(name, 'base64')}`, size };
};
let manifest;

const { warnings } = await generateSW({
  globDirectory: site,
  swDest,
  globPatterns: ['index.html', '*.{js,wasm}', 'css/{bathtub,lessons,share}.css', 'words/*.json', 'lessons/**/*.json', 'data/*.csv'],
  globIgnores: ['bathtub-embed*', 'embed.js', 'service-worker.js'],
  manifestTransforms: [
    (entries) => {
      manifest = entries.map(entry);
      return { manifest, warnings: [] };
    },
  ],
  // Any setting is the page's own; `embed` is another page, and `h` the hash of a content.
  ignoreURLParametersMatching: [/^(?!h$|embed)/u],
  directoryIndex: null,
  cleanupOutdatedCaches: true,
  // A newer worker waits until no page of the older one is open.
  skipWaiting: false,
  clientsClaim: false,
  inlineWorkboxRuntime: true,
  sourcemap: false,
  mode: 'production',
  // Whoever can run the page's program has these.
  babelPresetEnvTargets: ['chrome >= 91', 'firefox >= 90', 'safari >= 16.4'],
});
if (warnings.length > 0) throw new Error(warnings.join('\n'));
const kept = new Set(manifest.map(({ url }) => url));
const missing = [...named].filter(([name, written]) => !OTHERS.test(name) && !kept.has(written));
if (missing.length > 0 || !kept.has('./')) throw new Error(`the page needs ${missing.join(', ')}, which the service worker does not keep`);

const { revision } = manifest.find(({ url }) => url === './');
const renew = readFileSync(new URL('renew.js', import.meta.url), 'utf8');
const { code } = esbuild.transformSync(renew, {
  minify: true,
  // Its names are its own.
  format: 'iife',
  define: { PAGE: JSON.stringify(`./?__WB_REVISION__=${revision}`) },
});
writeFileSync(swDest, code + readFileSync(swDest, 'utf8'));
