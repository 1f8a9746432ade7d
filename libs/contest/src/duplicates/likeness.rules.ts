import { withoutUnseen } from '@haishi/kernel';

/** How many following units make one shingle. */
const SHINGLE = 2;

/** Latin words that say what kind of company it is, not which. */
const COMPANY_WORDS: ReadonlySet<string> = new Set([
  'co',
  'company',
  'corp',
  'corporation',
  'gmbh',
  'inc',
  'limited',
  'llc',
  'ltd',
  'plc',
]);
const COMPANY_ENDING = /^(.+?)(?:股份有限公司|有限责任公司|股份公司|有限公司)$/u;

/** Words and signs without width, case and punctuation, brackets of every kind among it. Traditional signs stay. */
function wordsOf(text: string): string[] {
  return withoutUnseen(text)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}

/**
 * The name of an organisation as it is compared: without width, case, spaces and brackets, and without the words at its
 * end that tell its legal form (有限公司, 股份有限公司, Co., Ltd.). Empty where there is no name.
 */
export function organisationKey(name: string): string {
  const words = wordsOf(name);
  while (words.length > 1 && COMPANY_WORDS.has(words.at(-1)!)) words.pop();
  let key = words.join('');
  for (let found = COMPANY_ENDING.exec(key); found; found = COMPANY_ENDING.exec(key)) key = found[1]!;
  return key;
}

/** The pairs of following characters in a title; a title of one character is its own. */
export function titleShingles(title: string): ReadonlySet<string> {
  return shingles([...wordsOf(title).join('')]);
}

/**
 * The pairs of following units in a summary, a unit being one Chinese character or one word in other letters: pairs of
 * letters would make any two long English texts alike.
 */
export function summaryShingles(summary: string): ReadonlySet<string> {
  const units = wordsOf(summary).flatMap((word) => word.match(/\p{Script=Han}|(?:(?!\p{Script=Han}).)+/gu) ?? []);
  return shingles(units);
}

function shingles(units: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + SHINGLE <= units.length; at += 1) found.add(units.slice(at, at + SHINGLE).join(' '));
  if (units.length === 1) found.add(units[0]!);
  return found;
}

/**
 * How alike two sets are, in whole per cent, rounded down so that only equal sets reach 100: twice what they share over
 * what they hold together (Dice 1945). 0 where either is empty.
 */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return Math.floor((200 * shared) / (one.size + other.size));
}

/** How a set is drawn as bands: each of so many rows. */
export interface Banding {
  bands: number;
  rows: number;
}

/**
 * Texts that stand for a set so that two alike sets most likely share one, and two unlike ones most likely none
 * (min-wise hashing, Broder 1997; banding, Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3). Sets
 * of which a share J of all elements is common share one with a probability of 1 - (1 - J^rows)^bands; equal sets share
 * all. None for an empty set.
 */
export function bandsOf(set: ReadonlySet<string>, { bands, rows }: Banding): string[] {
  if (set.size === 0) return [];
  const least = new Uint32Array(bands * rows).fill(0xffffffff);
  for (const element of set) {
    const hash = hashOf(element);
    for (let index = 0; index < least.length; index += 1) {
      const value = mix(hash ^ Math.imul(index + 1, GOLDEN));
      if (value < least[index]!) least[index] = value;
    }
  }
  return Array.from({ length: bands }, (_, band) => `${band}:${least.slice(band * rows, (band + 1) * rows).join(',')}`);
}

/** 2^32 divided by the golden ratio: its multiples lie far apart (Knuth, volume 3, 6.4). */
const GOLDEN = 0x9e3779b1;

/** FNV-1a of 32 bits over the code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The last step of MurmurHash3: every bit of the answer depends on every bit given. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
