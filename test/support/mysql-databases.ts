import { randomBytes } from 'node:crypto';
import { createConnection, type RowDataPacket } from 'mysql2/promise';

const RUN = 'HAISHI_TEST_RUN';
const PREFIX = 'haishi_test_';

/** Makes an empty database on the server at `TEST_MYSQL_URL`; answers its address. */
export async function createDatabase(): Promise<string> {
  const name = `${PREFIX}${process.env[RUN] ?? 'alone'}_${randomBytes(6).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const own = new URL(process.env['TEST_MYSQL_URL']!);
  own.pathname = `/${name}`;
  return own.href;
}

export async function dropDatabase(url: string): Promise<void> {
  await administer(`DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)}`);
}

/** Before the workers of a run begin; what it answers drops, after them, the databases that they kept for further tests. */
export default function setup(): (() => Promise<void>) | undefined {
  if (!process.env['TEST_MYSQL_URL']) return undefined;
  const run = (process.env[RUN] ??= randomBytes(4).toString('hex'));
  return async () => {
    const kept = await administer(`SHOW DATABASES LIKE '${PREFIX}${run}\\\\_%'`);
    for (const row of kept) await administer(`DROP DATABASE ${String(Object.values(row)[0])}`);
  };
}

async function administer(statement: string): Promise<RowDataPacket[]> {
  const bare = new URL(process.env['TEST_MYSQL_URL']!);
  bare.pathname = '/';
  const connection = await createConnection({ uri: bare.href });
  const [rows] = await connection.query<RowDataPacket[]>(statement);
  await connection.end();
  return rows;
}
