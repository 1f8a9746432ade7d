import { type AssignmentPlan, costOfLoad } from './assignment.plan.rules.js';

const NOWHERE = Number.POSITIVE_INFINITY;

/** Seats that go from place to place; at the hub, and from it, none of an entry but one of what a judge is to have. */
export interface Chain {
  start: number;
  steps: { to: number; entry: number | null }[];
}

/** Who has the seats of every entry, what a further one of each judge costs, and how many too many or too few they have. */
export class Seats {
  readonly held: Set<number>[];
  /** As many entries as a judge is to have, at prices as they are. */
  private readonly load: number[];
  /** Seats beyond what each place is to have; below 0 where it is short. */
  readonly excess: Int32Array;
  private readonly price: Float64Array;
  /** Where loads change: a seat that comes here from a judge is one more that the judge is to have. */
  readonly hub: number;
  private readonly meets: Int32Array;
  private readonly taken: Uint8Array;
  private readonly cheapest: Float64Array;

  private readonly plan: AssignmentPlan;
  private readonly chosen: number[][];

  /** `chosen` are the judges of each entry, which moves change. */
  constructor(plan: AssignmentPlan, chosen: number[][]) {
    this.plan = plan;
    this.chosen = chosen;
    this.hub = plan.judges;
    this.held = Array.from({ length: plan.judges }, () => new Set<number>());
    chosen.forEach((judges, entry) => judges.forEach((judge) => this.held[judge]!.add(entry)));
    this.load = plan.fair.map(({ from }) => from);
    this.price = new Float64Array(plan.judges + 1);
    this.excess = new Int32Array(plan.judges + 1);
    this.held.forEach((entries, judge) => {
      this.excess[judge] = entries.size - this.load[judge]!;
      this.excess[this.hub]! -= this.excess[judge]!;
    });
    this.meets = Int32Array.from({ length: plan.judges }, (_, judge) =>
      plan.composition.reduce((bits, { judges }, demand) => bits | (judges[judge]! << demand), 0),
    );
    this.taken = new Uint8Array(plan.judges);
    this.cheapest = new Float64Array(plan.judges + 1);
  }

  /** Seats that are with somebody who has too many. */
  surplus = (): number => this.excess.reduce((sum, count) => sum + Math.max(0, count), 0);

  prices = (): number[] =>
    Array.from({ length: this.plan.judges }, (_, judge) => this.price[judge]! - this.price[this.hub]!);

  /** Raises prices until the cheapest chains from too many to too few cost nothing; answers whether there is any chain. */
  raisePrices(late: () => boolean): boolean {
    const dear = Float64Array.from(this.excess, (count) => (count > 0 ? 0 : NOWHERE));
    const done = new Uint8Array(dear.length);
    let end = NOWHERE;
    while (end === NOWHERE) {
      const from = nearest(dear, done);
      if (from < 0 || late()) return false;
      done[from] = 1;
      if (this.excess[from]! < 0) end = dear[from]!;
      else
        this.waysFrom(from).forEach((cost, to) => {
          // Where a rule within an entry holds an exchange up, a later one can be cheaper than nothing.
          dear[to] = Math.min(dear[to]!, dear[from]! + Math.max(0, cost));
        });
    }
    dear.forEach((cost, at) => (this.price[at]! += Math.min(cost, end)));
    return true;
  }

  /** Whether a seat goes from one to another at no cost: of this entry, or by a change of load. */
  isFree(from: number, to: number, entry: number | null): boolean {
    if (entry === null) return this.loadWay(from, to) <= 0;
    const { plan } = this;
    const [into, out] = [entry * plan.judges + to, entry * plan.judges + from];
    if (plan.allowed[into] === 0) return false;
    if (plan.cost[into]! - plan.cost[out]! + this.price[from]! - this.price[to]! > 0) return false;
    if (!this.held[from]!.has(entry) || this.held[to]!.has(entry) || plan.locked[entry]!.includes(from)) return false;
    const asked = this.askedBy(entry, from);
    if ((this.meets[to]! & asked) !== asked) return false;
    return !this.chosen[entry]!.some((one) => one !== from && plan.institution[one] === plan.institution[to]);
  }

