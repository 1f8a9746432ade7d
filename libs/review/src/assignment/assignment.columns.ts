import type { Model } from 'highs';

/** Columns or rows that are collected and then handed to the solver at once: one call for each would take most of the time. */
export class Batch {
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly cost: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  get count(): number {
    return this.lower.length;
  }

  add(cost: number, lower: number, upper: number, places: readonly number[], values: readonly number[] = []): void {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    places.forEach((place, at) => {
      this.indices.push(place);
      this.values.push(values[at] ?? 1);
    });
    this.starts.push(this.indices.length);
  }

  asColumns(model: Model, rows: number): void {
    if (this.count > 0)
      model.addCols({ ...this.parts(), cost: Float64Array.from(this.cost), matrix: this.matrix('csc', rows) });
  }

  asRows(model: Model, columns: number): void {
    if (this.count > 0) model.addRows({ ...this.parts(), matrix: this.matrix('csr', columns) });
  }

  private parts() {
    return { count: this.count, lower: Float64Array.from(this.lower), upper: Float64Array.from(this.upper) };
  }

  private matrix<Format extends 'csc' | 'csr'>(format: Format, across: number) {
    return {
      format,
      numRows: format === 'csc' ? across : this.count,
      numCols: format === 'csc' ? this.count : across,
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
    };
  }
}
