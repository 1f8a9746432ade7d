import { createHash } from 'node:crypto';
import { mayNameWatched } from './pdf-names.js';

/** Bytes of which it is told together whether a watched name may be among them. */
const BLOCK = 1 << 20;
/** Bytes within which any watched name ends, escapes and all. */
const BORDER = 64;
const PDF = Buffer.from('%PDF-');

/** What is seen of a file's bytes as they come, so that they need not be read again: their digest, and where a PDF names what is watched. */
export class SeenContent {
  /** Bytes seen. */
  length = 0;
  private readonly hash = createHash('sha256');
  private readonly suspects = new Set<number>();
  private last = Buffer.alloc(0);
  private head = Buffer.alloc(0);

  update(chunk: Uint8Array): void {
    this.hash.update(chunk);
    if (this.mayBePdf(chunk)) this.look(chunk);
    this.length += chunk.length;
  }

  /** SHA-256 in hexadecimal digits. */
  get sha256(): string {
    return this.hash.copy().digest('hex');
  }

  /** Whether a PDF may name something watched that begins within these bytes of it, or ends there. */
  mayNameWatched(from: number, to: number): boolean {
    for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block += 1)
      if (this.suspects.has(block)) return true;
    return false;
  }

  private mayBePdf(chunk: Uint8Array): boolean {
    if (this.head.length < PDF.length)
      this.head = Buffer.concat([this.head, chunk.subarray(0, PDF.length - this.head.length)]);
    return PDF.subarray(0, this.head.length).equals(this.head);
  }

  /** A name may begin in one chunk and end in one of the next. */
  private look(chunk: Uint8Array): void {
    const border = Buffer.concat([this.last, chunk.subarray(0, BORDER)]);
    if (mayNameWatched(border)) this.suspect(this.length - this.last.length, this.length + BORDER);
    if (mayNameWatched(chunk)) this.suspect(this.length, this.length + chunk.length);
    const end = chunk.subarray(Math.max(0, chunk.length - BORDER));
    this.last = Buffer.concat([this.last, end]).subarray(-BORDER);
  }

  private suspect(from: number, to: number): void {
    for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block += 1) this.suspects.add(block);
  }
}
