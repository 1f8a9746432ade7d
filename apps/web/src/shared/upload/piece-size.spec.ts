import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_PIECE, nextPiece, pieceAfterBreak, SMALLEST_PIECE } from './piece-size';

describe('the next piece of an upload', () => {
  it('grows fast while pieces go at once, doubles while they go quickly, halves where one was slow, and stays in between', () => {
    expect(nextPiece(4 << 20, 0.4)).toBe(16 << 20);
    expect(nextPiece(4 << 20, 0.5)).toBe(8 << 20);
    expect(nextPiece(4 << 20, 5)).toBe(4 << 20);
    expect(nextPiece(8 << 20, 12)).toBe(4 << 20);
  });

  it('is at once as small as a connection that has become slow needs', () => {
    expect(nextPiece(64 << 20, 640)).toBe(SMALLEST_PIECE);
    expect(nextPiece(64 << 20, 40)).toBe(16 << 20);
  });

  it('halves after each that did not arrive, down to the least', () => {
    const after = Array.from({ length: 6 }).reduce<number>(pieceAfterBreak, LARGEST_PIECE);
    expect(pieceAfterBreak(LARGEST_PIECE)).toBe(32 << 20);
    expect(after).toBe(SMALLEST_PIECE);
    expect(pieceAfterBreak(after)).toBe(SMALLEST_PIECE);
  });

  it('stays within its bounds whatever the connection does', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 600, noNaN: true }), { maxLength: 60 }), (times) => {
        const last = times.reduce(nextPiece, SMALLEST_PIECE);
        return last >= SMALLEST_PIECE && last <= LARGEST_PIECE;
      }),
    );
  });

  it('takes no longer than half a minute at a steady pace', () => {
    fc.assert(
      fc.property(fc.double({ min: 40_000, max: 1e9, noNaN: true }), (pace) => {
        let size = SMALLEST_PIECE;
        for (let sent = 0; sent < 40; sent += 1) {
          expect(size / pace).toBeLessThan(30);
          size = nextPiece(size, size / pace);
        }
      }),
    );
  });
});
