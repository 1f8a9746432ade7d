import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFairInvitations1763950002000 implements MigrationInterface {
  name = 'CreateFairInvitations1763950002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'fair_invitations',
        {
          id: column.id(),
          fairId: column.ref(),
          name: column.text(100),
          mail: column.text(254),
          phone: column.text(16, { nullable: true }),
          university: column.text(60),
          degree: column.text(10),
          major: column.text(100),
          state: column.text(10),
          tokenHash: column.text(43, { nullable: true }),
          timesSent: column.int(),
          sentAt: column.instant({ nullable: true }),
          answeredAt: column.instant({ nullable: true }),
          personId: column.ref({ nullable: true }),
          createdAt: column.instant(),
        },
        {
          uq_fair_invitations_mail: { columns: ['fairId', 'mail'], unique: true },
          uq_fair_invitations_token: { columns: ['tokenHash'], unique: true },
          ix_fair_invitations_state: { columns: ['fairId', 'state'] },
          ix_fair_invitations_university: { columns: ['fairId', 'university'] },
          ix_fair_invitations_person: { columns: ['personId'] },
        },
      ),
    );
    await runner.createTable(
      defineTable('fair_invitation_quotas', {
        fairId: column.key(36),
        university: column.key(60),
        places: column.int(),
      }),
    );
    await runner.createTable(
      defineTable(
        'fair_invitation_imports',
        {
          id: column.id(),
          fairId: column.ref(),
          fileName: column.text(200),
          state: column.text(12),
          total: column.int(),
          faulty: column.int(),
          faults: column.json(),
          unknownColumns: column.json(),
          rows: column.json({ nullable: true }),
          createdBy: column.ref(),
          createdAt: column.instant(),
          committedAt: column.instant({ nullable: true }),
        },
        { ix_fair_invitation_imports_fair: { columns: ['fairId', 'createdAt'] } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['fair_invitation_imports', 'fair_invitation_quotas', 'fair_invitations'])
      await runner.dropTable(table);
  }
}
