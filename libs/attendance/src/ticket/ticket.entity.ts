import { BoolColumn, IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

export const TICKET_STATES = ['valid', 'revoked'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** Whose ticket it is: a person of the system, a row of the room above, or who came without either 现场登记. */
export const HOLDER_TYPES = ['person', 'invitation', 'walk_up'] as const;
export type HolderType = (typeof HOLDER_TYPES)[number];

/** Admits one person to one event 入场券. The lower half is kept by the transaction that stores a scan. */
@Entity('tickets')
@Index('uq_tickets_serial', ['eventId', 'serial'], { unique: true })
@Index('uq_tickets_holder', ['eventId', 'holderType', 'holderId'], { unique: true })
export class Ticket {
  @IdColumn() id: string;
  @RefColumn() eventId: string;
  /** The ticket's number 票号, 32 bits, drawn at random. */
  @IntColumn() serial: number;
  @TextColumn(12) holderType: HolderType;
  /** A walk-up's is the ticket's own id. */
  @RefColumn() holderId: string;
  @TextColumn(100) holderName: string;
  /** A word of the room above, such as `graduate`. */
  @TextColumn(20) kind: string;
  @TextColumn(10) state: TicketState;
  @InstantColumn() issuedAt: Date;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
  @TextColumn(200, { nullable: true }) revokedReason: string | null;

  @BoolColumn() inside: boolean;
  /** Admissions so far 人次. */
  @IntColumn() admissions: number;
  @InstantColumn({ nullable: true }) firstAdmittedAt: Date | null;
  /** The scan that admitted the holder last. */
  @RefColumn({ nullable: true }) entryScanId: string | null;
  /** Corrected time of the latest scan in the ledger's order. */
  @InstantColumn() lastScanAt: Date;
  /** Whether a ruling differs from an answer, or scans arrived out of order: then each further scan has all ruled again. */
  @BoolColumn() contested: boolean;
}
