import {
  databaseOptions,
  type Environment,
  EventConsumers,
  loadSecretBox,
  openDataSource,
  PersonalVault,
  type SecretBox,
  systemActor,
  UnitOfWork,
} from '@haishi/platform';
import type { DataSource } from 'typeorm';
import { DATABASE_CONTENTS } from '../database.contents.js';
import { type Command, onlyFile } from './command.js';
import { exportDataSet } from './data-set.export.js';
import { importDataSet } from './data-set.import.js';
import type { Terminal } from './terminal.js';

/** Opens the database without the rooms around it: neither an export nor an import starts any of their work. */
async function withDatabase<Result>(
  environment: Environment,
  act: (dataSource: DataSource, uow: UnitOfWork, box: SecretBox) => Promise<Result>,
): Promise<Result> {
  const dataSource = await openDataSource(DATABASE_CONTENTS, databaseOptions(environment));
  try {
    const box = loadSecretBox(environment);
    return await act(dataSource, new UnitOfWork(dataSource, new EventConsumers(), new PersonalVault(box)), box);
  } finally {
    await dataSource.destroy();
  }
}

function rememberFiles(environment: Environment, terminal: Terminal): void {
  const place = environment.s3 ? `S3 ${environment.s3.bucket}` : environment.dataFolder;
  terminal.say(
    `上传的文件和主密钥不在其中，请另行复制（${place}）。 (Uploaded files and the master key are not in it; copy them too: ${place}.)`,
  );
}

export const exportCommand: Command = {
  usage: 'FILE',
  summary: '导出全部数据 · export the whole data set',
  async run(environment, args, terminal) {
    const path = onlyFile(args);
    const count = await withDatabase(environment, async (dataSource, uow, box) => {
      await uow.run(systemActor('haishi export'), (work) =>
        work.event({ type: 'data.exported', subjectType: 'data', subjectId: '' }),
      );
      return exportDataSet(dataSource, box, path);
    });
    terminal.say(`已导出 ${count} 行到 ${path}。 (Exported ${count} rows to ${path}.)`);
    rememberFiles(environment, terminal);
  },
};

export const importCommand: Command = {
  usage: 'FILE',
  summary: '导入全部数据到空数据库 · import a data set into an empty database',
  async run(environment, args, terminal) {
    const path = onlyFile(args);
    const count = await withDatabase(environment, (dataSource, uow, box) => importDataSet(dataSource, uow, box, path));
    terminal.say(`已导入 ${count} 行。 (Imported ${count} rows.)`);
    rememberFiles(environment, terminal);
  },
};
