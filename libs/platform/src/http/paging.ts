import { failure } from '@haishi/contracts';
import { IntQuery, TextField } from './fields.js';

/** Query of a list that pages by cursor. */
export class PageQuery {
  @TextField({ max: 400, optional: true }) cursor?: string;
  @IntQuery({ min: 1, max: 200, optional: true }) limit?: number;
}

/** One page of a list. `next` is absent on the last. */
export interface Page<Item> {
  items: Item[];
  next?: string;
  /** The whole count where it is cheap to know. */
  total?: number;
}

/** Writes a position (the sort values of the last row) as an opaque cursor. */
export function writeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Reads a cursor of `length` values; fails with `common.bad_cursor`. */
export function readCursor(cursor: string, length: number): (string | number)[] {
  try {
    const position = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (
      Array.isArray(position) &&
      position.length === length &&
      position.every((value) => typeof value === 'string' || Number.isSafeInteger(value))
    )
      return position as (string | number)[];
  } catch {
    // falls through to the failure
  }
  throw failure('common.bad_cursor', { field: 'cursor' });
}

/** Cuts `rows` (asked for with `limit + 1`) into a page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  position: (row: Row) => readonly (string | number)[],
  item: (row: Row) => Item,
): Page<Item> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(item),
    ...(rows.length > limit && last !== undefined ? { next: writeCursor(position(last)) } : {}),
  };
}

/** A page of a list that is held whole; it goes on from as many as stood before it. Fails with `common.bad_cursor`. */
export function pageOf<Item>(
  all: readonly Item[],
  { cursor, limit }: PageQuery,
  most: number,
): Page<Item> & { total: number } {
  const from = cursor ? Number(readCursor(cursor, 1)[0]) : 0;
  if (!Number.isSafeInteger(from) || from < 0) throw failure('common.bad_cursor', { field: 'cursor' });
  const end = from + (limit ?? most);
  return {
    items: all.slice(from, end),
    total: all.length,
    ...(end < all.length ? { next: writeCursor([end]) } : {}),
  };
}
