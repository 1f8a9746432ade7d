import type { Environment } from '@haishi/platform';
import type { Terminal } from './terminal.js';

/** One command of `haishi`. */
export interface Command {
  /** Its arguments, such as `FILE`. */
  usage: string;
  /** What it does, in Chinese and English. */
  summary: string;
  run(environment: Environment, args: string[], terminal: Terminal): Promise<void>;
}

/** A command given in a way it cannot be run; its usage is shown with the message. */
export class UsageError extends Error {}

/** The one argument of a command that takes a file. */
export function onlyFile(args: string[]): string {
  const [path] = args;
  if (args.length !== 1 || !path || path.startsWith('-')) throw new UsageError('请给出一个文件名 (give one file name)');
  return path;
}
