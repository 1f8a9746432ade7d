import { IdColumn, IntColumn, RefColumn, RowVersionColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { GateState } from '../event/event.rules.js';

/** A place where persons enter and leave 入口. */
@Entity('admission_gates')
@Index('uq_admission_gates_name', ['eventId', 'name'], { unique: true })
export class Gate {
  @IdColumn() id: string;
  @RefColumn() eventId: string;
  @TextColumn(60) name: string;
  /** Gates are listed in this order. */
  @IntColumn() position: number;
  @TextColumn(10) state: GateState;
  @RowVersionColumn() version: number;
}
