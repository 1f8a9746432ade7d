import { refuseOldNode } from '../node-version.js';

refuseOldNode();
await import('reflect-metadata');
const { runCommandLine } = await import('./command-line.js');
const { systemTerminal } = await import('./terminal.js');
process.exitCode = await runCommandLine(process.argv.slice(2), systemTerminal());
