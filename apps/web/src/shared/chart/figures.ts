export interface Bin {
  /** In the unit of the values; the last bin holds `to` as well. */
  from: number;
  to: number;
  count: number;
}

/** How many of `values` lie in each of so many parts of `from`…`to`. What lies outside counts at the nearer end. */
export function histogram(values: readonly number[], from: number, to: number, parts: number): Bin[] {
  const width = (to - from) / parts;
  const bins = Array.from({ length: parts }, (_, at): Bin => ({
    from: from + at * width,
    to: from + (at + 1) * width,
    count: 0,
  }));
  for (const value of values) bins[Math.max(0, Math.min(parts - 1, Math.floor((value - from) / width)))]!.count += 1;
  return bins;
}

export interface Bounds {
  min: number;
  max: number;
}

/** How many loads lie below the least and above the most. */
export function outside(loads: readonly number[], { min, max }: Bounds): { below: number; above: number } {
  return {
    below: loads.filter((load) => load < min).length,
    above: loads.filter((load) => load > max).length,
  };
}

/** Where a step of a colour ramp of `steps` stands for a value, from 1; 0 for none. */
export function rampStep(value: number, most: number, steps: number): number {
  return value <= 0 || most <= 0 ? 0 : Math.min(steps, Math.max(1, Math.ceil((value / most) * steps)));
}
