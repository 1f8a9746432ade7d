import { normaliseWidth } from '@haishi/kernel';

/** What stands for what a judge is not to read. */
export const REDACTED = '▇▇';

/** Names shorter than this are too likely to be a part of other words. */
const SHORTEST = 2;

/**
 * A text in which no name of the team is left 匿名: of its organisation, its members, their mail addresses. Names are found
 * whatever their width and case, also with white space between their characters. The longest goes first, so that nothing of it stays.
 */
export function redact(text: string, names: readonly string[]): string {
  const wanted = [...new Set(names.map((name) => name.trim()))]
    .filter((name) => [...name].length >= SHORTEST)
    .sort((one, other) => other.length - one.length);
  let left = text;
  for (const name of wanted) left = left.replace(patternOf(name), REDACTED);
  return left;
}

function patternOf(name: string): RegExp {
  const characters = [...normaliseWidth(name).replace(/\s+/g, '')];
  const latin = /^[\x20-\x7f\u00c0-\u024f]+$/.test(name);
  const body = characters.map(anyWidth).join('\\s*');
  return latin ? new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'giu') : new RegExp(body, 'giu');
}

/** A character in half or full width. */
function anyWidth(character: string): string {
  const code = character.codePointAt(0)!;
  const escaped = character.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return code > 0x20 && code < 0x7f ? `[${escaped}${String.fromCodePoint(code + 0xfee0)}]` : escaped;
}
