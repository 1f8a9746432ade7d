import { failure } from '@haishi/contracts';
import { type ByteSource, withFileSource } from '../../documents/zip.reader.js';
import { FILE_TYPES, type FileType } from './file-types.js';
import { checkJpeg, checkPng } from './images.js';
import { checkOffice } from './office.js';
import { checkPdf } from './pdf.js';
import type { SeenContent } from './seen-content.js';
import { checkText } from './text.js';

/** A program says within as many bytes that it is no text. */
const LOOKED_AT = 64 << 10;
const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * What the file at `path` really is. Fails with a `files.…` code where that is none of `allowed`, where it is cut or
 * damaged, or where it carries something that runs by itself (macros, scripts, launched programs). `seen` is what was seen
 * of its bytes as they came.
 */
export function inspectFile(path: string, allowed: readonly FileType[], seen?: SeenContent): Promise<FileType> {
  return withFileSource(path, async (source) => {
    if (source.size === 0) throw failure('files.empty');
    const type = await checkContent(source, allowed, seen?.length === source.size ? seen : undefined);
    if (allowed.includes(type)) return type;
    throw mismatch(allowed);
  });
}

async function checkContent(
  source: ByteSource,
  allowed: readonly FileType[],
  seen: SeenContent | undefined,
): Promise<FileType> {
  const head = await source.read(0, 8);
  if (head.toString('latin1', 0, 5) === '%PDF-') return checkPdf(source, seen);
  if (head.equals(PNG_SIGNATURE)) return checkPng(source);
  if (head.readUIntBE(0, Math.min(3, head.length)) === 0xffd8ff) return checkJpeg(source);
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') return checkOffice(source);
  if (allowed.includes('text/csv') && !(await isBinary(source))) return checkText(source);
  throw mismatch(allowed);
}

/** No table in any encoding begins with NUL among its bytes, but for UTF-16, which its mark tells. */
async function isBinary(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, LOOKED_AT);
  return head.includes(0) && !['fffe', 'feff'].includes(head.toString('hex', 0, 2));
}

function mismatch(allowed: readonly FileType[]) {
  return failure('files.type_mismatch', {
    params: { types: allowed.map((type) => FILE_TYPES[type].extensions[0]).join(', ') },
  });
}
