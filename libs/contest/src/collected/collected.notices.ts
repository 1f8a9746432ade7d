import type { LocalText, Locale } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { COUNTIES } from '@haishi/reference';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { deadlineText } from '../project/deadline-text.js';
import type { CollectedProject } from './collected.entity.js';

const TEMPLATE: NoticeTemplate = {
  name: 'collected.offered',
  channels: ['mail', 'inbox'],
  path: '/projects',
  zh: {
    subject: '请认领您的参赛项目：{title}',
    text: '您好：\n\n{referrer}推荐您的项目“{title}”参加{edition}。\n\n请以本邮箱登录或注册，在“我的项目”中认领、补充并提交。{until}如不参赛，可在同一处谢绝。',
  },
  en: {
    subject: 'Please claim your project: {title}',
    text: '{referrer} referred your project “{title}” to {edition}.\n\nPlease sign in or sign up with this mail address, and claim, complete and hand it in under “My projects”. {until}If you do not want to take part, decline it there.',
  },
};

/** Tells entrants of projects that were collected from them. */
@Injectable()
export class CollectedNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
    private readonly editions: EditionQueries,
  ) {}

  onModuleInit(): void {
    this.notices.register(TEMPLATE);
  }

  /** `round` tells one sending from the next. */
  async offered(work: Work, edition: Edition, one: CollectedProject, round: string): Promise<void> {
    const person = await this.persons.byMail(one.leaderMail);
    const { closesAt, opensAt } = await this.editions.submissionStage(edition.id);
    const { nameZh, nameEn, timeZone } = edition;
    const locale: Locale = person?.locale ?? (one.organisationCountry === 'CN' ? 'zh' : 'en');
    await this.notices.send(work, {
      template: TEMPLATE.name,
      to: { ...(person ? { personId: person.id } : {}), mail: one.leaderMail, locale },
      params: {
        title: one.title,
        referrer: referrerOf(one),
        edition: { zh: nameZh, en: nameEn },
        until: untilWords({ opensAt, closesAt }, timeZone, work.now),
      },
      key: `${TEMPLATE.name}:${one.id}:${round}`,
    });
  }
}

/** Between which moments it can be claimed, by the edition's clock; nothing where that is over or not known. */
function untilWords(
  { opensAt, closesAt }: { opensAt: Date | null; closesAt: Date | null },
  timeZone: string,
  now: Date,
): LocalText {
  if (!closesAt || closesAt <= now) return { zh: '', en: '' };
  const until = deadlineText(closesAt, timeZone);
  if (!opensAt || opensAt <= now) return { zh: `报名截止时间为 ${until}。`, en: `Registration closes on ${until}. ` };
  const from = deadlineText(opensAt, timeZone);
  return {
    zh: `报名自 ${from} 开始，至 ${until} 截止，其间可以认领。`,
    en: `Registration runs from ${from} to ${until}, and it can be claimed within that time. `,
  };
}

/** Who referred a project; a county by its name. */
export function referrerOf({ channel, referrer }: Pick<CollectedProject, 'channel' | 'referrer'>) {
  const county = channel === 'county' ? COUNTIES.find(({ code }) => code === referrer) : undefined;
  return county ? { zh: county.zh, en: county.en } : { zh: referrer, en: referrer };
}
