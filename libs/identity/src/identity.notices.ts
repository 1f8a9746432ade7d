import { type Locale, type LocalText, ROLES } from '@haishi/contracts';
import { nameOfZone, type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Address } from './credential/address.js';
import { CODE_SECONDS } from './credential/one-time-code.rules.js';
import type { Invitation } from './invitation/invitation.entity.js';
import type { Organisation } from './organisation/organisation.entity.js';
import { Persons } from './person/persons.js';

const CODE: NoticeTemplate = {
  name: 'identity.code',
  channels: ['mail', 'sms'],
  zh: {
    subject: '验证码 {code}',
    text: '您的验证码是 {code}，{minutes} 分钟内有效。\n\n如果不是您本人操作，请不要理会，也不要告诉任何人。',
    short: '验证码 {code}，{minutes} 分钟内有效，请勿告诉他人。',
  },
  en: {
    subject: 'Your code is {code}',
    text: 'Your code is {code}. It is valid for {minutes} minutes.\n\nIf you did not ask for it, ignore this message and tell nobody the code.',
    short: 'Your code is {code}, valid for {minutes} minutes. Tell nobody.',
  },
};

const ALREADY_REGISTERED: NoticeTemplate = {
  name: 'identity.already_registered',
  channels: ['mail', 'sms'],
  path: '/sign-in',
  zh: {
    subject: '您已有账号',
    text: '有人用这个地址注册，但您已有账号，直接登录即可。如果不是您本人操作，请不要理会。',
    short: '您已有账号，直接登录即可。',
  },
  en: {
    subject: 'You already have an account',
    text: 'Somebody tried to sign up with this address, which already has an account. Simply sign in. If it was not you, ignore this message.',
    short: 'You already have an account. Simply sign in.',
  },
};

const INVITED: NoticeTemplate = {
  name: 'identity.invitation',
  channels: ['mail', 'sms'],
  zh: {
    subject: '邀请您担任{role}',
    text: '{name}，您好：\n\n邀请您在“{place}”担任{role}。请在 {until} 前打开链接查看并接受：\n{link}\n\n链接仅供您本人使用一次，请勿转发。',
    short: '邀请您在“{place}”担任{role}：{link}',
  },
  en: {
    subject: 'You are invited as {role}',
    text: 'Dear {name},\n\nYou are invited as {role} in “{place}”. Open the link before {until} to see and accept the invitation:\n{link}\n\nThe link is for you alone and works once.',
    short: 'You are invited as {role} in “{place}”: {link}',
  },
};

const DECIDED: NoticeTemplate = {
  name: 'identity.organisation_decided',
  channels: ['mail', 'inbox'],
  path: '/organisations/{organisationId}',
  zh: { subject: '{organisation}：{outcome}', text: '贵单位“{organisation}”的资料{outcome}。\n说明：{reason}' },
  en: {
    subject: '{organisation}: {outcome}',
    text: 'The papers of “{organisation}” were {outcome}.\nRemark: {reason}',
  },
};

const OUTCOMES: Record<'approved' | 'returned' | 'rejected', LocalText> = {
  approved: { zh: '审核通过', en: 'approved' },
  returned: { zh: '退回补正', en: 'returned for correction' },
  rejected: { zh: '审核未通过', en: 'rejected' },
};

const BEIJING = 'Asia/Shanghai';
const CLOCKS: Record<Locale, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: BEIJING, dateStyle: 'long', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: BEIJING, dateStyle: 'long', timeStyle: 'short' }),
};

/** The mails and short messages of this room. */
@Injectable()
export class IdentityNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
  ) {}

  onModuleInit(): void {
    this.notices.register(CODE, ALREADY_REGISTERED, INVITED, DECIDED);
  }

  /** A one-time code, to the address that asked for it. */
  async code(work: Work, address: Address, { id, code }: { id: string; code: string }): Promise<void> {
    await this.notices.send(work, {
      template: CODE.name,
      to: { ...address, locale: work.actor.locale },
      params: { code, minutes: CODE_SECONDS / 60 },
      key: `${CODE.name}:${id}`,
      expiresAt: new Date(work.now.getTime() + CODE_SECONDS * 1000),
    });
  }

  /** To the owner of an address that somebody tried to sign up with again. */
  async alreadyRegistered(work: Work, address: Address, codeId: string): Promise<void> {
    await this.notices.send(work, {
      template: ALREADY_REGISTERED.name,
      to: { ...address, locale: work.actor.locale },
      params: {},
      key: `${ALREADY_REGISTERED.name}:${codeId}`,
    });
  }

  /**
   * The personal link of an invitation, to one address alone: who accepts without an account gets one for that address.
   * Each sending is a notice of its own.
   */
  async invitation(work: Work, invitation: Invitation, place: LocalText, link: string): Promise<void> {
    const { id, name, mail, phone, locale, timesSent, expiresAt } = invitation;
    const { zh, en } = ROLES[invitation.role];
    const until = `${CLOCKS[locale].format(expiresAt)} (${nameOfZone(BEIJING, locale)})`;
    await this.notices.send(work, {
      template: INVITED.name,
      to: { mail, phone: mail === null ? phone : null, locale },
      params: { name, role: { zh, en }, place, link, until },
      key: `${INVITED.name}:${id}:${timesSent}`,
      expiresAt,
    });
  }

  /** What was decided on an organisation, to each of its agents. */
  async organisationDecided(
    work: Work,
    organisation: Organisation,
    outcome: keyof typeof OUTCOMES,
    reason: string,
    agents: readonly string[],
  ): Promise<void> {
    const persons = await this.persons.byIds(agents);
    for (const { id, mail, locale } of persons.values())
      await this.notices.send(work, {
        template: DECIDED.name,
        to: { personId: id, mail, locale },
        params: {
          organisationId: organisation.id,
          organisation: organisation.name,
          outcome: OUTCOMES[outcome],
          reason: reason || '—',
        },
        key: `${DECIDED.name}:${organisation.id}:${organisation.version}:${id}`,
      });
  }
}
