import type { Terminal } from '@haishi/server/cli/terminal';

export type TestTerminal = Terminal & { said: string[]; complaints: string[] };

/** A terminal whose keyboard gives `answers` in turn; without any there is nobody at it. */
export function terminal(answers: string[] = [], adminPassword?: string): TestTerminal {
  const said: string[] = [];
  const complaints: string[] = [];
  const answer = () => Promise.resolve(answers.shift());
  return {
    said,
    complaints,
    adminPassword,
    say: (line) => void said.push(line),
    complain: (line) => void complaints.push(line),
    progress: () => {},
    ask: answer,
    askSecret: answer,
  };
}
