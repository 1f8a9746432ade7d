/** What a list was found to be, and what was done with it. */
export interface ListRead {
  total: number;
  faults: { row: number; column: string; cell: string; value: string; code: string; message: string }[];
  /** Every faulty row, where faults beyond the first are not named. */
  faultyRows?: number[];
  unknownColumns: string[];
  /** Null where it was only read. */
  done: Record<string, number> | null;
}
