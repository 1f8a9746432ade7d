/** Items that go from thread to thread at once: the list of a large edition, copied whole, would hold up whoever is waiting. */
const AT_ONCE = 1000;

/** A part of a long list, or, last, all the rest with its long lists left empty. */
export type Piece<Whole extends object> = { list: keyof Whole; items: unknown[] } | { rest: Whole };

/** Takes what holds long lists apart, to be sent piece by piece; {@link PieceJoiner} puts it together again. */
export function* toPieces<Whole extends object>(whole: Whole): Generator<Piece<Whole>, void> {
  const rest = { ...whole };
  for (const list of Object.keys(whole) as (keyof Whole)[]) {
    const all: unknown = whole[list];
    if (!Array.isArray(all) || all.length <= AT_ONCE) continue;
    for (let start = 0; start < all.length; start += AT_ONCE) yield { list, items: all.slice(start, start + AT_ONCE) };
    rest[list] = [] as Whole[keyof Whole];
  }
  yield { rest };
}

/** Puts the pieces of {@link toPieces} together in the order in which they come. */
export class PieceJoiner<Whole extends object> {
  private readonly lists = new Map<keyof Whole, unknown[]>();

  /** Answers the whole with its last piece, and nothing before. */
  add(piece: Piece<Whole>): Whole | undefined {
    if ('rest' in piece) return { ...piece.rest, ...(Object.fromEntries(this.lists) as Partial<Whole>) };
    const list = this.lists.get(piece.list) ?? [];
    for (const item of piece.items) list.push(item);
    this.lists.set(piece.list, list);
    return undefined;
  }
}
