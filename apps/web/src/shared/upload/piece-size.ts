/** Bytes of the first piece, and the least of any. */
export const SMALLEST_PIECE = 1 << 20;
/** Bytes of the largest piece. */
export const LARGEST_PIECE = 64 << 20;

const PROMPT_SECONDS = 0.5;
const QUICK_SECONDS = 2;
const SLOW_SECONDS = 10;

/**
 * How many bytes the next piece has. A piece costs a turn to the server and a write to its disk, so that many small ones
 * slow a good or a distant connection down; what a proxy held back of a large one is sent again after a break.
 * @param seconds how long the last piece took until the server had it
 */
export function nextPiece(last: number, seconds: number): number {
  if (seconds < QUICK_SECONDS) return Math.min(LARGEST_PIECE, last * (seconds < PROMPT_SECONDS ? 4 : 2));
  if (seconds > SLOW_SECONDS)
    return Math.max(SMALLEST_PIECE, Math.floor(last * Math.min(1 / 2, SLOW_SECONDS / seconds)));
  return last;
}

/**
 * How many bytes the next piece has after one that did not arrive. What stands between may hold a piece back until it is
 * whole, or take none so large: the same again would then never arrive.
 */
export function pieceAfterBreak(last: number): number {
  return Math.max(SMALLEST_PIECE, Math.floor(last / 2));
}
