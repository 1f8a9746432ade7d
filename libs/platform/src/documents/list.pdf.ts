import type { Worker } from 'node:worker_threads';
import { drawingThread } from './drawing.thread.js';
import { clockOf, headerOf, type ListCell, type ListColumn, type ListDocument } from './list.model.js';
import { LIST_WORDS, nameOfZone } from './list.words.js';

/** What the thread is told before the rows. */
export interface PdfHead {
  locale: ListDocument['locale'];
  title: string;
  subject: string;
  /** When and by whom it was made, in words. */
  made: string;
  notes: string[];
  /** `whole` columns are given the room they ask for; the others share what is left. */
  parts: { name: string; columns: { header: string; width: number; end: boolean; whole: boolean }[] }[];
}

/** Rows of the part at hand, as they are read; `part` begins the next one. */
export type PdfMessage = { head: PdfHead } | { part: number } | { rows: string[][] } | { end: true };
export type PdfAnswer = { taken: true } | { bytes: Uint8Array<ArrayBuffer> };

/** Rows sent at once, and how many such pieces the thread has before it at most. */
const ROWS_AT_ONCE = 50;
const MOST_AHEAD = 4;
/** Lists drawn at once; the next ones wait, and read no rows before. */
export const MOST_THREADS = 2;

/**
 * Draws a list in a thread of its own, so that nobody waits for it: the fonts alone take a tenth of a second to open and
 * a second to embed.
 */
export async function writeListPdf(list: ListDocument): Promise<Buffer> {
  await takeTurn();
  try {
    return await drawList(list);
  } finally {
    endTurn();
  }
}

let drawing = 0;
const waiting: (() => void)[] = [];

async function takeTurn(): Promise<void> {
  if (drawing < MOST_THREADS) drawing += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
}

/** Hands the turn on to who waits longest. */
function endTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else drawing -= 1;
}

async function drawList(list: ListDocument): Promise<Buffer> {
  const thread = new DrawingThread();
  try {
    const parts = list.parts.map(({ columns, ...part }) => ({
      ...part,
      columns,
      shown: [...columns.keys()].filter((index) => !columns[index]!.screenOnly),
    }));
    thread.send({ head: headOf(list) });
    const told = tellerOf(list);
    for (const [index, { columns, shown, rows }] of parts.entries()) {
      thread.send({ part: index });
      let pending: string[][] = [];
      for await (const row of rows) {
        pending.push(shown.map((at) => told(row[at], columns[at]!)));
        if (pending.length < ROWS_AT_ONCE) continue;
        await thread.take(pending);
        pending = [];
      }
      await thread.take(pending);
    }
    return await thread.finish();
  } finally {
    await thread.end();
  }
}

function headOf(list: ListDocument): PdfHead {
  const { title, subject, locale, timeZone, madeAt, madeBy, notes, parts } = list;
  const words = LIST_WORDS[locale];
  const leftOut = parts.flatMap(({ columns }) =>
    columns.filter(({ screenOnly }) => screenOnly).map(({ header }) => header),
  );
  return {
    locale,
    title,
    subject,
    made: words.made(clockOf(timeZone)(madeAt), nameOfZone(timeZone, locale), madeBy),
    notes: [...notes, ...(leftOut.length > 0 ? [words.leftOut(leftOut.join(words.comma))] : [])],
    parts: parts.map(({ name, columns }) => ({
      name,
      columns: columns
        .filter(({ screenOnly }) => !screenOnly)
        .map((column) => ({
          header: headerOf(column, list),
          width: column.width,
          end: column.kind === 'number',
          whole: column.kind !== undefined && column.kind !== 'text',
        })),
    })),
  };
}

function tellerOf({ timeZone }: ListDocument): (cell: ListCell, column: ListColumn) => string {
  const clock = clockOf(timeZone);
  return (cell, { decimals = 0, kind }) => {
    if (cell === null || cell === undefined) return '';
    if (cell instanceof Date) return clock(cell);
    return typeof cell === 'number' && kind === 'number' ? cell.toFixed(decimals) : String(cell);
  };
}

/** The other side of `list.pdf.worker`. */
class DrawingThread {
  private readonly worker: Worker;
  private readonly failed: Promise<never>;
  private readonly drawn: Promise<Buffer>;
  private ahead = 0;
  private onTaken: (() => void) | undefined;

  constructor() {
    this.worker = drawingThread('list.pdf.worker');
    const drawn = Promise.withResolvers<Buffer>();
    const failed = Promise.withResolvers<never>();
    this.drawn = drawn.promise;
    this.failed = failed.promise;
    this.failed.catch(() => undefined);
    this.worker.on('message', (answer: PdfAnswer) => {
      if ('bytes' in answer) return drawn.resolve(Buffer.from(answer.bytes.buffer));
      this.ahead -= 1;
      this.onTaken?.();
    });
    this.worker.on('error', failed.reject);
    this.worker.on('exit', () => failed.reject(new Error('The thread that draws a list ended without an answer.')));
  }

  send(message: PdfMessage): void {
    this.worker.postMessage(message);
  }

  /** Sends rows once the thread has room for them. */
  async take(rows: string[][]): Promise<void> {
    while (this.ahead >= MOST_AHEAD)
      await Promise.race([new Promise<void>((resolve) => (this.onTaken = resolve)), this.failed]);
    this.ahead += 1;
    this.send({ rows });
  }

  finish(): Promise<Buffer> {
    this.send({ end: true });
    return Promise.race([this.drawn, this.failed]);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
