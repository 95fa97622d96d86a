// Whatever follows from a seed, the same on every machine: numbers, texts, links, rubbish.

/** A stream of numbers below one, with what is made of them. */
export function dice(seed) {
  let state = seed >>> 0;
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  const among = (list) => list[below(list.length)];
  /** One of [weight, value]. */
  const weighed = (list) => {
    let left = next() * list.reduce((sum, [weight]) => sum + weight, 0);
    return (list.find(([weight]) => (left -= weight) < 0) ?? list.at(-1))[1];
  };
  return { next, below, among, weighed, chance: (share) => next() < share, share: () => Number(next().toFixed(4)) };
}

/** What is no number, or one that nobody expects. */
const ODD = [
  '', ' ', '-', '\u2212', '.', ',', '1,2,3', '1.2.3', '12a', '--3', '$5', '5%', 'NaN', 'nan', 'Infinity', '-Infinity', 'undefined', 'null',
  'true', '[]', '{}', '1e999', '-1e999', '1e-999', '1e3', '0x10', '9'.repeat(400), '\u0663', '\uFF18\uFF11\uFF12\uFF0E\uFF15', '\u200B42\uFEFF',
  '<b>1</b>', '</script>', '{value}', '{0}', '%', '%s', '"', "'", '\\', '\u0000', '\uD800', '\u202E123', '💧', 'ё'.repeat(60), '1 234,5', '1\u202F234,5',
  '1.234,5', '1,234.5', '1’234.5', '–300', '+3', '.5', '7.', '-0', '1e1e1', '٣',
];

/** A number as somebody types it in one of the five languages, or what is none. */
export function typedText({ next, below, among, chance }) {
  if (chance(0.3)) return among(ODD);
  const size = among([1, 10, 100, 1000, 10_000, 1e6]);
  const number = (next() * 2 - 1) * size;
  const places = below(4);
  if (chance(0.5)) return number.toFixed(places);
  const [group, point] = among([[',', '.'], ['.', ','], ['\u00A0', ','], ['\u202F', ','], ['', ','], [' ', '.']]);
  const [whole, fraction] = Math.abs(number).toFixed(places).split('.');
  const minus = number < 0 ? among(['-', '\u2212', '–']) : '';
  return minus + whole.replace(/\B(?=(\d{3})+$)/gu, group) + (fraction ? point + fraction : '');
}

/** Any text. */
export function anyText({ below, among, chance }, most = 40) {
  const sign = () => (chance(0.6) ? String.fromCharCode(32 + below(95)) : among([...'&=%+#?;:,.·€я中\u0000\u200B\uFEFF\u202E\uFFFD\n\t', '\uD800', '💧', 'ﬀ']));
  return Array.from({ length: below(most) }, sign).join('');
}

/** Starts of the table, Wednesdays of the weekly table, days that have none, and no days. */
const STARTS = ['2026-10-07', '2026-08-19', '2015-01-07', '2019-09-11', '2025-07-30', '2016-03-30', '2018-10-17', '2020-04-15', '2001-01-01', '2026-02-30', 'soon', ''];
const SCENARIOS = ['ai_boom', 'nothing', '2019', ''];

/** A query that the page could have written, more or less. `parameters` are rows of `bathtub parameters`. */
export function validLink(one, parameters, languages) {
  const { next, below, among, chance } = one;
  const query = ['v=2', `start=${among(STARTS.slice(0, 7))}`];
  if (chance(0.3)) query.push(`lang=${among(languages)}`);
  const value = ({ min, max }) => String(Number((min + next() * (max - min)).toFixed(below(3))));
  const values = (count) => {
    const taken = new Map();
    for (let i = 0; i < count; i += 1) {
      const row = chance(0.6) ? parameters[below(5)] : among(parameters);
      taken.set(row.key, value(row));
    }
    return [...taken];
  };
  for (const [key, text] of values(below(6))) query.push(`${key}=${text}`);
  if (chance(0.5)) query.push(`week=${below(105)}`);
  if (chance(0.2)) query.push(`pin=${['start:2026-10-07', ...values(below(4)).map((pair) => pair.join(':'))].join(',')}`);
  if (chance(0.15)) query.push('show=two');
  return query.join('&');
}

