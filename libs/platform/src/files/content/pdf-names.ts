/** What a PDF may hold that has to be looked at: what runs by itself, hands over files, opens with it, or hides others. */
const WATCHED = [
  '/JavaScript',
  '/Rendition',
  '/Launch',
  '/EmbeddedFile',
  '/RichMedia',
  '/ImportData',
  '/SubmitForm',
  '/GoToE',
  '/XFA',
  '/OpenAction',
  '/ObjStm',
  '/Encrypt',
];
/** Short ones, which count only as whole names: `/FirstChar` is in every font. */
const WHOLE = ['/JS', '/First'];
const SLASH = 0x2f;
const HASH = 0x23;
/** A name with an escape in it has it within this many signs. */
const LONGEST = 42;
const FIRST = new Set([...WATCHED, ...WHOLE].map((name) => name.charCodeAt(1)));

/**
 * Whether any watched name may be in `bytes`, also one written with escapes. Most of a large PDF is the data of pictures;
 * what holds none of these names need not become text, which costs more than reading it.
 */
export function mayNameWatched(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(SLASH); at >= 0; at = bytes.indexOf(SLASH, at + 1)) {
    if (FIRST.has(bytes[at + 1]!) && isWatched(bytes, at)) return true;
    if (escapesWatched(bytes, at + 1)) return true;
  }
  return false;
}

function isWatched(bytes: Uint8Array, at: number): boolean {
  return (
    WATCHED.some((name) => startsWith(bytes, at, name)) ||
    WHOLE.some((name) => startsWith(bytes, at, name) && !isAlphanumeric(bytes[at + name.length] ?? 0))
  );
}

function startsWith(bytes: Uint8Array, at: number, name: string): boolean {
  for (let index = 1; index < name.length; index += 1) if (bytes[at + index] !== name.charCodeAt(index)) return false;
  return true;
}

/** Whether the name that goes on at `from` has escapes and says something watched. */
function escapesWatched(bytes: Uint8Array, from: number): boolean {
  let [at, escaped] = [from, false];
  for (; at < from + LONGEST; at += 1) {
    const sign = bytes[at];
    if (sign === HASH) escaped = true;
    else if (sign === undefined || !isAlphanumeric(sign)) break;
  }
  if (!escaped) return false;
  const name = unescapeName(String.fromCharCode(...bytes.subarray(from, at)));
  return [...WATCHED, ...WHOLE].some((one) => name.startsWith(one.slice(1)));
}

/** A name as it counts: two hexadecimal digits after a `#` stand for a sign (ISO 32000-1 §7.3.5). */
export function unescapeName(name: string): string {
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function isAlphanumeric(sign: number): boolean {
  return (sign >= 0x30 && sign <= 0x39) || (sign >= 0x41 && sign <= 0x5a) || (sign >= 0x61 && sign <= 0x7a);
}
