import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

export class CreateRoadshow1764000300000 implements MigrationInterface {
  name = 'CreateRoadshow1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'roadshow_sessions',
        {
          id: column.id(),
          editionId: column.ref(),
          stageCode: column.text(12),
          regionCode: column.text(12, { nullable: true }),
          name: column.text(100),
          room: column.text(100),
          timeZone: column.text(60),
          state: column.text(12),
          pitchSeconds: column.int(),
          questionSeconds: column.int(),
          currentEntryId: column.ref({ nullable: true }),
          phase: column.text(12),
          phaseStartedAt: column.instant({ nullable: true }),
          phaseSeconds: column.int(),
          pausedAt: column.instant({ nullable: true }),
          drawSeed: column.text(64),
          drawnAt: column.instant({ nullable: true }),
          createdAt: column.instant(),
        },
        { ix_roadshow_sessions_edition: { columns: ['editionId', 'createdAt'] } },
      ),
    );
    await runner.createTable(
      defineTable(
        'roadshow_entries',
        {
          id: column.id(),
          sessionId: column.ref(),
          editionId: column.ref(),
          stageCode: column.text(12),
          projectId: column.ref(),
          number: column.text(40),
          title: column.text(200),
          team: column.text(200),
          groupCode: column.text(12),
          groupName: column.json(),
          divisionName: column.json(),
          position: column.int(),
          state: column.text(12),
          lockReason: column.text(500, { nullable: true }),
          shown: column.json({ nullable: true }),
          shownTies: column.json({ nullable: true }),
          shownAt: column.instant({ nullable: true }),
          place: column.int({ nullable: true }),
          placeBefore: column.int({ nullable: true }),
          explanation: column.json({ nullable: true }),
        },
        {
          uq_roadshow_entries_project: { columns: ['editionId', 'stageCode', 'projectId'], unique: true },
          ix_roadshow_entries_session: { columns: ['sessionId', 'position'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('roadshow_entries');
    await runner.dropTable('roadshow_sessions');
  }
}

/** What interrupts a session: absences, withdrawals, blank screens, a stop; its planned start and calls to judges. */
export class AddRoadshowConduct1764000500100 implements MigrationInterface {
  name = 'AddRoadshowConduct1764000500100';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of ADDED)
      for (const [name, spec] of Object.entries(columns))
        await runner.addColumn(table, new TableColumn({ ...spec, name } as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of ADDED) for (const name of Object.keys(columns)) await runner.dropColumn(table, name);
  }
}

const ADDED = [
  [
    'roadshow_sessions',
    {
      startsAt: column.instant({ nullable: true }),
      blankedAt: column.instant({ nullable: true }),
      stopReason: column.text(500, { nullable: true }),
      resumesAt: column.instant({ nullable: true }),
      nudges: column.json({ nullable: true }),
    },
  ],
  [
    'roadshow_entries',
    { absentAt: column.instant({ nullable: true }), withdrawReason: column.text(500, { nullable: true }) },
  ],
] as const;

/** What stands around a session: where it meets from afar, sign-in, its audience, its confirmation. */
export class AddRoadshowSurroundings1764000600000 implements MigrationInterface {
  name = 'AddRoadshowSurroundings1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, spec] of Object.entries(SURROUNDINGS))
      await runner.addColumn('roadshow_sessions', new TableColumn({ ...spec, name } as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(SURROUNDINGS)) await runner.dropColumn('roadshow_sessions', name);
  }
}

const SURROUNDINGS = {
  meetingUrl: column.text(500, { nullable: true }),
  signInOpenedAt: column.instant({ nullable: true }),
  audienceSince: column.instant({ nullable: true }),
  closedAt: column.instant({ nullable: true }),
  confirmedAt: column.instant({ nullable: true }),
};

/** Which entries are judged on paper. */
export class AddRoadshowPaper1764000700000 implements MigrationInterface {
  name = 'AddRoadshowPaper1764000700000';

  async up(runner: QueryRunner): Promise<void> {
    const spec = column.instant({ nullable: true });
    await runner.addColumn('roadshow_entries', new TableColumn({ ...spec, name: 'paperSince' } as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('roadshow_entries', 'paperSince');
  }
}

/** Breaks between entries, of which screens tell. */
export class AddRoadshowIntermission1764000700100 implements MigrationInterface {
  name = 'AddRoadshowIntermission1764000700100';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, spec] of Object.entries(INTERMISSION))
      await runner.addColumn('roadshow_sessions', new TableColumn({ ...spec, name } as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INTERMISSION)) await runner.dropColumn('roadshow_sessions', name);
  }
}

const INTERMISSION = {
  intermissionText: column.text(60, { nullable: true }),
  intermissionUntil: column.instant({ nullable: true }),
};

/** What entries were when they withdrew, so that they come back as that. */
export class AddRoadshowWithdrawnFrom1764005020000 implements MigrationInterface {
  name = 'AddRoadshowWithdrawnFrom1764005020000';

  async up(runner: QueryRunner): Promise<void> {
    const spec = column.text(12, { nullable: true });
    await runner.addColumn('roadshow_entries', new TableColumn({ ...spec, name: 'withdrawnFrom' } as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('roadshow_entries', 'withdrawnFrom');
  }
}

export const ROADSHOW_MIGRATIONS = [
  CreateRoadshow1764000300000,
  AddRoadshowConduct1764000500100,
  AddRoadshowSurroundings1764000600000,
  AddRoadshowPaper1764000700000,
  AddRoadshowIntermission1764000700100,
  AddRoadshowWithdrawnFrom1764005020000,
];
