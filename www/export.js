// What a visitor takes along: the link, files, and pictures of the scene and of the charts. Fetched with
// the first request.
import { link, print, save } from './lib/leave.js';

/** Room above the picture for its title and below for its source, in units of the picture. */
const TITLE = 56;
const SOURCE = 34;
/** Room above two tubs for their names, and between them. */
const NAMES = 24;
const BETWEEN = 16;
/** Width of a chart in CSS pixels, whatever its width in pixels: letters keep their proportion. */
const CHART = 720;
/** From one row of a legend to the next. */
const ROW = 18;
/** Width of a letter against its size, and from one line to the next. */
const LETTER = 0.55;
const LEADING = 1.3;

/**
 * Most pixels of a picture, and most attempts to draw one. iPhones and iPads draw nothing on a canvas of
 * more than 4096 × 4096: "Canvas area exceeds the maximum limit (width * height > 16777216)".
 */
const MOST = 16_777_216;
const ATTEMPTS = 5;

/**
 * Does what is asked for and returns how it went in a word, for pictures with the width and height in
 * pixels that were written. `src/share/outcome.rs` reads it.
 */
export async function run(request) {
  switch (request.kind) {
    case 'link':
      return link(request);
    case 'print':
      return print();
    case 'file':
      return save(new Blob([request.text], { type: request.type }), request.name);
    case 'svg':
      return save(new Blob([scene(request).text], { type: 'image/svg+xml' }), `${request.name}.svg`);
    case 'preview':
    case 'png':
      break;
    default:
      throw new Error(`nothing is called ${request.kind}`);
  }
  const made = await drawn(request);
  if (!made) return 'undrawn';
  if (request.kind === 'preview') {
    const image = document.querySelector('[data-preview]');
    URL.revokeObjectURL(image.src);
    image.src = URL.createObjectURL(made.blob);
    return 'shown';
  }
  return `${save(made.blob, `${request.name}.png`)} ${made.width} ${made.height}`;
}

/** A picture in the width asked for or, where the device has no room for it, the largest that comes out. */
async function drawn(request) {
  const draw = request.chart ? chart : picture;
  let { width } = request;
  let reason;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      const canvas = await draw({ ...request, width });
      const size = { width: canvas.width, height: canvas.height };
      const blob = await png(canvas);
      // Phones count the memory of a canvas until it is collected.
      canvas.width = 0;
      if (blob) return { blob, ...size };
      width *= SMALLER;
    } catch (error) {
      reason = error;
      width *= error.fits ?? SMALLER;
    }
    width = Math.floor(width);
  }
  if (reason) console.error(reason);
  return undefined;
}

/** From one attempt to the next, where nothing tells how much is too much. */
const SMALLER = 0.7;

/** A canvas that phones have too. */
function paper(width, height) {
  // A little less: height is rounded.
  const fits = Math.sqrt(MOST / (width * height)) * 0.999;
  if (width * height > MOST) throw Object.assign(new Error('more pixels than phones can draw'), { fits });
  return Object.assign(document.createElement('canvas'), { width, height });
}

