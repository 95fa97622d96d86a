// What comes when the page stands, and what nobody misses where it does not.
import { guard } from './lib/foreign.js';
import { keep } from './lib/keep.js';

/** `app` is the element that the program draws into. */
export function stand(app) {
  guard(app);
  keep();
}
