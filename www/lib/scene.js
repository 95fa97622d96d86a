// The scene as a drawing that stands without the page.

/** Room above the picture for its title and below for its source, in units of the picture. */
const TITLE = 56;
const SOURCE = 34;
/** Room above two tubs for their names, and between them. */
const NAMES = 24;
const BETWEEN = 16;
/** Width of a letter against its size, and from one line to the next. */
export const LETTER = 0.55;
export const LEADING = 1.3;

/** The scene as it is shown, as a file that needs no style sheet of the page; two tubs side by side. */
export async function scene({ title, source }) {
  const known = await sheets();
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
  const style = element('style', {}, rules(shown, known).join('\n'));
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
export function lines(text, room) {
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

/** The rules of all sheets. A frame without an origin may not read those of its own page: they are fetched. */
async function sheets() {
  const read = async (sheet) => {
    try {
      return [...sheet.cssRules];
    } catch {
      const copy = new CSSStyleSheet();
      copy.replaceSync(await (await fetch(sheet.href)).text());
      return [...copy.cssRules];
    }
  };
  return (await Promise.all([...document.styleSheets].map(read))).flat();
}

/** The rules of a list that hold now for something in the picture, without their conditions. */
function rules(shown, list) {
  return list.flatMap((rule) => {
    if (rule instanceof CSSMediaRule) return matchMedia(rule.conditionText).matches ? rules(shown, [...rule.cssRules]) : [];
    const holds =
      rule instanceof CSSStyleRule &&
      !/:hover|:focus/u.test(rule.selectorText) &&
      (shown.matches(rule.selectorText) || shown.querySelector(rule.selectorText));
    return holds ? [rule.cssText] : [];
  });
}
