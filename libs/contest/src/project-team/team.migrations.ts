import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMemberInvitations1764003010000 implements MigrationInterface {
  name = 'CreateMemberInvitations1764003010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'project_member_invitations',
        {
          id: column.id(),
          projectId: column.ref(),
          mail: column.text(254),
          tokenHash: column.text(43),
          state: column.text(12),
          agreed: column.json({ nullable: true }),
          personId: column.ref({ nullable: true }),
          timesSent: column.int(),
          sentAt: column.instant(),
          expiresAt: column.instant(),
          stateAt: column.instant(),
        },
        {
          uq_project_member_invitations_mail: { columns: ['projectId', 'mail'], unique: true },
          uq_project_member_invitations_token: { columns: ['tokenHash'], unique: true },
          ix_project_member_invitations_mail: { columns: ['mail', 'state'] },
          ix_project_member_invitations_person: { columns: ['personId', 'state'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('project_member_invitations');
  }
}

/** Whose account took part under an address that was invited anew since. */
export class CreateFormerMembers1764003070000 implements MigrationInterface {
  name = 'CreateFormerMembers1764003070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'project_former_members',
        { id: column.id(), projectId: column.ref(), personId: column.ref(), since: column.instant() },
        {
          uq_project_former_members_person: { columns: ['projectId', 'personId'], unique: true },
          ix_project_former_members_person: { columns: ['personId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('project_former_members');
  }
}
