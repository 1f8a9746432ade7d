const round = (value) => (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100);
const rounded = (value) => {
  if (typeof value === 'number') return round(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
  return value;
};

/** The table that people read: one line for each engine and size. */
export function table(results) {
  const lines = results.map((result) => ({
    engine: result.engine,
    size: result.size ?? '',
    ours: round(result.ours),
    floor: round(result.floor),
    ratio: result.ratio.toFixed(2),
    mark: result.mark ?? '',
    unit: result.unit,
    'cpu ms': result.cpu === undefined ? '' : `${result.cpu.toFixed(2)} / ${result.floorCpu.toFixed(2)}`,
    p50: result.p50 === undefined ? '' : round(result.p50),
    p99: result.p99 === undefined ? '' : round(result.p99),
    'rss MB': result.rss,
  }));
  const columns = Object.keys(lines[0]);
  const widths = columns.map((column) => Math.max(column.length, ...lines.map((line) => String(line[column]).length)));
  const row = (values) => values.map((value, index) => String(value).padStart(widths[index])).join('  ');
  return [row(columns), ...lines.map((line) => row(Object.values(line)))].join('\n');
}

/**
 * The result in which the product does worst beside its floor, measured by the mark where parts have marks of their own,
 * as one line of JSON; `parts` names all of them.
 */
export function worstCase(bench, results) {
  const share = ({ ratio, mark = 1 }) => ratio / mark;
  const worst = [...results].sort((one, other) =>
    bench.better === 'higher' ? share(one) - share(other) : share(other) - share(one),
  )[0];
  const { engine, ours, floor, ratio, unit, p50, p99, rss, ...more } = worst;
  const parts = results.map((one) => ({
    engine: one.engine,
    size: one.size,
    ours: one.ours,
    floor: one.floor,
    ratio: one.ratio,
    mark: one.mark,
    unit: one.unit,
  }));
  return JSON.stringify(
    rounded({ bench: bench.name, engine, ours, floor, ratio, unit, p50, p99, rss, ...more, parts }),
  );
}
