import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT, type Environment } from '../config/environment.js';
import { MAIL_GATEWAY, type MessageGateway, SMS_GATEWAY } from './gateway.js';
import type { Notice } from './notice.entity.js';
import { reasonOf } from './notice.rules.js';
import { renderNotice } from './notice.template.js';
import { NoticeSeal } from './notice-seal.js';
import { Notices } from './notices.js';

const FOOTERS = {
  zh: '本消息由系统自动发出，请勿回复。',
  en: 'This message was sent automatically; please do not reply.',
};

/** Words a notice and hands it to the gateway of its channel. */
@Injectable()
export class NoticeDelivery {
  constructor(
    private readonly notices: Notices,
    private readonly seal: NoticeSeal,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(MAIL_GATEWAY) private readonly mail: MessageGateway,
    @Inject(SMS_GATEWAY) private readonly sms: MessageGateway,
  ) {}

  /** Null once the gateway took it, or what went wrong, and as what it is recorded, which names no address. */
  async attempt(notice: Notice): Promise<{ error: unknown; reason: string } | null> {
    let address = '';
    try {
      const content = this.seal.open(notice.id, notice.sealed!);
      address = content.address;
      const { subject, text, short, path } = renderNotice(
        this.notices.template(notice.template),
        notice.locale,
        content.params,
      );
      const link = path === null ? '' : `\n\n${this.environment.publicUrl}${path}`;
      if (notice.channel === 'sms') await this.sms.send({ id: notice.id, to: address, subject: '', text: short });
      else
        await this.mail.send({
          id: notice.id,
          to: address,
          subject,
          text: `${text}${link}\n\n--\n${FOOTERS[notice.locale]}\n`,
        });
      return null;
    } catch (error) {
      return { error, reason: reasonOf(error, address) };
    }
  }
}
