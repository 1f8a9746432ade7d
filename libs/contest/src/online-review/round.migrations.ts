import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

export class CreateReviewRounds1764000915000 implements MigrationInterface {
  name = 'CreateReviewRounds1764000915000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'review_rounds',
        {
          id: column.id(),
          editionId: column.ref(),
          stageCode: column.text(12),
          state: column.text(12),
          plan: column.json(),
          createdAt: column.instant(),
          openedAt: column.instant({ nullable: true }),
          closedAt: column.instant({ nullable: true }),
          confirmedAt: column.instant({ nullable: true }),
        },
        { uq_review_rounds_stage: { columns: ['editionId', 'stageCode'], unique: true } },
      ),
    );
    await runner.createTable(
      defineTable(
        'review_entries',
        {
          id: column.id(),
          roundId: column.ref(),
          editionId: column.ref(),
          stageCode: column.text(12),
          projectId: column.ref(),
          number: column.text(40),
          title: column.text(200),
          team: column.text(200),
          division: column.text(12),
          field: column.text(12, { nullable: true }),
          region: column.text(12),
          extra: column.int({ nullable: true }),
          submission: column.int(),
          score: column.int({ nullable: true }),
          raw: column.int({ nullable: true }),
          adjusted: column.int({ nullable: true }),
          tieValues: column.json(),
          place: column.int({ nullable: true }),
          explanation: column.json({ nullable: true }),
        },
        {
          uq_review_entries_project: { columns: ['editionId', 'stageCode', 'projectId'], unique: true },
          ix_review_entries_round: { columns: ['roundId', 'number'] },
          ix_review_entries_project: { columns: ['projectId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('review_entries');
    await runner.dropTable('review_rounds');
  }
}

const REASONS = ['tiedWith', 'compared', 'sharing'];

/** Why an entry has its place, in three numbers: the values that were compared stand beside them. */
export class CountReviewReasons1764001910000 implements MigrationInterface {
  name = 'CountReviewReasons1764001910000';

  async up(runner: QueryRunner): Promise<void> {
    for (const name of REASONS)
      await runner.addColumn('review_entries', new TableColumn({ ...column.int({ nullable: true }), name } as never));
    const sqlite = runner.dataSource.options.type !== 'mysql';
    await runner.query(`UPDATE review_entries SET tiedWith = JSON_EXTRACT(explanation, '$.tiedWith'),
compared = ${sqlite ? "json_array_length(explanation, '$.compared')" : "JSON_LENGTH(explanation, '$.compared')"},
sharing = JSON_EXTRACT(explanation, '$.sharing') WHERE explanation IS NOT NULL`);
    await runner.dropColumn('review_entries', 'explanation');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'review_entries',
      new TableColumn({ ...column.json({ nullable: true }), name: 'explanation' } as never),
    );
    await explainAgain(runner);
    for (const name of REASONS) await runner.dropColumn('review_entries', name);
  }
}

const ENTRIES_AT_ONCE = 200;

interface CountedRow {
  id: string;
  tieValues: string;
  tiedWith: number;
  compared: number;
  sharing: number;
  aggregation: string;
}

/** The values that were compared are the first of the entry's own, by the chain of its panel. */
async function explainAgain(runner: QueryRunner): Promise<void> {
  for (let after = ''; ;) {
    const rows = (await runner.query(
      `SELECT entry.id AS id, entry.tieValues AS tieValues, entry.tiedWith AS tiedWith, entry.compared AS compared,
        entry.sharing AS sharing, panel.aggregation AS aggregation
      FROM review_entries entry JOIN panels panel ON panel.id = entry.roundId
      WHERE entry.compared IS NOT NULL AND entry.id > ? ORDER BY entry.id LIMIT ${ENTRIES_AT_ONCE}`,
      [after],
    )) as CountedRow[];
    if (rows.length === 0) return;
    for (const { id, tieValues, tiedWith, compared, sharing, aggregation } of rows) {
      const values = JSON.parse(tieValues) as number[];
      const { ties } = JSON.parse(aggregation) as { ties: unknown[] };
      const looked = ties.slice(0, Number(compared)).map((tie, at) => ({ tie, value: values[at]! }));
      const explanation = { tiedWith: Number(tiedWith), compared: looked, sharing: Number(sharing) };
      await runner.query('UPDATE review_entries SET explanation = ? WHERE id = ?', [JSON.stringify(explanation), id]);
    }
    after = rows.at(-1)!.id;
  }
}

/** When a round took sheets again after it was closed. */
export class AddRoundReopening1764002040000 implements MigrationInterface {
  name = 'AddRoundReopening1764002040000';

  async up(runner: QueryRunner): Promise<void> {
    const spec = { ...column.instant({ nullable: true }), name: 'reopenedAt' };
    await runner.addColumn('review_rounds', new TableColumn(spec as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('review_rounds', 'reopenedAt');
  }
}

/** Why entries whose sheets differ too much were confirmed without another look. */
export class AddLeftDivergent1764003020100 implements MigrationInterface {
  name = 'AddLeftDivergent1764003020100';

  async up(runner: QueryRunner): Promise<void> {
    const spec = { ...column.text(500, { nullable: true }), name: 'leftDivergent' };
    await runner.addColumn('review_entries', new TableColumn(spec as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('review_entries', 'leftDivergent');
  }
}

/** How the adjustment of a closed round was changed. */
export class AddRoundRescalings1764008010000 implements MigrationInterface {
  name = 'AddRoundRescalings1764008010000';

  async up(runner: QueryRunner): Promise<void> {
    const spec = { ...column.json({ nullable: true }), name: 'rescalings' };
    await runner.addColumn('review_rounds', new TableColumn(spec as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('review_rounds', 'rescalings');
  }
}
