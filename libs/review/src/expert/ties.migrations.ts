import { column, toInstant } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

interface Row {
  id: string;
  ties: string;
  tiesAt: string | Date | null;
}

/** Of ties from before their moment was kept, which are older than any dismissal. */
const UNDATED = new Date(0);

/** Each tie that an expert declared has the moment of its own. */
export class DateTies1764009015000 implements MigrationInterface {
  name = 'DateTies1764009015000';

  async up(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query("SELECT id, ties, tiesAt FROM experts WHERE ties <> '[]'")) as Row[];
    for (const { id, ties, tiesAt } of rows) {
      const at = (tiesAt === null ? UNDATED : toInstant(tiesAt)).toISOString();
      const dated = namesOf(ties).map((name) => ({ name, at }));
      await runner.query('UPDATE experts SET ties = ? WHERE id = ?', [JSON.stringify(dated), id]);
    }
    await runner.dropColumn('experts', 'tiesAt');
  }

  async down(runner: QueryRunner): Promise<void> {
    const spec = { ...column.instant({ nullable: true }), name: 'tiesAt' };
    await runner.addColumn('experts', new TableColumn(spec as never));
    const rows = (await runner.query('SELECT id, ties FROM experts')) as Row[];
    for (const { id, ties } of rows) {
      const dated = JSON.parse(ties) as { name: string; at: string }[];
      if (dated.length === 0) continue;
      const last = dated
        .map(({ at }) => at)
        .sort()
        .at(-1)!;
      await runner.query('UPDATE experts SET ties = ?, tiesAt = ? WHERE id = ?', [
        JSON.stringify(dated.map(({ name }) => name)),
        last.replace('T', ' ').replace('Z', ''),
        id,
      ]);
    }
  }
}

const namesOf = (ties: string): string[] => JSON.parse(ties) as string[];
