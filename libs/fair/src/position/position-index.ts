import { POSITION_FACETS, type PositionFacet } from '@haishi/contracts';

/** One listed position as the search sees it. */
export interface Listing {
  /** The change of the public list that put it (or took it away). Newer is greater. */
  seq: number;
  number: number;
  listed: boolean;
  /** The last day on which it is shown, as 20260630. */
  until: number;
  /** The least pay in yuan a year; null where negotiable. */
  payMin: number | null;
  facets: Record<PositionFacet, string>;
}

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
/** Room for the ordinal in a key of pay: pay is below 2²⁵ and the key must stay below 2⁵³. */
const ORDINALS = 2 ** 27;
const COMPACT_FROM = 1_024;
/** Positions looked at in one step of a search: a fraction of a millisecond. */
const STEP = 8_192;

/**
 * The listed positions of one fair in columns of numbers, so that a search with its facets is one pass over them:
 * about a millisecond for a hundred thousand. Ordinals follow the order of listing. A position that is listed anew
 * takes a new ordinal and its old one is left empty.
 */
export class PositionIndex {
  /** The last change taken in. */
  seq = 0;
  private size = 0;
  private alive = 0;
  private capacity = 0;
  private seqs = new Int32Array(0);
  private numbers = new Int32Array(0);
  private until = new Int32Array(0);
  /** The least pay; -1 where negotiable. */
  private pays = new Int32Array(0);
  private live = new Uint8Array(0);
  private readonly columns = Array.from({ length: FACETS }, () => new Uint16Array(0));
  private readonly values = Array.from({ length: FACETS }, (): string[] => []);
  private readonly codes = Array.from({ length: FACETS }, () => new Map<string, number>());
  /** Each position's ordinal by its number, counted from 1; 0 where it is not listed. A fair's numbers run from 1. */
  private ordinals = new Int32Array(0);
  private payOrder: Float64Array | undefined;
  /** How often ordinals were given anew. */
  private compactions = 0;
  /** Marks of the last search, for the next. */
  private spare: Uint8Array = new Uint8Array(0);

  /** How many are listed. */
  get count(): number {
    return this.alive;
  }

  /** Takes in changes, in the order of their numbers. */
  apply(listings: readonly Listing[]): void {
    for (const listing of listings) {
      this.take(listing.number);
      if (listing.listed) this.put(listing);
      this.seq = listing.seq;
    }
    if (listings.length > 0) this.payOrder = undefined;
    if (this.size > COMPACT_FROM && this.alive * 2 < this.size) this.compact();
  }

  /** Searches in steps, for others to get their turn between them. What changes meanwhile may be in the answer or not. */
  *steps(query: IndexQuery): Generator<undefined, IndexAnswer> {
    let found: Found;
    let compactions: number;
    do {
      compactions = this.compactions;
      found = yield* this.mark(query);
    } while (this.compactions !== compactions);
    const { total, hits, counts } = found;
    const page = query.sort === 'pay' ? this.pageByPay(query, hits) : this.pageByAge(query, hits);
    this.spare = hits;
    const kept = page.slice(0, query.limit);
    const last = kept.at(-1);
    return {
      total,
      numbers: kept.map((ordinal) => this.numbers[ordinal]!),
      ...(page.length > query.limit && last !== undefined ? { next: this.positionOf(last, query.sort) } : {}),
      facets: Object.fromEntries(
        POSITION_FACETS.map((facet, index) => [
          facet,
          new Map(
            this.values[index]!.map((value, code) => [value, counts[index]![code]!] as const).filter(
              ([, count]) => count > 0,
            ),
          ),
        ]),
      ) as IndexAnswer['facets'],
    };
  }

  /** Marks what is found and counts the facets. */
  private *mark(query: IndexQuery): Generator<undefined, Found> {
    const { size } = this;
    const { numbers } = query;
    const found = { total: 0, hits: this.marks(), counts: this.values.map((values) => new Int32Array(values.length)) };
    const visit = this.visitor(query, found);
    const last = numbers === undefined ? size : numbers.length;
    for (let from = 0; from < last; from += STEP) {
      if (from > 0) yield;
      const to = Math.min(from + STEP, last);
      if (numbers === undefined) for (let ordinal = from; ordinal < to; ordinal += 1) visit(ordinal);
      else
        for (let at = from; at < to; at += 1) {
          const place = this.ordinals[numbers[at]!];
          if (place && place <= size) visit(place - 1);
        }
    }
    return found;
  }

  /** Looks at one position, by its ordinal. */
  private visitor({ chosen, today }: IndexQuery, found: Found): (ordinal: number) => void {
    const { live, until, columns } = this;
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
    return spare.length < this.capacity ? new Uint8Array(this.capacity) : spare.fill(0);
  }

