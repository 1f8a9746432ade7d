import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever passed a project on before belongs to it as well, but does not read it: they and who took it were told that this
 * ends.
 */
export class CreateFormerOwners1764002060000 implements MigrationInterface {
  name = 'CreateFormerOwners1764002060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'project_former_owners',
        {
          id: column.id(),
          projectId: column.ref(),
          personId: column.ref(),
          since: column.instant(),
          endedAt: column.instant({ nullable: true }),
          endedBy: column.text(64, { nullable: true }),
        },
        {
          uq_project_former_owners_person: { columns: ['projectId', 'personId'], unique: true },
          ix_project_former_owners_person: { columns: ['personId'] },
        },
      ),
    );
    await runner.query(
      `INSERT INTO project_former_owners (id, projectId, personId, since, endedAt, endedBy)
       SELECT MIN(transfer.id), transfer.projectId, transfer.fromId, MAX(transfer.endedAt), MAX(transfer.endedAt), 'system'
       FROM project_transfers transfer JOIN projects project ON project.id = transfer.projectId
       WHERE transfer.state = 'accepted' AND project.ownerId <> transfer.fromId
       GROUP BY transfer.projectId, transfer.fromId`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('project_former_owners');
  }
}
