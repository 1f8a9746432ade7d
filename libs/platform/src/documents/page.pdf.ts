import type { Worker } from 'node:worker_threads';
import { drawingThread } from './drawing.thread.js';
import type { PdfPage } from './page.model.js';

/** To one page after another, as they were sent. */
export type PageAnswer = { bytes: Uint8Array<ArrayBuffer> } | { failed: string };

/** The thread rests so long before it ends: opening the fonts anew takes longer than drawing. */
const REST_MS = 30_000;

let thread: PageThread | undefined;

/** Draws a page in a thread of its own, so that nobody waits for it but who asks. */
export function writePagePdf(page: PdfPage): Promise<Buffer> {
  if (!thread?.open) thread = new PageThread();
  return thread.draw(page);
}

/** The other side of `page.pdf.worker`. It keeps no process alive but for who waits. */
class PageThread {
  open = true;
  private readonly worker: Worker;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private readonly waiting: PromiseWithResolvers<Buffer>[] = [];

  constructor() {
    this.worker = drawingThread('page.pdf.worker');
    this.worker.on('message', (answer: PageAnswer) => {
      const one = this.waiting.shift()!;
      if ('bytes' in answer) one.resolve(Buffer.from(answer.bytes.buffer));
      else one.reject(new Error(answer.failed));
      if (this.waiting.length === 0) this.pause();
    });
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', () => this.end());
  }

  draw(page: PdfPage): Promise<Buffer> {
    const one = Promise.withResolvers<Buffer>();
    clearTimeout(this.rest);
    this.waiting.push(one);
    this.worker.ref();
    this.worker.postMessage(page);
    return one.promise;
  }

  private pause(): void {
    this.worker.unref();
    this.rest = setTimeout(() => this.end(), REST_MS).unref();
  }

  private end(error = new Error('The thread that draws a page ended without an answer.')): void {
    this.open = false;
    for (const { reject } of this.waiting.splice(0)) reject(error);
    void this.worker.terminate();
  }
}
