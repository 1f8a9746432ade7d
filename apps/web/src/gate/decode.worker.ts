import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

// Without this the library would fetch its module from a server of others.
prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });

/** Takes a picture, answers the text of the QR code in it, or an empty one. */
addEventListener('message', async ({ data }: MessageEvent<ImageData>) => {
  const [found] = await readBarcodes(data, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
  postMessage(found?.isValid ? found.text : '');
});
