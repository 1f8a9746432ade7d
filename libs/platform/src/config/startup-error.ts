/**
 * Why the program cannot start: something its operator can put right.
 * The command line prints the message alone, as one line, and exits with a non-zero code.
 */
export class StartupError extends Error {
  constructor(zh: string, en: string, cause?: unknown) {
    super(`${zh} (${en})`.replaceAll(/\s+/g, ' '), { cause });
    this.name = 'StartupError';
  }
}
