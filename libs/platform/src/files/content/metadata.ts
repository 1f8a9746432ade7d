import { bufferSource, readZip } from '../../documents/zip.reader.js';
import { ZipWriter } from '../../documents/zip.writer.js';
import { withoutJpegMetadata, withoutPngMetadata } from './image-metadata.js';
import { namesAuthors, withoutAuthors } from './office-authors.js';
import { OFFICE_LIMITS } from './office.js';
import { withoutPdfMetadata } from './pdf-metadata.js';

/** What Office documents say of their makers (ECMA-376 part 2 §11, part 1 §22.2), each in the emptiest form it may have. */
const OFFICE_PROPERTIES: Readonly<Record<string, string>> = {
  'docProps/core.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
};
const OFFICE = 'application/vnd.openxmlformats-officedocument.';

const LEFT_OUT: Readonly<Record<string, (content: Buffer) => Buffer>> = {
  'application/pdf': withoutPdfMetadata,
  'image/jpeg': withoutJpegMetadata,
  'image/png': withoutPngMetadata,
};

/** Whether a format says who made it, so that {@link withoutMetadata} has something to leave out. */
export const hasMetadata = (type: string): boolean => type in LEFT_OUT || type.startsWith(OFFICE);

/**
 * A file as it was handed in, without what its format says of who made it: the properties of documents and pictures, and who
 * commented or changed them. What stands on its pages stays. Files of other types are answered as they are.
 */
export async function withoutMetadata(type: string, content: Buffer): Promise<Buffer> {
  if (type.startsWith(OFFICE)) return withoutOfficeProperties(content);
  return LEFT_OUT[type]?.(content) ?? content;
}

async function withoutOfficeProperties(content: Buffer): Promise<Buffer> {
  const zip = new ZipWriter();
  for (const [name, entry] of await readZip(bufferSource(content), OFFICE_LIMITS)) {
    const empty = OFFICE_PROPERTIES[name];
    if (empty !== undefined) await zip.add(name, [empty]);
    else if (namesAuthors(name)) await zip.add(name, withoutAuthors(name, entry.chunks()));
    else await zip.add(name, entry.chunks());
  }
  return zip.finish();
}
