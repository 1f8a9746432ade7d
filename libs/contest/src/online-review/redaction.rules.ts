import { normaliseWidth, withoutUnseen } from '@haishi/kernel';

/** What stands for what a judge is not to read. */
export const REDACTED = '▇▇';

/** Ways to write a name in Latin letters that take long to look for: `part` is found wherever one of `forms` is, and is quickly told to be absent. */
export interface Spellings {
  part: RegExp;
  forms: () => RegExp[];
}

/** A name that judges are not to read, or the form in which it may be written. */
export type Hidden = string | RegExp | Spellings;

/** Names shorter than this are too likely to be a part of other words. */
const SHORTEST = 2;

/**
 * A text in which none of these names is left 匿名. Names are found whatever their width and case and however their accents and
 * apostrophes are typed, with white space and signs that nobody sees between their characters, and with points, commas or hyphens between their words.
 * Each is looked for in the text as it was, so that none hides a part of another.
 */
export function redact(text: string, names: readonly Hidden[]): string {
  const words = names.filter((name) => typeof name === 'string').map((name) => name.trim());
  const whole = text.normalize();
  const { plain, at } = seen(whole);
  const signs = signsOf(plain);
  const latin = /\p{Script=Latin}/u.test(plain);
  const wanted = [...new Set(words)]
    .filter((name) => [...name].length >= SHORTEST && signs.includes(signsOf(normalised(name))))
    .map(patternOf);
  const written = names
    .filter((name) => typeof name !== 'string')
    .flatMap((name) => (name instanceof RegExp ? [name] : latin && name.part.test(plain) ? name.forms() : []));
  const forms = [...written, ...wanted];
  if (forms.length === 0) return text;
  const found = forms
    .flatMap((form) => [...plain.matchAll(form)])
    .map(({ index, 0: { length } }) => ({ from: at(index), to: at(index + length - 1) + 1 }))
    .sort((one, other) => one.from - other.from || other.to - one.to);
  let left = '';
  let end = 0;
  for (const { from, to } of found) {
    if (from >= end) left += whole.slice(end, from) + REDACTED;
    end = Math.max(end, to);
  }
  return left + whole.slice(end);
}

/** A text without what nobody sees, and where in the whole each of its places is. */
function seen(whole: string): { plain: string; at: (place: number) => number } {
  const plain = withoutUnseen(whole);
  if (plain.length === whole.length) return { plain, at: (place) => place };
  const places: number[] = [];
  let place = 0;
  for (const sign of whole) {
    if (withoutUnseen(sign) !== '') for (let unit = 0; unit < sign.length; unit += 1) places.push(place + unit);
    place += sign.length;
  }
  return { plain, at: (index) => places[index]! };
}

/** What may stand between the words of a name. */
export const GAP = '[\\s,，、.．·・_\\-‐‑–—－]';

/** All that is typed for an apostrophe. */
export const APOSTROPHE = "['’‘ʼ´`＇]";

/** A name of Latin letters goes on beside these; Chinese is written up to it without a space. */
const ADJOINS = '[\\p{Script=Latin}\\p{N}]';

const normalised = (name: string): string => normaliseWidth(withoutUnseen(name)).normalize();

const PASSED_OVER = new RegExp(`${GAP}|${APOSTROPHE}`, 'gu');

/**
 * What has to follow one another for a name to be found, whatever its width and case and what stands between: of hundreds of names
 * few are anywhere in a text, and to make a pattern of each takes long.
 */
function signsOf(text: string): string {
  return [...text.replace(PASSED_OVER, '')].map(foldedSign).join('');
}

function foldedSign(sign: string): string {
  const code = sign.codePointAt(0)!;
  const narrow = code > 0xff00 && code < 0xff5f ? String.fromCodePoint(code - 0xfee0) : sign;
  const upper = narrow.toUpperCase();
  return (upper.length === narrow.length ? upper : narrow).toLowerCase();
}

function patternOf(name: string): RegExp {
  const plain = normalised(name).replace(new RegExp(APOSTROPHE, 'g'), "'");
  const latin = /^[\x20-\x7f\u00c0-\u024f]+$/.test(plain);
  // An initial keeps its point: “a Li battery” is nobody called A. Li.
  const words = plain.match(/(?<![\p{L}\p{N}])\p{L}\.(?=[\s,])|(?<![\p{L}\p{N}])\p{L}\.$|[^\s,，、.·・_‐‑–—-]+/gu) ?? [
    ...plain,
  ];
  const body = words.map((word) => [...word].map(anyWidth).join('\\s*')).join(`${GAP}*`);
  return latin ? new RegExp(`(?<!${ADJOINS})${body}(?!${ADJOINS})`, 'giu') : new RegExp(body, 'giu');
}

/** A character in half or full width. */
function anyWidth(character: string): string {
  if (character === "'") return APOSTROPHE;
  const code = character.codePointAt(0)!;
  const escaped = character.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return code > 0x20 && code < 0x7f ? `[${escaped}${String.fromCodePoint(code + 0xfee0)}]` : escaped;
}
