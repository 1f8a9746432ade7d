/** Chunks of a PNG that say when, where and by whom it was made (PNG 3rd edition §11.3). */
const PNG_TOLD = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);
/** Segments of a JPEG by which pictures are drawn: its size, its colours and how they are coded. */
const JPEG_DRAWN = new Set([0xe0, 0xe2, 0xee]);
const COMMENT = 0xfe;
const EXIF = 0xe1;
const SCAN = 0xda;
const END = 0xd9;
const ORIENTATION = 0x0112;

/** A PNG with what is drawn alone. */
export function withoutPngMetadata(content: Buffer): Buffer {
  const kept = [content.subarray(0, 8)];
  for (let at = 8; at + 12 <= content.length;) {
    const end = at + 12 + content.readUInt32BE(at);
    if (!PNG_TOLD.has(content.toString('latin1', at + 4, at + 8))) kept.push(content.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

/** A JPEG with what is drawn alone, and which side is up; nothing follows its end (ITU-T T.81, Exif 2.32). */
export function withoutJpegMetadata(content: Buffer): Buffer {
  const kept = [content.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= content.length) {
    const marker = content[at + 1]!;
    if (content[at] !== 0xff) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) break;
    const end = at + 2 + content.readUInt16BE(at + 2);
    const segment = content.subarray(at, end);
    if (marker === EXIF) kept.push(...uprightAs(segment));
    else if (isDrawn(marker)) kept.push(segment);
    at = end;
    if (marker !== SCAN) continue;
    const next = endOfScan(content, at);
    kept.push(content.subarray(at, next));
    at = next;
  }
  kept.push(Buffer.from([0xff, END]));
  return Buffer.concat(kept);
}

const isDrawn = (marker: number): boolean =>
  marker < 0xe0 || JPEG_DRAWN.has(marker) || (marker > 0xef && marker !== COMMENT);

/** Where the marker after coded data stands; in it, a mark is stuffed or restarts. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at !== -1; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return content.length;
}

/** An Exif segment that says which side is up, and nothing else; none where the given one does not say. */
function uprightAs(segment: Buffer): Buffer[] {
  const side = orientationOf(segment);
  if (side === undefined) return [];
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(side, 18);
  const head = Buffer.from([0xff, EXIF, 0, 0]);
  head.writeUInt16BE(tiff.length + 8, 2);
  return [head, Buffer.from('Exif\0\0', 'latin1'), tiff];
}

function orientationOf(segment: Buffer): number | undefined {
  const tiff = segment.subarray(10);
  if (segment.toString('latin1', 4, 8) !== 'Exif' || tiff.length < 10) return undefined;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(start); entry += 1) {
    const at = start + 2 + 12 * entry;
    const side = short(at + 8);
    if (short(at) === ORIENTATION && side >= 1 && side <= 8) return side;
  }
  return undefined;
}
