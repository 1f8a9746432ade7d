import 'reflect-metadata';
import { runCommandLine } from './command-line.js';
import { systemTerminal } from './terminal.js';

process.exitCode = await runCommandLine(process.argv.slice(2), systemTerminal());
