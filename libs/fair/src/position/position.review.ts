import type { FailureParams } from '@haishi/kernel';
import { type Actor, type ErrorCode, errorText, failure } from '@haishi/contracts';
import { assertAllowed, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { FairQueries } from '../fair/fair.queries.js';
import { ParticipationAccess } from '../participation/participation.access.js';
import type { FlagInput, OutcomesView } from './position.dto.js';
import { Position } from './position.entity.js';
import { PositionNotices } from './position.notices.js';
import { PositionQueries } from './position.queries.js';
import { PositionRelease } from './position.release.js';
import { POSITION_MACHINE } from './position.rules.js';
import { record } from './position.service.js';
import { openFlags } from './wording.rules.js';

type Refusal = { code: ErrorCode; params?: FailureParams };

/** What reviewers do with the positions of a fair. */
@Injectable()
export class PositionReview {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly queries: PositionQueries,
    private readonly fairs: FairQueries,
    private readonly access: ParticipationAccess,
    private readonly release: PositionRelease,
    private readonly notices: PositionNotices,
  ) {}

  /** Approves what can be approved and says of each other why not: open flags, another state, one's own organisation. */
  approve(actor: Actor, fairName: string, ids: readonly string[]): Promise<OutcomesView> {
    return this.decide(actor, fairName, ids, 'approve', null);
  }

  /** Returns positions to their employers with one reason. */
  return(actor: Actor, fairName: string, ids: readonly string[], reason: string): Promise<OutcomesView> {
    return this.decide(actor, fairName, ids, 'return', reason);
  }

  /** Records that a flagged word is harmless here, and why. Fails with `fair.no_such_flag`. */
  async dismissFlag(actor: Actor, id: string, { field, word, reason }: FlagInput): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const position = await this.queries.get(id);
      assertAllowed(actor, 'position.review', { fair: position.fairId });
      if (await this.access.isOwn(actor, position.organisationId)) throw failure('fair.own_organisation');
      const found = position.flags.some(
        (flag) => flag.field === field && flag.word === word && flag.dismissed === undefined,
      );
      if (!found) throw failure('fair.no_such_flag');
      const flags = position.flags.map((flag) =>
        flag.field === field && flag.word === word ? { ...flag, dismissed: reason } : flag,
      );
      const { affected } = await work.manager.update(
        Position,
        { id: Equal(id), version: Equal(position.version) },
        { flags, openFlags: openFlags(flags).length, version: position.version + 1 },
      );
      if (affected !== 1) throw failure('common.stale');
      await record(work, position, 'flag_dismissed', { field, word, reason });
    });
  }

  private decide(
    actor: Actor,
    fairName: string,
    ids: readonly string[],
    action: 'approve' | 'return',
    reason: string | null,
  ): Promise<OutcomesView> {
    return this.uow.run(actor, async (work) => {
      const fair = await this.fairs.visible(actor, fairName);
      assertAllowed(actor, 'position.review', { fair: fair.id });
      const wanted = [...new Set(ids)];
      const positions = new Map((await this.queries.byIds(wanted)).map((position) => [position.id, position]));
      const done: Position[] = [];
      const refusals = new Map<string, Refusal>();
      for (const id of wanted) {
        const position = positions.get(id);
        const refusal =
          position?.fairId === fair.id
            ? await this.decideOne(work, position, action, reason)
            : ({ code: 'common.not_found' } as const);
        if (refusal) refusals.set(id, refusal);
        else done.push(position!);
      }
      if (action === 'approve') {
        const employers = await this.queries.employers(done.map(({ participationId }) => participationId));
        await this.release.list(work, fair, done, employers);
      } else
        await this.release.unlist(
          work,
          fair.id,
          done.filter(({ state }) => state === 'approved'),
        );
      await this.notices.decided(work, fair, done, action, reason);
      return {
        done: done.length,
        items: wanted.map((id) => {
          const refusal = refusals.get(id);
          return refusal
            ? { id, done: false, code: refusal.code, message: errorText(refusal.code, actor.locale, refusal.params) }
            : { id, done: true };
        }),
      };
    });
  }

  /** Decides one where it can be decided; answers why not otherwise. */
  private async decideOne(
    work: Work,
    position: Position,
    action: 'approve' | 'return',
    reason: string | null,
  ): Promise<Refusal | undefined> {
    const to = POSITION_MACHINE.next(position.state, action);
    if (to === undefined) return { code: 'common.state_not_allowed', params: { state: position.state } };
    const open = openFlags(position.flags);
    if (action === 'approve' && open.length > 0) {
      const words = open.map(({ word }) => `“${word}”`);
      return { code: 'fair.position_flagged', params: { words } };
    }
    if (await this.access.isOwn(work.actor, position.organisationId)) return { code: 'fair.own_organisation' };
    const { affected } = await work.manager.update(
      Position,
      { id: Equal(position.id), version: Equal(position.version), state: Equal(position.state) },
      { state: to, stateReason: reason, decidedBy: work.actor.id, decidedAt: work.now, version: position.version + 1 },
    );
    if (affected !== 1) return { code: 'common.stale' };
    await record(work, position, action === 'approve' ? 'approved' : 'returned', reason === null ? {} : { reason });
    return undefined;
  }
}
