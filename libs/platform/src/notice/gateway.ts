/** A worded message on its way out. */
export interface OutgoingMessage {
  /** The notice's id: a repeated sending carries the same, so that what stands behind can drop it. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** Hands messages to the world outside. */
export interface MessageGateway {
  /** @throws SendingError */
  send(message: OutgoingMessage): Promise<void>;
}

/** A message that was not taken. A permanent one is not tried again: there is no such recipient, or it is refused. */
export class SendingError extends Error {
  constructor(
    message: string,
    readonly permanent: boolean,
  ) {
    super(message);
    this.name = 'SendingError';
  }
}

/** Injection token of the gateway for mails. */
export const MAIL_GATEWAY = Symbol('MailGateway');
/** Injection token of the gateway for short messages. */
export const SMS_GATEWAY = Symbol('SmsGateway');

/** Where nothing is configured and nothing may be caught. */
export class MissingGateway implements MessageGateway {
  constructor(private readonly setting: string) {}

  send(): Promise<void> {
    return Promise.reject(new SendingError(`${this.setting} is not set`, true));
  }
}
