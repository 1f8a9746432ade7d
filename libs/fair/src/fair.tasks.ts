import { Organisations, type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import type { Actor } from '@haishi/contracts';
import { holds, isAllowed } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Fair } from './fair/fair.entity.js';
import { FairQueries, isFairStaff } from './fair/fair.queries.js';
import { dayNow, dayWords } from './fair/fair.rules.js';
import type { Participation } from './participation/participation.entity.js';
import { ParticipationQueries } from './participation/participation.queries.js';
import { isActive } from './participation/participation.rules.js';
import { PositionQueries } from './position/position.queries.js';

/** What the fair wants done: by employers, by those who vet and review, by organisers. */
@Injectable()
export class FairTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly organisations: Organisations,
    private readonly fairs: FairQueries,
    private readonly participations: ParticipationQueries,
    private readonly positions: PositionQueries,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    const [own, staff] = await Promise.all([this.employerTasks(actor), this.staffTasks(actor)]);
    return [...own, ...staff];
  }

  private async employerTasks(actor: Actor): Promise<Task[]> {
    const organisations = await this.organisations.ownOf(actor);
    if (organisations.length === 0) return [];
    const active = (await this.participations.ofOrganisations(organisations.map(({ id }) => id))).filter(({ state }) =>
      isActive(state),
    );
    const fairs = await this.fairs.byIds(active.map(({ fairId }) => fairId));
    const ids = active.map(({ id }) => id);
    const [counts, imports] = await Promise.all([
      this.participations.positionCounts(ids),
      this.positions.faultyImports(ids),
    ]);
    const tasks = active.flatMap((part) => participationTasks(part, fairs.get(part.fairId)!, counts.get(part.id)!));
    for (const { id, participationId, fileName, faulty } of imports)
      tasks.push({
        kind: 'position.import',
        title: { zh: `改正“${fileName}”中的错误行`, en: `Correct the faulty rows of “${fileName}”` },
        count: faulty,
        href: `/employer/participations/${participationId}/import?import=${id}`,
      });
    return [...tasks, ...(await this.invitations(organisations, active))];
  }

  /** Open fairs to which a vetted organisation has not applied yet. */
  private async invitations(
    organisations: Awaited<ReturnType<Organisations['ownOf']>>,
    active: readonly Participation[],
  ): Promise<Task[]> {
    const vetted = organisations.filter(({ state }) => state === 'approved');
    if (vetted.length === 0) return [];
    const open = await this.fairs.inStates(['open']);
    return open.flatMap((fair) =>
      vetted
        .filter(({ id }) => !active.some((part) => part.fairId === fair.id && part.organisationId === id))
        .map(({ id, name }): Task => ({
          kind: 'participation.apply',
          title: { zh: `为“${name}”申请参加${fair.name.zh}`, en: `Apply to ${fair.name.en} for “${name}”` },
          href: `/employer?organisation=${id}`,
          ...(fair.applyBy ? { dueAt: fair.applyBy, timeZone: fair.timeZone } : {}),
        })),
    );
  }

  private async staffTasks(actor: Actor): Promise<Task[]> {
    if (!holds(actor, 'participation.vet') && !holds(actor, 'position.review') && !holds(actor, 'fair.manage'))
      return [];
    const tasks: Task[] = [];
    for (const fair of await this.fairs.inStates(['draft', 'open'])) {
      if (!isFairStaff(actor, fair.id)) continue;
      const scope = { fair: fair.id };
      if (isAllowed(actor, 'participation.vet', scope)) {
        const { applied = 0 } = await this.fairs.participations(fair.id);
        const since = applied > 0 ? await this.participations.appliedSince(fair.id) : undefined;
        if (applied > 0)
          tasks.push({
            kind: 'participation.vet',
            title: { zh: `审核参会申请：${fair.name.zh}`, en: `Vet participations: ${fair.name.en}` },
            count: applied,
            href: `/staff/fairs/${fair.id}/participations?state=applied`,
            ...(since ? { since } : {}),
          });
      }
      if (isAllowed(actor, 'position.review', scope)) {
        const count = await this.positions.queueLength(fair.id, { state: 'submitted' });
        const since = count > 0 ? await this.positions.queueSince(fair.id) : undefined;
        if (count > 0)
          tasks.push({
            kind: 'position.review',
            title: { zh: `审核岗位：${fair.name.zh}`, en: `Review positions: ${fair.name.en}` },
            count,
            href: `/staff/fairs/${fair.id}/review`,
            ...(since ? { since } : {}),
          });
      }
      if (fair.state === 'open' && isAllowed(actor, 'fair.manage', scope)) tasks.push(...dayTask(fair, new Date()));
      if (fair.state === 'draft' && isAllowed(actor, 'fair.manage', scope))
        tasks.push({
          kind: 'fair.open',
          title: { zh: `开放${fair.name.zh}`, en: `Open ${fair.name.en}` },
          href: `/staff/fairs/${fair.id}`,
        });
    }
    return tasks;
  }
}

/** The fair's day that is or comes next, for who runs it. */
function dayTask(fair: Fair, now: Date): Task[] {
  const next = dayNow(fair, now);
  if (!next) return [];
  const { zh, en } = dayWords(next);
  return [
    {
      kind: 'fair.day',
      title: next.today
        ? { zh: `今天举办：${fair.name.zh}`, en: `Held today: ${fair.name.en}` }
        : { zh: `下次开馆：${fair.name.zh}`, en: `Next day of ${fair.name.en}` },
      detail: { zh: `${zh} · ${fair.venue.zh}`, en: `${en} · ${fair.venue.en}` },
      href: `/staff/fairs/${fair.id}`,
      live: next.open,
    },
  ];
}

function participationTasks(
  part: Participation,
  fair: Fair,
  positions: { draft: number; returned: number; submitted: number; approved: number },
): Task[] {
  const href = `/employer/participations/${part.id}`;
  if (part.state === 'returned')
    return [
      {
        kind: 'participation.correct',
        title: {
          zh: `修改被退回的参会申请：${fair.name.zh}`,
          en: `Correct the returned participation: ${fair.name.en}`,
        },
        href,
      },
    ];
  if (part.state !== 'approved') return [];
  const tasks: Task[] = [];
  const detail = { zh: `${part.organisationName} · ${fair.name.zh}`, en: `${part.organisationName} · ${fair.name.en}` };
  if (positions.returned > 0)
    tasks.push({
      kind: 'position.correct',
      title: { zh: '修改被退回的岗位', en: 'Correct returned positions' },
      detail,
      count: positions.returned,
      href: `${href}/positions?state=returned`,
    });
  if (positions.draft > 0)
    tasks.push({
      kind: 'position.submit',
      title: { zh: '提交岗位审核', en: 'Submit positions for review' },
      detail,
      count: positions.draft,
      href: `${href}/positions?state=draft`,
    });
  if (positions.draft + positions.returned + positions.submitted + positions.approved === 0)
    tasks.push({
      kind: 'position.create',
      title: { zh: '填写或导入招聘岗位', en: 'Enter or import positions' },
      detail,
      href: `${href}/positions`,
    });
  return tasks;
}
