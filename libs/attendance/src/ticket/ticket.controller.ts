import { type Actor, type AttendanceCounts } from '@haishi/contracts';
import { Access, CurrentActor, Public } from '@haishi/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Admissions } from '../event/admissions.js';
import { ScanQuery, TicketQuery, TokenInput } from '../event/event.dto.js';
import { LedgerQueries } from '../ledger.queries.js';
import { CountsQueries } from '../live/counts.queries.js';
import { LedgerCountsView, ScanPage, ScanRowView } from '../scan/scan-row.dto.js';
import { OpenTicketView, ReasonInput, TicketPage, TicketRowView, WalkUpInput, WalkUpView } from './ticket.dto.js';
import { Tickets } from './tickets.js';

/** Tickets, for their holders and for staff, and the ledger of scans. */
@ApiTags('attendance')
@Controller('attendance')
export class TicketController {
  constructor(
    private readonly tickets: Tickets,
    private readonly admissions: Admissions,
    private readonly queries: LedgerQueries,
    private readonly counts: CountsQueries,
  ) {}

  @Post('tickets/open')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: OpenTicketView })
  open(@CurrentActor() actor: Actor, @Body() { token }: TokenInput): Promise<OpenTicketView> {
    return this.tickets.open(actor, token);
  }

  @Post('events/:event/walk-ups')
  @Access('gate.scan')
  @ApiCreatedResponse({ type: WalkUpView })
  async walkUp(
    @CurrentActor() actor: Actor,
    @Param('event') eventId: string,
    @Body() body: WalkUpInput,
  ): Promise<WalkUpView> {
    const { ticket, token } = await this.tickets.registerWalkUp(actor, eventId, body.holderName, body.kind);
    return { ticket: TicketRowView.of(ticket), token };
  }

  @Get('events/:event/tickets')
  @Access('attendance.read')
  @ApiOkResponse({ type: TicketPage })
  async list(
    @CurrentActor() actor: Actor,
    @Param('event') eventId: string,
    @Query() query: TicketQuery,
  ): Promise<TicketPage> {
    await this.admissions.visible(actor, eventId, 'attendance.read');
    const { items, ...page } = await this.queries.tickets(eventId, query);
    return { items: items.map((ticket) => TicketRowView.of(ticket)), ...page };
  }

  @Post('tickets/:ticket/revoke')
  @HttpCode(204)
  @Access('gate.manage')
  @ApiNoContentResponse()
  revoke(
    @CurrentActor() actor: Actor,
    @Param('ticket') ticketId: string,
    @Body() { reason }: ReasonInput,
  ): Promise<void> {
    return this.tickets.revokeByStaff(actor, ticketId, reason);
  }

  @Get('events/:event/scans')
  @Access('attendance.read')
  @ApiOkResponse({ type: ScanPage })
  async scans(
    @CurrentActor() actor: Actor,
    @Param('event') eventId: string,
    @Query() query: ScanQuery,
  ): Promise<ScanPage> {
    await this.admissions.visible(actor, eventId, 'attendance.read');
    const { items, ...page } = await this.queries.scans(eventId, query);
    return { items: items.map(({ scan, ticket }) => ScanRowView.of(scan, ticket)), ...page };
  }

  @Get('events/:event/ledger')
  @Access('attendance.read')
  @ApiOkResponse({ type: LedgerCountsView })
  async ledger(@CurrentActor() actor: Actor, @Param('event') eventId: string): Promise<AttendanceCounts> {
    await this.admissions.visible(actor, eventId, 'attendance.read');
    return this.counts.fromLedger(eventId);
  }
}
