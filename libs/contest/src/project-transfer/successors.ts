import { type Actor, failure } from '@haishi/contracts';
import { AttemptLimits, Persons } from '@haishi/identity';
import { parseMail } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { DecisionQueries } from '../eligibility/decision.queries.js';
import { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { assertNotArchived } from '../edition/edition.words.js';
import { RuleCheck } from '../eligibility-rules/rule-check.js';
import type { Project, ProjectMember } from '../project/project.entity.js';
import { ProjectQueries } from '../project/project.queries.js';
import { MAX_DRAFTS } from '../project/project.service.js';

/** Who may take a project over. */
@Injectable()
export class Successors {
  constructor(
    private readonly persons: Persons,
    private readonly limits: AttemptLimits,
    private readonly projects: ProjectQueries,
    private readonly decisions: DecisionQueries,
    private readonly review: ReviewQueries,
    private readonly editions: EditionQueries,
    private readonly rules: RuleCheck,
  ) {}

  /**
   * The address, in normal form, is that of an account or of a core member. Fails with `transfer.to_oneself`,
   * `transfer.unknown_person`, and with `common.too_many` where the actor tried too many unknown ones of late: nobody is
   * to find out by trying who has an account.
   */
  async assertKnown(actor: Actor, mail: string, members: readonly ProjectMember[]): Promise<void> {
    await this.limits.assertBelow('guess', actor.id);
    const person = await this.persons.byMail(mail);
    if (person?.id === actor.id) throw failure('transfer.to_oneself', { field: 'mail' });
    if (person?.state === 'active') return;
    if (members.some((member) => member.isCore && parseMail(member.mail) === mail)) return;
    await this.limits.count('guess', actor.id);
    throw failure('transfer.unknown_person', { field: 'mail' });
  }

  /** Whether an offer to this address is to the actor. */
  async isMeant(actor: Actor, mail: string): Promise<boolean> {
    if (actor.kind !== 'person' || mail === '') return false;
    return (await this.persons.byId(actor.id))?.mail === mail;
  }

  /** Fails with `edition.action_not_allowed` where the project's edition is archived. */
  async assertGoesOn({ editionId }: Project): Promise<void> {
    assertNotArchived(await this.editions.get(editionId));
  }

  /**
   * Fails as {@link assertGoesOn} does, with `project.too_many_drafts`, with `transfer.judged_it` where the actor decided on the project as its checker
   * or sits on a panel that judges it, and with `project.not_eligible` where the edition takes one project of an entrant
   * and they have another. Who calls it holds the project's row.
   */
  async assertMayTake(work: Work, actor: Actor, project: Project): Promise<void> {
    await this.assertGoesOn(project);
    if (project.state === 'draft' && (await this.projects.draftCount(actor.id, project.editionId)) >= MAX_DRAFTS)
      throw failure('project.too_many_drafts', { params: { max: MAX_DRAFTS } });
    if (await this.haveJudged(actor.id, project.id)) throw failure('transfer.judged_it');
    const submission = await this.projects.submission(project.id, project.submissions);
    if (!submission) return;
    await work.lockRow(Edition, project.editionId);
    const edition = await this.editions.get(project.editionId);
    await this.rules.assertMayPass(work, edition, { ...project, ownerId: actor.id }, submission.snapshot);
  }

  /** Whether a person decided on a project as its checker or sits on a panel that judges it, and is not recused from it. */
  async haveJudged(personId: string, projectId: string): Promise<boolean> {
    if ((await this.decisions.of(projectId)).some(({ byId }) => byId === personId)) return true;
    const seated = new Set(await this.review.panelsOf(personId));
    if (!(await this.review.panelsWith(projectId)).some((panelId) => seated.has(panelId))) return false;
    return !(await this.review.isRecused(personId, projectId));
  }
}
