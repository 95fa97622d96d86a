// Serves the site with the headers a good host would send. `cargo xtask serve` starts it with
// its base, first and last port and writes a line of JSON to its input for every build; it answers on
// its output with a line for the port and one for each build that is up. It ends with its input,
// so that it never outlives the task, however that ends.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

// Node packages live in the tools folder, where a plain `import` does not look.
const load = createRequire(path.join(process.env.BATHTUB_NODE_MODULES, 'any.js'));
const compression = load('compression');
const { lookup } = load('mrmime');
const sirv = load('sirv');

const [base, firstPort, lastPort] = process.argv.slice(2);
/** Below the base, where the page's own files cannot be. */
const RELOAD = '__dev/reload.js';
const EVENTS = '__dev/events';
/** Browsers and proxies give up on a stream that stays silent for long. */
const HEARTBEAT = 15_000;
/**
 * Connections, and requests on each that wait for their answers. Every one of these may keep a
 * file open, of which a process can have so many; browsers wait for each answer.
 */
const MOST_CONNECTIONS = 250;
const MOST_WAITING = 20;

/**
 * Headers of every response. Pages may be embedded anywhere, and a frame sandboxed to scripts has
 * an origin of its own that matches no other: hence the two that open the files to all.
 */
const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
};

/** Copies of the site, one a build, and the two last of them. */
const home = mkdtempSync(path.join(tmpdir(), 'bathtub-site-'));
const copies = [];
const streams = new Set();
const waiting = new WeakMap();
const compress = compression();
/** The build that is up: `files` by name, `send` to answer with one, `number` among the builds. */
let site;

function receive(request, response) {
  const { socket } = request;
  const count = (waiting.get(socket) ?? 0) + 1;
  if (count > MOST_WAITING) return socket.destroy();
  waiting.set(socket, count);
  response.on('close', () => waiting.set(socket, waiting.get(socket) - 1));
  return respond(request, response);
}

function respond(request, response) {
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
  if (!['GET', 'HEAD'].includes(request.method)) {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'only GET and HEAD are answered here');
  }
  if (!site) return sendText(response, 503, 'the page is being built');
  const [place, query] = request.url.split('?', 2);
  if (`${place}/` === base) return redirect(response, base);
  if (site.reload && place === base + EVENTS) return streamBuilds(response);
  const name = fileName(place);
  const file = site.files.get(name);
  if (file) return sendFile(request, response, name, file, query);
  if (site.files.has(`${name}/index.html`)) return redirect(response, `${place}/`);
  return sendText(response, 404, 'not found');
}

/** The file that a path means, with the page of a folder spelt out; undefined outside the base. */
function fileName(place) {
  if (!place.startsWith(base)) return undefined;
  try {
    const name = decodeURI(place.slice(base.length));
    return name === '' || name.endsWith('/') ? `${name}index.html` : name;
  } catch {
    return undefined;
  }
}

function sendFile(request, response, name, file, query) {
  // The page stamps its references to files of fixed name with the hash of their content.
  const kept = file.hashed || query === `h=${file.hash}`;
  const type = lookup(name) ?? 'application/octet-stream';
  response.setHeader('Cache-Control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Content-Security-Policy', file.policy ?? site.policy);
  response.setHeader('Content-Type', type.startsWith('text/') ? `${type}; charset=utf-8` : type);
  response.setHeader('Vary', 'Accept-Encoding');
  // A range would be one of the plain file, and what is sent may be compressed.
  delete request.headers.range;
  request.url = encodeURI(`/${name}`);
  compress(request, response, () => site.send(request, response, () => sendText(response, 404, 'not found')));
}

function redirect(response, place) {
  response.setHeader('Location', place);
  sendText(response, 308, '');
}

function sendText(response, status, words) {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.removeHeader('Content-Security-Policy');
  response.statusCode = status;
  response.end(words && `${words}\n`);
}

function streamBuilds(response) {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'text/event-stream');
  response.write(`data: ${site.number}\n\n`);
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

/**
 * Puts a build up. What is served is a copy: the folder may be built anew at any time, and a file
 * that is gone when it is to be sent would end this process.
 */
function show({ folder, policy, reload, files }) {
  // Other servers have had other numbers, which a page that was left open may remember.
  const number = (site?.number ?? Date.now()) + 1;
  const copy = path.join(home, String(number));
  cpSync(folder, copy, { recursive: true, dereference: true, preserveTimestamps: true });
  const named = new Map(Object.entries(files));
  if (reload) {
    addReload(copy, named.keys());
    named.set(RELOAD, {});
  }
  site = { files: named, policy, reload, number, send: sirv(copy, { etag: true, extensions: [] }) };
  for (const stream of streams) stream.write(`data: ${number}\n\n`);
  // Files of the build before may be on their way.
  if (copies.push(copy) > 2) rmSync(copies.shift(), { recursive: true, force: true });
}

/** Has every page reload itself after a build, by a script that the policy allows. */
function addReload(copy, names) {
  const tag = `<script src="${base}${RELOAD}" defer></script>`;
  for (const name of names) {
    if (!name.endsWith('.html')) continue;
    const page = readFileSync(path.join(copy, name), 'utf8');
    const [head, ...rest] = page.split('</head>');
    writeFileSync(path.join(copy, name), [head + tag, ...rest].join('</head>'));
  }
  mkdirSync(path.join(copy, path.dirname(RELOAD)));
  cpSync(new URL('reload.js', import.meta.url), path.join(copy, RELOAD));
}

const server = createServer(receive);
server.maxConnections = MOST_CONNECTIONS;
let port = Number(firstPort);
server.on('error', ({ code, message }) => {
  if (code === 'EADDRINUSE' && port < Number(lastPort)) {
    port += 1;
    server.listen(port, '127.0.0.1');
  } else {
    console.log(`error ${code === 'EADDRINUSE' ? code : message}`);
    process.exit(1);
  }
});
server.on('listening', () => console.log(`port ${server.address().port}`));
server.listen(port, '127.0.0.1');

setInterval(() => {
  for (const stream of streams) stream.write(':\n\n');
}, HEARTBEAT);
process.on('exit', () => rmSync(home, { recursive: true, force: true }));
// Ctrl-C reaches this process too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit());
createInterface({ input: process.stdin })
  .on('line', (line) => {
    show(JSON.parse(line));
    console.log('up');
  })
  .on('close', () => process.exit());
