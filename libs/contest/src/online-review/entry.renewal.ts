import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, Not } from 'typeorm';
import type { Project } from '../project/project.entity.js';
import { ReviewEntry } from './round.entity.js';

/** Keeps the entries of online reviews with what is checked of their project. */
@Injectable()
export class EntryRenewal {
  /**
   * An entry that was taken in before its project was checked anew says from its acceptance on what was accepted. It stood aside until
   * then, so that nobody has judged it.
   */
  async renew(work: Work, projects: readonly Project[]): Promise<void> {
    const entries = await work.manager.find(ReviewEntry, {
      where: { projectId: In(projects.map(({ id }) => id)) },
      select: { id: true, projectId: true, submission: true },
    });
    for (const { id, number, title, organisationName, division, field, region, submissions } of projects)
      if (entries.some(({ projectId, submission }) => projectId === id && submission !== submissions))
        await work.manager.update(
          ReviewEntry,
          { projectId: Equal(id), submission: Not(submissions) },
          {
            ...{ number: number!, title, team: organisationName, submission: submissions },
            ...{ division: division ?? '', field, region: region ?? '' },
          },
        );
  }
}
