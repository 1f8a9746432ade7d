import { open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { failure } from '@haishi/contracts';
import { sizeText } from './size-text.js';

/** Where an archive's bytes come from: a buffer, or a file of which only the needed parts are read. */
export interface ByteSource {
  readonly size: number;
  /** Into `into` where that is given and needed, which then is the answer's memory. */
  read(offset: number, length: number, into?: Buffer): Promise<Buffer>;
}

export function bufferSource(buffer: Buffer): ByteSource {
  return { size: buffer.length, read: async (offset, length) => buffer.subarray(offset, offset + length) };
}

/** Runs `use` over the file at `path`, which is closed afterwards. */
export async function withFileSource<Result>(
  path: string,
  use: (source: ByteSource) => Promise<Result>,
): Promise<Result> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return await use({
      size,
      read: async (offset, length, into) => {
        const wanted = Math.max(0, Math.min(length, size - offset));
        const buffer = into ? into.subarray(0, wanted) : Buffer.alloc(wanted);
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}

export interface ZipLimits {
  /** Bytes of the archive itself. */
  maxCompressed: number;
  /** Bytes of all its entries together, once inflated. */
  maxUncompressed: number;
  maxEntries: number;
}

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** The entry's bytes; fails with `files.archive_unsafe` where they are not as many as the directory declares. */
  chunks(): AsyncGenerator<Buffer>;
}

interface DirectoryEntry {
  name: string;
  method: number;
  crc: number;
  compressedSize: number;
  size: number;
  headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const DIRECTORY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const MAX_COMMENT = 0xffff;

const broken = () => failure('files.archive_broken');

/**
 * Opens an archive from an untrusted hand. Everything is bounded before anything is inflated:
 * the number of entries, their declared sizes, and that no two entries share bytes
 * (the overlap by which a small archive inflates to petabytes). Inflation then stops at the declared size.
 */
export async function readZip(source: ByteSource, limits: ZipLimits): Promise<Map<string, ZipEntry>> {
  if (source.size > limits.maxCompressed)
    throw failure('files.too_large', { params: { max: sizeText(limits.maxCompressed) } });
  const directory = await readDirectory(source, limits);
  const total = directory.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.maxUncompressed) throw failure('files.archive_unsafe');
  const entries = new Map<string, ZipEntry>();
  for (const entry of await withDataOffsets(source, directory)) {
    if (entries.has(entry.name)) throw failure('files.archive_unsafe');
    entries.set(entry.name, { name: entry.name, size: entry.size, chunks: () => inflate(source, entry) });
  }
  return entries;
}

/** All of an entry as UTF-8 text; for the small parts of a document. */
export async function entryText(entry: ZipEntry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function readDirectory(source: ByteSource, limits: ZipLimits): Promise<DirectoryEntry[]> {
  const tailLength = Math.min(source.size, END_LENGTH + MAX_COMMENT);
  const tail = await source.read(source.size - tailLength, tailLength);
  let end = tail.length - END_LENGTH;
  while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end -= 1;
  if (end < 0) throw broken();
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (tail.readUInt16LE(end + 8) !== count || offset + length > source.size) throw broken();
  if (count > limits.maxEntries) throw failure('files.archive_unsafe');
  const bytes = await source.read(offset, length);
  const entries: DirectoryEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + DIRECTORY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_SIGNATURE) throw broken();
    const nameLength = bytes.readUInt16LE(at + 28);
    const nameEnd = at + DIRECTORY_LENGTH + nameLength;
    if (nameEnd > bytes.length) throw broken();
    if (bytes.readUInt16LE(at + 8) & 1) throw failure('files.encrypted');
    entries.push({
      name: bytes.toString('utf8', at + DIRECTORY_LENGTH, nameEnd).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      compressedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      headerOffset: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

async function withDataOffsets(
  source: ByteSource,
  directory: DirectoryEntry[],
): Promise<(DirectoryEntry & { dataOffset: number })[]> {
  const placed = [];
  let previousEnd = 0;
  for (const entry of directory.toSorted((a, b) => a.headerOffset - b.headerOffset)) {
    const header = await source.read(entry.headerOffset, LOCAL_LENGTH);
    if (header.length < LOCAL_LENGTH || header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw broken();
    const dataOffset = entry.headerOffset + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (entry.headerOffset < previousEnd) throw failure('files.archive_unsafe');
    previousEnd = dataOffset + entry.compressedSize;
    if (previousEnd > source.size) throw broken();
    placed.push({ ...entry, dataOffset });
  }
  return placed;
}

async function* inflate(source: ByteSource, entry: DirectoryEntry & { dataOffset: number }): AsyncGenerator<Buffer> {
  const compressed = await source.read(entry.dataOffset, entry.compressedSize);
  let length = 0;
  let crc = 0;
  const counted = (chunk: Buffer) => {
    length += chunk.length;
    crc = crc32(chunk, crc);
    if (length > entry.size) throw failure('files.archive_unsafe');
    return chunk;
  };
  if (entry.method === 0) yield counted(compressed);
  else if (entry.method === 8) {
    const stream = createInflateRaw({ chunkSize: 65536 });
    stream.end(compressed);
    try {
      for await (const chunk of stream) yield counted(chunk as Buffer);
    } catch (error) {
      throw (error as { code?: string }).code?.startsWith('Z_') ? broken() : error;
    }
  } else throw broken();
  if (length !== entry.size || crc !== entry.crc) throw broken();
}
