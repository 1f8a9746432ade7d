import type { ErrorCode } from '@haishi/contracts';

/** What reading a cell gives: the value, or why it cannot be taken. */
export type Parsed<Value> =
  | { value: Value; fault?: undefined }
  | { fault: ErrorCode; params: Record<string, string | number> };

export const good = <Value>(value: Value): Parsed<Value> => ({ value });
export const faulty = <Value>(fault: ErrorCode, params: Record<string, string | number> = {}): Parsed<Value> => ({
  fault,
  params,
});
