import { join, resolve } from 'node:path';
import { StartupError } from './startup-error.js';

/** Every setting of the program, read once from the environment. The table in the README lists them. */
export interface Environment {
  production: boolean;
  /** Address and port to listen on. */
  host: string;
  port: number;
  /** The address people reach the site by; links in mails start with it. */
  publicUrl: string;
  /** Whether a proxy in front tells the client's address and protocol. */
  trustProxy: boolean;
  /** Folder of the embedded database, uploaded files and keys. */
  dataFolder: string;
  /** `mysql://…`; absent means the embedded SQLite file. */
  databaseUrl: string | undefined;
  sqlitePath: string;
  sqliteSynchronous: 'FULL' | 'NORMAL' | 'OFF';
  /** Fan-out between several servers. */
  redisUrl: string | undefined;
  /** Absent means that mail is caught and shown on a page. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Gateway that short messages are posted to; absent means they are caught. */
  smsUrl: string | undefined;
  /** 32 bytes in hex that wrap every stored key; absent means a file under the data folder, on the embedded database only. */
  masterKey: string | undefined;
  s3: { endpoint: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string } | undefined;
  /** Idle time in seconds after which a session of staff, or of anybody else, ends. */
  staffIdleSeconds: number;
  memberIdleSeconds: number;
  /** Filing numbers shown in the footer. */
  site: { icp: string | undefined; police: string | undefined };
  logLevel: 'error' | 'warn' | 'info' | 'debug';
  /** Whether the demonstration may exist here: the embedded database, not in production, not switched off. */
  demonstrationAllowed: boolean;
}

type Source = Record<string, string | undefined>;

/**
 * Reads and checks the settings. Empty values count as absent.
 * @throws StartupError that names the setting
 */
export function readEnvironment(source: Source = process.env): Environment {
  const text = (name: string) => (source[name]?.trim() ? source[name]?.trim() : undefined);
  const number = (name: string, standard: number, min: number, max: number) => {
    const value = text(name);
    if (value === undefined) return standard;
    const parsed = Number(value);
    if (!Number.isInteger(parsed) || parsed < min || parsed > max)
      throw new StartupError(
        `${name} 应为 ${min} 至 ${max} 的整数，不能是“${value}”。`,
        `${name} must be a whole number between ${min} and ${max}, not “${value}”`,
      );
    return parsed;
  };
  const choice = <Value extends string>(name: string, values: readonly Value[], standard: Value): Value => {
    const value = text(name);
    if (value === undefined) return standard;
    const found = values.find((one) => one === value);
    if (!found)
      throw new StartupError(
        `${name} 应为 ${values.join('、')} 之一，不能是“${value}”。`,
        `${name} must be one of ${values.join(', ')}, not “${value}”`,
      );
    return found;
  };
  const url = (name: string, protocols: string[]) => {
    const value = text(name);
    if (value !== undefined && !protocols.some((protocol) => value.startsWith(`${protocol}://`)))
      throw new StartupError(
        `${name} 应以 ${protocols.map((one) => `${one}://`).join(' 或 ')} 开头。`,
        `${name} must start with ${protocols.map((one) => `${one}://`).join(' or ')}`,
      );
    return value;
  };

  const production = text('NODE_ENV') === 'production';
  const port = number('PORT', 3000, 0, 65_535);
  const dataFolder = resolve(text('HAISHI_DATA') ?? 'data');
  const databaseUrl = url('DATABASE_URL', ['mysql']);
  const masterKey = text('HAISHI_KEY');
  if (masterKey !== undefined && !/^[0-9a-f]{64}$/i.test(masterKey))
    throw new StartupError('HAISHI_KEY 应为 64 位十六进制数字。', 'HAISHI_KEY must be 64 hexadecimal digits');
  if (production && masterKey === undefined)
    throw new StartupError(
      '生产环境必须设置 HAISHI_KEY（64 位十六进制数字）。',
      'HAISHI_KEY must be set in production: 64 hexadecimal digits',
    );
  if (databaseUrl !== undefined && masterKey === undefined)
    throw new StartupError(
      '使用 DATABASE_URL 时必须设置 HAISHI_KEY（64 位十六进制数字）。',
      'HAISHI_KEY must be set with DATABASE_URL: 64 hexadecimal digits',
    );
  const bucket = text('S3_BUCKET');
  return {
    production,
    host: text('HOST') ?? '0.0.0.0',
    port,
    publicUrl: (url('PUBLIC_URL', ['http', 'https']) ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    trustProxy: choice('TRUST_PROXY', ['0', '1'], '0') === '1',
    dataFolder,
    databaseUrl,
    sqlitePath: text('HAISHI_SQLITE') ?? join(dataFolder, 'haishi.sqlite'),
    sqliteSynchronous: choice('HAISHI_SQLITE_SYNCHRONOUS', ['FULL', 'NORMAL', 'OFF'], 'FULL'),
    redisUrl: url('REDIS_URL', ['redis', 'rediss']),
    smtpUrl: url('SMTP_URL', ['smtp', 'smtps']),
    mailFrom: text('MAIL_FROM') ?? 'haishi@localhost',
    smsUrl: url('SMS_URL', ['http', 'https']),
    masterKey,
    s3:
      bucket === undefined
        ? undefined
        : {
            bucket,
            endpoint: text('S3_ENDPOINT') ?? '',
            region: text('S3_REGION') ?? 'us-east-1',
            accessKeyId: text('S3_ACCESS_KEY_ID') ?? '',
            secretAccessKey: text('S3_SECRET_ACCESS_KEY') ?? '',
          },
    staffIdleSeconds: number('STAFF_IDLE_SECONDS', 600, 60, 86_400),
    memberIdleSeconds: number('MEMBER_IDLE_SECONDS', 43_200, 60, 2_592_000),
    site: { icp: text('SITE_ICP'), police: text('SITE_POLICE') },
    logLevel: choice('LOG_LEVEL', ['error', 'warn', 'info', 'debug'], 'warn'),
    demonstrationAllowed: !production && databaseUrl === undefined && text('HAISHI_DEMO') !== '0',
  };
}

/** Injection token of the settings. */
export const ENVIRONMENT = Symbol('Environment');

/** The password for `create-admin` where nobody is at the keyboard; kept out of {@link Environment}, which every room holds. */
export function readAdminPassword(source: Source = process.env): string | undefined {
  return source['HAISHI_ADMIN_PASSWORD'] || undefined;
}
