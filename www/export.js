// What a visitor takes along: the link, files, and pictures of the scene and of the charts. Fetched with
// the first request.
import { copy, link, print, save } from './lib/leave.js';
import { LEADING, LETTER, lines, scene } from './lib/scene.js';

/** Width of a chart in CSS pixels, whatever its width in pixels: letters keep their proportion. */
const CHART = 720;
/** From one row of a legend to the next. */
const ROW = 18;
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
    case 'copy':
      return copy(request);
    case 'print':
      return print();
    case 'file':
      return save(new Blob([request.text], { type: request.type }), request.name);
    case 'svg':
      return svg(request);
    default:
      return pixels(request);
  }
}

async function svg(request) {
  try {
    return save(new Blob([(await scene(request)).text], { type: 'image/svg+xml' }), `${request.name}.svg`);
  } catch (error) {
    console.error(error);
    return 'undrawn';
  }
}

async function pixels(request) {
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

async function picture(request) {
  const { text, width, height } = await scene(request);
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
