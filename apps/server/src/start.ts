import { createServer as createProbe } from 'node:net';
import { ROLES } from '@haishi/contracts';
import { type DemoAccounts, DEMO_ACCOUNTS, Person } from '@haishi/identity';
import { Database, type Environment, StartupError } from '@haishi/platform';
import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Terminal } from './cli/terminal.js';
import { createContext, createServer } from './create-server.js';
import { needsSecondFactor } from './demonstration/demo-accounts.js';
import { DEMO_LOADER, type DemoLoader } from './demonstration/demo-loader.js';

const ROLE_NAMES = {
  entrant: { zh: '参赛者', en: 'Entrant' },
  graduate: { zh: '毕业生', en: 'Graduate' },
  ...ROLES,
};

/** Fails as `listen` would, before anything is built that would take a while. */
export function assertPortFree({ port, host }: Pick<Environment, 'port' | 'host'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createProbe();
    probe.once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/**
 * The server, ready to listen; on the embedded default with the demonstration, where the database was empty.
 * @throws StartupError where the database holds the demonstration, whose accounts anybody may use, and it may not exist here
 */
export async function startServer(
  environment: Environment,
  terminal: Terminal,
  logger: LoggerService,
): Promise<NestFastifyApplication> {
  const app = await createServer(environment, logger);
  if (!(await wantsDemonstration(app, environment))) return app;
  await app.close();
  await loadDemonstration(environment, terminal);
  return createServer(environment, logger);
}

async function wantsDemonstration(app: INestApplicationContext, environment: Environment): Promise<boolean> {
  const state = await app.get<DemoLoader>(DEMO_LOADER).state();
  if (environment.demonstrationAllowed)
    return state === 'half' || (state === 'absent' && !(await app.get(Database).manager.exists(Person)));
  if (state === 'absent') return false;
  await app.close();
  throw new StartupError(
    '数据库中有演示数据，不能在此使用；请先在内置数据库、非 production 环境下执行 npm run haishi -- demo clear。',
    'the database holds the demonstration, which may not exist here; first run npm run haishi -- demo clear on the embedded database, outside production',
  );
}

/** In a context of its own, which no signal keeps alive: what is cut off is cleared at the next start. */
async function loadDemonstration(environment: Environment, terminal: Terminal): Promise<void> {
  terminal.complain('数据库是空的，正在载入演示数据…… (The database is empty; loading the demonstration …)');
  const context = await createContext(environment, false);
  try {
    await context.get<DemoLoader>(DEMO_LOADER).load(terminal.progress);
  } finally {
    await context.close();
  }
}

/** The addresses, and one sign-in for each role of the demonstration. */
export async function welcome(app: INestApplicationContext, environment: Environment): Promise<string[]> {
  const url = environment.publicUrl;
  const lines = [
    `Haishi is ready on http://localhost:${environment.port}`,
    '',
    `  首页 Home              ${url}/`,
    `  岗位检索 Positions     ${url}/positions`,
    `  登录 Sign in           ${url}/sign-in`,
    `  已截获的邮件 Mail      ${url}/mail`,
  ];
  if (!environment.demonstrationAllowed) return lines.slice(0, 1);
  const accounts = await app
    .get<DemoAccounts>(DEMO_ACCOUNTS)
    .list()
    .catch(() => []);
  if (accounts.length === 0) return lines;
  lines.push('', '  演示账号 Accounts of the demonstration (* 动态口令见登录页 · second factor on the sign-in page)');
  for (const { role, login, password } of accounts) {
    const { zh, en } = ROLE_NAMES[role];
    lines.push(`  ${needsSecondFactor(role) ? '*' : ' '} ${login.padEnd(32)} ${password}   ${zh} ${en}`);
  }
  return lines;
}
