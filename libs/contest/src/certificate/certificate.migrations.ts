import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

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

const PAIR = ['noticeId', 'projectId'];

/** Which revoked certificate one was issued in place of: a project may have several, one after another. */
export class AddCertificateReplacing1764003080200 implements MigrationInterface {
  name = 'AddCertificateReplacing1764003080200';

  async up(runner: QueryRunner): Promise<void> {
    const spec = { ...column.ref({ nullable: true }), name: 'replacesId' };
    await runner.addColumn('certificates', new TableColumn(spec as never));
    await runner.dropIndex('certificates', 'uq_certificates_project');
    await runner.createIndices('certificates', [
      new TableIndex({ name: 'ix_certificates_notice', columnNames: PAIR }),
      new TableIndex({ name: 'uq_certificates_replaces', columnNames: ['replacesId'], isUnique: true }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('certificates', 'uq_certificates_replaces');
    await runner.dropIndex('certificates', 'ix_certificates_notice');
    await runner.createIndex(
      'certificates',
      new TableIndex({ name: 'uq_certificates_project', columnNames: PAIR, isUnique: true }),
    );
    await runner.dropColumn('certificates', 'replacesId');
  }
}
