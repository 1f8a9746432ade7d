import { failure } from '@haishi/contracts';
import { type ByteSource, entryText, readZip, type ZipEntry } from '../../documents/zip.reader.js';
import type { FileType } from './file-types.js';

export const OFFICE_LIMITS = { maxCompressed: 1 << 30, maxUncompressed: 1 << 30, maxEntries: 10_000 };
/** Of a part that is read whole. */
const MAX_PART = 4 << 20;
/** What any document may expand to, and beyond that how many times its own size: text that people write packs less well. */
const ALWAYS_TAKEN = 64 << 20;
const MOST_TIMES = 50;

const MAIN_PARTS: readonly [content: string, type: FileType][] = [
  ['spreadsheetml.sheet.main+xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['wordprocessingml.document.main+xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['presentationml.presentation.main+xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** Parts that list the authors of notes, which are few. */
const NAMING_AUTHORS = /^(ppt\/commentAuthors|ppt\/authors|word\/people)\.xml$/;

/** Parts and relations by which an Office document runs something or draws it from elsewhere. */
const ACTIVE_PARTS = /macroEnabled|vbaProject|vbaData|activeX|oleObject|control\+xml/i;
const ACTIVE_NAMES = /(vbaProject\.bin|activeX\/|embeddings\/[^/]*\.(bin|exe|js|vbs|bat|cmd|ps1|scr|hta|lnk)$)/i;
const ACTIVE_RELATIONS =
  /<[^>]*(attachedTemplate|oleObject|frame|subDocument)"[^>]*TargetMode\s*=\s*["']External|TargetMode\s*=\s*["']External["'][^>]*(attachedTemplate|oleObject|frame|subDocument)"/i;

/**
 * An Office Open XML document (ECMA-376) without macros, controls, embedded programs and remote templates, which expands no further
 * than documents do: who opens it does so on a machine of their own, and the server itself when it leaves out who made it.
 */
export async function checkOffice(source: ByteSource): Promise<FileType> {
  const entries = await readZip(source, OFFICE_LIMITS);
  const total = [...entries.values()].reduce((sum, { size }) => sum + size, 0);
  if (total > Math.max(ALWAYS_TAKEN, MOST_TIMES * source.size)) throw failure('files.archive_unsafe');
  const types = entries.get('[Content_Types].xml');
  if (!types) throw failure('files.type_mismatch', { params: { types: 'xlsx, docx, pptx' } });
  const content = await smallPart(types);
  if (ACTIVE_PARTS.test(content)) throw failure('files.active_content');
  for (const [name, entry] of entries) {
    if (ACTIVE_NAMES.test(name)) throw failure('files.active_content');
    if (NAMING_AUTHORS.test(name)) assertSmall(entry);
    if (name.endsWith('.rels') && ACTIVE_RELATIONS.test(await smallPart(entry))) throw failure('files.active_content');
  }
  const main = MAIN_PARTS.find(([part]) => content.includes(part));
  if (!main) throw failure('files.type_mismatch', { params: { types: 'xlsx, docx, pptx' } });
  return main[1];
}

function assertSmall({ size }: ZipEntry): void {
  if (size > MAX_PART) throw failure('files.archive_unsafe');
}

function smallPart(entry: ZipEntry): Promise<string> {
  assertSmall(entry);
  return entryText(entry);
}
