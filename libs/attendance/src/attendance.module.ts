import { Global, Module } from '@nestjs/common';
import { AttendanceTasks } from './attendance.tasks.js';
import { DeviceController } from './device/device.controller.js';
import { Devices } from './device/devices.js';
import { Admissions } from './event/admissions.js';
import { EventController } from './event/event.controller.js';
import { EventFactsCache } from './event/event-facts.js';
import { Gates } from './gate/gates.js';
import { SigningKeys } from './key/signing-keys.js';
import { LedgerQueries } from './ledger.queries.js';
import { CountsQueries } from './live/counts.queries.js';
import { LiveCounts } from './live/live-counts.js';
import { AttendanceScreenChannel } from './live/screen.channel.js';
import { ScreenController } from './live/screen.controller.js';
import { Screens } from './live/screens.js';
import { ScanAudit } from './scan/scan.audit.js';
import { ScanController } from './scan/scan.controller.js';
import { Scans } from './scan/scans.js';
import { TicketController } from './ticket/ticket.controller.js';
import { Tickets } from './ticket/tickets.js';

/** What upper rooms use. */
const PUBLIC = [Admissions, Tickets];

const OWN = [
  AttendanceScreenChannel,
  AttendanceTasks,
  CountsQueries,
  Devices,
  EventFactsCache,
  Gates,
  LedgerQueries,
  LiveCounts,
  ScanAudit,
  Scans,
  Screens,
  SigningKeys,
];

/** The admission engine: events, gates, devices, tickets, scans and the headcount. */
@Global()
@Module({
  controllers: [DeviceController, EventController, ScanController, ScreenController, TicketController],
  providers: [...PUBLIC, ...OWN],
  exports: PUBLIC,
})
export class AttendanceModule {}
