import type { Actor } from '@haishi/contracts';
import { Persons, type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { holds, isAllowed } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Fair } from '../fair/fair.entity.js';
import { FairQueries } from '../fair/fair.queries.js';
import { dayNow, dayWords, fairPeriod } from '../fair/fair.rules.js';
import { InvitationQueries } from './invitation.queries.js';
import { takesAnswers } from './invitation.rules.js';

/** What inviting wants done: a list to import, invitations to send; of the invited an answer, and to come. */
@Injectable()
export class InvitationTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly fairs: FairQueries,
    private readonly queries: InvitationQueries,
    private readonly persons: Persons,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    const now = new Date();
    return [...(await this.guestTasks(actor, now)), ...(await this.staffTasks(actor, now))];
  }

  /** An answer to give, or a fair to go to. */
  private async guestTasks(actor: Actor, now: Date): Promise<Task[]> {
    if (actor.kind !== 'person') return [];
    const mail = (await this.persons.byId(actor.id))?.mail ?? null;
    const own = (await this.queries.ofPerson(actor.id, mail)).filter(
      ({ state, timesSent }) => state === 'accepted' || (state === 'invited' && timesSent > 0),
    );
    if (own.length === 0) return [];
    const fairs = await this.fairs.byIds(own.map(({ fairId }) => fairId));
    return own.flatMap(({ state, fairId }) => {
      const fair = fairs.get(fairId)!;
      return takesAnswers(fair, now) ? [state === 'accepted' ? visitTask(fair, now) : answerTask(fair)] : [];
    });
  }

  private async staffTasks(actor: Actor, now: Date): Promise<Task[]> {
    if (!holds(actor, 'invitation.manage')) return [];
    const tasks: Task[] = [];
    for (const fair of await this.fairs.inStates(['open'])) {
      if (!isAllowed(actor, 'invitation.manage', { fair: fair.id }) || !takesAnswers(fair, now)) continue;
      const { states, unsent } = await this.queries.counts(fair.id);
      const href = `/staff/fairs/${fair.id}/invitations`;
      if (Object.values(states).every((amount) => amount === 0))
        tasks.push({
          kind: 'invitation.import',
          title: { zh: `导入邀请名单：${fair.name.zh}`, en: `Import the list of invitations: ${fair.name.en}` },
          href: `${href}/import`,
        });
      if (unsent > 0)
        tasks.push({
          kind: 'invitation.send',
          title: { zh: `发送邀请：${fair.name.zh}`, en: `Send invitations: ${fair.name.en}` },
          count: unsent,
          href: `${href}?sent=no`,
        });
    }
    return tasks;
  }
}

function answerTask(fair: Fair): Task {
  return {
    kind: 'invitation.answer',
    title: { zh: `回复邀请：${fair.name.zh}`, en: `Answer the invitation: ${fair.name.en}` },
    detail: { zh: '请打开邀请邮件中的专属链接', en: 'Open the personal link in the mail that invited you' },
    href: `/fairs/${fair.code}`,
    dueAt: fairPeriod(fair).closesAt,
    timeZone: fair.timeZone,
  };
}

function visitTask(fair: Fair, now: Date): Task {
  const next = dayNow(fair, now)!;
  const { zh, en } = dayWords(next);
  return {
    kind: 'invitation.visit',
    title: { zh: `参会：${fair.name.zh}`, en: `Come to the fair: ${fair.name.en}` },
    detail: {
      zh: `${zh} · ${fair.venue.zh} · 入场券在邀请邮件的专属链接里`,
      en: `${en} · ${fair.venue.en} · your ticket is behind the personal link of the invitation`,
    },
    href: `/fairs/${fair.code}`,
    live: next.open,
  };
}
