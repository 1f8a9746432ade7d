import { cheapestChoice } from './assignment.bound.rules.js';
import { type AssignmentPlan } from './assignment.plan.rules.js';
import { type Chain, Seats } from './assignment.seats.js';
import { inTurn } from './assignment.start.rules.js';

/** Demands are bits of a number. */
const MOST_DEMANDS = 30;
/** So little that it decides only between judges who cost an entry the same. */
const TRIFLE = 2 ** -30;

/** Judges for every entry, and the price of an entry of each judge at which nearly every entry would choose them. */
export interface Balanced {
  chosen: number[][];
  prices: number[];
}

/**
 * Assigns by a flow of minimum cost through the judges alone: every entry begins with the judges who are cheapest for it, and seats
 * of judges who have too many go to those who have too few, along chains of exchanges that cost the least: successive
 * shortest paths with prices (Edmonds and Karp 1972), all chains of one cost at once (Dinic 1970). Every rule
 * but overlap is kept within an entry at each exchange. Where nothing but coverage and load is asked, none is cheaper; elsewhere
 * `lowerBound` at its prices says how near it is. Null where it finds no way, which proves nothing, or `late` says that there
 * is no time left.
 */
export function balance(plan: AssignmentPlan, seed: number, late: () => boolean): Balanced | null {
  if (plan.composition.length > MOST_DEMANDS) return null;
  const chosen = cheapestForEach(plan, seed);
  if (!chosen) return null;
  const seats = new Seats(plan, chosen);
  for (let left = seats.surplus(); left > 0;) {
    if (!seats.raisePrices(late)) return null;
    moveFree(seats, late);
    const now = seats.surplus();
    if (now >= left) return null;
    left = now;
  }
  return { chosen, prices: seats.prices() };
}

/** The cheapest judges of each entry; of those who cost the same, whoever has the fewest entries. */
function cheapestForEach(plan: AssignmentPlan, seed: number): number[][] | null {
  const prices = Array.from({ length: plan.judges }, () => 0);
  const chosen: number[][] = Array.from({ length: plan.entries }, () => []);
  for (const entry of inTurn(plan.entries, seed)) {
    const choice = cheapestChoice(plan, entry, prices, plan.composition);
    if (!choice) return null;
    for (const judge of choice.judges) prices[judge]! -= TRIFLE;
    chosen[entry] = choice.judges;
  }
  return chosen;
}

/** Moves seats along chains that cost nothing, the shortest first, until there is none. */
function moveFree(seats: Seats, late: () => boolean): void {
  for (;;) {
    const steps = seats.stepsFromSurplus(late);
    if (!steps) return;
    const chains = new Chains(seats, steps);
    let moved = 0;
    for (let start = 0; start <= seats.hub; start += 1)
      while (seats.excess[start]! > 0) {
        const chain = chains.next(start);
        if (!chain) break;
        seats.moveAlong(chain);
        moved += 1;
      }
    if (moved === 0) return;
  }
}

/** Chains of free steps, each a step further from a surplus; what led nowhere is not tried again. */
class Chains {
  /** How far the seats of each place were looked through, since what was passed by stays so. */
  private readonly cursors: ({ entries: readonly number[]; at: number; to: number } | undefined)[] = [];
  private readonly dead: Uint8Array;

  private readonly seats: Seats;
  private readonly steps: Int32Array;

  constructor(seats: Seats, steps: Int32Array) {
    this.seats = seats;
    this.steps = steps;
    this.dead = new Uint8Array(steps.length);
  }

  next(start: number): Chain | null {
    const steps: Chain['steps'] = [];
    for (let at = start; this.seats.excess[at]! >= 0; at = steps.at(-1)?.to ?? start) {
      const step = this.stepFrom(at);
      if (step) steps.push(step);
      else {
        this.dead[at] = 1;
        if (at === start) return null;
        steps.pop();
      }
    }
    return { start, steps };
  }

  private stepFrom(from: number): Chain['steps'][number] | null {
    const { seats } = this;
    const isOpen = (to: number, entry: number | null) =>
      this.steps[to] === this.steps[from]! + 1 && this.dead[to] === 0 && seats.isFree(from, to, entry);
    if (from !== seats.hub && isOpen(seats.hub, null)) return { to: seats.hub, entry: null };
    const cursor = (this.cursors[from] ??= {
      entries: from === seats.hub ? [-1] : [...seats.held[from]!],
      at: 0,
      to: 0,
    });
    for (; cursor.at < cursor.entries.length; cursor.at += 1, cursor.to = 0) {
      const held = cursor.entries[cursor.at]!;
      const entry = held < 0 ? null : held;
      for (; cursor.to < seats.hub; cursor.to += 1) if (isOpen(cursor.to, entry)) return { to: cursor.to, entry };
    }
    return null;
  }
}
