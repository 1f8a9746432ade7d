import { CreateAssignments1764000900000, IndexDeclaredPairs1764007040000 } from './assigned/assigned.migrations.js';
import { CreateExpertAcceptances1764003040100 } from './expert/acceptance.migrations.js';
import { DateTies1764009015000 } from './expert/ties.migrations.js';
import { CreateDismissals1764001900000 } from './recusal/dismissal.migrations.js';
import { CreateLateTies1764009020000 } from './recusal/late-tie.migrations.js';
import { AddRecusalFacts1764002050000 } from './recusal/recusal-facts.migrations.js';
import { IndexRecusalsByPerson1764003020000 } from './recusal/recusal-person.migrations.js';
import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

export class CreateReview1763920000000 implements MigrationInterface {
  name = 'CreateReview1763920000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.dropTable(table);
  }
}

const sheetColumns = {
  panelId: column.ref(),
  entryId: column.ref(),
  personId: column.ref(),
  scores: column.json(),
  comment: column.text(2000),
  total: column.int(),
  revision: column.int(),
  sheetKey: column.ref(),
  reopenedBy: column.text(64, { nullable: true }),
  reopenReason: column.text(500, { nullable: true }),
};

const TABLES = [
  defineTable(
    'panels',
    {
      id: column.id(),
      contextType: column.text(30),
      contextId: column.ref(),
      rubric: column.json(),
      aggregation: column.json(),
      revision: column.int(),
      createdAt: column.instant(),
    },
    { uq_panels_context: { columns: ['contextType', 'contextId'], unique: true } },
  ),
  defineTable(
    'panel_seats',
    {
      id: column.id(),
      panelId: column.ref(),
      seatNo: column.int(),
      personId: column.ref(),
      kind: column.text(20),
      organisationName: column.text(200),
      creditCode: column.text(18, { nullable: true }),
    },
    {
      uq_panel_seats_seatNo: { columns: ['panelId', 'seatNo'], unique: true },
      uq_panel_seats_person: { columns: ['panelId', 'personId'], unique: true },
      ix_panel_seats_person: { columns: ['personId'] },
    },
  ),
  defineTable(
    'panel_entries',
    {
      id: column.id(),
      panelId: column.ref(),
      externalId: column.ref(),
      position: column.int(),
      state: column.text(10),
    },
    { uq_panel_entries_external: { columns: ['panelId', 'externalId'], unique: true } },
  ),
  defineTable(
    'recusals',
    {
      id: column.id(),
      panelId: column.ref(),
      entryId: column.ref(),
      personId: column.ref(),
      kind: column.text(10),
      reason: column.text(500),
      at: column.instant(),
      madeBy: column.text(64),
    },
    {
      uq_recusals_entry_person: { columns: ['entryId', 'personId'], unique: true },
      ix_recusals_panel: { columns: ['panelId'] },
    },
  ),
  defineTable(
    'score_sheets',
    { id: column.id(), ...sheetColumns, seatNo: column.int(), state: column.text(10), submittedAt: column.instant() },
    {
      uq_score_sheets_entry_person: { columns: ['entryId', 'personId'], unique: true },
      ix_score_sheets_panel: { columns: ['panelId', 'personId'] },
    },
  ),
  defineTable(
    'score_revisions',
    { id: column.id(), sheetId: column.ref(), ...sheetColumns, at: column.instant() },
    {
      uq_score_revisions_key: { columns: ['sheetKey'], unique: true },
      uq_score_revisions_sheet: { columns: ['sheetId', 'revision'], unique: true },
      ix_score_revisions_entry: { columns: ['entryId', 'personId'] },
    },
  ),
  defineTable(
    'entry_results',
    {
      entryId: column.key(36),
      panelId: column.ref(),
      score: column.int({ nullable: true }),
      untrimmed: column.int({ nullable: true }),
      valid: column.int(),
      droppedHighest: column.json(),
      droppedLowest: column.json(),
      tieValues: column.json(),
      place: column.int({ nullable: true }),
      explanation: column.json({ nullable: true }),
      updatedAt: column.instant(),
    },
    { ix_entry_results_panel: { columns: ['panelId'] } },
  ),
];

