import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFairs1763950000000 implements MigrationInterface {
  name = 'CreateFairs1763950000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'fairs',
        {
          id: column.id(),
          code: column.text(40),
          number: column.int(),
          name: column.json(),
          venue: column.json(),
          timeZone: column.text(60),
          days: column.json(),
          zones: column.json(),
          gates: column.json(),
          permitNumber: column.text(60, { nullable: true }),
          approvedCapacity: column.int(),
          employerSignInBy: column.text(5),
          applyBy: column.instant({ nullable: true }),
          state: column.text(10),
          demo: column.bool(),
          createdAt: column.instant(),
          version: column.version(),
        },
        {
          uq_fairs_code: { columns: ['code'], unique: true },
          uq_fairs_number: { columns: ['number'], unique: true },
        },
      ),
    );
    await runner.createTable(
      defineTable(
        'participations',
        {
          id: column.id(),
          fairId: column.ref(),
          organisationId: column.ref(),
          activeKey: column.text(73, { nullable: true }),
          organisationName: column.text(200),
          zone: column.text(20),
          publishContact: column.bool(),
          state: column.text(12),
          stateReason: column.text(1000, { nullable: true }),
          appliedBy: column.ref(),
          appliedAt: column.instant(),
          decidedBy: column.ref({ nullable: true }),
          decidedAt: column.instant({ nullable: true }),
          version: column.version(),
        },
        {
          uq_participations_active: { columns: ['activeKey'], unique: true },
          ix_participations_state: { columns: ['fairId', 'state', 'appliedAt'] },
          ix_participations_organisation: { columns: ['organisationId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('participations');
    await runner.dropTable('fairs');
  }
}
