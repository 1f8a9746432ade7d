import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

const MIN_MAJOR = 24;

/** Node ≥24: this process's own where it is new enough, else the one among the project's dependencies. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= MIN_MAJOR) return process.execPath;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const architecture of [`${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`]) {
    const path = `${root}/node_modules/node-${architecture}/bin/${name}`;
    if (existsSync(path)) return path;
  }
  process.stderr.write(
    `Haishi needs Node ${MIN_MAJOR}; this is ${process.versions.node}, and none is brought for ${process.platform}-${process.arch}. Install Node ${MIN_MAJOR} from https://nodejs.org and try again.\n`,
  );
  process.exit(1);
}

/** The environment with a folder where Node keeps what it compiled, so that a second start is quicker. */
export function compiledEnv() {
  return { NODE_COMPILE_CACHE: join(root, '.cache/node'), ...process.env };
}

/** Runs `node args` with Node ≥24 in the project's folder, answers its exit code, and passes signals on. */
export function runNode(args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(findNode(), args, { cwd: root, stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
  });
}
