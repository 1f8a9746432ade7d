import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { ProjectMarks } from '../duplicates/marks.js';
import { Claims } from '../eligibility-claim/claims.js';
import { Recounting } from '../eligibility-rules/recounting.js';
import type { Project } from '../project/project.entity.js';
import { ProjectParties } from '../project/project-parties.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';

/** What follows once a project was moved. */
@Injectable()
export class Moved {
  constructor(
    private readonly marks: ProjectMarks,
    private readonly claims: Claims,
    private readonly recounting: Recounting,
    private readonly parties: ProjectParties,
  ) {}

  /** It is found again by what it says now, and nobody goes on checking it; `before` is the project as it was. */
  async follow(work: Work, project: Project, before: Project, snapshot: ProjectSnapshot): Promise<void> {
    await this.marks.write(work, project, snapshot);
    await this.parties.write(work, project.id, snapshot);
    // Who was checking it may no longer see it, and looks at what it no longer says.
    await this.claims.drop(work, [project.id]);
    await this.recounting.beside(work, project, before);
  }
}
