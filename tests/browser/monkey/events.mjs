// What a monkey does: events as plain values, so that a list of them can be printed, made shorter and
// done again. `n` picks one of what is there; the page writes into `at` which one it was, and an
// event that has `at` goes there and nowhere else.
import { anyLink, anyText, typedText } from './random.mjs';

const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Escape', 'Enter', ' ', 'Tab'];
const VIEWPORTS = [[1280, 800], [390, 844], [320, 568], [844, 390], [768, 1024], [1440, 900], [1920, 1080]];
const ENDS = ['up', 'cancel', 'lost', 'escape', 'none', 'up', 'up'];
const SEND = [['input'], ['input', 'change'], ['change'], ['change', 'input'], ['input', 'input', 'change', 'change']];

/** Events that the page does to itself, with their weights; others need the browser's hands. */
const INSIDE = [
  [22, ({ share, among }) => ({ do: 'slide', n: share(), to: share(), send: among(SEND) })],
  [14, ({ share, among, below }) => ({ do: 'keys', n: share(), key: among(KEYS), times: 1 + below(3), up: share() < 0.9 })],
  [10, (one) => ({ do: 'type', n: one.share(), text: typedText(one), end: one.among(['change', 'blur', 'Enter', 'paste', 'none', 'Escape']) })],
  [20, ({ share }) => ({ do: 'press', n: share() })],
  [4, ({ share }) => ({ do: 'fold', n: share() })],
  [5, ({ share }) => ({ do: 'choose', n: share(), to: share() })],
  [2, (one) => ({ do: 'day', n: one.share(), text: one.among(['2016-03-30', '2018-10-17', '2020-04-15', '2026-10-07', '1999-01-01', '']) })],
  [9, (one) => ({ do: 'pull', n: one.share(), by: [one.below(240) - 120, one.below(160) - 80], moves: one.below(5), kind: one.among(['mouse', 'touch', 'pen']), end: one.among(ENDS) })],
  [4, ({ share, among }) => ({ do: 'point', n: share(), how: among(['over', 'out', 'focus', 'blur', 'contextmenu', 'dblclick', 'wheel']) })],
  [5, ({ among }) => ({ do: 'shortcut', key: among(['z', 'z', 'Z', 'y', 'я', 'x']) })],
  [2, ({ among }) => ({ do: 'escape', key: among(['Escape', 'Tab', 'Enter']) })],
  [1, ({ among }) => ({ do: 'hash', to: among(['below', 'picture', 'nothing', '', '?tga=300', 'chart-level', '%', 'about']) })],
  [1.2, ({ among }, { link }) => ({ do: 'link', to: link(), how: among(['push', 'push', 'replace']) })],
  [0.6, ({ among }) => ({ do: 'hide', state: among(['hidden', 'visible', 'visible']) })],
  [0.5, ({ among }) => ({ do: 'paper', state: among(['beforeprint', 'afterprint']) })],
  [1, ({ share }) => ({ do: 'scroll', to: share() })],
  [0.3, (one) => ({ do: 'file', n: one.share(), name: one.among(['WALCL.csv', 'own.csv', '\u202Evsc.exe', '']), text: anyText(one, 400) })],
  [0.2, (one) => ({ do: 'message', text: anyText(one) })],
  [1.5, () => ({ do: 'frame' })],
  [0.15, ({ among }) => ({ do: 'wait', ms: among([120, 350, 700]) })],
];

/** And those of the browser: keys, a mouse and fingers that are real, the window, the history. */
const OUTSIDE = [
  [30, (one) => ({ do: 'real-keys', keys: Array.from({ length: 1 + one.below(4) }, () => one.among([...KEYS, 'Tab', 'Tab', 'Shift+Tab', 'Control+z', 'Control+Shift+z', '7'])) })],
  [8, (one) => ({ do: 'real-text', n: one.share(), text: typedText(one).slice(0, 20) })],
  [20, ({ share }) => ({ do: 'real-click', n: share() })],
  [22, (one) => ({ do: 'real-drag', n: one.share(), by: [one.below(300) - 150, one.below(200) - 100], end: one.among(['up', 'up', 'escape', 'none']) })],
  [6, (one) => ({ do: 'real-touch', n: one.share(), by: [one.below(200) - 100, one.below(200) - 100], end: one.among(['touchEnd', 'touchEnd', 'touchCancel']) })],
  [3, ({ share, below }) => ({ do: 'real-wheel', n: share(), by: below(1600) - 800 })],
  [2.5, ({ among }) => ({ do: 'window', size: among(VIEWPORTS) })],
  [2, ({ among }) => ({ do: 'media', colorScheme: among(['light', 'dark']), reducedMotion: among(['reduce', 'no-preference']), forcedColors: among(['none', 'none', 'active']) })],
  [2, ({ among }) => ({ do: 'history', to: among(['back', 'forward']) })],
];

/** How many of a hundred events need the browser's hands. */
const REAL = 3;
/** A trip begins with a page that is loaded anew and ends where it began, by undoing everything. */
const TRIP = 30;

/**
 * A stream of events from dice: each call gives the next one. `parameters` and `languages` are what
 * links are made of.
 */
export function events(one, { parameters, languages }) {
  const more = { link: () => anyLink(one, parameters, languages) };
  let trip = 0;
  return () => {
    if (trip > 0) {
      trip -= 1;
      if (trip === 0) return { do: 'undo-all' };
    } else if (one.chance(1 / 1200)) {
      trip = TRIP;
      return { do: 'reload' };
    }
    const table = one.chance(REAL / 100) ? OUTSIDE : INSIDE;
    return one.weighed(table)(one, more);
  };
}

/** Whether the page does an event to itself. */
const outside = new Set(['reload', 'undo-all', 'real-keys', 'real-text', 'real-click', 'real-drag', 'real-touch', 'real-wheel', 'window', 'media', 'history']);
export const isInside = (event) => !outside.has(event.do);
