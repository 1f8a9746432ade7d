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

/** Room for the ordinal in a key of pay: pay is below 2²⁵ and the key must stay below 2⁵³. */
export const ORDINALS = 2 ** 27;
const COMPACT_FROM = 1_024;

/**
 * The listed positions of one fair in columns of numbers. Ordinals follow the order of listing. A position that is listed
 * anew takes a new ordinal and its old one is left empty, until so many are that all are given anew.
 */
export class PositionColumns {
  /** Ordinals given, and those of them that are listed. */
  size = 0;
  alive = 0;
  capacity = 0;
  seqs = new Int32Array(0);
  numbers = new Int32Array(0);
  until = new Int32Array(0);
  /** The least pay; -1 where negotiable. */
  pays = new Int32Array(0);
  live = new Uint8Array(0);
  readonly facets = Array.from({ length: POSITION_FACETS.length }, () => new Uint16Array(0));
  readonly values = Array.from({ length: POSITION_FACETS.length }, (): string[] => []);
  readonly codes = Array.from({ length: POSITION_FACETS.length }, () => new Map<string, number>());
  /** Each position's ordinal by its number, counted from 1; 0 where it is not listed. A fair's numbers run from 1. */
  ordinals = new Int32Array(0);
  private payOrder: Float64Array | undefined;
  /** How often ordinals were given anew. */
  compactions = 0;

  /** Takes in changes, in the order of their numbers. */
  apply(listings: readonly Listing[]): void {
    for (const listing of listings) {
      this.take(listing.number);
      if (listing.listed) this.put(listing);
    }
    if (listings.length > 0) this.payOrder = undefined;
    if (this.size > COMPACT_FROM && this.alive * 2 < this.size) this.compact();
  }

  /** Pay and ordinal of each in one key, ascending. */
  get byPay(): Float64Array {
    return (this.payOrder ??= this.orderByPay());
  }

  /** The first ordinal listed at `seq` or later. */
  firstFrom(seq: number): number {
    return lowerBound(this.seqs, this.size, seq);
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
      this.facets[index]![ordinal] = this.code(index, listing.facets[facet]);
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
    for (const [index, column] of this.facets.entries()) {
      const grown = new Uint16Array(this.capacity);
      grown.set(column);
      this.facets[index] = grown;
    }
  }

  /** Closes the gaps, keeping the order. */
  private compact(): void {
    let to = 0;
    for (let from = 0; from < this.size; from += 1) {
      if (this.live[from] === 0) continue;
      for (const column of [this.seqs, this.numbers, this.until, this.pays, ...this.facets]) column[to] = column[from]!;
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
export function lowerBound(values: Int32Array | Float64Array, length: number, least: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
