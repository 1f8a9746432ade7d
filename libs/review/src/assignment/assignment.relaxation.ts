import type { CallbackEvent, Highs, Model } from 'highs';
import { Batch } from './assignment.columns.js';
import { type Misses, missesOf, type Missing, type MissPrices, SMALL } from './assignment.misses.rules.js';
import { type AssignmentPlan, costOfLoad } from './assignment.plan.rules.js';
import { firstPairs } from './assignment.start.rules.js';

/** The number of an event of HiGHS. */
export const SIMPLEX_INTERRUPT = 1;
const COLUMNS_A_ROUND = 8;
/** How many that a load is above or below cost a little more each, so that misses spread. */
const STEPS = 8;
const INFINITY = Number.POSITIVE_INFINITY;
/** Seconds; the solver accepts no infinity. */
const AGES = 1e9;

/**
 * The linear relaxation of an assignment, with columns made as they are needed: it starts with a few judges for each entry and
 * adds whoever has a negative reduced cost, until nobody has. Every demand may be missed, at a price, so that it always has a
 * solution. Rows for institutions are made where they are broken.
 */
export class Relaxation {
  readonly model: Model;
  readonly pairs: { entry: number; judge: number; column: number }[] = [];
  private readonly plan: AssignmentPlan;
  private readonly prices: MissPrices;
  private readonly priced: boolean;
  private readonly missing: Missing[] = [];
  private readonly has: Uint8Array;
  private readonly demandRows: number[][];
  private readonly loadRow: number;
  private readonly institutionRow = new Map<number, number>();
  private columns = 0;
  private rows = 0;
  private constant = 0;

  constructor(
    highs: Highs,
    plan: AssignmentPlan,
    prices: MissPrices,
    /** Without it only what is missed counts. */
    priced: boolean,
    seed: number,
  ) {
    this.plan = plan;
    this.prices = prices;
    this.priced = priced;
    this.model = highs.createModel();
    this.model.options.set({ output_flag: false, presolve: 'off', random_seed: seed });
    this.has = new Uint8Array(plan.entries * plan.judges);
    const rows = new Batch();
    for (const need of plan.need) rows.add(0, need, need, []);
    this.demandRows = plan.need.map(() =>
      plan.composition.map(({ atLeast }) => {
        rows.add(0, atLeast, INFINITY, []);
        return rows.count - 1;
      }),
    );
    this.loadRow = rows.count;
    for (const { min } of plan.bounds) rows.add(0, min, min, []);
    rows.asRows(this.model, 0);
    this.rows = rows.count;
    this.addMissing();
    this.addLoads();
    this.addPairs(firstPairs(plan, this.costOf, seed));
  }

  /** Solves to the end, or answers false where `late` says so first. */
  solve(late: () => boolean, round: (objective: number) => void = () => undefined): boolean {
    const stop = (event: CallbackEvent) => {
      if (late() && 'interrupt' in event) event.interrupt();
      return undefined;
    };
    const run = () => this.model.run({ [SIMPLEX_INTERRUPT]: stop });
    run();
    for (;;) {
      if (late()) return false;
      round(this.objective());
      const broken = this.addInstitutions();
      const pairs = broken > 0 ? [] : this.improving(-SMALL, COLUMNS_A_ROUND);
      if (broken === 0 && pairs.length === 0) return true;
      this.addPairs(pairs);
      this.model.options.set('simplex_strategy', broken > 0 ? 1 : 4);
      run();
    }
  }

  objective = (): number => this.model.getObjectiveValue() + this.constant;

  /** The price of an entry of each judge: the duals of the load rows. */
  judgePrices(): number[] {
    const { rowDual } = this.model.getSolution();
    return Array.from({ length: this.plan.judges }, (_, judge) => rowDual[this.loadRow + judge]!);
  }

  /** How much of each pair in `pairs` is in the solution. */
  values(): number[] {
    const { colValue } = this.model.getSolution();
    return this.pairs.map(({ column }) => colValue[column]!);
  }

  misses = (): Misses => missesOf(this.missing, this.model.getSolution().colValue);

