import { databaseOptions, openDataSource } from '@haishi/platform';
import { DATABASE_CONTENTS } from '../database.contents.js';
import { type Command, UsageError } from './command.js';

export const migrateCommand: Command = {
  usage: '',
  summary: '升级数据库结构 · bring the database schema up to date',
  async run(environment, args, terminal) {
    if (args.length > 0) throw new UsageError(`没有参数 ${args[0]} (unknown argument ${args[0]})`);
    const dataSource = await openDataSource(DATABASE_CONTENTS, databaseOptions(environment));
    const count = dataSource.migrations.length;
    await dataSource.destroy();
    terminal.say(`数据库结构已是最新，共 ${count} 步。 (The schema is up to date: ${count} steps.)`);
  },
};
