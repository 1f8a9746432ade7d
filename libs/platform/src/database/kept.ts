/** What never changes once it is stored, by its id: read once, and kept as long as it is among the `most` asked for last. */
export class Kept<Value> {
  private readonly held = new Map<string, Promise<Value>>();

  constructor(private readonly most: number) {}

  /** Fails as `read` does, which is asked again the next time. Nobody changes what is answered. */
  async get(id: string, read: () => Promise<Value>): Promise<Value> {
    const held = this.held.get(id) ?? read();
    this.held.delete(id);
    this.held.set(id, held);
    if (this.held.size > this.most) this.held.delete(this.held.keys().next().value!);
    try {
      return await held;
    } catch (error) {
      if (this.held.get(id) === held) this.held.delete(id);
      throw error;
    }
  }
}