  isMissing = (): boolean => Object.values(this.misses()).some((list) => list.length > 0);

  /** Sets pairs to what `values` says of them, and those that are younger to nothing. */
  fixWhere(applies: (pair: { entry: number; judge: number }) => boolean, values: readonly number[]): void {
    const fixed = this.pairs.map((pair, at) => ({ ...pair, value: Math.round(values[at] ?? 0) })).filter(applies);
    this.setBounds(fixed.map(({ column, value }) => ({ column, lower: value, upper: value })));
  }

  /** Undoes what was fixed and made whole. */
  free(): void {
    this.setBounds(
      this.pairs.map(({ entry, judge, column }) => ({ column, lower: this.lowest(entry, judge), upper: 1 })),
    );
    this.model.clearIntegrality();
    this.model.options.set({ presolve: 'off', time_limit: AGES });
  }

  /** Tells the solver an assignment to start from. */
  startFrom(chosen: readonly (readonly number[])[]): void {
    const own = chosen.map((judges) => new Set(judges));
    const values = this.pairs.map(({ entry, judge }) => (own[entry]!.has(judge) ? 1 : 0));
    this.model.setSolution({
      indices: Int32Array.from(this.pairs, ({ column }) => column),
      values: Float64Array.from(values),
    });
  }

  /** Pairs without a column whose reduced cost is below `limit`: the best `most` of each entry. */
  improving(limit: number, most: number): { entry: number; judge: number }[] {
    const { plan } = this;
    const { rowDual } = this.model.getSolution();
    const found: { entry: number; judge: number }[] = [];
    for (let entry = 0; entry < plan.entries; entry += 1) {
      const own: { judge: number; reduced: number }[] = [];
      for (let judge = 0; judge < plan.judges; judge += 1) {
        const at = entry * plan.judges + judge;
        if (this.has[at] === 1 || plan.allowed[at] === 0) continue;
        let reduced = this.costOf(entry, judge) - rowDual[entry]! - rowDual[this.loadRow + judge]!;
        plan.composition.forEach(({ judges }, demand) => {
          if (judges[judge] === 1) reduced -= rowDual[this.demandRows[entry]![demand]!]!;
        });
        const row = this.institutionRow.get(entry * plan.judges + plan.institution[judge]!);
        if (row !== undefined) reduced -= rowDual[row]!;
        if (reduced < limit) own.push({ judge, reduced });
      }
      own.sort((one, other) => one.reduced - other.reduced);
      for (const { judge } of own.slice(0, most)) found.push({ entry, judge });
    }
    return found;
  }

  addPairs(pairs: readonly { entry: number; judge: number }[]): void {
    const { plan } = this;
    const batch = new Batch();
    for (const { entry, judge } of pairs) {
      const at = entry * plan.judges + judge;
      if (this.has[at] === 1) continue;
      this.has[at] = 1;
      const rows = [entry, this.loadRow + judge];
      plan.composition.forEach(({ judges }, demand) => {
        if (judges[judge] === 1) rows.push(this.demandRows[entry]![demand]!);
      });
      const institution = this.institutionRow.get(entry * plan.judges + plan.institution[judge]!);
      if (institution !== undefined) rows.push(institution);
      batch.add(
        this.costOf(entry, judge),
        this.lowest(entry, judge),
        1,
        rows.sort((one, other) => one - other),
      );
      this.pairs.push({ entry, judge, column: this.columns });
      this.columns += 1;
    }
    batch.asColumns(this.model, this.rows);
  }

  /** The number of the next column. */
  get nextColumn(): number {
    return this.columns;
  }

  /** Adds columns, and rows over them. */
  addParts(columns: Batch, rows: Batch): void {
    columns.asColumns(this.model, this.rows);
    this.columns += columns.count;
    rows.asRows(this.model, this.columns);
    this.rows += rows.count;
  }

  private lowest = (entry: number, judge: number): number => (this.plan.locked[entry]!.includes(judge) ? 1 : 0);

