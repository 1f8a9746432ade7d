import { Global, Inject, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ENVIRONMENT, type Environment } from '../config/environment.js';
import { Schedule } from '../jobs/schedule.js';
import { CaughtMessages } from './caught-messages.js';
import { MAIL_GATEWAY, type MessageGateway, MissingGateway, SMS_GATEWAY } from './gateway.js';
import { Inbox } from './inbox.js';
import { MailController } from './mail.controller.js';
import { NoticeController } from './notice.controller.js';
import { NoticeDelivery } from './notice-delivery.js';
import { NoticeSeal } from './notice-seal.js';
import { NoticeSender } from './notice-sender.js';
import { Notices } from './notices.js';
import { HttpSmsGateway } from './sms.gateway.js';
import { SmtpGateway } from './smtp.gateway.js';

const DAY_SECONDS = 86_400;
const CAUGHT_DAYS = 30;

function mailGateway(environment: Environment, caught: CaughtMessages): MessageGateway {
  if (environment.smtpUrl !== undefined) return new SmtpGateway(environment.smtpUrl, environment.mailFrom);
  return environment.production ? new MissingGateway('SMTP_URL') : caught.gateway('mail');
}

function smsGateway(environment: Environment, caught: CaughtMessages): MessageGateway {
  if (environment.smsUrl !== undefined) return new HttpSmsGateway(environment.smsUrl);
  return environment.production ? new MissingGateway('SMS_URL') : caught.gateway('sms');
}

/** Mails, short messages and in-app notices, ordered in a transaction and sent after it. */
@Global()
@Module({
  controllers: [NoticeController, MailController],
  providers: [
    Notices,
    NoticeSeal,
    NoticeDelivery,
    NoticeSender,
    Inbox,
    CaughtMessages,
    { provide: MAIL_GATEWAY, useFactory: mailGateway, inject: [ENVIRONMENT, CaughtMessages] },
    { provide: SMS_GATEWAY, useFactory: smsGateway, inject: [ENVIRONMENT, CaughtMessages] },
  ],
  exports: [Notices, NoticeSender, CaughtMessages],
})
export class NoticeModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly schedule: Schedule,
    private readonly caught: CaughtMessages,
    @Inject(MAIL_GATEWAY) private readonly mail: MessageGateway,
  ) {}

  onModuleInit(): void {
    this.schedule.every(DAY_SECONDS, 'notices.clean', () =>
      this.caught.removeBefore(new Date(Date.now() - CAUGHT_DAYS * DAY_SECONDS * 1000)),
    );
  }

  onApplicationShutdown(): void {
    if (this.mail instanceof SmtpGateway) this.mail.close();
  }
}
