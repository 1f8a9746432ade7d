import { normaliseWidth } from '@haishi/kernel';

/** What stands for what a judge is not to read. */
export const REDACTED = '▇▇';

/** A name that judges are not to read, or the form in which it may be written. */
export type Hidden = string | RegExp;

/** Names shorter than this are too likely to be a part of other words. */
const SHORTEST = 2;

/**
 * A text in which none of these names is left 匿名. Names are found whatever their width and case and however their accents and
 * apostrophes are typed, with white space between their characters, and with points, commas or hyphens between their words. The
 * longest goes first, so that nothing of it stays.
 */
export function redact(text: string, names: readonly Hidden[]): string {
  const forms = names.filter((name) => name instanceof RegExp);
  const words = names.filter((name) => typeof name === 'string');
  const wanted = [...new Set(words.map((name) => name.trim()))]
    .filter((name) => [...name].length >= SHORTEST)
    .sort((one, other) => other.length - one.length);
  if (forms.length + wanted.length === 0) return text;
  let left = text.normalize();
  for (const form of [...forms, ...wanted.map(patternOf)]) left = left.replace(form, REDACTED);
  return left;
}

/** What may stand between the words of a name. */
const BETWEEN = '[\\s,，、.．·・_\\-‐‑–—－]*';

/** All that is typed for an apostrophe. */
const APOSTROPHES = "['’‘ʼ´`＇]";

function patternOf(name: string): RegExp {
  const plain = normaliseWidth(name).normalize().replace(new RegExp(APOSTROPHES, 'g'), "'");
  const latin = /^[\x20-\x7f\u00c0-\u024f]+$/.test(plain);
  // An initial keeps its point: “a Li battery” is nobody called A. Li.
  const words = plain.match(/(?<![\p{L}\p{N}])\p{L}\.(?=[\s,])|(?<![\p{L}\p{N}])\p{L}\.$|[^\s,，、.·・_‐‑–—-]+/gu) ?? [
    ...plain,
  ];
  const body = words.map((word) => [...word].map(anyWidth).join('\\s*')).join(BETWEEN);
  return latin ? new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'giu') : new RegExp(body, 'giu');
}

/** A character in half or full width. */
function anyWidth(character: string): string {
  if (character === "'") return APOSTROPHES;
  const code = character.codePointAt(0)!;
  const escaped = character.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return code > 0x20 && code < 0x7f ? `[${escaped}${String.fromCodePoint(code + 0xfee0)}]` : escaped;
}
