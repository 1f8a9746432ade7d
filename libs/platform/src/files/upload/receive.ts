import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { SeenContent } from '../content/seen-content.js';

/** Bytes that wait in memory for the disk. */
const HELD = 1 << 20;
/** Bytes after which the disk is asked to keep what it has, while more comes: at the end little is left to wait for. */
const KEPT_AT_ONCE = 4 << 20;

/**
 * Writes what `source` brings to `opened` from `offset` on, until it ends, breaks off or `signal` says so; what came before
 * that stays. `source` is left open, so that its sender can still be answered; the file is closed.
 * @returns how many bytes were written; they are on the disk
 * @throws what the disk says where it takes no more
 */
export async function receive(
  source: Readable,
  opened: FileHandle,
  offset: number,
  { seen, signal }: { seen?: SeenContent | undefined; signal?: AbortSignal | undefined } = {},
): Promise<number> {
  const file = opened.createWriteStream({ start: offset, flush: true, highWaterMark: HELD });
  const early = keepEarly(opened);
  const look = (chunk: Buffer) => {
    seen?.update(chunk);
    early.look(file.bytesWritten);
  };
  const stop = () => {
    source.off('data', look).unpipe(file);
    file.end();
  };
  for (const name of ['error', 'close']) source.once(name, stop);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    if (source.destroyed || signal?.aborted) stop();
    else source.on('data', look).pipe(file);
    await finished(file);
    await early.kept();
    return file.bytesWritten;
  } finally {
    source.off('data', look).unpipe(file);
    for (const name of ['error', 'close']) source.off(name, stop);
    signal?.removeEventListener('abort', stop);
  }
}

/** A disk says once of a file that it could not keep something: what it says early counts as well. */
function keepEarly(file: FileHandle) {
  let asked = 0;
  let running: Promise<void> | undefined;
  let failed: unknown;
  const end = () => (running = undefined);
  return {
    look(written: number): void {
      if (running !== undefined || written - asked < KEPT_AT_ONCE) return;
      asked = written;
      running = file
        .datasync()
        .catch((error) => (failed ??= error))
        .then(end);
    },
    async kept(): Promise<void> {
      await running;
      if (failed !== undefined) throw failed;
    },
  };
}
