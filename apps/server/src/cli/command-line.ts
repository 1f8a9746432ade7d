import { errorText } from '@haishi/contracts';
import { Failure } from '@haishi/kernel';
import { readEnvironment } from '@haishi/platform';
import { explainStartFailure } from '../start-failure.js';
import { type Command, UsageError } from './command.js';
import { createAdminCommand } from './create-admin.command.js';
import { exportCommand, importCommand } from './data-set.command.js';
import { demoCommand } from './demo.command.js';
import { migrateCommand } from './migrate.command.js';
import { replayCommand } from './replay.command.js';
import type { Terminal } from './terminal.js';

const COMMANDS: Record<string, Command> = {
  migrate: migrateCommand,
  'create-admin': createAdminCommand,
  demo: demoCommand,
  export: exportCommand,
  import: importCommand,
  replay: replayCommand,
};

function usage(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, command]) => `  haishi ${`${name} ${command.usage}`.trim().padEnd(42)} ${command.summary}`,
  );
  return ['用法 Usage:', ...lines].join('\n');
}

/** One line for whatever a command failed with, in both languages. */
function explain(error: unknown): string {
  if (!(error instanceof Failure)) return explainStartFailure(error);
  const { params } = error.details;
  return `${errorText(error.code, 'zh', params)} (${errorText(error.code, 'en', params)})`;
}

const isUsage = (error: unknown) =>
  error instanceof UsageError || String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');

/** Runs one command; answers the exit code: 0 done, 1 failed, 2 not understood. */
export async function runCommandLine(
  argv: readonly string[],
  terminal: Terminal,
  settings?: Record<string, string | undefined>,
): Promise<number> {
  const [name = 'help', ...args] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.say(usage());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    terminal.complain(`没有命令 ${name} (unknown command ${name})\n${usage()}`);
    return 2;
  }
  try {
    await command.run(readEnvironment(settings), args, terminal);
    return 0;
  } catch (error) {
    terminal.complain(isUsage(error) ? `${(error as Error).message}\nhaishi ${name} ${command.usage}` : explain(error));
    return isUsage(error) ? 2 : 1;
  }
}
