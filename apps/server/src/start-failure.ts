import { type Environment, StartupError } from '@haishi/platform';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';

/** The one line that tells why the program could not start, and what to do; a fault of the program tells its stack. */
export function explainStartFailure(error: unknown): string {
  const { code, message, stack, port, path } = error as NodeJS.ErrnoException & { port?: number };
  switch (code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用，请停止占用它的程序，或另选端口：PORT=3001 npm start (Port ${port} is in use. Stop what listens there, or choose another.)`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
      if (path === undefined) return `没有权限：${message} (Not permitted.)`;
      return `无法写入 ${path}（${code}），请授予写入权限，或用 HAISHI_DATA 指定其他目录。 (Cannot write to ${path}. Give this account the right to write there, or set HAISHI_DATA to another folder.)`;
    default:
      return error instanceof StartupError ? message : (stack ?? String(error));
  }
}

const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug'];
const LEAST = { error: 'error', warn: 'warn', info: 'log', debug: 'debug' } as const;

/** Says what the setting asks for, but not again what stops the start: that is told in one line. */
export class StartLogger extends ConsoleLogger {
  constructor({ logLevel }: Pick<Environment, 'logLevel'>) {
    super({ logLevels: LEVELS.slice(0, LEVELS.indexOf(LEAST[logLevel]) + 1) });
  }

  override error(message: unknown, ...rest: unknown[]): void {
    if (rest.at(-1) !== 'ExceptionHandler') super.error(message, ...rest);
  }
}
