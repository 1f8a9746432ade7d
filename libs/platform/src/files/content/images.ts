import { failure } from '@haishi/contracts';
import type { ByteSource } from '../../documents/zip.reader.js';

/** Pixels on a side; what is larger exhausts the memory of who opens it. */
const MAX_SIDE = 20_000;
const MAX_PIXELS = 100_000_000;
const MAX_PARTS = 10_000;

const broken = () => failure('files.broken');

function checkSize(width: number, height: number): void {
  if (width === 0 || height === 0) throw broken();
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS)
    throw failure('files.image_too_large', { params: { max: MAX_SIDE } });
}

/** Chunk by chunk from `IHDR` to `IEND`, with nothing after it (ISO/IEC 15948). */
export async function checkPng(source: ByteSource): Promise<'image/png'> {
  let at = 8;
  for (let part = 0; part < MAX_PARTS; part += 1) {
    const head = await source.read(at, 16);
    if (head.length < 12) throw broken();
    const length = head.readUInt32BE(0);
    const name = head.toString('latin1', 4, 8);
    if ((part === 0) !== (name === 'IHDR')) throw broken();
    if (name === 'IHDR') checkSize(head.readUInt32BE(8), head.readUInt32BE(12));
    at += length + 12;
    if (at > source.size) throw broken();
    if (name === 'IEND') {
      if (at !== source.size) throw failure('files.trailing_data');
      return 'image/png';
    }
  }
  throw broken();
}

/** Segment by segment to the image data, which must end with its end mark (ITU-T T.81). */
export async function checkJpeg(source: ByteSource): Promise<'image/jpeg'> {
  let at = 2;
  let sized = false;
  for (let part = 0; part < MAX_PARTS; part += 1) {
    const head = await source.read(at, 9);
    if (head.length < 9 || head[0] !== 0xff) throw broken();
    const marker = head[1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      checkSize(head.readUInt16BE(7), head.readUInt16BE(5));
      sized = true;
    }
    if (marker === 0xda) {
      const tail = await source.read(Math.max(at, source.size - 65_536), 65_536);
      if (!sized || tail.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0) throw broken();
      return 'image/jpeg';
    }
    at += 2 + head.readUInt16BE(2);
  }
  throw broken();
}
