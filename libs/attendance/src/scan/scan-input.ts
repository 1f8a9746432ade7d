import type { Answer, Direction, Refusal } from './verdict.rules.js';

/** One scan as a device sends it. */
export interface ScanInput {
  id: string;
  gateId: string;
  direction: Direction;
  /** By the device's clock. */
  deviceAt: Date;
  /** What the reader read; or `number`, typed by hand. */
  code?: string;
  number?: string;
}

/** What a gate is told; the same to every retry. */
export interface ScanAnswer {
  id: string;
  direction: Direction;
  answer: Answer;
  reason: Refusal | null;
  /** Corrected time of the scan. */
  at: Date;
  ticket: { number: string; holderName: string; kind: string } | null;
  /** The admission because of which this one was refused. */
  first: { at: Date; gate: string } | null;
}
