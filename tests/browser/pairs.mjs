// Few combinations in which each value of each setting meets each value of every other.

/** Every combination of `{ name: values }`. */
export const all = (settings) =>
  Object.entries(settings).reduce(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );

/** The pairs of values in a combination, as words. */
const pairs = (row) => {
  const parts = Object.entries(row).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return parts.flatMap((one, i) => parts.slice(i + 1).map((other) => `${one} ${other}`));
};

/** Combinations that hold all pairs: one after the other, that which brings most new ones. */
export function pairwise(settings) {
  const rows = all(settings);
  const open = new Set(rows.flatMap(pairs));
  const chosen = [];
  while (open.size > 0) {
    const news = (row) => pairs(row).filter((pair) => open.has(pair)).length;
    const best = rows.reduce((best, row) => (news(row) > news(best) ? row : best));
    for (const pair of pairs(best)) open.delete(pair);
    chosen.push(best);
  }
  return chosen;
}
