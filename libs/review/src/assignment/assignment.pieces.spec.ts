import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPieces, PieceJoiner } from './assignment.pieces.js';

describe('pieces', () => {
  it('are what they were taken from once the last has come, none of them long', () => {
    const list = fc.integer({ min: 0, max: 3500 }).map((length) => Array.from({ length }, (_, at) => at));
    fc.assert(
      fc.property(list, list, (one, other) => {
        const whole = { kind: 'one', one, other, few: ['a'], rules: { load: 1 } };
        const joiner = new PieceJoiner<typeof whole>();
        const pieces = [...toPieces(whole)].map((piece) => structuredClone(piece));
        const answers = pieces.map((piece) => joiner.add(piece));
        expect(answers.pop()).toEqual(whole);
        expect(answers.every((answer) => answer === undefined)).toBe(true);
        for (const piece of pieces)
          for (const items of 'rest' in piece ? [piece.rest.one, piece.rest.other] : [piece.items])
            expect(items.length).toBeLessThanOrEqual(1000);
      }),
    );
  });
});
