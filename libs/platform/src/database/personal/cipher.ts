import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** An authenticated cipher. Its name stands in what it made, so that another (such as SM4) can take over beside it. */
export interface Cipher {
  readonly name: string;
  /** Bytes of a key. */
  readonly keyLength: number;
  encrypt(key: Buffer | KeyObject, plain: Buffer, context: string): Buffer;
  /** @throws Error where the key, the context or a byte is not the one it was made with */
  decrypt(key: Buffer | KeyObject, box: Buffer, context: string): Buffer;
}

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D). */
export const aes256Gcm: Cipher = {
  name: 'aes-256-gcm',
  keyLength: 32,
  encrypt(key, plain, context) {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  decrypt(key, box, context) {
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(context)).setAuthTag(box.subarray(box.length - TAG));
    return Buffer.concat([decipher.update(box.subarray(NONCE, box.length - TAG)), decipher.final()]);
  },
};

const CIPHERS: readonly Cipher[] = [aes256Gcm];

/** Encrypts into a text of the form `cipher:base64`. The context binds it to its place and is asked for at opening. */
export function seal(key: Buffer | KeyObject, plain: Buffer, context: string, cipher: Cipher = aes256Gcm): string {
  return `${cipher.name}:${cipher.encrypt(key, plain, context).toString('base64')}`;
}

/** @throws Error where the box was made by an unknown cipher, with another key or in another context */
export function open(key: Buffer | KeyObject, box: string, context: string): Buffer {
  const colon = box.indexOf(':');
  const cipher = CIPHERS.find((one) => one.name === box.slice(0, colon));
  if (cipher === undefined) throw new Error('Sealed by an unknown cipher.');
  return cipher.decrypt(key, Buffer.from(box.slice(colon + 1), 'base64'), context);
}
