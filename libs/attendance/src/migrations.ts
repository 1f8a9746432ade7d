import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const TABLES = [
  defineTable(
    'admission_events',
    {
      id: column.id(),
      externalType: column.text(20),
      externalId: column.ref(),
      number: column.int(),
      nameZh: column.text(200),
      nameEn: column.text(200),
      placeZh: column.text(200),
      placeEn: column.text(200),
      approvedCapacity: column.int(),
      reentry: column.text(10),
      opensAt: column.instant(),
      closesAt: column.instant(),
      state: column.text(10),
      version: column.version(),
    },
    {
      uq_admission_events_external: { columns: ['externalType', 'externalId'], unique: true },
      uq_admission_events_number: { columns: ['number'], unique: true },
    },
  ),
  defineTable(
    'admission_gates',
    {
      id: column.id(),
      eventId: column.ref(),
      name: column.text(60),
      position: column.int(),
      state: column.text(10),
      version: column.version(),
    },
    { uq_admission_gates_name: { columns: ['eventId', 'name'], unique: true } },
  ),
  defineTable('attendance_counters', {
    eventId: column.key(36),
    gateId: column.key(36),
    admissions: column.int(),
    exits: column.int(),
    persons: column.int(),
    refusals: column.int(),
  }),
  defineTable(
    'gate_devices',
    {
      id: column.id(),
      eventId: column.ref(),
      gateId: column.ref(),
      name: column.text(60),
      tokenHash: column.text(43),
      registeredBy: column.text(64),
      registeredAt: column.instant(),
      revokedAt: column.instant({ nullable: true }),
    },
    {
      uq_gate_devices_token: { columns: ['tokenHash'], unique: true },
      ix_gate_devices_event: { columns: ['eventId'] },
    },
  ),
  defineTable('ticket_keys', {
    number: column.intKey(),
    publicKey: column.text(100),
    privateKey: column.longText(),
    state: column.text(10),
    createdAt: column.instant(),
    endedAt: column.instant({ nullable: true }),
  }),
  defineTable(
    'tickets',
    {
      id: column.id(),
      eventId: column.ref(),
      serial: column.int(),
      holderType: column.text(12),
      holderId: column.ref(),
      holderName: column.text(100),
      kind: column.text(20),
      state: column.text(10),
      issuedAt: column.instant(),
      revokedAt: column.instant({ nullable: true }),
      revokedReason: column.text(200, { nullable: true }),
      inside: column.bool(),
      admissions: column.int(),
      firstAdmittedAt: column.instant({ nullable: true }),
      entryScanId: column.ref({ nullable: true }),
      lastScanAt: column.instant(),
      contested: column.bool(),
    },
    {
      uq_tickets_serial: { columns: ['eventId', 'serial'], unique: true },
      uq_tickets_holder: { columns: ['eventId', 'holderType', 'holderId'], unique: true },
    },
  ),
  defineTable(
    'scans',
    {
      id: column.id(),
      eventId: column.ref(),
      gateId: column.ref(),
      deviceId: column.ref(),
      ticketId: column.ref({ nullable: true }),
      direction: column.text(3),
      deviceAt: column.instant(),
      receivedAt: column.instant(),
      correctedAt: column.instant(),
      minute: column.int(),
      answer: column.text(10),
      answerReason: column.text(24, { nullable: true }),
      ruling: column.text(10),
      rulingReason: column.text(24, { nullable: true }),
      firstScanId: column.ref({ nullable: true }),
    },
    {
      ix_scans_event: { columns: ['eventId', 'receivedAt', 'id'] },
      ix_scans_minute: { columns: ['eventId', 'minute', 'answer', 'direction'] },
      ix_scans_ticket: { columns: ['ticketId'] },
    },
  ),
];

export class CreateAttendance1763930000000 implements MigrationInterface {
  name = 'CreateAttendance1763930000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.createTable(table.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.dropTable(table.name);
  }
}

/** The audit reads the scans of all events in the order of time. */
export class IndexScansByTime1763930001000 implements MigrationInterface {
  name = 'IndexScansByTime1763930001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('scans', new TableIndex({ name: 'ix_scans_received', columnNames: ['receivedAt', 'id'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('scans', 'ix_scans_received');
  }
}

/** Hours of what stood before were told in Beijing's time. */
export class AddEventTimeZone1764006020000 implements MigrationInterface {
  name = 'AddEventTimeZone1764006020000';

  async up(runner: QueryRunner): Promise<void> {
    const spec = { ...column.text(60), name: 'timeZone' };
    await runner.addColumn('admission_events', new TableColumn({ ...spec, isNullable: true } as never));
    await runner.query("UPDATE admission_events SET timeZone = 'Asia/Shanghai'");
    await runner.changeColumn('admission_events', 'timeZone', new TableColumn({ ...spec, isNullable: false } as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('admission_events', 'timeZone');
  }
}

export const ATTENDANCE_MIGRATIONS = [
  CreateAttendance1763930000000,
  IndexScansByTime1763930001000,
  AddEventTimeZone1764006020000,
];
