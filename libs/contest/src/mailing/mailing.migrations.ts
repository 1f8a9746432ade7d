import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

export class CreateMailings1764000990000 implements MigrationInterface {
  name = 'CreateMailings1764000990000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'mailings',
        {
          id: column.id(),
          editionId: column.ref(),
          audience: column.json(),
          subject: column.json(),
          text: column.json(),
          recipients: column.int(),
          createdAt: column.instant(),
          createdBy: column.text(64),
        },
        { ix_mailings_edition: { columns: ['editionId', 'id'] } },
      ),
    );
    await runner.createTable(
      defineTable(
        'mailing_recipients',
        {
          id: column.id(),
          mailingId: column.ref(),
          noticeKey: column.text(160),
          personId: column.ref({ nullable: true }),
          name: column.text(100),
          mail: column.text(254),
          locale: column.text(2),
          projectId: column.ref({ nullable: true }),
          title: column.text(200),
          number: column.text(40),
          orderedAt: column.instant({ nullable: true }),
        },
        {
          uq_mailing_recipients_key: { columns: ['noticeKey'], unique: true },
          ix_mailing_recipients_mailing: { columns: ['mailingId', 'id'] },
          ix_mailing_recipients_person: { columns: ['personId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('mailing_recipients');
    await runner.dropTable('mailings');
  }
}

/** Whatever was sent before was ordered once. */
export class AddMailingTries1764002030000 implements MigrationInterface {
  name = 'AddMailingTries1764002030000';

  async up(runner: QueryRunner): Promise<void> {
    const tries = { ...column.int(), name: 'tries' };
    await runner.addColumn('mailing_recipients', new TableColumn({ ...tries, default: 1 } as never));
    await runner.changeColumn('mailing_recipients', 'tries', new TableColumn(tries as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('mailing_recipients', 'tries');
  }
}
