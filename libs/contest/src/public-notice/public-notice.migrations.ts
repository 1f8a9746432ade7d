import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

export class CreatePublicNotices1764000740000 implements MigrationInterface {
  name = 'CreatePublicNotices1764000740000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'public_notices',
        {
          id: column.id(),
          editionId: column.ref(),
          stageCode: column.text(12),
          kind: column.text(12),
          number: column.int(),
          state: column.text(12),
          revision: column.int(),
          workingDays: column.int(),
          startsOn: column.text(10),
          endsOn: column.text(10),
          closesAt: column.instant(),
          items: column.json(),
          digest: column.text(64),
          advancementId: column.ref(),
          publishedAt: column.instant(),
          publishedBy: column.text(64),
          endedAt: column.instant({ nullable: true }),
          endedBy: column.text(64, { nullable: true }),
          endReason: column.text(500, { nullable: true }),
        },
        { uq_public_notices_number: { columns: ['editionId', 'number'], unique: true } },
      ),
    );
    await runner.createTable(
      defineTable(
        'notice_objections',
        {
          id: column.id(),
          noticeId: column.ref(),
          number: column.int(),
          personId: column.ref(),
          projectId: column.ref({ nullable: true }),
          statement: column.longText(),
          at: column.instant(),
          state: column.text(12),
          answer: column.longText({ nullable: true }),
          struck: column.bool(),
          answeredAt: column.instant({ nullable: true }),
          answeredBy: column.text(64, { nullable: true }),
        },
        {
          uq_notice_objections_number: { columns: ['noticeId', 'number'], unique: true },
          ix_notice_objections_person: { columns: ['personId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notice_objections');
    await runner.dropTable('public_notices');
  }
}

/** Notices that last for days of the calendar too; all published before last for working days. */
export class CountCalendarDays1764004050000 implements MigrationInterface {
  name = 'CountCalendarDays1764004050000';

  async up(runner: QueryRunner): Promise<void> {
    const kind = { ...column.text(10), name: 'dayKind' };
    await runner.renameColumn('public_notices', 'workingDays', 'days');
    await runner.addColumn('public_notices', new TableColumn({ ...kind, default: "'working'" } as never));
    await runner.changeColumn('public_notices', 'dayKind', new TableColumn(kind as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('public_notices', 'dayKind');
    await runner.renameColumn('public_notices', 'days', 'workingDays');
  }
}

/** Evidence with objections; those filed before have none. */
export class AddObjectionEvidence1764004050100 implements MigrationInterface {
  name = 'AddObjectionEvidence1764004050100';

  async up(runner: QueryRunner): Promise<void> {
    const evidence = { ...column.json({ nullable: true }), name: 'evidence' };
    await runner.addColumn('notice_objections', new TableColumn(evidence as never));
    await runner.query("UPDATE notice_objections SET evidence = '[]'");
    await runner.changeColumn(
      'notice_objections',
      'evidence',
      new TableColumn({ ...column.json(), name: 'evidence' } as never),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('notice_objections', 'evidence');
  }
}

const HEADING = {
  editionName: column.json({ nullable: true }),
  stageName: column.json({ nullable: true }),
  timeZone: column.text(60, { nullable: true }),
} as const;

/** What stands at the head of a notice, as it was called when it was published; notices from before take what is said now. */
export class KeepNoticeHeadings1764007010000 implements MigrationInterface {
  name = 'KeepNoticeHeadings1764007010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, spec] of Object.entries(HEADING))
      await runner.addColumn('public_notices', new TableColumn({ ...spec, name } as never));
    await runner.query(`UPDATE public_notices SET
editionName = (SELECT JSON_OBJECT('zh', e.nameZh, 'en', e.nameEn) FROM editions e WHERE e.id = public_notices.editionId),
timeZone = (SELECT e.timeZone FROM editions e WHERE e.id = public_notices.editionId),
stageName = (SELECT JSON_OBJECT('zh', s.nameZh, 'en', s.nameEn) FROM edition_stages s
WHERE s.editionId = public_notices.editionId AND s.code = public_notices.stageCode)`);
    for (const [name, spec] of Object.entries(HEADING))
      await runner.changeColumn('public_notices', name, new TableColumn({ ...spec, name, isNullable: false } as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(HEADING)) await runner.dropColumn('public_notices', name);
  }
}
