import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { projectScopes } from '../edition/edition.entity.js';
import type { EligibilityClaim } from '../eligibility-claim/claim.entity.js';
import { liveClaim } from '../eligibility-claim/claim.rules.js';
import { Claims } from '../eligibility-claim/claims.js';
import type { Project } from '../project/project.entity.js';
import { ClaimNotices } from './claim.notices.js';

/** Gives claims of projects back, for commands that hold the project's row and have checked the actor. */
@Injectable()
export class ClaimRelease {
  constructor(
    private readonly claims: Claims,
    private readonly notices: ClaimNotices,
  ) {}

  /** On record; who held it is told where somebody else gives it back. */
  async release(work: Work, project: Project, claim: EligibilityClaim): Promise<void> {
    const { personId } = claim;
    await this.claims.drop(work, [project.id]);
    await work.event({
      type: 'project.claim_released',
      subjectType: 'project',
      subjectId: project.id,
      scopes: projectScopes(project),
      payload: { of: personId },
    });
    if (personId !== work.actor.id) await this.notices.released(work, project, claim);
  }

  /** The claim of one person, where they hold it. */
  async releaseOf(work: Work, project: Project, personId: string): Promise<void> {
    const claim = liveClaim(await this.claims.of(project.id), work.now);
    if (claim?.personId === personId) await this.release(work, project, claim);
  }
}
