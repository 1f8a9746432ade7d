import { failure, type Scopes } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Channels, Database, Realtime, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { hashToken, newToken } from '../session/token.js';
import { Link } from './link.entity.js';

export interface NewLink {
  /** What the link allows, such as watching the channel of that name; a token is good for its own purpose alone. */
  purpose: string;
  subjectType: string;
  subjectId: string;
  /** What staff call it. */
  label: string;
  expiresAt?: Date;
  /** Where the subject lies, for the event. */
  scopes?: Scopes;
}

/** Links that carry a right without an account. The caller has checked that the actor may give it. */
@Injectable()
export class Links {
  constructor(
    private readonly database: Database,
    private readonly realtime: Realtime,
    private readonly channels: Channels,
  ) {}

  /** Makes a link. The token is told once; it belongs in the fragment of an address. */
  async create(work: Work, input: NewLink): Promise<{ id: string; token: string }> {
    const { purpose, subjectType, subjectId, label, expiresAt = null, scopes = {} } = input;
    const id = newId();
    const token = newToken();
    await work.manager.insert(Link, {
      id,
      tokenHash: hashToken(token),
      purpose,
      subjectType,
      subjectId,
      label,
      createdBy: work.actor.id,
      createdAt: work.now,
      expiresAt,
      revokedAt: null,
    });
    await work.event({ type: 'link.created', subjectType, subjectId, scopes, payload: { linkId: id, purpose, label } });
    return { id, token };
  }

  /** What a token gives the right to. Fails with `identity.link_not_valid`, whatever is wrong with it. */
  async resolve(token: string, purpose: string): Promise<{ id: string; subjectType: string; subjectId: string }> {
    const link = await this.find(token);
    if (link?.purpose !== purpose) throw failure('identity.link_not_valid');
    return { id: link.id, subjectType: link.subjectType, subjectId: link.subjectId };
  }

  /** What a token lets a screen watch: the channel that its purpose names. Fails with `identity.link_not_valid`. */
  async watched(token: string): Promise<{ channel: string; key: string }> {
    const link = await this.find(token);
    if (!link || !this.channels.find(link.purpose)) throw failure('identity.link_not_valid');
    return { channel: link.purpose, key: link.subjectId };
  }

  /** Uses up a link that is good once. Fails with `identity.link_not_valid` where another was first. */
  async spend(work: Work, id: string): Promise<void> {
    const { affected } = await work.manager.update(
      Link,
      { id: Equal(id), revokedAt: IsNull() },
      { revokedAt: work.now },
    );
    if (affected !== 1) throw failure('identity.link_not_valid');
  }

  /** Ends a link of this subject and cuts who watches by it. Fails with `common.not_found`. */
  async revoke(
    work: Work,
    id: string,
    subject: { subjectType: string; subjectId: string; scopes?: Scopes },
  ): Promise<void> {
    const { subjectType, subjectId, scopes = {} } = subject;
    const { affected } = await work.manager.update(
      Link,
      { id: Equal(id), subjectType: Equal(subjectType), subjectId: Equal(subjectId), revokedAt: IsNull() },
      { revokedAt: work.now },
    );
    if (affected !== 1) throw failure('common.not_found');
    await work.event({ type: 'link.revoked', subjectType, subjectId, scopes, payload: { linkId: id } });
    work.afterCommit(() => this.realtime.revokeLink(id));
  }

  /** The links of a subject that are not revoked, oldest first. */
  list(subjectType: string, subjectId: string): Promise<Link[]> {
    return this.database.manager.find(Link, {
      where: { subjectType: Equal(subjectType), subjectId: Equal(subjectId), revokedAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  private async find(token: string): Promise<Link | undefined> {
    const link = await this.database.manager.findOneBy(Link, {
      tokenHash: Equal(hashToken(token)),
      revokedAt: IsNull(),
    });
    return link && (!link.expiresAt || link.expiresAt.getTime() > Date.now()) ? link : undefined;
  }
}
