import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCertificates1764000850000 implements MigrationInterface {
  name = 'CreateCertificates1764000850000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'certificates',
        {
          id: column.id(),
          editionId: column.ref(),
          noticeId: column.ref(),
          projectId: column.ref(),
          serial: column.int(),
          number: column.text(40),
          code: column.text(16),
          content: column.json(),
          issuedAt: column.instant(),
          issuedBy: column.text(64),
          revokedAt: column.instant({ nullable: true }),
          revokedBy: column.text(64, { nullable: true }),
          revokeReason: column.text(500, { nullable: true }),
        },
        {
          uq_certificates_serial: { columns: ['editionId', 'serial'], unique: true },
          uq_certificates_project: { columns: ['noticeId', 'projectId'], unique: true },
          uq_certificates_code: { columns: ['code'], unique: true },
          ix_certificates_project: { columns: ['projectId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('certificates');
  }
}
