import { parentPort } from 'node:worker_threads';
import { giveWay } from './give-way.js';
import { ListPen } from './list.pen.js';
import type { PdfAnswer, PdfMessage } from './list.pdf.js';

giveWay();

let pen: ListPen | undefined;
let work = Promise.resolve();

const answer = (message: PdfAnswer, transfer: ArrayBuffer[] = []) => parentPort!.postMessage(message, transfer);

async function draw(message: PdfMessage): Promise<void> {
  if ('head' in message) pen = await ListPen.open(message.head);
  else if ('part' in message) pen!.part(message.part);
  else if ('rows' in message) {
    for (const row of message.rows) pen!.row(row);
    answer({ taken: true });
  } else {
    // Copied out of a pool that others share.
    const bytes = Uint8Array.from(await pen!.finish());
    answer({ bytes }, [bytes.buffer]);
  }
}

parentPort!.on('message', (message: PdfMessage) => {
  work = work.then(() => draw(message));
});