/** The scene as it is shown, as a file that needs no style sheet of the page; two tubs side by side. */
function scene({ title, source }) {
  const [shown, second] = [...document.querySelectorAll('.tub-scene')].filter((svg) => svg.getClientRects().length);
  const look = getComputedStyle(shown);
  const own = shown.viewBox.baseVal;
  const height = own.height;
  const width = second ? 2 * own.width + BETWEEN : own.width;
  const above = second ? TITLE + NAMES : TITLE;
  const resolved = (text) =>
    text.replace(/var\((--[\w-]+)(?:,[^()]*)?\)/gu, (whole, name) => look.getPropertyValue(name).trim() || whole);

  const copy = shown.cloneNode(true);
  for (const one of copy.querySelectorAll('[tabindex], [aria-describedby]')) {
    one.removeAttribute('tabindex');
    one.removeAttribute('aria-describedby');
  }
  const small = width < 600;
  const said = small ? 9 : 13;
  const sources = lines(source, (width - 32) / (said * LETTER));
  const foot = SOURCE + (sources.length - 1) * said * LEADING;
  const total = above + height + foot;
  for (const [name, value] of Object.entries({
    viewBox: `0 ${-above} ${width} ${total}`,
    width,
    height: total,
    'font-family': look.fontFamily,
    role: 'img',
    'aria-label': `${title} ${shown.getAttribute('aria-label')}`,
  })) {
    copy.setAttribute(name, value);
  }
  const style = element('style', {}, rules(shown).join('\n'));
  const ground = element('rect', { y: -above, width, height: total, fill: look.getPropertyValue('--sc-tile-1').trim() });
  const ink = look.getPropertyValue('--sc-ink').trim();
  // Words stay within the picture however long they are in a language.
  const line = (text, y, size, weight) => {
    const wide = text.length * size * LETTER > width - 32;
    const fit = wide ? { textLength: width - 32, lengthAdjust: 'spacingAndGlyphs' } : {};
    return element('text', { x: 16, y, fill: ink, 'font-size': size, 'font-weight': weight, ...fit }, text);
  };
  copy.prepend(style, ground);
  if (second) {
    // It borrows drawings of the first, which are in the same file.
    const beside = second.cloneNode(true);
    for (const [name, value] of Object.entries({ x: own.width + BETWEEN, y: 0, width: own.width, height })) {
      beside.setAttribute(name, value);
    }
    const names = [...document.querySelectorAll('.tub-name')].map(({ textContent }, i) =>
      element('text', { x: 16 + i * (own.width + BETWEEN), y: -10, fill: ink, 'font-size': 13 }, textContent),
    );
    copy.append(beside, ...names);
  }
  copy.append(
    line(title, TITLE - above - 16, small ? 20 : 30, 700),
    ...sources.map((text, i) => line(text, height + SOURCE - 12 + i * said * LEADING, said, 400)),
  );
  return { text: resolved(new XMLSerializer().serializeToString(copy)), width, height: total };
}

/** A text in lines of so many letters at most; what is longer than a line, as an address is, is cut. */
function lines(text, room) {
  const most = Math.floor(room);
  const pieces = text.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? []);
  return pieces.reduce((all, piece) => {
    const longer = `${all.at(-1)} ${piece}`;
    return all.length && longer.length <= most ? [...all.slice(0, -1), longer] : [...all, piece];
  }, []);
}

function element(name, attributes, text = '') {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** The rules of all sheets that hold now for something in the picture, without their conditions. */
function rules(shown, list = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])) {
  return list.flatMap((rule) => {
    if (rule instanceof CSSMediaRule) return matchMedia(rule.conditionText).matches ? rules(shown, [...rule.cssRules]) : [];
    const holds =
      rule instanceof CSSStyleRule &&
      !/:hover|:focus/u.test(rule.selectorText) &&
      (shown.matches(rule.selectorText) || shown.querySelector(rule.selectorText));
    return holds ? [rule.cssText] : [];
  });
}

