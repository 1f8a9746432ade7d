import { createHash } from 'node:crypto';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import type { TestApp } from './app.js';

type Row = Record<string, string | number | null>;

/** What runs by itself writes as well, whoever asks for what: when a session was last used, what was sent and when. */
const BY_ITSELF = new Set([
  'caught_messages',
  'channel_heads',
  'channel_messages',
  'event_deliveries',
  'jobs',
  'notices',
  'schedules',
  'sessions',
]);

/** What is only ever added to: told apart, and left as it is where rows are put back. */
const ADDED_TO = new Set(['events', 'notices']);

interface Kept {
  mark: string;
  rows: Row[];
}

/** Every table of a server, by which a test sees that nothing changed, and puts back what did. */
export class Rows {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly app: TestApp) {}

  /** Keeps all rows as they are now. */
  async keep(): Promise<void> {
    for (const [table, mark] of await this.marks()) {
      if (this.kept.get(table)?.mark === mark) continue;
      this.kept.set(table, { mark, rows: ADDED_TO.has(table) ? [] : await this.of(table) });
    }
  }

  /** Makes all rows again what they were when they were kept, but for what is only ever added to; answers which were others. */
  async putBack(): Promise<string[]> {
    const marks = await this.marks();
    const changed = [...marks].filter(([table, mark]) => this.kept.get(table)?.mark !== mark).map(([table]) => table);
    await this.app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      for (const table of changed) {
        if (ADDED_TO.has(table)) {
          this.kept.set(table, { mark: marks.get(table)!, rows: [] });
          continue;
        }
        await work.execute(`DELETE FROM \`${table}\``);
        for (const row of this.kept.get(table)!.rows) {
          const names = Object.keys(row);
          const columns = names.map((name) => `\`${name}\``).join(', ');
          const values = names.map(() => '?').join(', ');
          await work.execute(`INSERT INTO \`${table}\` (${columns}) VALUES (${values})`, Object.values(row));
        }
      }
    });
    return changed;
  }

  private async marks(): Promise<Map<string, string>> {
    const database = this.app.get(Database);
    const tables = database.dataSource.entityMetadatas.map(({ tableName }) => tableName);
    const told = tables.filter((table) => !BY_ITSELF.has(table) && !ADDED_TO.has(table));
    const marks = new Map<string, string>();
    for (const table of ADDED_TO) {
      const [count] = await database.query<{ n: number }>(`SELECT COUNT(*) AS n FROM \`${table}\``);
      marks.set(table, String(count!.n));
    }
    if (this.app.engine === 'mysql') {
      const sums = await database.query<{ Table: string; Checksum: number }>(
        `CHECKSUM TABLE ${told.map((table) => `\`${table}\``).join(', ')} EXTENDED`,
      );
      for (const { Table, Checksum } of sums) marks.set(Table.split('.').at(-1)!, String(Checksum));
    } else for (const table of told) marks.set(table, markOf(await this.of(table)));
    return marks;
  }

  private of(table: string): Promise<Row[]> {
    return this.app.get(Database).query<Row>(`SELECT * FROM \`${table}\``);
  }
}

const markOf = (rows: readonly Row[]) =>
  createHash('sha1')
    .update(
      rows
        .map((row) => JSON.stringify(row))
        .toSorted()
        .join('\n'),
    )
    .digest('hex');