  private mask(facet: number, chosen: readonly string[] | undefined): Uint8Array | undefined {
    if (chosen === undefined || chosen.length === 0) return undefined;
    const mask = new Uint8Array(this.values[facet]!.length);
    for (const value of chosen) {
      const code = this.codes[facet]!.get(value);
      if (code !== undefined) mask[code] = 1;
    }
    return mask;
  }

  private pageByAge({ after, limit }: IndexQuery, hits: Uint8Array): number[] {
    const page: number[] = [];
    const from = after === undefined ? this.size : this.firstFrom(after[0]!);
    for (let ordinal = from - 1; ordinal >= 0 && page.length <= limit; ordinal -= 1)
      if (hits[ordinal] === 1) page.push(ordinal);
    return page;
  }

  private pageByPay({ after, limit }: IndexQuery, hits: Uint8Array): number[] {
    const order = (this.payOrder ??= this.orderByPay());
    const page: number[] = [];
    const below =
      after === undefined ? Number.POSITIVE_INFINITY : (after[0]! + 1) * ORDINALS + this.firstFrom(after[1]!);
    for (let at = lowerBound(order, order.length, below) - 1; at >= 0 && page.length <= limit; at -= 1) {
      const ordinal = order[at]! % ORDINALS;
      if (hits[ordinal] === 1) page.push(ordinal);
    }
    return page;
  }

  private orderByPay(): Float64Array {
    const order = new Float64Array(this.alive);
    let at = 0;
    for (let ordinal = 0; ordinal < this.size; ordinal += 1) {
      if (this.live[ordinal] === 0) continue;
      order[at] = (this.pays[ordinal]! + 1) * ORDINALS + ordinal;
      at += 1;
    }
    return order.sort();
  }

  private positionOf(ordinal: number, sort: PositionSort): number[] {
    return sort === 'pay' ? [this.pays[ordinal]!, this.seqs[ordinal]!] : [this.seqs[ordinal]!];
  }

  /** The first ordinal listed at `seq` or later. */
  private firstFrom(seq: number): number {
    return lowerBound(this.seqs, this.size, seq);
  }

  private take(number: number): void {
    const place = this.ordinals[number];
    if (!place) return;
    this.live[place - 1] = 0;
    this.alive -= 1;
    this.ordinals[number] = 0;
  }

  private put(listing: Listing): void {
    if (this.size === this.capacity) this.grow();
    const ordinal = this.size;
    this.size += 1;
    this.alive += 1;
    if (listing.number >= this.ordinals.length) this.ordinals = longer(this.ordinals, listing.number * 2);
    this.ordinals[listing.number] = this.size;
    this.seqs[ordinal] = listing.seq;
    this.numbers[ordinal] = listing.number;
    this.until[ordinal] = listing.until;
    this.pays[ordinal] = listing.payMin ?? -1;
    this.live[ordinal] = 1;
    for (const [index, facet] of POSITION_FACETS.entries())
      this.columns[index]![ordinal] = this.code(index, listing.facets[facet]);
  }

  private code(facet: number, value: string): number {
    const codes = this.codes[facet]!;
    let code = codes.get(value);
    if (code === undefined) {
      code = this.values[facet]!.push(value) - 1;
      codes.set(value, code);
    }
    return code;
  }

  private grow(): void {
    this.capacity = Math.max(256, this.capacity * 2);
    this.seqs = longer(this.seqs, this.capacity);
    this.numbers = longer(this.numbers, this.capacity);
    this.until = longer(this.until, this.capacity);
    this.pays = longer(this.pays, this.capacity);
    const live = new Uint8Array(this.capacity);
    live.set(this.live);
    this.live = live;
    for (const [index, column] of this.columns.entries()) {
      const grown = new Uint16Array(this.capacity);
      grown.set(column);
      this.columns[index] = grown;
    }
  }

  /** Closes the gaps, keeping the order. */
  private compact(): void {
    let to = 0;
    for (let from = 0; from < this.size; from += 1) {
      if (this.live[from] === 0) continue;
      for (const column of [this.seqs, this.numbers, this.until, this.pays, ...this.columns])
        column[to] = column[from]!;
      this.live[to] = 1;
      to += 1;
      this.ordinals[this.numbers[to - 1]!] = to;
    }
    this.live.fill(0, to, this.size);
    this.size = to;
    this.payOrder = undefined;
    this.compactions += 1;
  }
}

function longer(old: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(capacity);
  grown.set(old);
  return grown;
}

/** The first place in ascending `values` whose value is `least` or more. */
function lowerBound(values: Int32Array | Float64Array, length: number, least: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
