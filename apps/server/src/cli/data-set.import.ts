import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type SecretBox, StartupError, systemActor, type UnitOfWork, type Work } from '@haishi/platform';
import type { DataSource } from 'typeorm';
import { keyCheck } from './data-set.export.js';
import {
  FORMAT,
  FORMAT_VERSION,
  type Header,
  type Line,
  migrationNames,
  type TablePlan,
  tablePlans,
  toParameter,
  type Value,
} from './data-set.format.js';

/** Bounds of one INSERT: rows, parameters (SQLite takes 32,766) and characters (MySQL takes packets of some MB). */
const MAX_ROWS = 500;
const MAX_PARAMETERS = 30_000;
const MAX_CHARACTERS = 1_000_000;

const damaged = (path: string, cause?: unknown) =>
  new StartupError(
    `文件 ${path} 不完整或已损坏，没有导入任何内容。`,
    `the file ${path} is cut or damaged; nothing was imported`,
    cause,
  );

async function* readLines(path: string): AsyncGenerator<Line> {
  const file = createReadStream(path);
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  file.pipe(unpacked);
  const reader = createInterface({ input: unpacked, crlfDelay: Infinity });
  const failed = new Promise<never>((_resolve, reject) => void unpacked.on('error', reject));
  failed.catch(() => {});
  const iterator = reader[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), failed]);
      if (next.done) break;
      yield JSON.parse(next.value) as Line;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new StartupError(`无法读取文件 ${path}：${code}。`, `cannot read the file ${path}: ${code}`, error);
    throw damaged(path, error);
  } finally {
    reader.close();
    file.destroy();
  }
}

function checkHeader(header: Line | undefined, dataSource: DataSource, box: SecretBox, path: string): Header {
  const { format, version, migrations, keyCheck: key } = (header ?? {}) as Partial<Header>;
  if (format !== FORMAT || version !== FORMAT_VERSION)
    throw new StartupError(`文件 ${path} 不是本系统导出的数据。`, `the file ${path} is no data set of this program`);
  if (JSON.stringify(migrations) !== JSON.stringify(migrationNames(dataSource)))
    throw new StartupError(
      '导出文件的数据库结构与本程序不同，请用导出时的程序版本导入。',
      'the data set has another schema than this program; import it with the version that exported it',
    );
  if (key !== keyCheck(box))
    throw new StartupError(
      '主密钥不同，加密内容将无法读取；请设置与导出时相同的 HAISHI_KEY，或复制其 keys/master.key。',
      'the master key is another, so sealed values could not be read; set the HAISHI_KEY of the export, or copy its keys/master.key',
    );
  return header as Header;
}

async function assertEmpty(work: Work, dataSource: DataSource, plans: readonly TablePlan[]): Promise<void> {
  for (const { name } of plans) {
    const rows = await work.query(`SELECT 1 FROM ${dataSource.driver.escape(name)} LIMIT 1`);
    if (rows.length > 0)
      throw new StartupError(
        `数据库不是空的（表 ${name} 中有数据），不能导入。`,
        `the database is not empty: there are rows in ${name}`,
      );
  }
}

/** Collects the rows of one table into few statements. */
class Batch {
  private parameters: ReturnType<typeof toParameter>[] = [];
  private rows = 0;
  private characters = 0;

  constructor(
    private readonly work: Work,
    private readonly dataSource: DataSource,
    private readonly plan: TablePlan,
  ) {}

  async add(row: readonly Value[]): Promise<void> {
    const { columns } = this.plan;
    const full =
      this.rows >= MAX_ROWS ||
      this.characters >= MAX_CHARACTERS ||
      this.parameters.length + columns.length > MAX_PARAMETERS;
    if (full) await this.flush();
    columns.forEach((column, index) => {
      const value = row[index] ?? null;
      this.parameters.push(toParameter(value, column));
      if (typeof value === 'string') this.characters += value.length;
    });
    this.rows += 1;
  }

  async flush(): Promise<void> {
    if (this.rows === 0) return;
    const escape = (text: string) => this.dataSource.driver.escape(text);
    const names = this.plan.columns.map((column) => escape(column.name)).join(', ');
    const places = `(${this.plan.columns.map(() => '?').join(', ')})`;
    const values = Array.from({ length: this.rows }, () => places).join(', ');
    await this.work.execute(`INSERT INTO ${escape(this.plan.name)} (${names}) VALUES ${values}`, this.parameters);
    this.parameters = [];
    this.rows = 0;
    this.characters = 0;
  }
}

/** The table that a head names, its columns in the order of the file. */
function planFor(head: { table: string; columns: string[] }, plans: readonly TablePlan[]): TablePlan | undefined {
  const plan = plans.find((one) => one.name === head.table);
  const columns = head.columns.map((name) => plan?.columns.find((column) => column.name === name));
  if (!plan || columns.length !== plan.columns.length || columns.includes(undefined)) return undefined;
  return { name: plan.name, columns: columns.filter((column) => column !== undefined) };
}

/**
 * Reads a data set into an empty database of the same schema, all or nothing; answers how many rows.
 * @throws StartupError where file, schema, key or database do not fit
 */
export async function importDataSet(
  dataSource: DataSource,
  uow: UnitOfWork,
  box: SecretBox,
  path: string,
  onRows: (rows: number) => void = () => {},
): Promise<number> {
  const plans = tablePlans(dataSource);
  return uow.run(systemActor('haishi import'), async (work) => {
    await assertEmpty(work, dataSource, plans);
    const source = readLines(path);
    const { createdAt } = checkHeader((await source.next()).value as Line | undefined, dataSource, box, path);
    let batch: Batch | undefined;
    let count = 0;
    let end: number | undefined;
    for await (const line of source) {
      if (Array.isArray(line) && batch && end === undefined) {
        await batch.add(line);
        count += 1;
        if (count % MAX_ROWS === 0) onRows(count);
      } else if ('table' in line && end === undefined) {
        await batch?.flush();
        const plan = planFor(line, plans);
        if (!plan) throw damaged(path);
        batch = new Batch(work, dataSource, plan);
      } else if ('end' in line) {
        end = line.end;
      } else {
        throw damaged(path);
      }
    }
    await batch?.flush();
    if (end !== count) throw damaged(path);
    onRows(count);
    await work.event({
      type: 'data.imported',
      subjectType: 'data',
      subjectId: '',
      payload: { createdAt, rows: count },
    });
    return count;
  });
}
