import { type MessageGateway, type OutgoingMessage, SendingError } from './gateway.js';

const TIMEOUT_MS = 10_000;

/**
 * Posts short messages as `{ id, to, text }` to the gateway that `SMS_URL` names. A user name and password in the
 * address are sent as basic authentication. A status of 2xx takes the message, 4xx but 408 and 429 refuses it for good.
 */
export class HttpSmsGateway implements MessageGateway {
  private readonly address: string;
  private readonly headers: Record<string, string>;

  constructor(url: string) {
    const target = new URL(url);
    const credentials = `${decodeURIComponent(target.username)}:${decodeURIComponent(target.password)}`;
    this.headers = {
      'content-type': 'application/json',
      ...(target.username ? { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` } : {}),
    };
    target.username = '';
    target.password = '';
    this.address = target.href;
  }

  async send({ id, to, text }: OutgoingMessage): Promise<void> {
    const answer = await fetch(this.address, {
      method: 'POST',
      headers: this.headers,
      body: JSON.stringify({ id, to, text }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: Error) => {
      throw new SendingError(`the gateway does not answer: ${error.message}`, false);
    });
    await answer.body?.cancel();
    if (answer.ok) return;
    const permanent = answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429;
    throw new SendingError(`the gateway answered ${answer.status}`, permanent);
  }
}
