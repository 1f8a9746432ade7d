import { ChoiceField, IdField, InstantField, ListField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import type { ScanInput } from './scan-input.js';
import { ANSWERS, type Answer, type Direction, DIRECTIONS, type Refusal, REFUSALS } from './verdict.rules.js';

/** Longer than any code of ours, since whatever is held before the reader is recorded as refused. */
const CODE_MAX = 4_000;

export class ScanBody {
  /** Made on the device; a retry carries the same. */
  @IdField() id: string;
  @IdField() gateId: string;
  @ChoiceField(DIRECTIONS) direction: Direction;
  /** When it was scanned, by the device's clock. */
  @InstantField() deviceAt: string;
  /** What the reader read. */
  @TextField({ max: CODE_MAX, optional: true, raw: true }) code?: string | null;
  /** The ticket's number, typed by hand. */
  @TextField({ max: 40, optional: true }) number?: string | null;
}

export class SingleScanBody extends ScanBody {
  /** The device's clock on sending. */
  @InstantField() sentAt: string;
}

export class ScanBatchBody {
  /** The device's clock on sending. */
  @InstantField() sentAt: string;
  @ListField(() => ScanBody, { min: 1, max: 200 }) scans: ScanBody[];
}

class ScannedTicket {
  @ApiProperty() number: string;
  @ApiProperty() holderName: string;
  @ApiProperty() kind: string;
}

class FirstAdmission {
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty() gate: string;
}

/** What a gate is told; the same to every retry. */
export class ScanAnswerView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: [...DIRECTIONS] }) direction: Direction;
  @ApiProperty({ enum: [...ANSWERS] }) answer: Answer;
  @ApiProperty({ enum: [...REFUSALS], nullable: true }) reason: Refusal | null;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ type: ScannedTicket, nullable: true }) ticket: ScannedTicket | null;
  @ApiProperty({ type: FirstAdmission, nullable: true }) first: FirstAdmission | null;
}

class ScanFailure {
  @ApiProperty() code: string;
  /** In the device's language. */
  @ApiProperty() detail: string;
}

/** The result of one scan of a batch: an answer, or why there is none. */
export class BatchResult {
  @ApiProperty() id: string;
  @ApiProperty({ type: ScanAnswerView, nullable: true }) answer: ScanAnswerView | null;
  @ApiProperty({ type: ScanFailure, nullable: true }) failure: ScanFailure | null;
}

export class ScanBatchAnswer {
  @ApiProperty({ type: [BatchResult] }) results: BatchResult[];
}

export function toScanInput({ id, gateId, direction, deviceAt, code, number }: ScanBody): ScanInput {
  return {
    id,
    gateId,
    direction,
    deviceAt: new Date(deviceAt),
    ...(code ? { code } : {}),
    ...(number ? { number } : {}),
  };
}
