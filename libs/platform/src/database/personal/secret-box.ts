import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../config/environment.js';
import { StartupError } from '../../config/startup-error.js';
import { aes256Gcm, open, seal } from './cipher.js';

/** Keeps secrets of the program (second factors, wrapped keys) unreadable to who holds the database alone. */
export class SecretBox {
  private readonly hashingKey: Buffer;
  /** Ready for the cipher, which takes twice as long with plain bytes. */
  private readonly masterKey: KeyObject;

  constructor(masterKey: Buffer) {
    this.masterKey = createSecretKey(masterKey);
    this.hashingKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'haishi fingerprint', 32));
  }

  /** The context says what the secret is and whose; it must be the same at opening. */
  seal(secret: Buffer, context: string): string {
    return seal(this.masterKey, secret, context);
  }

  /** @throws Error where the master key or the context is another */
  open(box: string, context: string): Buffer {
    return open(this.masterKey, box, context);
  }

  /**
   * HMAC-SHA-256 in base64url (43 characters): finds a value again, such as an identity number or a short code, that
   * nobody who holds the database alone can guess. The context keeps equal values for different uses apart.
   */
  fingerprint(value: string, context: string): string {
    return createHmac('sha256', this.hashingKey).update(`${context}\0${value}`).digest('base64url');
  }
}

/**
 * The master key of the settings; on the embedded default a file under the data folder, made at the first start.
 * @throws StartupError where that file does not hold a key
 */
export function loadSecretBox(environment: Pick<Environment, 'masterKey' | 'dataFolder'>): SecretBox {
  if (environment.masterKey !== undefined) return new SecretBox(Buffer.from(environment.masterKey, 'hex'));
  const folder = join(environment.dataFolder, 'keys');
  const path = join(folder, 'master.key');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, randomBytes(aes256Gcm.keyLength).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = readFileSync(path, 'utf8').trim();
  if (/^[0-9a-f]{64}$/.test(key)) return new SecretBox(Buffer.from(key, 'hex'));
  throw new StartupError(
    `密钥文件 ${path} 内容不完整，请从备份恢复。`,
    `the key file ${path} is damaged; restore it from a backup`,
  );
}
