import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });

/** The text of the QR code in a picture (PNG), read as a gate's camera reads it; fails where there is none. */
export async function readCode(picture: Uint8Array): Promise<string> {
  const [found] = await readBarcodes(picture, { formats: ['QRCode'] });
  if (!found?.isValid) throw new Error('no QR code in the picture');
  return found.text;
}

const WIDTH = 640;
const HEIGHT = 480;

/** A film (YUV4MPEG2, ten frames a second) of `picture` held before a camera, for Chromium's stand-in camera. */
export async function filmOf(page: Page, picture: Uint8Array): Promise<Buffer> {
  const grey = await page.evaluate(
    async ({ source, width, height }) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, height);
      const side = height * 0.8;
      context.drawImage(image, (width - side) / 2, (height - side) / 2, side, side);
      const { data } = context.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, index) => data[index * 4]!);
    },
    { source: `data:image/png;base64,${Buffer.from(picture).toString('base64')}`, width: WIDTH, height: HEIGHT },
  );
  const colourless = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(grey), colourless]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`);
  return Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]);
}