/** A link that others have handled, badly. */
export function spoilt(one, link, parameters) {
  const { below, among, chance } = one;
  let text = link;
  for (let times = 1 + below(4); times > 0; times -= 1) {
    const at = below(text.length + 1);
    const to = at + below(6);
    text = among([
      () => text.slice(0, at) + text.slice(to),
      () => text.slice(0, at) + anyText(one, 6) + text.slice(at),
      () => text.slice(0, at),
      () => text.replaceAll('=', among(['%3D', '=3D', ':', '=='])),
      () => encodeURIComponent(text.toWellFormed()),
      () => `${text}&${text}`,
      () => text.replace(/=[^&]*/u, `=${among(ODD)}`),
      () => `${text}&${among(parameters).key}=${typedText(one)}`,
      () => `${text}&start=${among(STARTS)}&week=${among(ODD)}&scenario=${among(SCENARIOS)}`,
      () => text.replace('v=2', `v=${among(['1', '3', '', '2.0', 'x', '-1'])}`),
      () => text.toUpperCase(),
      () => `${text}&pin=${anyText(one, 30)}`,
      () => `${text}&${anyText(one, 12)}`,
    ])();
  }
  if (chance(0.05)) text += `&x=${'9'.repeat(3000)}`;
  return text.slice(0, 6000);
}

/** Any link. */
export function anyLink(one, parameters, languages) {
  if (one.chance(0.1)) return anyText(one, 80);
  const link = validLink(one, parameters, languages);
  return one.chance(0.5) ? link : spoilt(one, link, parameters);
}

/** Any value that JSON has, not deep. */
export function anyValue(one, depth = 2) {
  const { next, below, among } = one;
  const plain = [
    () => null, () => true, () => false, () => 0, () => -1, () => (next() - 0.5) * 1e6, () => 1e308, () => '', () => anyText(one),
    () => among(['dark', 'light', 'present', 'simple', 'full', 'reduced', 'ru', 'vi', 'zh-Hans', 'zh-Hant', 'en', '__proto__']),
  ];
  const deep = [
    () => Array.from({ length: below(4) }, () => anyValue(one, depth - 1)),
    () => Object.fromEntries(Array.from({ length: below(4) }, () => [anyText(one, 8), anyValue(one, depth - 1)])),
  ];
  return among(depth > 0 ? [...plain, ...deep] : plain)();
}

/** What a page may say to a tub in it, or something like that (docs/embedding.md). */
export function hostMessage(one, parameters, languages) {
  const { next, below, among, chance } = one;
  if (chance(0.15)) return anyValue(one, 3);
  const setting = chance(0.7) ? anyLink(one, parameters, languages) : anyValue(one);
  const id = among([undefined, below(1000), next(), -1, 'x', null, 1e308]);
  const message = { bathtub: among([1, 1, 1, 1, 2, '1']), type: among(['hello', 'set', 'open', 'step', 'step', 'here', 'reset', '']), id, setting };
  if (chance(0.3)) message.point = among(['bitcoin', 'tga', 'nowhere', '', 7]);
  if (chance(0.3)) message.fit = among(['content', 'window', 7, null]);
  return message;
}

/** A text of a file with something wrong in it, and what that is: [what, text]. */
export function spoiltFile(one, text) {
  const { below, among } = one;
  const lines = text.split('\n');
  const at = 1 + below(Math.max(1, lines.length - 2));
  const cell = (change) => {
    const cells = lines[at].split(',');
    const column = below(cells.length);
    cells[column] = change(cells[column]);
    return lines.with(at, cells.join(',')).join('\n');
  };
  return among([
    () => ['cut short', text.slice(0, below(text.length))],
    () => ['nothing', ''],
    () => ['another page', '<!doctype html><title>Not found</title><p>Nothing here.'],
    () => ['a line less', lines.toSpliced(at, 1).join('\n')],
    () => ['a line twice', lines.toSpliced(at, 0, lines[at]).join('\n')],
    () => ['no number', cell(() => among(ODD))],
    () => ['another number', cell((was) => String(Number(was) * 1.01 + 1))],
    () => ['another size', cell((was) => `${was}000`)],
    () => ['a sign', cell((was) => `-${was}`)],
    () => ['another column', cell((was) => `${was},${was}`)],
    () => ['semicolons', text.replaceAll(',', ';')],
    () => ['any text', Array.from({ length: below(30) }, () => anyText(one)).join('\n')],
    () => ['a value of JSON', JSON.stringify(anyValue(one))],
  ])();
}