async function picture(request) {
  const { text, width, height } = scene(request);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = paper(request.width, Math.round((request.width / width) * height));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** A chart with its title, its legend and its source, painted anew in the size that is asked for. */
async function chart({ chart: id, title, source, width }) {
  const shown = document.getElementById(id);
  const paint = await globalThis.bathtubPaint.painter();
  // Charts that have not been in sight are painted for paper, and so for this.
  dispatchEvent(new Event('beforeprint'));
  // In hundredths: `chart/src/paint.rs` reads no fractions.
  const ratio = Math.round((100 * width) / CHART) / 100;
  const made = shown.cloneNode();
  made.removeAttribute('id');
  made.dataset.ratio = Math.round(100 * ratio);
  Object.assign(made.style, { position: 'fixed', left: '200vw', width: `${CHART}px` });
  shown.after(made);
  try {
    paint(made, globalThis.bathtubPaint.charts.get(shown), true);
    return framed(made, shown.closest('figure'), { title, source, ratio, width });
  } finally {
    made.remove();
  }
}

function framed(plot, figure, { title, source, ratio, width: wide }) {
  const look = getComputedStyle(plot);
  const legend = rows([...figure.querySelectorAll('.legend li')], `12px ${look.fontFamily}`);
  const sources = lines(source, (CHART - 32) / (11 * LETTER));
  const foot = (sources.length - 1) * 11 * LEADING;
  const [top, bottom] = [86 + ROW * (legend.at(-1)?.row ?? 0), 54 + foot];
  const canvas = paper(wide, plot.height + Math.round((top + bottom) * ratio));
  const height = canvas.height / ratio;
  const ink = canvas.getContext('2d');
  ink.fillStyle = look.backgroundColor;
  ink.fillRect(0, 0, canvas.width, canvas.height);
  ink.drawImage(plot, 0, Math.round(top * ratio));
  ink.scale(ratio, ratio);
  ink.fillStyle = look.color;
  const write = (text, x, y, font, room = CHART - x - 16) => {
    ink.font = `${font} ${look.fontFamily}`;
    ink.fillText(text, x, y, room);
  };
  write(title, 16, 28, '700 18px');
  for (const { item, x, row } of legend) {
    sample(ink, item.querySelector('.key'), x, 48 + ROW * row);
    write(item.textContent, x + 28, 52 + ROW * row, '12px');
  }
  const [across, along] = figure.querySelectorAll('.axis-title');
  write(across.textContent, 16, top - 10, '12px');
  ink.textAlign = 'right';
  write(along.textContent, CHART - 16, height - foot - 34, '12px', CHART - 32);
  ink.textAlign = 'left';
  sources.forEach((text, i) => write(text, 16, height - foot - 12 + i * 11 * LEADING, '11px'));
  return canvas;
}

/** Where the entries of a legend stand, in as many rows as the width asks for. */
function rows(items, font) {
  const ink = document.createElement('canvas').getContext('2d');
  ink.font = font;
  let [x, row] = [16, 0];
  return items.map((item) => {
    const wide = ink.measureText(item.textContent).width + 48;
    if (x > 16 && x + wide > CHART) [x, row] = [16, row + 1];
    x += wide;
    return { item, x: x - wide, row };
  });
}

/** A sample of a legend, as its style has it: a line, a field or a circle. */
function sample(ink, key, x, y) {
  const { borderTopWidth, borderTopStyle, borderTopColor, borderInlineStartWidth, borderInlineStartColor, borderRadius, backgroundColor } =
    getComputedStyle(key);
  ink.save();
  const round = borderRadius === '50%';
  if (round) {
    ink.beginPath();
    ink.arc(x + 10, y, 5, 0, 2 * Math.PI);
    ink.strokeStyle = borderTopWidth === '0px' ? ink.fillStyle : borderTopColor;
    // A circle of two colours is filled with that of the text.
    if (!backgroundColor.startsWith('rgba(0, 0, 0, 0')) ink.fillStyle = backgroundColor;
    if (borderTopWidth === '0px') ink.fill();
    else ink.stroke();
  } else if (borderTopWidth !== '0px' || borderInlineStartWidth !== '0px') {
    const upright = borderTopWidth === '0px';
    ink.lineWidth = Number.parseFloat(upright ? borderInlineStartWidth : borderTopWidth);
    ink.strokeStyle = upright ? borderInlineStartColor : borderTopColor;
    if (upright) ink.setLineDash([2, 2]);
    else if (borderTopStyle === 'dashed') ink.setLineDash([5, 3]);
    ink.beginPath();
    ink.moveTo(x + (upright ? 10 : 0), y - (upright ? 7 : 0));
    ink.lineTo(x + (upright ? 10 : 20), y + (upright ? 7 : 0));
    ink.stroke();
  } else {
    ink.fillStyle = backgroundColor;
    ink.fillRect(x, y - 5, 20, 10);
  }
  ink.restore();
}

const png = (canvas) => new Promise((done) => canvas.toBlob(done, 'image/png'));
