import type { FailureParams } from '@haishi/kernel';
import type { ErrorCode } from '@haishi/contracts';

/** What reading a cell gives: the value, or why it cannot be taken. */
export type Parsed<Value> = { value: Value; fault?: undefined } | { fault: ErrorCode; params: FailureParams };

export const good = <Value>(value: Value): Parsed<Value> => ({ value });
export const faulty = <Value>(fault: ErrorCode, params: FailureParams = {}): Parsed<Value> => ({
  fault,
  params,
});
