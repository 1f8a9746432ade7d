import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { readAdminPassword } from '@haishi/platform';

/** Where a command reads and writes; tests give their own. */
export interface Terminal {
  say(line: string): void;
  complain(line: string): void;
  /** Shows how far long work is. */
  progress(done: number, total: number, step: string): void;
  /** The answer of the person at the keyboard; `undefined` where there is none. */
  ask(question: string): Promise<string | undefined>;
  /** The same, without showing what is typed. */
  askSecret(question: string): Promise<string | undefined>;
  /** The first administrator's password, where nobody is there to type it. */
  readonly adminPassword: string | undefined;
}

const BAR = 30;

async function prompt(question: string, hidden: boolean): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  process.stderr.write(question);
  const output = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr;
  const reader = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    if (hidden) process.stderr.write('\n');
  }
}

/** The real one. Results go to standard output, all else to standard error. */
export function systemTerminal(): Terminal {
  let shown = -1;
  return {
    say: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
    progress: (done, total, step) => {
      const share = total === 0 ? 1 : done / total;
      const tenth = Math.floor(share * 10);
      if (process.stderr.isTTY) {
        const bar = '#'.repeat(Math.round(share * BAR)).padEnd(BAR, '.');
        process.stderr.write(`\r[${bar}] ${Math.floor(share * 100)}% ${step}\u001b[K${share >= 1 ? '\n' : ''}`);
      } else if (tenth !== shown) {
        process.stderr.write(`${tenth * 10}% ${step}\n`);
      }
      shown = tenth;
    },
    ask: (question) => prompt(question, false),
    askSecret: (question) => prompt(question, true),
    adminPassword: readAdminPassword(),
  };
}