/** Sheets declared invalid, and ties that the chair ruled on. */
export class CreateStrikesAndRulings1764000500000 implements MigrationInterface {
  name = 'CreateStrikesAndRulings1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'sheet_strikes',
        {
          id: column.id(),
          panelId: column.ref(),
          entryId: column.ref(),
          sheetId: column.ref(),
          seatNo: column.int(),
          revision: column.int(),
          reason: column.text(500),
          at: column.instant(),
          madeBy: column.text(64),
          liftedAt: column.instant({ nullable: true }),
          liftedBy: column.text(64, { nullable: true }),
          liftReason: column.text(500, { nullable: true }),
        },
        { ix_sheet_strikes_entry: { columns: ['entryId'] }, ix_sheet_strikes_panel: { columns: ['panelId'] } },
      ),
    );
    await runner.createTable(
      defineTable(
        'tie_rulings',
        {
          id: column.id(),
          panelId: column.ref(),
          entryIds: column.json(),
          values: column.json(),
          reason: column.text(500),
          at: column.instant(),
          madeBy: column.text(64),
          revokedAt: column.instant({ nullable: true }),
          revokedBy: column.text(64, { nullable: true }),
          revokeReason: column.text(500, { nullable: true }),
        },
        { ix_tie_rulings_panel: { columns: ['panelId', 'at'] } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('tie_rulings');
    await runner.dropTable('sheet_strikes');
  }
}

/** So that a project's recusals are found whatever panel they stand on. */
export class IndexPanelEntries1764000510000 implements MigrationInterface {
  name = 'IndexPanelEntries1764000510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(
      'panel_entries',
      new TableIndex({ name: 'ix_panel_entries_external', columnNames: ['externalId'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('panel_entries', 'ix_panel_entries_external');
  }
}

/** Paper sheets keyed by two persons, and which stored sheets came of that. */
export class CreateKeyings1764000650000 implements MigrationInterface {
  name = 'CreateKeyings1764000650000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'sheet_keyings',
        {
          id: column.id(),
          panelId: column.ref(),
          entryId: column.ref(),
          personId: column.ref(),
          seatNo: column.int(),
          revision: column.int(),
          keyId: column.ref(),
          keyedBy: column.text(64),
          at: column.instant(),
          scores: column.json(),
          comment: column.text(2000),
          total: column.int(),
          state: column.text(10),
          outcome: column.text(10),
          differing: column.json(),
          voidedAt: column.instant({ nullable: true }),
          voidedBy: column.text(64, { nullable: true }),
          voidReason: column.text(500, { nullable: true }),
        },
        {
          uq_sheet_keyings_key: { columns: ['keyId'], unique: true },
          ix_sheet_keyings_sheet: { columns: ['entryId', 'personId'] },
          ix_sheet_keyings_panel: { columns: ['panelId'] },
        },
      ),
    );
    for (const table of ['score_sheets', 'score_revisions'])
      await runner.addColumn(table, new TableColumn({ ...column.json({ nullable: true }), name: 'keyedBy' } as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['score_sheets', 'score_revisions']) await runner.dropColumn(table, 'keyedBy');
    await runner.dropTable('sheet_keyings');
  }
}

/** Results that are final. */
export class AddPanelConfirmation1764000620100 implements MigrationInterface {
  name = 'AddPanelConfirmation1764000620100';

  async up(runner: QueryRunner): Promise<void> {
    const spec = { ...column.instant({ nullable: true }), name: 'confirmedAt' };
    await runner.addColumn('panels', new TableColumn(spec as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('panels', 'confirmedAt');
  }
}

/** Judges who may hand a sheet in after scoring was closed. */
export class CreateLateAdmissions1764000710000 implements MigrationInterface {
  name = 'CreateLateAdmissions1764000710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'late_admissions',
        {
          id: column.id(),
          panelId: column.ref(),
          entryId: column.ref(),
          personId: column.ref(),
          seatNo: column.int(),
          reason: column.text(500),
          at: column.instant(),
          madeBy: column.text(64),
        },
        {
          uq_late_admissions_entry_person: { columns: ['entryId', 'personId'], unique: true },
          ix_late_admissions_panel: { columns: ['panelId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('late_admissions');
  }
}

export const REVIEW_MIGRATIONS = [
  CreateReview1763920000000,
  CreateStrikesAndRulings1764000500000,
  IndexPanelEntries1764000510000,
  CreateKeyings1764000650000,
  AddPanelConfirmation1764000620100,
  CreateLateAdmissions1764000710000,
  CreateAssignments1764000900000,
  CreateDismissals1764001900000,
  AddRecusalFacts1764002050000,
  IndexRecusalsByPerson1764003020000,
  CreateExpertAcceptances1764003040100,
  IndexDeclaredPairs1764007040000,
  DateTies1764009015000,
  CreateLateTies1764009020000,
];
