import type { Locale, LocalText } from '@haishi/contracts';
import { ENVIRONMENT, type Environment, type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Fair } from '../fair/fair.entity.js';
import { fairPeriod } from '../fair/fair.rules.js';
import type { FairInvitation } from './invitation.entity.js';

const INVITED: NoticeTemplate = {
  name: 'fair.invitation',
  channels: ['mail'],
  zh: {
    subject: '邀请您参加{fair}',
    text: '{name}，您好：\n\n诚邀您参加{fair}。\n时间：{when}\n地点：{place}\n\n请打开以下链接回复是否参加，接受后即可领取入场券：\n{link}\n\n链接仅供您本人使用，请勿转发；若此前收到过邀请链接，以此链接为准。',
  },
  en: {
    subject: 'You are invited to {fair}',
    text: 'Dear {name},\n\nYou are invited to {fair}.\nWhen: {when}\nWhere: {place}\n\nPlease open this link to say whether you will come; once you accept, you get your ticket:\n{link}\n\nThe link is for you alone. It replaces any link you were sent before.',
  },
};

const TICKET: NoticeTemplate = {
  name: 'fair.ticket',
  channels: ['mail'],
  zh: {
    subject: '入场券：{fair}',
    text: '{name}，您好：\n\n这是您的入场券：\n{link}\n\n时间：{when}\n地点：{place}\n\n请在出发前用手机打开一次，之后没有网络也能出示。一券一人，请勿转发。',
  },
  en: {
    subject: 'Your ticket: {fair}',
    text: 'Dear {name},\n\nHere is your ticket:\n{link}\n\nWhen: {when}\nWhere: {place}\n\nOpen it once on your phone before you leave; after that it can be shown without a network. It admits you alone.',
  },
};

/** Invited graduates are written to in Chinese until they have an account that says otherwise. */
const GUEST_LOCALE: Locale = 'zh';

/** What invited graduates are sent. */
@Injectable()
export class InvitationNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.notices.register(INVITED, TICKET);
  }

  /** The personal link; `invitation.timesSent` counts this sending. */
  invited(work: Work, fair: Fair, invitation: FairInvitation, token: string): Promise<void> {
    return this.send(work, INVITED, fair, invitation, `rsvp#${token}`, invitationKey(invitation));
  }

  /** The link that opens the ticket; `occasion` tells one sending from another. */
  ticket(work: Work, fair: Fair, invitation: FairInvitation, token: string, occasion: string): Promise<void> {
    return this.send(work, TICKET, fair, invitation, `ticket#${token}`, `${TICKET.name}:${invitation.id}:${occasion}`);
  }

  private async send(
    work: Work,
    template: NoticeTemplate,
    fair: Fair,
    { name, mail }: FairInvitation,
    path: string,
    key: string,
  ): Promise<void> {
    const link = `${this.environment.publicUrl}/${path}`;
    await this.notices.send(work, {
      template: template.name,
      to: { mail, locale: GUEST_LOCALE },
      params: { name, fair: fair.name, when: when(fair), place: fair.venue, link },
      key,
      expiresAt: fairPeriod(fair).closesAt,
    });
  }
}

/** Names the notice of an invitation's latest sending. */
export function invitationKey({ id, timesSent }: Pick<FairInvitation, 'id' | 'timesSent'>): string {
  return `${INVITED.name}:${id}:${timesSent}`;
}

function when({ days }: Fair): LocalText {
  const texts = days.map(({ date, opens, closes }) => `${date} ${opens}–${closes}`);
  return { zh: texts.join('；'), en: texts.join('; ') };
}
