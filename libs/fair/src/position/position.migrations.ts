import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePositions1763950001000 implements MigrationInterface {
  name = 'CreatePositions1763950001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'positions',
        {
          id: column.id(),
          fairId: column.ref(),
          participationId: column.ref(),
          organisationId: column.ref(),
          number: column.int(),
          rowKey: column.text(320, { nullable: true }),
          title: column.text(100),
          category: column.text(20),
          headcount: column.int(),
          degree: column.text(20),
          degreeType: column.text(20),
          majors: column.text(500),
          university: column.text(20),
          titleRank: column.text(20),
          experience: column.text(20),
          payMin: column.int({ nullable: true }),
          payMax: column.int({ nullable: true }),
          benefits: column.text(500),
          workplace: column.text(200),
          duties: column.longText(),
          contactName: column.text(50),
          contactPhone: column.text(30),
          contactMail: column.text(254),
          validUntil: column.text(10),
          zone: column.text(20),
          countyCode: column.text(12),
          state: column.text(12),
          stateReason: column.text(1000, { nullable: true }),
          flags: column.json(),
          openFlags: column.int(),
          submittedAt: column.instant({ nullable: true }),
          decidedBy: column.ref({ nullable: true }),
          decidedAt: column.instant({ nullable: true }),
          listedSeq: column.int({ nullable: true }),
          createdAt: column.instant(),
          updatedAt: column.instant(),
          version: column.version(),
        },
        {
          uq_positions_key: { columns: ['participationId', 'rowKey'], unique: true },
          uq_positions_number: { columns: ['fairId', 'number'], unique: true },
          uq_positions_listed: { columns: ['fairId', 'listedSeq'], unique: true },
          ix_positions_queue: { columns: ['fairId', 'state', 'submittedAt'] },
          ix_positions_participation: { columns: ['participationId', 'state'] },
        },
      ),
    );
    await runner.createTable(
      defineTable('position_counters', { fairId: column.key(36), lastNumber: column.int(), listedSeq: column.int() }),
    );
    await runner.createTable(
      defineTable(
        'position_terms',
        { fairNumber: column.intKey(), term: column.key(40), positionNumber: column.intKey() },
        { ix_position_terms_position: { columns: ['fairNumber', 'positionNumber'] } },
      ),
    );
    await runner.createTable(
      defineTable(
        'position_imports',
        {
          id: column.id(),
          participationId: column.ref(),
          fileName: column.text(200),
          state: column.text(12),
          total: column.int(),
          faulty: column.int(),
          faults: column.json(),
          flagged: column.json(),
          unknownColumns: column.json(),
          rows: column.json({ nullable: true }),
          result: column.json({ nullable: true }),
          createdBy: column.ref(),
          createdAt: column.instant(),
          committedAt: column.instant({ nullable: true }),
        },
        { ix_position_imports_participation: { columns: ['participationId', 'createdAt'] } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['position_imports', 'position_terms', 'position_counters', 'positions'])
      await runner.dropTable(table);
  }
}
