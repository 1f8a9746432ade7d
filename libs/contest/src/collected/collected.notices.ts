import type { Locale } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { COUNTIES } from '@haishi/reference';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import type { CollectedProject } from './collected.entity.js';

const TEMPLATE: NoticeTemplate = {
  name: 'collected.offered',
  channels: ['mail', 'inbox'],
  path: '/projects',
  zh: {
    subject: '请认领您的参赛项目：{title}',
    text: '您好：\n\n{referrer}推荐您的项目“{title}”参加{edition}。\n\n请以本邮箱登录或注册，在“我的项目”中认领、补充并提交。如不参赛，可在同一处谢绝。',
  },
  en: {
    subject: 'Please claim your project: {title}',
    text: '{referrer} referred your project “{title}” to {edition}.\n\nPlease sign in or sign up with this mail address, and claim, complete and hand it in under “My projects”. If you do not want to take part, decline it there.',
  },
};

/** Tells entrants of projects that were collected from them. */
@Injectable()
export class CollectedNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
  ) {}

  onModuleInit(): void {
    this.notices.register(TEMPLATE);
  }

  /** `round` tells one sending from the next. */
  async offered(work: Work, { nameZh, nameEn }: Edition, one: CollectedProject, round: string): Promise<void> {
    const person = await this.persons.byMail(one.leaderMail);
    const locale: Locale = person?.locale ?? (one.organisationCountry === 'CN' ? 'zh' : 'en');
    await this.notices.send(work, {
      template: TEMPLATE.name,
      to: { ...(person ? { personId: person.id } : {}), mail: one.leaderMail, locale },
      params: { title: one.title, referrer: referrerOf(one), edition: { zh: nameZh, en: nameEn } },
      key: `${TEMPLATE.name}:${one.id}:${round}`,
    });
  }
}

/** Who referred a project; a county by its name. */
export function referrerOf({ channel, referrer }: Pick<CollectedProject, 'channel' | 'referrer'>) {
  const county = channel === 'county' ? COUNTIES.find(({ code }) => code === referrer) : undefined;
  return county ? { zh: county.zh, en: county.en } : { zh: referrer, en: referrer };
}
