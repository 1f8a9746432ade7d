import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { ListPen } from './list.pen.js';
import type { PdfAnswer, PdfMessage } from './list.pdf.js';

const NICE = 10;

// On Linux it is a thread's own: whoever acts meanwhile comes first where processors are few.
if (process.platform === 'linux') setPriority(NICE);

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
