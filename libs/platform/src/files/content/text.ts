import { failure } from '@haishi/contracts';
import type { ByteSource } from '../../documents/zip.reader.js';

const CHUNK = 1 << 20;

/** Text in UTF-8, UTF-16 with its mark, or GB 18030; nothing binary. */
export async function checkText(source: ByteSource): Promise<'text/csv'> {
  const mark = (await source.read(0, 2)).toString('hex');
  const encodings = mark === 'fffe' ? ['utf-16le'] : mark === 'feff' ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) if (await decodes(source, encoding)) return 'text/csv';
  throw failure('files.csv_unreadable');
}

async function decodes(source: ByteSource, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < source.size; at += CHUNK) {
      const text = decoder.decode(await source.read(at, CHUNK), { stream: at + CHUNK < source.size });
      if (/[\0-\x08\x0e-\x1f]/.test(text)) return false;
    }
    return true;
  } catch {
    return false;
  }
}
