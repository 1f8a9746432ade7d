/**
 * The parts into which a task falls: judges and entries that no chain of allowed pairs joins share nothing, so that solving
 * them one by one loses nothing. Answers the part of each entry and of each judge, numbered from 0 in order of entries; a
 * judge whom no entry allows is a part alone.
 */
export function partsOf(
  entries: number,
  judges: number,
  allowed: (entry: number, judge: number) => boolean,
): { ofEntry: number[]; ofJudge: number[]; count: number } {
  const sets = new Joined(entries + judges);
  for (let entry = 0; entry < entries; entry += 1)
    for (let judge = 0; judge < judges; judge += 1) if (allowed(entry, judge)) sets.join(entry, entries + judge);
  const numbers = new Map<number, number>();
  const numbered = Array.from({ length: entries + judges }, (_, at) => {
    const root = sets.root(at);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
  return { ofEntry: numbered.slice(0, entries), ofJudge: numbered.slice(entries), count: numbers.size };
}

/** Disjoint sets that are joined two by two. */
export class Joined {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, at) => at);
  }

  root(at: number): number {
    let root = at;
    while (this.parent[root] !== root) root = this.parent[root] = this.parent[this.parent[root]!]!;
    return root;
  }

  /** Whether they were apart. */
  join(one: number, other: number): boolean {
    const [first, second] = [this.root(one), this.root(other)];
    this.parent[Math.max(first, second)] = Math.min(first, second);
    return first !== second;
  }
}
