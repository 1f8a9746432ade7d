import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayNameWatched } from './pdf-names.js';
import { SeenContent } from './seen-content.js';

const MEGABYTE = 1 << 20;
const names = fc.constantFrom(
  '/JavaScript',
  '/J#61vaScript',
  '/#4aavaScript',
  '/OpenAction ',
  '/ObjStm',
  '/JS(',
  '/JS',
  '/First 4',
  '/Page',
  '/#20',
  '/J#',
  '',
);
/** Text with names in it, cut anywhere. */
const contents = fc
  .tuple(
    fc.array(fc.tuple(fc.string({ maxLength: 80 }), names), { maxLength: 12 }),
    fc.array(fc.nat(600), { maxLength: 12 }),
  )
  .map(([parts, cuts]) => {
    const bytes = Buffer.from(`%PDF-1.7\n${parts.map((part) => part.join('')).join('')}`);
    const at = [...new Set([0, ...cuts.filter((cut) => cut < bytes.length), bytes.length])].sort(
      (one, other) => one - other,
    );
    return { bytes, chunks: at.slice(1).map((end, index) => bytes.subarray(at[index], end)) };
  });

function seen(chunks: Iterable<Uint8Array>): SeenContent {
  const content = new SeenContent();
  for (const chunk of chunks) content.update(chunk);
  return content;
}

describe('SeenContent', () => {
  it('knows the digest of all that came, and that a watched name is in it, wherever it was cut', () => {
    fc.assert(
      fc.property(contents, ({ bytes, chunks }) => {
        const content = seen(chunks);
        expect(content.length).toBe(bytes.length);
        expect(content.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
        if (mayNameWatched(bytes)) expect(content.mayNameWatched(0, bytes.length)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells where, to the megabyte', () => {
    const bytes = Buffer.alloc(4 * MEGABYTE, '%PDF- ');
    bytes.write('/JavaScript', 2 * MEGABYTE - 5);
    const content = seen(Array.from({ length: 64 }, (_, at) => bytes.subarray(at * 65_536, (at + 1) * 65_536)));
    expect(content.mayNameWatched(0, MEGABYTE)).toBe(false);
    expect(content.mayNameWatched(MEGABYTE, MEGABYTE + 1)).toBe(true);
    expect(content.mayNameWatched(2 * MEGABYTE, 3 * MEGABYTE)).toBe(true);
    expect(content.mayNameWatched(3 * MEGABYTE, 4 * MEGABYTE)).toBe(false);
  });
});