  private setBounds(bounds: readonly { column: number; lower: number; upper: number }[]): void {
    this.model.changeColsBounds(
      { kind: 'set', indices: Int32Array.from(bounds, ({ column }) => column) },
      Float64Array.from(bounds, ({ lower }) => lower),
      Float64Array.from(bounds, ({ upper }) => upper),
    );
  }

  private costOf = (entry: number, judge: number): number =>
    this.priced ? this.plan.cost[entry * this.plan.judges + judge]! : 0;

  private addMissing(): void {
    const batch = new Batch();
    const { plan, prices } = this;
    const add = (miss: Omit<Missing, 'column'>, price: number, row: number, by = 1, most = INFINITY) => {
      batch.add(price, 0, most, [row], [by]);
      this.missing.push({ ...miss, column: this.columns });
      this.columns += 1;
    };
    for (let entry = 0; entry < plan.entries; entry += 1) {
      add({ kind: 'coverage', entry }, prices.coverage, entry);
      this.demandRows[entry]!.forEach((row, demand) =>
        add({ kind: 'composition', entry, demand }, prices.composition, row),
      );
    }
    for (let judge = 0; judge < plan.judges; judge += 1) {
      const row = this.loadRow + judge;
      for (let more = 0; more <= STEPS; more += 1) {
        const most = more === STEPS ? INFINITY : 1;
        add({ kind: 'above', judge }, prices.above * (1 + more / 1024), row, -1, most);
        add({ kind: 'below', judge }, prices.below * (1 + more / 1024), row, 1, most);
      }
    }
    batch.asColumns(this.model, this.rows);
  }

  /** A column for each further entry of a judge: since the cost of loads is convex, they fill in order. */
  private addLoads(): void {
    const { plan } = this;
    const batch = new Batch();
    this.constant = this.priced ? plan.constant : 0;
    plan.bounds.forEach(({ min, max }, judge) => {
      const costs = Array.from({ length: max - min + 1 }, (_, more) =>
        this.priced ? costOfLoad(plan, judge, min + more) : 0,
      );
      this.constant += costs[0]!;
      for (let more = 1; more < costs.length;) {
        const step = costs[more]! - costs[more - 1]!;
        const from = more;
        while (more < costs.length && step === costs[more]! - costs[more - 1]!) more += 1;
        batch.add(step, 0, more - from, [this.loadRow + judge], [-1]);
        this.columns += 1;
      }
    });
    batch.asColumns(this.model, this.rows);
  }

  /** How many judges of an institution may be on an entry: one, or those who are locked to it. */
  private mostOf(key: number): number {
    const { locked, institution, judges } = this.plan;
    const same = locked[Math.floor(key / judges)]!.filter((judge) => institution[judge] === key % judges);
    return Math.max(1, same.length);
  }

  /** Makes rows for institutions that have more than one judge on an entry; answers how many. */
  addInstitutions(): number {
    const { plan } = this;
    if (!plan.task.rules.onePerInstitution) return 0;
    const values = this.values();
    const sums = new Map<number, { columns: number[]; sum: number }>();
    this.pairs.forEach(({ entry, judge, column }, at) => {
      const key = entry * plan.judges + plan.institution[judge]!;
      if (this.institutionRow.has(key)) return;
      const one = sums.get(key) ?? { columns: [], sum: 0 };
      one.columns.push(column);
      one.sum += values[at]!;
      sums.set(key, one);
    });
    const batch = new Batch();
    const excess = new Batch();
    const made: number[] = [];
    for (const [key, { columns, sum }] of sums) {
      const most = this.mostOf(key);
      if (sum <= most + SMALL || columns.length < 2) continue;
      batch.add(0, -INFINITY, most, columns);
      const row = this.rows + made.length;
      this.institutionRow.set(key, row);
      excess.add(this.prices.institution, 0, INFINITY, [row], [-1]);
      made.push(key);
    }
    batch.asRows(this.model, this.columns);
    this.rows += made.length;
    for (const key of made) {
      const entry = Math.floor(key / plan.judges);
      this.missing.push({ column: this.columns, kind: 'institution', entry, institution: key % plan.judges });
      this.columns += 1;
    }
    excess.asColumns(this.model, this.rows);
    return made.length;
  }
}
