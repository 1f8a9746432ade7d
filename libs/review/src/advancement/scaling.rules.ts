import { divisorOf, type DivisorMethod } from './apportionment.rules.js';
import { type Margins, total } from './margins.rules.js';

const ROUNDS = 60;

/**
 * A table whose row margins are exact and whose column margins are near, by alternate scaling: rows and columns in turn get
 * the multiplier by which their own margin is met. Only a starting point: it is in floating point and decides nothing.
 */
export function startingTable(
  weights: readonly (readonly number[])[],
  room: readonly (readonly number[])[],
  { rows, columns }: Margins,
  method: DivisorMethod,
): number[][] {
  let factors = columns.map(() => 1);
  let best: { seats: number[][]; off: number } | undefined;
  for (let round = 0; round < ROUNDS && best?.off !== 0; round += 1) {
    const byRow = weights.map((row, at) =>
      scale(
        rows[at]!,
        row.map((weight, column) => weight * factors[column]!),
        room[at]!,
        method,
      ),
    );
    const seats = byRow.map((row) => row.seats);
    const off = total(columns.map((asked, column) => Math.abs(total(seats.map((row) => row[column]!)) - asked)));
    if (best === undefined || off < best.off) best = { seats, off };
    const next = columns.map((asked, column) => {
      const scaled = weights.map((row, at) => row[column]! / byRow[at]!.divisor);
      const held = room.map((row) => row[column]!);
      return 1 / scale(asked, scaled, held, method).divisor;
    });
    const greatest = Math.max(...next);
    factors = next.map((factor) => Math.max(factor / greatest, 1e-100));
  }
  return best?.seats ?? [];
}

/** Seats of one row or column that sum to `size`, and a divisor between the last seat given and the next. */
function scale(size: number, weights: readonly number[], room: readonly number[], method: DivisorMethod) {
  const half = method === 'dhondt' ? 0 : 0.5;
  const guess = total(weights) / Math.max(size, 1);
  const seats = weights.map((weight, at) =>
    room[at] === 0 || guess === 0 ? 0 : Math.min(room[at]!, Math.floor(weight / guess + half)),
  );
  const quotient = (at: number, seat: number) => weights[at]! / divisorOf(method, seat);
  const extreme = (open: (at: number) => boolean, value: (at: number) => number, greatest: boolean): number => {
    let chosen = -1;
    for (let at = 0; at < seats.length; at += 1) {
      if (!open(at)) continue;
      if (chosen === -1 || (greatest ? value(at) > value(chosen) : value(at) < value(chosen))) chosen = at;
    }
    return chosen;
  };
  const next = () =>
    extreme(
      (at) => seats[at]! < room[at]!,
      (at) => quotient(at, seats[at]! + 1),
      true,
    );
  const last = () =>
    extreme(
      (at) => seats[at]! > 0,
      (at) => quotient(at, seats[at]!),
      false,
    );
  for (let left = size - total(seats); left > 0; left -= 1) seats[next()]! += 1;
  for (let left = size - total(seats); left < 0; left += 1) seats[last()]! -= 1;

  const [above, below] = [last(), next()];
  const high = above === -1 ? undefined : quotient(above, seats[above]!);
  const low = below === -1 ? undefined : quotient(below, seats[below]! + 1);
  const divisor = Math.sqrt((high ?? low! * 4) * (low ?? high! / 4));
  return { seats, divisor: Number.isFinite(divisor) && divisor > 0 ? divisor : 1 };
}
