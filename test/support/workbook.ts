import { inflateRawSync } from 'node:zlib';

const DIRECTORY_ENTRY = 0x02014b50;
const ENTRY_HEADER = 46;
const LOCAL_HEADER = 30;

/** The parts of an archive by name, read from its directory; apart from the reader of the product. */
function partsOf(archive: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  let at = archive.readUInt32LE(archive.lastIndexOf('PK\u0005\u0006') + 16);
  while (archive.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [name, extra, note] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const header = archive.readUInt32LE(at + 42);
    const begins = header + LOCAL_HEADER + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const bytes = archive.subarray(begins, begins + size);
    const title = archive.subarray(at + ENTRY_HEADER, at + ENTRY_HEADER + name).toString('utf8');
    parts.set(title, (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'));
    at += ENTRY_HEADER + name + extra + note;
  }
  return parts;
}

const plain = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Every sheet of a workbook that the product wrote: its name, and its rows of texts and figures as they are stored. */
export function sheetsOf(workbook: Buffer): Map<string, string[][]> {
  const parts = partsOf(workbook);
  const names = [...parts.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) =>
    plain(name!),
  );
  return new Map(
    names.map((name, index) => {
      const sheet = parts.get(`xl/worksheets/sheet${index + 1}.xml`)!;
      const rows = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
        [...row!.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>(.*?)<\/c>)/gs)].reduce<string[]>(
          (cells, [, column, cell]) => {
            const place = [...column!].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1;
            while (cells.length < place) cells.push('');
            cells[place] = plain(/<(?:t|v)[^>]*>(.*?)<\/(?:t|v)>/s.exec(cell ?? '')?.[1] ?? '');
            return cells;
          },
          [],
        ),
      );
      return [name, rows] as const;
    }),
  );
}
