import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { withoutPersonal } from '../entry-form/answers.rules.js';
import { type LoadedProject, ProjectLoader } from '../project/project.loader.js';
import { ProjectQueries } from '../project/project.queries.js';
import { nextState, toSnapshot } from '../project/project.rules.js';
import { toContent } from '../project/project.views.js';
import type { ExplanationsView } from './eligibility-rules.dto.js';
import { RuleCheck, type RuledContent } from './rule-check.js';

/** What the conditions of entry make of a project, for who hands it in and who checks it. */
@Injectable()
export class EligibilityRulesReader {
  constructor(
    private readonly loader: ProjectLoader,
    private readonly queries: ProjectQueries,
    private readonly editions: EditionQueries,
    private readonly check: RuleCheck,
  ) {}

  /**
   * For its owner of the working copy while that can be edited, for everybody else of what was handed in last. Fails with
   * `common.not_found`, `project.recused`, and with `common.forbidden` for who does not check it.
   */
  async explanations(actor: Actor, projectId: string): Promise<ExplanationsView> {
    const loaded = await this.loader.visible(actor, projectId);
    const { project, role } = loaded;
    if (role !== 'owner' && role !== 'checker') throw failure('common.forbidden');
    const edition = await this.editions.get(project.editionId);
    const content = await this.content(loaded, edition.definition);
    return { items: await this.check.explain(edition, project, content, { forStaff: role === 'checker' }) };
  }

  private async content(
    { project, members, role }: LoadedProject,
    definition: Parameters<typeof toSnapshot>[0],
  ): Promise<RuledContent> {
    if (role === 'owner' && nextState(project.state, 'edit') !== undefined)
      return toSnapshot(definition, toContent(project, members), []);
    const snapshot = (await this.queries.submission(project.id, project.submissions))?.snapshot;
    if (!snapshot) return toSnapshot(definition, toContent(project, members), []);
    // What a leader before them gave as personal is compared before nobody but who checks it.
    if (role === 'owner' && (await this.queries.giverOf(project.id, project.submissions)) !== project.ownerId)
      return { ...snapshot, answers: withoutPersonal(definition, snapshot.answers ?? {}) };
    return snapshot;
  }
}
