/** A seeded source of choices (sfc32): the same seed gives the same demonstration on every machine. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(seed: number) {
    this.a = seed >>> 0;
    this.b = (seed ^ 0x9e3779b9) >>> 0;
    this.c = (seed ^ 0x85ebca6b) >>> 0;
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** A whole number of 32 bits. */
  next(): number {
    const sum = (this.a + this.b + this.d) >>> 0;
    this.d = (this.d + 1) >>> 0;
    this.a = (this.b ^ (this.b >>> 9)) >>> 0;
    this.b = (this.c + (this.c << 3)) >>> 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) >>> 0;
    this.c = (this.c + sum) >>> 0;
    return sum;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + (this.next() % (max - min + 1));
  }

  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean {
    return this.next() % 100 < percent;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.next() % items.length]!;
  }

  /** `count` different items. */
  sample<Item>(items: readonly Item[], count: number): Item[] {
    const pool = [...items];
    for (let index = 0; index < Math.min(count, pool.length); index += 1) {
      const other = this.int(index, pool.length - 1);
      [pool[index], pool[other]] = [pool[other]!, pool[index]!];
    }
    return pool.slice(0, count);
  }

  /** One of `items`, each as likely as its weight says. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item {
    let at = this.next() % items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      if (at < weight) return item;
      at -= weight;
    }
    return items[0]![0];
  }

  /** An id of the product's form, made from this source instead of the machine's. */
  id(at: Date): string {
    const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits);
    const time = at.getTime().toString(16).padStart(12, '0');
    const [one, two, three] = [this.next(), this.next(), this.next()];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(one & 0xfff, 3)}-${hex(0x8000 | (two & 0x3fff), 4)}-${hex(three, 8)}${hex(two >>> 16, 4)}`;
  }
}
