// Makes a list of events that goes wrong as short as it gets in a given time.

/** What a fault is about, without its numbers and places: a shorter list must go wrong alike. */
export const kind = (said) => said[0].replaceAll(/https?:\S+/gu, '').replaceAll(/[\d.\u2212-]+/gu, '#').slice(0, 60);

/**
 * The shortest list found: `fails(list)` says whether one goes wrong. First its end alone, since what
 * goes wrong was seen at once, then without one part after the other.
 */
export async function shrink(events, fails, seconds) {
  const end = Date.now() + seconds * 1000;
  let list = events;
  for (let tail = 10; tail < events.length && Date.now() < end; tail *= 3) {
    const last = events.slice(-tail);
    if (await fails(last)) {
      list = last;
      break;
    }
  }
  for (let size = Math.ceil(list.length / 2); size >= 1 && list.length > 1 && Date.now() < end; ) {
    let shorter = false;
    for (let at = 0; at < list.length && Date.now() < end; ) {
      const without = list.toSpliced(at, size);
      if (without.length > 0 && (await fails(without))) {
        list = without;
        shorter = true;
      } else at += size;
    }
    if (size === 1 && !shorter) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return list;
}
