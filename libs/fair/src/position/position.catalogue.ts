import { setImmediate as breathe } from 'node:timers/promises';
import { Database, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { Listing } from './position-columns.js';
import { type IndexAnswer, type IndexQuery, PositionIndex } from './position-index.js';
import { payBand } from './pay.rules.js';
import type { TermQuery } from './terms.rules.js';

/** Rows taken in at once, so that other requests get their turn between. */
const CHUNK = 2_000;
/** Fairs whose index is held. */
const FAIRS = 4;
/** Numbers held of looked-up words, over all fairs: 4 bytes each. */
const NUMBERS = 4_000_000;
/** How long each step of a search waits for those who act, in milliseconds. */
const COURTESY_MS = 10;

interface Held {
  index: PositionIndex;
  /** The numbers of the positions that hold a word, ascending, as of `index.seq`. */
  words: Map<string, Int32Array>;
  refreshing: Promise<void> | undefined;
}

interface ListingRow {
  listedSeq: number;
  number: number;
  state: string;
  validUntil: string;
  payMin: number | null;
  zone: string;
  degree: string;
  countyCode: string;
  category: string;
  university: string;
}

/**
 * Answers searches from an index in memory, kept current by the numbers of the list's changes: each search reads the
 * last number, and only what changed since is read, once for all who wait.
 */
@Injectable()
export class PositionCatalogue {
  private readonly fairs = new Map<string, Held>();

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async search(
    fair: { id: string; number: number },
    words: readonly TermQuery[],
    query: Omit<IndexQuery, 'numbers'>,
  ): Promise<IndexAnswer> {
    const held = await this.current(fair.id);
    const numbers = words.length === 0 ? undefined : await this.holding(held, fair.number, words);
    return this.inTurn(held.index.steps(numbers === undefined ? query : { ...query, numbers }));
  }

  /** Counting facets takes milliseconds, which a judge's sheet would stand behind. */
  private async inTurn(steps: Generator<undefined, IndexAnswer>): Promise<IndexAnswer> {
    for (;;) {
      await this.unitOfWork.idle(COURTESY_MS);
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  private async current(fairId: string): Promise<Held> {
    const held = this.hold(fairId);
    const rows = await this.database.query<{ listedSeq: number }>(
      'SELECT listedSeq FROM position_counters WHERE fairId = ?',
      [fairId],
    );
    const last = Number(rows[0]?.listedSeq ?? 0);
    while (held.index.seq !== last) {
      if (held.index.seq > last && held.refreshing === undefined) held.index = new PositionIndex();
      held.refreshing ??= this.refresh(fairId, held, last).finally(() => (held.refreshing = undefined));
      await held.refreshing;
      if (held.index.seq > last) break;
    }
    return held;
  }

  /** The fair's index, which becomes the one used last; the one not used for longest goes. */
  private hold(fairId: string): Held {
    const held = this.fairs.get(fairId) ?? { index: new PositionIndex(), words: new Map(), refreshing: undefined };
    this.fairs.delete(fairId);
    this.fairs.set(fairId, held);
    if (this.fairs.size > FAIRS) this.fairs.delete(this.fairs.keys().next().value!);
    return held;
  }

  private async refresh(fairId: string, held: Held, last: number): Promise<void> {
    for (;;) {
      const rows = await this.database.query<ListingRow>(
        `SELECT listedSeq, number, state, validUntil, payMin, zone, degree, countyCode, category, university
         FROM positions WHERE fairId = ? AND listedSeq > ? ORDER BY listedSeq LIMIT ?`,
        [fairId, held.index.seq, CHUNK],
      );
      held.words.clear();
      held.index.apply(rows.map(toListing));
      if (rows.length < CHUNK) break;
      await breathe();
    }
    // Numbers may have been taken whose change was not kept; what was read is complete up to `last`.
    held.index.seq = Math.max(held.index.seq, last);
  }

  /** The positions that hold every word. */
  private async holding(held: Held, fairNumber: number, words: readonly TermQuery[]): Promise<Int32Array> {
    const lists = await Promise.all(words.map((word) => this.numbersOf(held, fairNumber, word)));
    return lists.sort((one, other) => one.length - other.length).reduce(inBoth);
  }

  private async numbersOf(held: Held, fairNumber: number, { term, prefix }: TermQuery): Promise<Int32Array> {
    const key = `${prefix ? '*' : '='}${term}`;
    const known = held.words.get(key);
    if (known) return known;
    const { seq } = held.index;
    const rows = prefix
      ? await this.database.query<{ positionNumber: number }>(
          'SELECT DISTINCT positionNumber FROM position_terms WHERE fairNumber = ? AND term >= ? AND term < ?',
          [fairNumber, term, `${term}\u{10ffff}`],
        )
      : await this.database.query<{ positionNumber: number }>(
          'SELECT positionNumber FROM position_terms WHERE fairNumber = ? AND term = ?',
          [fairNumber, term],
        );
    const numbers = Int32Array.from(rows, (row) => Number(row.positionNumber)).sort();
    if (held.index.seq === seq) {
      held.words.set(key, numbers);
      this.trim(held);
    }
    return numbers;
  }

  private trim(held: Held): void {
    let size = 0;
    for (const numbers of held.words.values()) size += numbers.length;
    for (const [key, numbers] of held.words) {
      if (size <= NUMBERS) break;
      held.words.delete(key);
      size -= numbers.length;
    }
  }
}

/** What stands in two ascending lists. */
function inBoth(short: Int32Array, long: Int32Array): Int32Array {
  const both = new Int32Array(short.length);
  let count = 0;
  let at = 0;
  for (const number of short) {
    while (at < long.length && long[at]! < number) at += 1;
    if (long[at] === number) both[count++] = number;
  }
  return both.subarray(0, count);
}

function toListing(row: ListingRow): Listing {
  const payMin = row.payMin === null ? null : Number(row.payMin);
  return {
    seq: Number(row.listedSeq),
    number: Number(row.number),
    listed: row.state === 'approved',
    until: dayNumber(row.validUntil),
    payMin,
    facets: {
      zone: row.zone,
      degree: row.degree,
      county: row.countyCode,
      category: row.category,
      university: row.university,
      pay: payBand({ min: payMin }),
    },
  };
}

/** `2026-06-30` as 20260630. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}
