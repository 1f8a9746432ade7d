import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { failure } from '@haishi/contracts';
import type { ByteSource } from '../../documents/zip.reader.js';
import { dictionaryBefore, holdsScript, mayHoldScript, NAME_END } from './pdf-marks.js';
import { mayNameWatched, unescapeName } from './pdf-names.js';
import type { SeenContent } from './seen-content.js';

const WINDOW = 4 << 20;
/** How much of the next window is looked at with each: no dictionary that matters is longer. */
const OVERLAP = 64 << 10;
/** How much of the window before: a dictionary may begin there. */
const LEAD = 4 << 10;
const TAIL = 2048;
const MAX_OBJECT_STREAM = 32 << 20;
const MAX_OBJECT_STREAMS = 256 << 20;
const FED = 64 << 10;

/** Names of what runs by itself, hands over files or sends forms (ISO 32000-1 §12.6.4, §7.11.4, §13). */
const ACTIVE = new RegExp(`/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToE|XFA)${NAME_END}`);
/** An action on media may have a script beside (§12.6.4.13). */
const RENDITION = new RegExp(`/Rendition${NAME_END}`);
/** Names with a `#` alone: in the data of pictures there are very many others, and each found costs memory. */
const ESCAPED_NAME = /\/(?=[A-Za-z0-9]{0,40}#)[A-Za-z#][A-Za-z0-9#]{1,40}/g;
const WATCHED =
  /^\/(JavaScript|JS|Rendition|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToE|XFA|OpenAction|ObjStm|First|Encrypt)$/;
const OPEN_ACTION = /\/OpenAction\s*(\[|<<|(\d+)\s+\d+\s+R)/g;
/** Readers find object streams by the cross-reference table, whatever their type is said to be; each says where its first object is. */
const OBJECT_STREAM = new RegExp(`/(ObjStm|First)${NAME_END}`, 'g');
/** The keyword stands after the dictionary, or a comment; in a text it is a word. */
const STREAM = /(?<=(?:>>|%[^\r\n]*[\r\n])[\s\0]*)stream[ \t]*(\r\n|\r|\n)/g;
/** A stream's filters, and their parameters; common readers take the short names, too. */
const FILTERS = new RegExp(`/(?:Filter|F)${NAME_END}\\s*(\\[[^\\]]*\\]|/\\w+)?`, 'g');
const PARAMETERS = new RegExp(`/(?:DecodeParms|DP)${NAME_END}`);

const active = () => failure('files.active_content');

/**
 * A whole PDF that does nothing when it is opened but show a page. Objects in compressed streams are looked into;
 * a name written with escapes to hide what it says counts as what it says. Memory stays flat whatever the size.
 */
export async function checkPdf(source: ByteSource, seen?: SeenContent): Promise<'application/pdf'> {
  const tail = (await source.read(Math.max(0, source.size - TAIL), TAIL)).toString('latin1');
  if (!tail.includes('%%EOF') || !tail.includes('startxref')) throw failure('files.broken');
  const found: Found = { opened: new Set(), rendition: false, script: false };
  let inflated = 0;
  for await (const window of windows(source, seen)) {
    if (!mayNameWatched(window.bytes)) continue;
    scan(window.text, found, true);
    if (/\/Encrypt\s*(<<|\d+\s+\d+\s+R)/.test(window.text)) throw failure('files.encrypted');
    for (const { at } of objectStreams(window)) {
      const content = await inflateAt(source, at);
      inflated += content.length;
      if (inflated > MAX_OBJECT_STREAMS) throw failure('files.archive_unsafe');
      scan(content, found, false);
    }
  }
  if (found.rendition && found.script) throw active();
  if (found.opened.size > 0) await checkOpened(source, found.opened);
  return 'application/pdf';
}

interface Found {
  /** Numbers of the objects that are opened with the document. */
  opened: Set<string>;
  /** Whether anything is an action on media, and whether there may be a script anywhere, also where no key of a dictionary is seen. */
  rendition: boolean;
  script: boolean;
}

interface Window {
  /** Overwritten by the next window. */
  bytes: Buffer;
  /** The same, a byte to a sign. */
  text: string;
  /** Where it begins in the file. */
  offset: number;
  /** How much of it belongs to the window before. */
  lead: number;
  /** Whether the file ends with it. */
  whole: boolean;
}

/** Those alone that may name something watched, where it was seen which do. */
async function* windows(source: ByteSource, seen?: SeenContent): AsyncGenerator<Window> {
  const held = Buffer.allocUnsafe(Math.min(source.size, LEAD + WINDOW + OVERLAP));
  for (let start = 0; start < source.size; start += WINDOW) {
    const lead = Math.min(start, LEAD);
    if (seen && !seen.mayNameWatched(start - lead, start + WINDOW + OVERLAP)) continue;
    const bytes = await source.read(start - lead, lead + WINDOW + OVERLAP, held);
    let text: string | undefined;
    yield {
      bytes,
      get text() {
        return (text ??= bytes.toString('latin1'));
      },
      offset: start - lead,
      lead,
      whole: start + WINDOW + OVERLAP >= source.size,
    };
  }
}

/** Fails on what is active; notes what may be together with what stands elsewhere. A window is `cut` out of the file. */
function scan(text: string, found: Found, cut: boolean): void {
  if (ACTIVE.test(text) || holdsScript(text, cut)) throw active();
  found.rendition ||= RENDITION.test(text);
  found.script ||= mayHoldScript(text);
  for (const [name] of text.matchAll(ESCAPED_NAME)) if (WATCHED.test(unescapeName(name))) throw active();
  for (const match of text.matchAll(OPEN_ACTION)) {
    if (match[2] !== undefined) found.opened.add(match[2]);
    else if (match[1] === '<<' && !onlyShowsPage(text.slice(match.index, match.index + 400))) throw active();
  }
}

function onlyShowsPage(text: string): boolean {
  return /\/S\s*\/(GoTo|Named)(?=[\s/<>[\]()])/.test(text);
}

/** Where in the file the data of each compressed object stream begins, and where in it the first object does. */
function* objectStreams({ text, offset, lead, whole }: Window): Generator<{ at: number; first: number }> {
  const stream = nextOf(STREAM, text);
  const end = nextOf(/endobj/g, text);
  let [known, taken]: [stream: number, taken: boolean] = [0, false];
  let own: ReturnType<typeof dictionaryBefore>;
  for (const match of text.matchAll(OBJECT_STREAM)) {
    if (match.index < lead || match.index >= lead + WINDOW) continue;
    const start = stream(match.index);
    if (!start && !end(match.index) && !whole) throw failure('files.uncheckable');
    if (!start) continue;
    if (start.index !== known) {
      own = dictionaryBefore(text, start.index, known);
      [known, taken] = [start.index, false];
      if (!own) throw failure('files.uncheckable');
    }
    if (taken || own!.from > match.index) continue;
    taken = true;
    if (isFlate(own!.dictionary))
      yield {
        at: offset + start.index + start[0].length,
        first: Number(/\/First\s+(\d+)/.exec(own!.dictionary)?.[1] ?? 0),
      };
  }
}

/** Whether the data of an object stream is compressed; fails where it is written in a way that is not looked into. */
function isFlate(dictionary: string): boolean {
  if (dictionary.includes('#')) throw failure('files.uncheckable');
  const [filters, ...more] = dictionary.matchAll(FILTERS);
  if (!filters) return false;
  const flate = /^\[?\s*\/(FlateDecode|Fl)\s*\]?$/.test(filters[1] ?? '');
  if (!flate || more.length > 0 || PARAMETERS.test(dictionary)) throw failure('files.uncheckable');
  return true;
}

/** Finds what comes next from a place on; places only go forward, so that a text is gone through once. */
function nextOf(pattern: RegExp, text: string): (from: number) => RegExpExecArray | null {
  let found: RegExpExecArray | null | undefined;
  return (from) => {
    if (found === undefined || (found && found.index < from)) {
      pattern.lastIndex = from;
      found = pattern.exec(text);
    }
    return found;
  };
}

/** What the compressed data at `offset` inflates to; the data says itself where it ends. */
async function inflateAt(source: ByteSource, offset: number): Promise<string> {
  const fed = Readable.from(from(source, offset));
  const inflate = createInflate({ chunkSize: FED });
  fed.once('error', (error) => inflate.destroy(error)).pipe(inflate);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of inflate) {
      length += (chunk as Buffer).length;
      if (length > MAX_OBJECT_STREAM) throw failure('files.archive_unsafe');
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('Z_') ? failure('files.uncheckable') : error;
  } finally {
    fed.destroy();
  }
  return Buffer.concat(chunks).toString('latin1');
}

async function* from(source: ByteSource, offset: number): AsyncGenerator<Buffer> {
  for (let at = offset; at < source.size; at += FED) yield await source.read(at, FED);
}

/** The objects that are opened must be destinations, or actions that go to a page. */
async function checkOpened(source: ByteSource, numbers: Set<string>): Promise<void> {
  const found = new Set<string>();
  const judge = (number: string, text: string) => {
    const shown = /^\s*\[/.test(text) || onlyShowsPage(text.split('endobj')[0]!);
    if (!shown) throw active();
    found.add(number);
  };
  for await (const window of windows(source)) {
    for (const number of numbers)
      for (const match of window.text.matchAll(new RegExp(`(?:^|\\s)${number}\\s+\\d+\\s+obj`, 'g')))
        judge(number, window.text.slice(match.index + match[0].length, match.index + 600));
    for (const { at, first } of objectStreams(window)) {
      const content = await inflateAt(source, at);
      const pairs = content.slice(0, first).trim().split(/\s+/);
      for (let index = 0; index + 1 < pairs.length; index += 2) {
        if (!numbers.has(pairs[index]!)) continue;
        const start = first + Number(pairs[index + 1]);
        judge(pairs[index]!, content.slice(start, start + 400));
      }
    }
  }
  if (found.size < numbers.size) throw active();
}
