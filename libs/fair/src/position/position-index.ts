import { POSITION_FACETS, type PositionFacet } from '@haishi/contracts';
import { type Listing, lowerBound, ORDINALS, PositionColumns } from './position-columns.js';

export type PositionSort = 'newest' | 'pay';

/** A search over one fair's listed positions. */
export interface IndexQuery {
  /** Facets narrowed to some of their values. */
  chosen: Partial<Record<PositionFacet, readonly string[]>>;
  /** The numbers of the positions that hold the words asked for; absent where none were. */
  numbers?: readonly number[] | Int32Array;
  /** As 20260630. */
  today: number;
  sort: PositionSort;
  /** The sort values of the last position seen: `[seq]`, or `[pay, seq]`. */
  after?: readonly number[];
  limit: number;
}

export interface IndexAnswer {
  total: number;
  /** The numbers of the page, in order. */
  numbers: number[];
  /** Where the next page starts; absent on the last. */
  next?: number[];
  /** For each facet how many would be found by each of its values, its own narrowing left aside. */
  facets: Record<PositionFacet, Map<string, number>>;
}

interface Found {
  total: number;
  /** 1 at the ordinals of what was found. */
  hits: Uint8Array;
  /** How many were found by each value, by facet. */
  counts: Int32Array[];
}

const FACETS = POSITION_FACETS.length;
/** Positions looked at in one step of a search: a fraction of a millisecond. */
const STEP = 8_192;

/** Searches the listed positions of one fair: with its facets one pass over them, about a millisecond for a hundred thousand. */
export class PositionIndex {
  /** The last change taken in. */
  seq = 0;
  private readonly rows = new PositionColumns();
  /** Marks of the last search, for the next. */
  private spare: Uint8Array = new Uint8Array(0);

  /** How many are listed. */
  get count(): number {
    return this.rows.alive;
  }

  /** Takes in changes, in the order of their numbers. */
  apply(listings: readonly Listing[]): void {
    this.rows.apply(listings);
    this.seq = listings.at(-1)?.seq ?? this.seq;
  }

  /** Searches in steps, for others to get their turn between them. What changes meanwhile may be in the answer or not. */
  *steps(query: IndexQuery): Generator<undefined, IndexAnswer> {
    let found: Found;
    let compactions: number;
    do {
      compactions = this.rows.compactions;
      found = yield* this.mark(query);
    } while (this.rows.compactions !== compactions);
    const { total, hits, counts } = found;
    const page = query.sort === 'pay' ? this.pageByPay(query, hits) : this.pageByAge(query, hits);
    this.spare = hits;
    const kept = page.slice(0, query.limit);
    const last = kept.at(-1);
    return {
      total,
      numbers: kept.map((ordinal) => this.rows.numbers[ordinal]!),
      ...(page.length > query.limit && last !== undefined ? { next: this.positionOf(last, query.sort) } : {}),
      facets: Object.fromEntries(
        POSITION_FACETS.map((facet, index) => [
          facet,
          new Map(
            this.rows.values[index]!.map((value, code) => [value, counts[index]![code]!] as const).filter(
              ([, count]) => count > 0,
            ),
          ),
        ]),
      ) as IndexAnswer['facets'],
    };
  }

  /** Marks what is found and counts the facets. */
  private *mark(query: IndexQuery): Generator<undefined, Found> {
    const { size } = this.rows;
    const { numbers } = query;
    const found = {
      total: 0,
      hits: this.marks(),
      counts: this.rows.values.map((values) => new Int32Array(values.length)),
    };
    const visit = this.visitor(query, found);
    const last = numbers === undefined ? size : numbers.length;
    for (let from = 0; from < last; from += STEP) {
      if (from > 0) yield;
      const to = Math.min(from + STEP, last);
      if (numbers === undefined) for (let ordinal = from; ordinal < to; ordinal += 1) visit(ordinal);
      else
        for (let at = from; at < to; at += 1) {
          const place = this.rows.ordinals[numbers[at]!];
          if (place && place <= size) visit(place - 1);
        }
    }
    return found;
  }

  /** Looks at one position, by its ordinal. */
  private visitor({ chosen, today }: IndexQuery, found: Found): (ordinal: number) => void {
    const { live, until, facets: columns } = this.rows;
    const { hits, counts } = found;
    const masks = POSITION_FACETS.map((facet, index) => this.mask(index, chosen[facet]));
    return (ordinal) => {
      if (live[ordinal] === 0 || until[ordinal]! < today) return;
      let missed = -1;
      for (let facet = 0; facet < FACETS; facet += 1) {
        const mask = masks[facet];
        if (mask === undefined || mask[columns[facet]![ordinal]!] === 1) continue;
        if (missed >= 0) return;
        missed = facet;
      }
      if (missed >= 0) {
        counts[missed]![columns[missed]![ordinal]!]! += 1;
        return;
      }
      found.total += 1;
      hits[ordinal] = 1;
      for (let facet = 0; facet < FACETS; facet += 1) counts[facet]![columns[facet]![ordinal]!]! += 1;
    };
  }

  /** Room for a mark on each position; of no other search. */
  private marks(): Uint8Array {
    const { spare } = this;
    this.spare = new Uint8Array(0);
    return spare.length < this.rows.capacity ? new Uint8Array(this.rows.capacity) : spare.fill(0);
  }

  private mask(facet: number, chosen: readonly string[] | undefined): Uint8Array | undefined {
    if (chosen === undefined || chosen.length === 0) return undefined;
    const mask = new Uint8Array(this.rows.values[facet]!.length);
    for (const value of chosen) {
      const code = this.rows.codes[facet]!.get(value);
      if (code !== undefined) mask[code] = 1;
    }
    return mask;
  }

  private pageByAge({ after, limit }: IndexQuery, hits: Uint8Array): number[] {
    const page: number[] = [];
    const from = after === undefined ? this.rows.size : this.rows.firstFrom(after[0]!);
    for (let ordinal = from - 1; ordinal >= 0 && page.length <= limit; ordinal -= 1)
      if (hits[ordinal] === 1) page.push(ordinal);
    return page;
  }

  private pageByPay({ after, limit }: IndexQuery, hits: Uint8Array): number[] {
    const order = this.rows.byPay;
    const page: number[] = [];
    const below =
      after === undefined ? Number.POSITIVE_INFINITY : (after[0]! + 1) * ORDINALS + this.rows.firstFrom(after[1]!);
    for (let at = lowerBound(order, order.length, below) - 1; at >= 0 && page.length <= limit; at -= 1) {
      const ordinal = order[at]! % ORDINALS;
      if (hits[ordinal] === 1) page.push(ordinal);
    }
    return page;
  }

  private positionOf(ordinal: number, sort: PositionSort): number[] {
    return sort === 'pay' ? [this.rows.pays[ordinal]!, this.rows.seqs[ordinal]!] : [this.rows.seqs[ordinal]!];
  }
}
