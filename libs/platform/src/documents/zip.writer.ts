import { crc32, createDeflateRaw } from 'node:zlib';

/** 1980-01-01, the earliest date the format knows: the same content gives the same bytes. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
const VERSION = 20;

interface WrittenEntry {
  name: Buffer;
  crc: number;
  compressedSize: number;
  size: number;
  offset: number;
}

/** Builds an archive entry by entry; only compressed bytes are held. */
export class ZipWriter {
  private readonly parts: Buffer[] = [];
  private readonly entries: WrittenEntry[] = [];
  private offset = 0;

  /** Adds `name` with the text or bytes that `chunks` gives, compressed as they come. */
  async add(name: string, chunks: Iterable<string | Buffer> | AsyncIterable<string | Buffer>): Promise<void> {
    const deflate = createDeflateRaw({ level: 6 });
    const compressed: Buffer[] = [];
    deflate.on('data', (chunk: Buffer) => compressed.push(chunk));
    let size = 0;
    let crc = 0;
    for await (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
      size += bytes.length;
      crc = crc32(bytes, crc);
      if (!deflate.write(bytes)) await new Promise<void>((resolve) => deflate.once('drain', resolve));
    }
    await new Promise<void>((resolve, reject) => {
      deflate.once('end', resolve).once('error', reject);
      deflate.end();
    });
    const entry = {
      name: Buffer.from(name, 'utf8'),
      crc,
      size,
      compressedSize: compressed.reduce((sum, chunk) => sum + chunk.length, 0),
      offset: this.offset,
    };
    this.entries.push(entry);
    this.append(localHeader(entry), entry.name, ...compressed);
  }

  /** Closes the archive and answers its bytes. */
  finish(): Buffer {
    const start = this.offset;
    for (const entry of this.entries) this.append(directoryHeader(entry), entry.name);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(this.offset - start, 12);
    end.writeUInt32LE(start, 16);
    this.append(end);
    return Buffer.concat(this.parts);
  }

  private append(...buffers: Buffer[]): void {
    for (const buffer of buffers) {
      this.parts.push(buffer);
      this.offset += buffer.length;
    }
  }
}

function localHeader(entry: WrittenEntry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, entry, 4);
  return header;
}

function directoryHeader(entry: WrittenEntry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, entry, 6);
  header.writeUInt32LE(entry.offset, 42);
  return header;
}

function writeCommon(header: Buffer, entry: WrittenEntry, at: number): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(DEFLATE, at + 4);
  header.writeUInt16LE(DOS_DATE, at + 8);
  header.writeUInt32LE(entry.crc, at + 10);
  header.writeUInt32LE(entry.compressedSize, at + 14);
  header.writeUInt32LE(entry.size, at + 18);
  header.writeUInt16LE(entry.name.length, at + 22);
}