  /** What the cheapest step from here to each place costs, at the prices. The array is used again. */
  private waysFrom(from: number): Float64Array {
    const { plan, cheapest, taken, meets, price } = this;
    cheapest.fill(NOWHERE);
    if (from === this.hub) {
      for (let judge = 0; judge < plan.judges; judge += 1) cheapest[judge] = this.loadWay(from, judge);
      return cheapest;
    }
    for (const entry of this.held[from]!) {
      if (plan.locked[entry]!.includes(from)) continue;
      const row = entry * plan.judges;
      const saved = price[from]! - plan.cost[row + from]!;
      const asked = this.askedBy(entry, from);
      this.markInstitutions(entry, from, 1);
      for (let to = 0; to < plan.judges; to += 1) {
        if (plan.allowed[row + to] === 0 || (meets[to]! & asked) !== asked) continue;
        const cost = plan.cost[row + to]! + saved - price[to]!;
        if (cost < cheapest[to]! && taken[plan.institution[to]!] === 0) cheapest[to] = cost;
      }
      this.markInstitutions(entry, from, 0);
    }
    cheapest[from] = NOWHERE;
    cheapest[this.hub] = this.loadWay(from, this.hub);
    return cheapest;
  }

  private markInstitutions(entry: number, but: number, mark: 0 | 1): void {
    for (const judge of this.chosen[entry]!) if (judge !== but) this.taken[this.plan.institution[judge]!] = mark;
  }

  /** What one entry more, or one fewer, costs at the prices. */
  private loadWay(from: number, to: number): number {
    const [judge, by] = to === this.hub ? [from, 1] : [to, -1];
    const load = this.load[judge]! + by;
    const { min, max } = this.plan.bounds[judge]!;
    if (load < min || load > max) return NOWHERE;
    const { plan } = this;
    return costOfLoad(plan, judge, load) - costOfLoad(plan, judge, load - by) + this.price[from]! - this.price[to]!;
  }

  /** What whoever takes a judge's seat has to meet, for the entry to meet its demands. */
  private askedBy(entry: number, without: number): number {
    let asked = 0;
    this.plan.composition.forEach(({ judges, atLeast }, demand) => {
      let met = 0;
      for (const judge of this.chosen[entry]!) if (judge !== without) met += judges[judge]!;
      if (met < atLeast) asked |= 1 << demand;
    });
    return asked;
  }

  /** The fewest free steps from a surplus to each place, up to the nearest that is short; null where there is no such. */
  stepsFromSurplus(late: () => boolean): Int32Array | null {
    const steps = this.excess.map((count) => (count > 0 ? 0 : -1));
    let edge = [...steps.keys()].filter((at) => steps[at] === 0);
    for (let step = 1; edge.length > 0; step += 1) {
      const next: number[] = [];
      for (const from of edge) {
        if (late()) return null;
        this.waysFrom(from).forEach((cost, to) => {
          if (cost > 0 || steps[to]! >= 0) return;
          steps[to] = step;
          next.push(to);
        });
      }
      if (next.some((at) => this.excess[at]! < 0)) return steps;
      edge = next;
    }
    return null;
  }

  /** From its end on, so that every step has a seat to fill; what is no longer allowed by then leaves a seat half-way. */
  moveAlong({ start, steps }: Chain): void {
    const from = (at: number): number => (at === 0 ? start : steps[at - 1]!.to);
    for (let at = steps.length - 1; at >= 0; at -= 1) {
      const { to, entry } = steps[at]!;
      if (this.isFree(from(at), to, entry)) this.move(from(at), to, entry);
    }
  }

  private move(from: number, to: number, entry: number | null): void {
    this.excess[from]! -= 1;
    this.excess[to]! += 1;
    if (entry === null) {
      if (to === this.hub) this.load[from]! += 1;
      else this.load[to]! -= 1;
      return;
    }
    this.held[from]!.delete(entry);
    this.held[to]!.add(entry);
    const judges = this.chosen[entry]!;
    judges[judges.indexOf(from)] = to;
  }
}

function nearest(dear: Float64Array, done: Uint8Array): number {
  let found = -1;
  for (let at = 0; at < dear.length; at += 1)
    if (done[at] === 0 && dear[at]! < NOWHERE && (found < 0 || dear[at]! < dear[found]!)) found = at;
  return found;
}
