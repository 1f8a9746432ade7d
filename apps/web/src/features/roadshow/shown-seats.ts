import type { ShownResult } from '@haishi/contracts';

/** A seat of the panel, as the public is told of it with a result. */
export type ShownSeat =
  | ({ state: 'counted' } & ShownResult['judges'][number])
  | { state: 'recused' | 'invalid'; seatNo: number };

/** Every seat in the order in which they sit, whatever became of it: a hall looks for a judge at their place. */
export function shownSeats({ judges, recused, invalid = [] }: ShownResult): ShownSeat[] {
  return [
    ...judges.map((one) => ({ state: 'counted' as const, ...one })),
    ...recused.map((seatNo) => ({ state: 'recused' as const, seatNo })),
    ...invalid.map((seatNo) => ({ state: 'invalid' as const, seatNo })),
  ].sort((one, other) => one.seatNo - other.seatNo);
}
