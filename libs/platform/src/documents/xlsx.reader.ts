import { posix } from 'node:path';
import { failure } from '@haishi/contracts';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import {
  builtInKind,
  columnIndex,
  customKind,
  isoText,
  type NumberKind,
  numberText,
  unescapeText,
} from './xlsx.cells.js';
import { bufferSource, readZip, type ZipEntry } from './zip.reader.js';

/** What an imported table may be at most. */
export interface TableLimits {
  /** Bytes of the file. */
  maxBytes?: number;
  /** Rows, the header among them. */
  maxRows?: number;
  maxColumns?: number;
}

export const DEFAULT_TABLE_LIMITS: Required<TableLimits> = {
  maxBytes: 10 * 1024 * 1024,
  maxRows: 20_000,
  maxColumns: 100,
};

const MAX_UNCOMPRESSED = 128 * 1024 * 1024;
const MAX_ENTRIES = 1_000;
const MAX_CELL_LENGTH = 32_767;

/** What follows each tag: its name without prefix, its attributes, and the text directly inside it. */
interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
const unreadable = () => failure('files.sheet_unreadable');

/** Reads an entry as XML piece by piece; the thread is given back between pieces. Entities of one's own are refused. */
async function parseXml(entry: ZipEntry, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw unreadable();
  });
  parser.on('doctype', () => {
    throw unreadable();
  });
  parser.on('opentag', (tag: SaxesTagPlain) => handlers.open?.(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag: SaxesTagPlain) => handlers.close?.(localName(tag.name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of entry.chunks()) parser.write(decoder.decode(chunk, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof TypeError ? unreadable() : error;
  }
}

/**
 * The cells of a workbook's first visible sheet as text, row for row as numbered there (`[0]` is row 1; a row left
 * empty is an empty list). Formulas are never evaluated: the text stored beside one is taken.
 * Fails with a `files.…` code where the file is no workbook, is unsafe, or is beyond `limits`.
 */
export async function readSheet(buffer: Buffer, limits: TableLimits = {}): Promise<string[][]> {
  const bounds = { ...DEFAULT_TABLE_LIMITS, ...limits };
  const zipLimits = { maxCompressed: bounds.maxBytes, maxUncompressed: MAX_UNCOMPRESSED, maxEntries: MAX_ENTRIES };
  const entries = await readZip(bufferSource(buffer), zipLimits);
  const workbook = await readWorkbook(entries);
  const relations = await readRelations(entries, workbook.path);
  const at = (target: string | undefined) =>
    target === undefined
      ? undefined
      : entries.get(target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(workbook.path), target));
  const sheet = at(relations.find((relation) => relation.id === workbook.sheetRelation)?.target);
  if (!sheet) throw unreadable();
  const styles = at(relations.find((relation) => relation.type.endsWith('/styles'))?.target);
  const strings = at(relations.find((relation) => relation.type.endsWith('/sharedStrings'))?.target);
  const kinds = styles ? await readNumberKinds(styles) : [];
  const shared = strings ? await readSharedStrings(strings) : [];
  return readRows(sheet, { kinds, shared, epoch1904: workbook.epoch1904 }, bounds);
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

async function readRelations(entries: Map<string, ZipEntry>, of: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  const entry = entries.get(posix.join(posix.dirname(of), '_rels', `${posix.basename(of)}.rels`));
  if (!entry) throw unreadable();
  await parseXml(entry, {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name === 'Relationship') relations.push({ id: Id, type: Type, target: Target });
    },
  });
  return relations;
}

async function readWorkbook(entries: Map<string, ZipEntry>) {
  const root = (await readRelations(entries, '')).find((relation) => relation.type.endsWith('/officeDocument'));
  const path = root?.target.replace(/^\//, '') ?? '';
  const entry = entries.get(path);
  if (!entry) throw unreadable();
  let sheetRelation: string | undefined;
  let epoch1904 = false;
  await parseXml(entry, {
    open: (name, attributes) => {
      if (name === 'workbookPr') epoch1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || sheetRelation !== undefined || (attributes['state'] ?? 'visible') !== 'visible') return;
      sheetRelation = Object.entries(attributes).find(([key]) => key.includes(':') && localName(key) === 'id')?.[1];
    },
  });
  return { path, sheetRelation, epoch1904 };
}

async function readNumberKinds(entry: ZipEntry): Promise<NumberKind[]> {
  const custom = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let inCellFormats = false;
  await parseXml(entry, {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), customKind(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      kinds.push(custom.get(id) ?? builtInKind(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return kinds;
}

async function readSharedStrings(entry: ZipEntry): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let taking = false;
  let phonetic = false;
  await parseXml(entry, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') taking = !phonetic;
    },
    text: (part) => {
      if (taking && text.length < MAX_CELL_LENGTH) text += part;
    },
    close: (name) => {
      if (name === 't') taking = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
}

interface SheetContext {
  kinds: NumberKind[];
  shared: string[];
  epoch1904: boolean;
}

async function readRows(entry: ZipEntry, context: SheetContext, limits: Required<TableLimits>): Promise<string[][]> {
  const rows: string[][] = [];
  let row = -1;
  let columnNumber = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let taking = false;
  let phonetic = false;

  const store = (text: string) => {
    if (text === '') return;
    if (row >= limits.maxRows) throw failure('files.too_many_rows', { params: { max: limits.maxRows } });
    if (columnNumber >= limits.maxColumns)
      throw failure('files.too_many_columns', { params: { max: limits.maxColumns } });
    while (rows.length <= row) rows.push([]);
    const cells = rows[row]!;
    while (cells.length < columnNumber) cells.push('');
    cells[columnNumber] = text;
  };

  await parseXml(entry, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = rowIndex(attributes['r']) ?? row + 1;
        columnNumber = -1;
      } else if (name === 'c') {
        columnNumber = columnIndex(attributes['r'] ?? '') ?? columnNumber + 1;
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        value = '';
      } else if (name === 'rPh') phonetic = true;
      else if (name === 'v' || name === 't') taking = !phonetic;
    },
    text: (part) => {
      if (taking && value.length < MAX_CELL_LENGTH) value += part;
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c') store(cellText(type, style, value, context));
    },
  });
  return rows;
}

function rowIndex(reference: string | undefined): number | undefined {
  return reference && /^[1-9]\d{0,6}$/.test(reference) ? Number(reference) - 1 : undefined;
}

function cellText(type: string, style: number, value: string, { kinds, shared, epoch1904 }: SheetContext): string {
  const kind = kinds[style] ?? 'plain';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'n') return numberText(value, kind, epoch1904);
  if (type === 'd') return isoText(value, kind);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return unescapeText(value);
}
