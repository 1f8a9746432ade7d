import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { newId, parseMail } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { type Project, ProjectMember } from '../project/project.entity.js';
import type { MemberContent } from '../project/project.snapshot.js';
import { TeamInvitations } from './team-invitations.js';

const LEAD = { zh: '负责人', en: 'Lead' };

/** Who a working copy names as its team. Whoever calls it holds the project's row. */
@Injectable()
export class TeamLines {
  constructor(
    private readonly persons: Persons,
    private readonly invitations: TeamInvitations,
  ) {}

  /** The team of a new draft: its owner. */
  async begin(work: Work, { id, language }: Project, { id: personId, name }: Actor): Promise<void> {
    const mail = (await this.persons.byId(personId))?.mail ?? '';
    await this.insert(work, id, [{ name, role: LEAD[language], share: null, mail, isCore: true }]);
  }

  /** Puts these members in the place of those before; invitations of whom is not named any more lapse. */
  async replace(work: Work, project: Project, members: readonly MemberContent[]): Promise<void> {
    await work.manager.delete(ProjectMember, { projectId: project.id });
    await this.insert(work, project.id, members);
    const named = new Set(members.map(({ mail }) => parseMail(mail)));
    await this.invitations.lapse(work, project, ({ mail }) => !named.has(mail));
  }

  private async insert(work: Work, projectId: string, members: readonly MemberContent[]): Promise<void> {
    if (members.length === 0) return;
    await work.manager.insert(
      ProjectMember,
      members.map((member, position) => ({ ...member, id: newId(), projectId, position })),
    );
  }
}
