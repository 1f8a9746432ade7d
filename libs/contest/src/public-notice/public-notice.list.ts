import { failure, type LocalText } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { AdvancementQueries } from '../advancement/advancement.queries.js';
import { standing } from '../advancement/advancement.rules.js';
import type { StageAdvancement } from '../advancement/advancement.entity.js';
import type { Edition } from '../edition/edition.entity.js';
import { ProjectQueries } from '../project/project.queries.js';
import { maskName } from './masking.rules.js';
import type { NoticeItem } from './public-notice.entity.js';
import { advancing, awarded, type NoticeKind } from './public-notice.rules.js';

/** Makes the list of a notice from what was decided on a stage. */
@Injectable()
export class PublicNoticeList {
  constructor(
    private readonly advancements: AdvancementQueries,
    private readonly projects: ProjectQueries,
    private readonly persons: Persons,
  ) {}

  /** The stage's published decision, or null. Fails with `common.not_found` where it is no roadshow stage of the edition. */
  async decision(edition: Edition, stageCode: string): Promise<StageAdvancement | null> {
    await this.advancements.stage(edition, stageCode);
    const latest = await this.advancements.latest(edition.id, stageCode);
    return latest?.publishedAt ? latest : null;
  }

  /** Fails with `public_notice.empty`. */
  async items(edition: Edition, decision: StageAdvancement, kind: NoticeKind, waiting: boolean): Promise<NoticeItem[]> {
    const { definition } = edition;
    const { entries } = await this.advancements.stage(edition, decision.stageCode);
    const left = (await this.advancements.replacements(decision.id)).map(({ withdrawnId }) => withdrawnId);
    const listed =
      kind === 'awards'
        ? awarded(decision.candidates, left, definition.awards)
        : advancing(standing(decision.answer, left).entries, waiting);
    if (listed.length === 0) throw failure('public_notice.empty');
    const projects = await this.advancements.projects(entries);
    const items: NoticeItem[] = [];
    for (const { entryId, result } of listed) {
      const candidate = decision.candidates.find((one) => one.entryId === entryId)!;
      const project = projects.get(entries.find(({ id }) => id === entryId)!.projectId)!;
      items.push({
        projectId: project.id,
        number: project.number!,
        title: project.title,
        organisation: project.organisationName,
        leader: maskName(await this.leaderOf(project.id, project.ownerId)),
        region: called(definition.regions, candidate.region),
        division: called(definition.divisions, candidate.division),
        result,
      });
    }
    return items;
  }

  /** The first core member; who handed it in, where the team names none. */
  private async leaderOf(projectId: string, ownerId: string): Promise<string> {
    const core = (await this.projects.members(projectId)).find(({ isCore }) => isCore);
    return core?.name ?? (await this.persons.byId(ownerId))?.name ?? '';
  }
}

const called = (all: readonly { code: string; name: LocalText }[], code: string): LocalText =>
  all.find((one) => one.code === code)?.name ?? { zh: code, en: code };
