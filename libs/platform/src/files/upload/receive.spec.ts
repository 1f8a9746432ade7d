import { mkdtempSync } from 'node:fs';
import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receive } from './receive.js';

const PIECE = Buffer.alloc(1 << 20, 'a');
const PIECES = 12;

describe('receive', () => {
  let folder: string;
  let file: FileHandle;
  let early: number;

  /** Counts how often the disk was asked before the end; `keep` is what it then does. */
  const asked = (keep: () => Promise<void>) => Object.assign(file, { datasync: () => ((early += 1), keep()) });
  const source = () =>
    Readable.from(
      Array.from({ length: PIECES }, () => PIECE),
      { objectMode: false },
    );

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'haishi-receive-'));
    file = await open(join(folder, 'file'), 'w+');
    early = 0;
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('has the disk keep what came while more comes', async () => {
    const { datasync } = file;
    const written = await receive(
      source(),
      asked(() => datasync.call(file)),
      0,
    );
    expect(written).toBe(PIECES * PIECE.length);
    expect(early).toBeGreaterThan(0);
    const kept = await readFile(join(folder, 'file'));
    expect(kept.equals(Buffer.concat(Array.from({ length: PIECES }, () => PIECE)))).toBe(true);
  });

  it('acknowledges nothing where the disk could not keep a part of it, though it says so but once', async () => {
    let first = true;
    const fails = async () => {
      const failing = first;
      first = false;
      if (failing) throw new Error('EIO');
    };
    await expect(receive(source(), asked(fails), 0)).rejects.toThrow('EIO');
  });
});
