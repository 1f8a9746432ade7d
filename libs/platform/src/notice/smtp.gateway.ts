import { createTransport } from 'nodemailer';
import { type MessageGateway, type OutgoingMessage, SendingError } from './gateway.js';

const CONNECTIONS = 5;
const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

interface SmtpError {
  code?: string;
  responseCode?: number;
  response?: string;
  message: string;
}

/** Sends mail through the server that `SMTP_URL` names, over a few lasting connections. */
export class SmtpGateway implements MessageGateway {
  private readonly transport;
  private readonly host: string;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    const server = new URL(url);
    this.host = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
    this.transport = createTransport({
      pool: true,
      host: server.hostname,
      port: Number(server.port || (server.protocol === 'smtps:' ? 465 : 587)),
      secure: server.protocol === 'smtps:',
      requireTLS: server.searchParams.get('requireTLS') === 'true',
      maxConnections: CONNECTIONS,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(server.username
        ? { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }
        : {}),
    });
  }

  async send(message: OutgoingMessage): Promise<void> {
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { address: message.to, name: '' },
        subject: message.subject,
        text: message.text,
        messageId: `<${message.id}@${this.host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      const { code, responseCode = 0, response, message: text } = error as SmtpError;
      // A refused sign-in is the operator's to mend, not the recipient's fault.
      throw new SendingError(response ?? text, responseCode >= 500 && code !== 'EAUTH');
    }
  }

  close(): void {
    this.transport.close();
  }
}
