import { parentPort } from 'node:worker_threads';
import { giveWay } from './give-way.js';
import type { PdfPage } from './page.model.js';
import { drawPage } from './page.pen.js';
import type { PageAnswer } from './page.pdf.js';

giveWay();

let work = Promise.resolve();

const answer = (message: PageAnswer, transfer: ArrayBuffer[] = []) => parentPort!.postMessage(message, transfer);

async function take(page: PdfPage): Promise<void> {
  try {
    // Copied out of a pool that others share.
    const bytes = Uint8Array.from(await drawPage(page));
    answer({ bytes }, [bytes.buffer]);
  } catch (error) {
    answer({ failed: String(error) });
  }
}

parentPort!.on('message', (page: PdfPage) => {
  work = work.then(() => take(page));
});
