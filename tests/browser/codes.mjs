// Codes of answers, written from their description in lessons/src/class.rs and docs/teaching.md alone: what
// the page writes and reads is held against it.
import { crc32 } from 'node:zlib';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const KINDS = ['choice', 'number', 'path', 'order', 'goal'];

/** A whole number, seven bits a byte, the lowest first. */
function varint(number) {
  const bytes = [];
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

const text = (word) => [...varint(Buffer.byteLength(word)), ...Buffer.from(word)];
const map = (entries, value) => [...varint(entries.length), ...entries.flatMap(([key, inside]) => [...text(key), ...value(inside)])];

function given([kind, value]) {
  const body = { choice: () => [value], number: () => varint(value), goal: () => [value] }[kind] ?? (() => [...varint(value.length), ...value]);
  return [KINDS.indexOf(kind), ...body()];
}

function base32(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.match(/.{1,5}/gu).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The code of a learner's answers: `{ lesson: { step: [kind, value] } }`. */
export function code(learner, answers) {
  const sorted = (object) => Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1));
  const bytes = Buffer.from([...varint(learner), ...map(sorted(answers), (steps) => map(sorted(steps), given))]);
  const check = Buffer.alloc(4);
  check.writeUInt32LE(crc32(bytes));
  return `TUB1:${base32(Buffer.concat([bytes, check]))}:END`;
}

const ROLES = ['treasury', 'fed', 'builder', 'fund', 'household'];
const LEVERS = { treasury: ['tga', 'deficit', 'bill_share'], fed: ['runoff', 'rate'], builder: ['capex', 'spv', 'circular'], fund: ['dry', 'commitments'], household: ['hoarding', 'stablecoin', 'confidence'] };

/**
 * The code of a game, from its description in docs/teaching.md: rounds that have ended and the one that goes on, each
 * `{ role: { lever: steps above the lower end } }`.
 */
export function gameCode(number, begin, ended, now) {
  const numbered = (object, order) => Object.entries(object).map(([key, value]) => [order.indexOf(key), value]).sort(([one], [other]) => one - other);
  const counted = (entries, value) => [...varint(entries.length), ...entries.flatMap(([key, inside]) => [key, ...value(inside)])];
  const round = (roles) => counted(numbered(Object.fromEntries(Object.entries(roles).map(([role, levers]) => [role, numbered(levers, LEVERS[role])])), ROLES), (levers) => counted(levers, varint));
  const bytes = Buffer.from([...varint(number), ...text(begin), ...varint(ended.length), ...ended.flatMap(round), ...round(now)]);
  const check = Buffer.alloc(4);
  check.writeUInt32LE(crc32(bytes));
  return `TUBGAME1:${base32(Buffer.concat([bytes, check]))}:END`;
}
