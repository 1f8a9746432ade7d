import { failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { ProjectMarks } from '../duplicates/marks.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { withoutPersonal } from '../entry-form/answers.rules.js';
import { Recounting } from '../eligibility-rules/recounting.js';
import { FormerOwners } from '../project/former-owners.js';
import { MaterialService } from '../project/material.service.js';
import { Project } from '../project/project.entity.js';
import { TeamInvitations } from '../project-team/team-invitations.js';

/**
 * What passes with a project: the project itself, its answers and files but the personal ones, what it is found again by; its old owner is noted. Members who
 * accepted stay; what the old owner asked of others and was not answered ends.
 */
@Injectable()
export class Handover {
  constructor(
    private readonly materials: MaterialService,
    private readonly marks: ProjectMarks,
    private readonly formers: FormerOwners,
    private readonly invitations: TeamInvitations,
    private readonly editions: EditionQueries,
    private readonly recounting: Recounting,
  ) {}

  /** Who calls it holds the project's row. Fails with `transfer.over` where it is no longer `fromId`'s. */
  async pass(work: Work, project: Project, fromId: string, toId: string): Promise<void> {
    const { id, submissions } = project;
    const { definition } = await this.editions.get(project.editionId);
    const answers = project.answers && withoutPersonal(definition, project.answers);
    const { affected } = await work.manager.update(
      Project,
      { id: Equal(id), ownerId: Equal(fromId) },
      { ownerId: toId, answers: answers as never, version: () => 'version + 1', updatedAt: work.now },
    );
    if (affected !== 1) throw failure('transfer.over');
    await this.formers.pass(work, id, fromId, toId);
    await this.invitations.lapse(work, project, ({ state }) => state === 'invited');
    await this.materials.pass(work, project, toId);
    if (submissions > 0) await this.marks.renew(work, id);
    await this.recounting.beside(work, { ...project, ownerId: toId }, { ...project, ownerId: fromId });
  }
}
