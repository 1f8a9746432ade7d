import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { ProjectMarks } from '../duplicates/marks.js';
import { projectScopes } from '../edition/edition.entity.js';
import { Recounting } from '../eligibility-rules/recounting.js';
import { TeamInvitations } from '../project-team/team-invitations.js';
import type { Project, ProjectMember, ProjectSubmission } from './project.entity.js';
import { ProjectParties } from './project-parties.js';
import { ProjectNotices } from './project.notices.js';

/** What follows once a project was handed in. */
@Injectable()
export class HandedIn {
  constructor(
    private readonly marks: ProjectMarks,
    private readonly recounting: Recounting,
    private readonly notices: ProjectNotices,
    private readonly team: TeamInvitations,
    private readonly parties: ProjectParties,
  ) {}

  /** It is found again by what it says, those of its entrant that wait are counted anew, its owner has the receipt, and every member is asked whether they take part, as far as its owner may send mails. */
  async follow(
    work: Work,
    project: Project & { number: string },
    members: readonly ProjectMember[],
    { number: submission, snapshot, at, late }: Pick<ProjectSubmission, 'number' | 'snapshot' | 'at' | 'late'>,
    timeZone: string,
  ): Promise<void> {
    await this.marks.write(work, project, snapshot);
    await this.parties.write(work, project.id, snapshot);
    await this.recounting.beside(work, { ...project, submissions: submission }, project);
    await work.event({
      type: 'project.submitted',
      subjectType: 'project',
      subjectId: project.id,
      scopes: projectScopes(project),
      payload: { number: project.number, submission, ...(late ? { late } : {}) },
    });
    await this.notices.submitted(work, project, { at, timeZone, submission });
    await this.team.inviteAll(work, project, members);
  }
}
