/** Values read from the database and believed for a short time; what this server changes it forgets at once. */
export class FreshCache<Value> {
  private readonly held = new Map<string, { readAt: number; value: Promise<Value> }>();

  constructor(
    private readonly load: (key: string) => Promise<Value>,
    /** Milliseconds. */
    private readonly freshFor: number,
    private readonly maxHeld = 10_000,
  ) {}

  get(key: string): Promise<Value> {
    const entry = this.held.get(key);
    const now = Date.now();
    if (entry && now - entry.readAt < this.freshFor) return entry.value;
    if (this.held.size >= this.maxHeld) this.held.clear();
    const value = this.load(key);
    const made = { readAt: now, value };
    this.held.set(key, made);
    value.catch(() => {
      if (this.held.get(key) === made) this.held.delete(key);
    });
    return value;
  }

  forget(key: string): void {
    this.held.delete(key);
  }
}
