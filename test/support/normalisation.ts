import fc from 'fast-check';
import type { NormalisedSheet } from '@haishi/review';

/** Numbers from a seed, the same on every machine up to the last bits of a logarithm and a cosine (mulberry32, Box and Muller). */
export function seeded(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, normal };
}

export interface Panel {
  entries: number;
  judges: number;
  /** Sheets of each entry, by judges drawn by lot. */
  each: number;
  /** Standard deviations, in hundredths. */
  merit: number;
  harshness: number;
  noise: number;
  /** The share of sheets that are 40.00 off, either way. */
  wild?: number;
}

/** Sheets whose true scores are known. */
export function panelOf(
  seed: number,
  panel: Panel,
): { sheets: NormalisedSheet[]; merits: number[]; effects: number[] } {
  const { next, normal } = seeded(seed);
  const effects = Array.from({ length: panel.judges }, () => normal() * panel.harshness);
  const merits = Array.from({ length: panel.entries }, () => 7500 + normal() * panel.merit);
  const sheets = merits.flatMap((merit, entry) => {
    const drawn = new Set<number>();
    while (drawn.size < panel.each) drawn.add(Math.floor(next() * panel.judges));
    return [...drawn].map((judge) => {
      const wild = next() < (panel.wild ?? 0) ? (next() < 0.5 ? -4000 : 4000) : 0;
      return sheetOf(entry, judge, Math.round(merit + effects[judge]! + normal() * panel.noise + wild));
    });
  });
  return { sheets, merits, effects };
}

/** Ids in the order of their numbers. */
export const sheetOf = (entry: number, judge: number, total: number): NormalisedSheet => ({
  entry: `e${String(entry).padStart(5, '0')}`,
  judge: `j${String(judge).padStart(3, '0')}`,
  total,
});

/** Who judges what, by numbers: every judge shares an entry with the next, and some judge more. */
export const joinedPairs: fc.Arbitrary<{ entries: number; judges: number; pairs: [number, number][] }> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([judges, more]) => {
    const entries = judges + more;
    const row = fc.array(fc.integer({ min: 0, max: judges - 1 }), { maxLength: 3 });
    return fc.array(row, { minLength: entries, maxLength: entries }).map((rows) => ({
      entries,
      judges,
      pairs: rows.flatMap((drawn, entry) =>
        [...new Set([entry % judges, (entry + 1) % judges, ...drawn])].map((judge): [number, number] => [entry, judge]),
      ),
    }));
  });

/** Sheets of a connected graph, in some order, with any totals. */
export const joinedSheets: fc.Arbitrary<NormalisedSheet[]> = joinedPairs.chain(({ pairs }) =>
  fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: pairs.length, maxLength: pairs.length }).chain((totals) =>
    fc.shuffledSubarray(
      pairs.map(([entry, judge], at) => sheetOf(entry, judge, totals[at]!)),
      { minLength: pairs.length },
    ),
  ),
);

/** The same sheets in other orders. */
export const reordered = (sheets: readonly NormalisedSheet[]): fc.Arbitrary<NormalisedSheet[]> =>
  fc.shuffledSubarray([...sheets], { minLength: sheets.length });
