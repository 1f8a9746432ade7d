/** What ends a name; NUL is white space (ISO 32000-1 §7.2.2). */
export const NAME_END = '(?=[\\s\\0/<>[\\]()%]|$)';

/** A script is a string, or a stream that is referred to; a comment may stand before it. */
const SCRIPT = '/JS(?=[(<%]|[\\s\\0]+[(<%\\d])';
const MARK = new RegExp(`%[^\\r\\n]*|\\(|<<|>>|(?<!end)stream(?=[ \\t]*[\\r\\n])|endobj|${SCRIPT}`, 'g');
const IN_STRING = /\\[\s\S]|[()]/g;
const OBJECT = /\d[\s\0]+\d+[\s\0]+obj(?![A-Za-z])/g;
/** How far before its stream a dictionary may begin. */
const REACH = 64 << 10;
/** How much is gone through at most to find where it begins; of objects that are what they seem it is `REACH` at most. */
const MOST_WALKED = 4 * REACH;

/** Whether there is a script's key anywhere, be it no key at all but a word in a string or in the data of a picture. */
export function mayHoldScript(text: string): boolean {
  return new RegExp(SCRIPT).test(text);
}

/**
 * Whether a dictionary has a script in it: `/JS` in a string or in the data of a stream is a word as any other. `text` is made of
 * objects alone, as those of an object stream are, or begins anywhere in a file (`cut`).
 */
export function holdsScript(text: string, cut: boolean): boolean {
  if (!mayHoldScript(text)) return false;
  const begin = cut ? text.search(OBJECT) : 0;
  if (begin < 0) return false;
  for (const [mark, skipTo] of marks(text, begin)) {
    if (mark.startsWith('/JS')) return true;
    if (mark === 'stream') skipTo('endstream');
  }
  return false;
}

/** The dictionary of the stream whose keyword stands at `stream`, and where it begins, after `least`; nothing where that is not found. */
export function dictionaryBefore(
  text: string,
  stream: number,
  least: number,
): { from: number; dictionary: string } | undefined {
  const reach = Math.max(least, stream - REACH);
  const near = text.slice(reach, stream);
  let walked = 0;
  // The earliest that leads here: what looks like a beginning in a string or comment comes later.
  for (const { index, 0: begin } of near.matchAll(OBJECT)) {
    const from = index + begin.length;
    const end = endOfObject(near, from);
    if (end === near.length) return { from: reach + from, dictionary: near.slice(from) };
    walked += end - from;
    if (walked > MOST_WALKED) break;
  }
  return undefined;
}

/** Where an object ends whose contents begin at `from`, or its stream begins; where `text` does if a dictionary is closed by then. */
function endOfObject(text: string, from: number): number {
  let [depth, closed] = [0, false];
  for (const [mark, , at] of marks(text, from)) {
    if (mark === '<<') depth += 1;
    else if (mark === '>>') depth -= 1;
    else if (mark === 'endobj' || (mark === 'stream' && depth === 0)) return at;
    closed = depth === 0;
  }
  return closed ? text.length : text.length - 1;
}

type Mark = [mark: string, skipTo: (word: string) => void, at: number];

/** What matters outside strings and comments, from `from` on; whoever looks may skip to a word. */
function* marks(text: string, from: number): Generator<Mark> {
  const pattern = new RegExp(MARK);
  pattern.lastIndex = from;
  const skipTo = (word: string) => {
    const found = text.indexOf(word, pattern.lastIndex);
    pattern.lastIndex = found < 0 ? text.length : found;
  };
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '(') pattern.lastIndex = endOfString(text, pattern.lastIndex);
    else if (!match[0].startsWith('%')) yield [match[0], skipTo, match.index];
  }
}

/** Where a string whose contents begin at `from` ends; brackets inside it come in pairs or with a backslash. */
function endOfString(text: string, from: number): number {
  const pattern = new RegExp(IN_STRING);
  pattern.lastIndex = from;
  let depth = 1;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '(') depth += 1;
    else if (match[0] === ')') depth -= 1;
    if (depth === 0) return pattern.lastIndex;
  }
  return text.length;
}
