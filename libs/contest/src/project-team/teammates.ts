import { newId } from '@haishi/kernel';
import { Database, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, Not } from 'typeorm';
import { FormerMember } from './former-member.entity.js';
import { MemberInvitation } from './invitation.entity.js';

/** Who was invited to a project, and who accepts or accepted: read, and kept where an address is invited anew. */
@Injectable()
export class Teammates {
  constructor(private readonly database: Database) {}

  /** By what a person is a member of a project now. */
  find(projectId: string, personId: string): Promise<MemberInvitation | null> {
    return this.database.manager.findOneBy(MemberInvitation, {
      projectId: Equal(projectId),
      personId: Equal(personId),
      state: Equal('accepted' as const),
    });
  }

  /** By what a person is a member of projects now, the latest first. */
  readBy(personId: string): Promise<MemberInvitation[]> {
    return this.database.manager.find(MemberInvitation, {
      where: { personId: Equal(personId), state: Equal('accepted' as const) },
      order: { stateAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  /** Who ever accepted, by project: they are tied to it, also once they left. */
  async ofProjects(projectIds: readonly string[]): Promise<Map<string, string[]>> {
    const found = await this.database.manager.find(MemberInvitation, {
      select: { id: true, projectId: true, personId: true },
      where: { projectId: In([...projectIds]), personId: Not(IsNull()) },
    });
    const former = await this.database.manager.findBy(FormerMember, { projectId: In([...projectIds]) });
    const byProject = new Map<string, string[]>();
    for (const { projectId, personId } of [...found, ...former])
      byProject.set(projectId, [...(byProject.get(projectId) ?? []), personId!]);
    return byProject;
  }

  /** The projects in which a person took part under an address that was invited anew since. */
  formerOf(personId: string): Promise<FormerMember[]> {
    return this.database.manager.findBy(FormerMember, { personId: Equal(personId) });
  }

  /** Keeps whose account accepted an invitation that is sent anew. */
  async keepFormer(work: Work, projectId: string, personId: string): Promise<void> {
    if (await work.manager.existsBy(FormerMember, { projectId: Equal(projectId), personId: Equal(personId) })) return;
    await work.manager.insert(FormerMember, { id: newId(), projectId, personId, since: work.now });
  }

  /** All of a project. */
  of(projectId: string): Promise<MemberInvitation[]> {
    return this.database.manager.findBy(MemberInvitation, { projectId: Equal(projectId) });
  }

  byId(id: string): Promise<MemberInvitation | null> {
    return this.database.manager.findOneBy(MemberInvitation, { id: Equal(id) });
  }

  byToken(tokenHash: string): Promise<MemberInvitation | null> {
    return this.database.manager.findOneBy(MemberInvitation, { tokenHash: Equal(tokenHash) });
  }

  /** Those to a mail address, in normal form, that were not answered, oldest first. */
  openTo(mail: string): Promise<MemberInvitation[]> {
    return this.database.manager.find(MemberInvitation, {
      where: { mail: Equal(mail), state: Equal('invited' as const) },
      order: { sentAt: 'ASC', id: 'ASC' },
    });
  }

  /** Those to a person's address and those that they accepted, whatever came of them; oldest first. */
  about(personId: string, mail: string | null): Promise<MemberInvitation[]> {
    return this.database.manager.find(MemberInvitation, {
      where: [{ personId: Equal(personId) }, ...(mail ? [{ mail: Equal(mail) }] : [])],
      order: { sentAt: 'ASC', id: 'ASC' },
    });
  }
}
