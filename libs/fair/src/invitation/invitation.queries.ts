import { failure, type InvitationState } from '@haishi/contracts';
import { isId } from '@haishi/kernel';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { FairInvitation, InvitationQuota } from './invitation.entity.js';
import { InvitationImport } from './invitation-import.entity.js';
import { TAKES_A_PLACE } from './invitation.rules.js';

const AT_ONCE = 400;

export interface InvitationFilter {
  state?: InvitationState | undefined;
  university?: string | undefined;
  /** `no`: never sent. */
  sent?: 'yes' | 'no' | undefined;
  /** Part of a name or of a mail address. */
  q?: string | undefined;
}

/** Which invitations go out: those never sent, or those sent before a moment and not answered yet. */
export type Outgoing = { which: 'unsent' } | { which: 'unanswered'; sentBefore: Date };

/** Named reads of invitations. */
@Injectable()
export class InvitationQueries {
  constructor(private readonly database: Database) {}

  /** Fails with `common.not_found`. */
  async get(id: string): Promise<FairInvitation> {
    const found = isId(id) ? await this.database.manager.findOneBy(FairInvitation, { id: Equal(id) }) : null;
    if (!found) throw failure('common.not_found');
    return found;
  }

  byToken(tokenHash: string): Promise<FairInvitation | null> {
    return this.database.manager.findOneBy(FairInvitation, { tokenHash: Equal(tokenHash) });
  }

  /** Those that the person accepted, and those sent to their mail address. */
  ofPerson(personId: string, mail: string | null): Promise<FairInvitation[]> {
    const own = { personId: Equal(personId) };
    return this.database.manager.findBy(FairInvitation, mail === null ? own : [own, { mail: Equal(mail) }]);
  }

  /** Of a fair, the latest first; `limit + 1` of them. */
  page(
    fairId: string,
    filter: InvitationFilter & { before?: string | undefined; limit: number },
  ): Promise<FairInvitation[]> {
    const { state, university, sent, q, before, limit } = filter;
    const select = this.database.manager
      .createQueryBuilder(FairInvitation, 'guest')
      .where('guest.fairId = :fairId', { fairId })
      .orderBy('guest.id', 'DESC')
      .limit(limit + 1);
    if (state) select.andWhere('guest.state = :state', { state });
    if (university) select.andWhere('guest.university = :university', { university });
    if (sent) select.andWhere(`guest.timesSent ${sent === 'no' ? '=' : '>'} 0`);
    if (q)
      select.andWhere("(guest.name LIKE :like ESCAPE '!' OR guest.mail LIKE :like ESCAPE '!')", {
        like: `%${q.replace(/[!%_]/g, '!$&')}%`,
      });
    if (before) select.andWhere('guest.id < :before', { before });
    return select.getMany();
  }

  /** How many there are in each state, and how many of the unanswered were never sent. */
  async counts(fairId: string): Promise<{ states: Record<InvitationState, number>; unsent: number }> {
    const rows = await this.database.query<{ state: InvitationState; amount: number; unsent: number }>(
      `SELECT state, COUNT(*) AS amount, COUNT(CASE WHEN timesSent = 0 THEN 1 END) AS unsent
       FROM fair_invitations WHERE fairId = ? GROUP BY state`,
      [fairId],
    );
    const states = { invited: 0, accepted: 0, declined: 0, revoked: 0 };
    for (const { state, amount } of rows) states[state] = Number(amount);
    return { states, unsent: Number(rows.find(({ state }) => state === 'invited')?.unsent ?? 0) };
  }

  /** The ids of a fair's invitations that are to go out, oldest first. */
  async outgoing(fairId: string, outgoing: Outgoing): Promise<string[]> {
    const select = this.database.manager
      .createQueryBuilder(FairInvitation, 'guest')
      .select('guest.id', 'id')
      .where("guest.fairId = :fairId AND guest.state = 'invited'", { fairId })
      .orderBy('guest.id', 'ASC');
    if (outgoing.which === 'unsent') select.andWhere('guest.timesSent = 0');
    else select.andWhere('guest.timesSent > 0 AND guest.sentAt < :before', { before: outgoing.sentBefore });
    return (await select.getRawMany<{ id: string }>()).map(({ id }) => id);
  }

  /** Which of these mail addresses are on the fair's list. */
  async invited(fairId: string, mails: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (let start = 0; start < mails.length; start += AT_ONCE) {
      const rows = await this.database.manager.find(FairInvitation, {
        where: { fairId: Equal(fairId), mail: In(mails.slice(start, start + AT_ONCE)) },
        select: { mail: true },
      });
      for (const { mail } of rows) found.add(mail);
    }
    return found;
  }

  /** Quotas by university. */
  async quotas(fairId: string): Promise<Map<string, number>> {
    const rows = await this.database.manager.findBy(InvitationQuota, { fairId: Equal(fairId) });
    return new Map(rows.map(({ university, places }) => [university, places]));
  }

  /** How many places of each university are taken. */
  async taken(fairId: string): Promise<Map<string, number>> {
    const rows = await this.database.query<{ university: string; amount: number }>(
      `SELECT university, COUNT(*) AS amount FROM fair_invitations
       WHERE fairId = ? AND state IN (${TAKES_A_PLACE.map(() => '?').join(', ')}) GROUP BY university`,
      [fairId, ...TAKES_A_PLACE],
    );
    return new Map(rows.map(({ university, amount }) => [university, Number(amount)]));
  }

  importById(id: string): Promise<InvitationImport | null> {
    return this.database.manager.findOneBy(InvitationImport, { id: Equal(id) });
  }
}
