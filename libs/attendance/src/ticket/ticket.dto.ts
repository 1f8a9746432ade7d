import { ChoiceField, LineField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { formatSerial } from './ticket-text.rules.js';
import { HOLDER_TYPES, type HolderType, type Ticket, TICKET_STATES, type TicketState } from './ticket.entity.js';

/** Words for whom a ticket is, offered at the walk-up desk. */
export const WALK_UP_KINDS = ['visitor', 'graduate', 'employer', 'staff', 'press'] as const;

export class WalkUpInput {
  @LineField({ max: 100 }) holderName: string;
  @ChoiceField(WALK_UP_KINDS) kind: (typeof WALK_UP_KINDS)[number];
}

export class ReasonInput {
  @TextField({ max: 200 }) reason: string;
}

/** A ticket as staff see it. */
export class TicketRowView {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty() holderName: string;
  @ApiProperty({ enum: [...HOLDER_TYPES] }) holderType: HolderType;
  @ApiProperty() kind: string;
  @ApiProperty({ enum: [...TICKET_STATES] }) state: TicketState;
  @ApiProperty() inside: boolean;
  @ApiProperty({ type: 'integer' }) admissions: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) firstAdmittedAt: Date | null;

  static of(ticket: Ticket): TicketRowView {
    const { id, serial, holderName, holderType, kind, state, inside, admissions, firstAdmittedAt } = ticket;
    const flags = { inside: Boolean(inside), admissions, firstAdmittedAt };
    return { id, number: formatSerial(serial), holderName, holderType, kind, state, ...flags };
  }
}

export class TicketPage {
  @ApiProperty({ type: [TicketRowView] }) items: TicketRowView[];
  @ApiProperty({ required: false }) next?: string;
}

/** A walk-up's new ticket, and the token of the link that opens it. */
export class WalkUpView {
  @ApiProperty() ticket: TicketRowView;
  @ApiProperty() token: string;
}

class TicketEvent {
  @ApiProperty() nameZh: string;
  @ApiProperty() nameEn: string;
  @ApiProperty() placeZh: string;
  @ApiProperty() placeEn: string;
  @ApiProperty({ description: 'IANA name; its hours are told in it.' }) timeZone: string;
  @ApiProperty({ type: String, format: 'date-time' }) opensAt: Date;
  @ApiProperty({ type: String, format: 'date-time' }) closesAt: Date;
}

/** A ticket as its holder sees it. */
export class OpenTicketView {
  @ApiProperty() number: string;
  @ApiProperty() holderName: string;
  @ApiProperty() kind: string;
  @ApiProperty() event: TicketEvent;
  /** An SVG image of the signed code. */
  @ApiProperty() qr: string;
}
