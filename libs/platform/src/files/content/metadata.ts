import { bufferSource, entryText, readZip } from '../../documents/zip.reader.js';
import { ZipWriter } from '../../documents/zip.writer.js';
import { NAMING_AUTHORS, OFFICE_LIMITS } from './office.js';
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
const AUTHOR_NAMES = /\b(name|initials|w15:author|userId|providerId)="[^"]*"/g;

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** Whether a format says who made it, so that {@link withoutMetadata} has something to leave out. */
export const hasMetadata = (type: string): boolean => type === 'application/pdf' || type.startsWith(OFFICE);

/**
 * A file as it was handed in, without what its format says of who made it: the properties of PDF and Office documents. What stands
 * on its pages stays. Files of other types are answered as they are.
 */
export async function withoutMetadata(type: string, content: Buffer): Promise<Buffer> {
  if (type === 'application/pdf') return withoutPdfMetadata(content);
  if (type.startsWith(OFFICE)) return withoutOfficeProperties(content);
  return content;
}

async function withoutOfficeProperties(content: Buffer): Promise<Buffer> {
  const zip = new ZipWriter();
  for (const [name, entry] of await readZip(bufferSource(content), OFFICE_LIMITS)) {
    const empty = OFFICE_PROPERTIES[name];
    if (empty !== undefined) await zip.add(name, [empty]);
    else if (NAMING_AUTHORS.test(name)) await zip.add(name, [(await entryText(entry)).replace(AUTHOR_NAMES, '$1=""')]);
    else await zip.add(name, entry.chunks());
  }
  return zip.finish();
}
