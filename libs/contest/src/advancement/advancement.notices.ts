import type { LocalText } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { type NoticeParams, type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import type { Advancement } from '@haishi/review';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Project } from '../project/project.entity.js';
import type { StageAdvancement } from './advancement.entity.js';
import type { Candidate } from './advancement.rules.js';
import { AdvancementQueries } from './advancement.queries.js';
import type { JudgedStage } from './judged-stages.js';
import { explanationOf, placeNames, statusWords } from './advancement.words.js';

const channels = ['mail', 'inbox'] as const;
const path = '/projects/{projectId}';

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'advancement.published',
    channels,
    path,
    zh: {
      subject: '{stage}结果：{status}（{number}）',
      text: '您好：\n\n您的项目“{title}”（编号 {number}）{stage}的结果已公布：{explanation}。\n\n可在项目页面查看。',
    },
    en: {
      subject: '{stage}: {status} ({number})',
      text: 'The result of your project “{title}” (number {number}) in the stage {stage} has been published: {explanation}.\n\nYou find it on the page of the project.',
    },
  },
  {
    name: 'advancement.moved_up',
    channels,
    path,
    zh: {
      subject: '候补递补：{number} 晋级',
      text: '您好：\n\n因有名额空出，您的项目“{title}”（编号 {number}）由候补递补，从{stage}晋级。',
    },
    en: {
      subject: 'Moved up: {number} advances',
      text: 'A seat became free: your project “{title}” (number {number}) moved up from the waiting list and advances from the stage {stage}.',
    },
  },
  {
    name: 'advancement.left',
    channels,
    path,
    zh: {
      subject: '已退出晋级：{number}',
      text: '您好：\n\n您的项目“{title}”（编号 {number}）已退出或放弃{stage}的晋级。\n\n说明：{reason}',
    },
    en: {
      subject: 'No longer advances: {number}',
      text: 'Your project “{title}” (number {number}) withdrew or gave up its place from the stage {stage}.\n\nReason: {reason}',
    },
  },
];

/** A decision as its entrants are told of it. */
export interface PublishedDecision {
  decision: StageAdvancement;
  /** By entry. */
  candidates: ReadonlyMap<string, Candidate>;
  /** How many were ranked. */
  ranked: number;
}

/** What entrants are told of who advances, by mail and in the inbox: of their own entry alone. */
@Injectable()
export class AdvancementNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
    private readonly queries: AdvancementQueries,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  /**
   * Tells the entrants of `part` of a decision's entries how it came out for them, each once however often it is asked. Who
   * withdrew before is told nothing, and who left or moved up since was told that.
   */
  async published(
    work: Work,
    place: JudgedStage,
    { decision, candidates, ranked }: PublishedDecision,
    part: readonly Advancement[],
  ): Promise<void> {
    const names = placeNames(place.edition.definition, place.before);
    const moved = new Set(
      (await this.queries.replacements(decision.id)).flatMap(({ withdrawnId, movedUpId }) => [withdrawnId, movedUpId]),
    );
    const standing = part.filter(
      ({ entryId }) => candidates.get(entryId)!.ineligible?.because !== 'withdrawn' && !moved.has(entryId),
    );
    const projects = await this.projects(
      place,
      standing.map(({ entryId }) => entryId),
    );
    await this.tell(
      work,
      place,
      decision,
      'advancement.published',
      standing.map((entry) => ({
        project: projects.get(entry.entryId)!,
        params: {
          explanation: explanationOf(entry, candidates.get(entry.entryId)!, ranked, names),
          status: statusWords(entry),
        },
      })),
    );
  }

  /** Tells who withdrew or gave up that they were taken out. */
  async left(
    work: Work,
    place: JudgedStage,
    decision: StageAdvancement,
    { entryId, reason }: { entryId: string; reason: string },
  ): Promise<void> {
    const project = await this.projectOf(place, entryId);
    await this.tell(work, place, decision, 'advancement.left', [{ project, params: { reason } }]);
  }

  /** Tells who moved up, where anybody did. */
  async movedUp(work: Work, place: JudgedStage, decision: StageAdvancement, entryId: string | null): Promise<void> {
    if (entryId === null) return;
    const project = await this.projectOf(place, entryId);
    await this.tell(work, place, decision, 'advancement.moved_up', [{ project, params: {} }]);
  }

  private async projectOf(place: JudgedStage, entryId: string): Promise<Project> {
    return (await this.projects(place, [entryId])).get(entryId)!;
  }

  /** By entry. */
  private async projects({ entries }: JudgedStage, entryIds: readonly string[]): Promise<Map<string, Project>> {
    const wanted = new Set(entryIds);
    const among = entries.filter(({ id }) => wanted.has(id));
    const projects = await this.queries.projects(among);
    return new Map(among.map(({ id, projectId }) => [id, projects.get(projectId)!]));
  }

  private async tell(
    work: Work,
    { stage }: JudgedStage,
    decision: StageAdvancement,
    template: string,
    told: readonly { project: Project; params: NoticeParams }[],
  ): Promise<void> {
    const owners = await this.persons.byIds(told.map(({ project }) => project.ownerId));
    const name: LocalText = { zh: stage.nameZh, en: stage.nameEn };
    await this.notices.sendAll(
      work,
      told.flatMap(({ project: { id, ownerId, title, number }, params }) => {
        const person = owners.get(ownerId);
        if (!person) return [];
        return {
          template,
          to: { personId: person.id, mail: person.mail, locale: person.locale },
          params: { ...params, projectId: id, title, number: number ?? '', stage: name },
          key: `${template}:${decision.id}:${id}`,
        };
      }),
    );
  }
}
