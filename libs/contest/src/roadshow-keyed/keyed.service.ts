import type { Actor } from '@haishi/contracts';
import { UnitOfWork, type Work } from '@haishi/platform';
import { type KeyingReceipt, Keyings, Panels } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { SessionAccess } from '../roadshow/session.access.js';
import { sessionScopes } from '../roadshow/session.scopes.js';
import type { RoadshowSession } from '../roadshow/session.entity.js';
import { SessionPublisher } from '../roadshow/session.publisher.js';
import type { KeyingBody } from './keyed.dto.js';
import { KEYABLE } from './keyed.rules.js';
import { KeyingTies } from './keying.ties.js';
import { notInSessionState } from '../roadshow/session.words.js';

/** Paper sheets keyed by two persons 双人录入, when a judge's tablet, the network or the power is gone for good. */
@Injectable()
export class KeyedService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: Panels,
    private readonly access: SessionAccess,
    private readonly keyings: Keyings,
    private readonly ties: KeyingTies,
    private readonly publisher: SessionPublisher,
  ) {}

  /**
   * Keeps the actor's keying; where a second person keyed the same, stores the judge's sheet and tells of it as of a
   * submission. Fails as `Keyings.key` says, with `review.recused` where the judge has come to a tie, with `roadshow.action_not_allowed`, or with `roadshow.keyer_interested`.
   */
  async key(actor: Actor, sessionId: string, place: { entryId: string; seatNo: number }, body: KeyingBody) {
    const { keyId, revision, scores } = body;
    const input = { keyId, revision, scores, replaces: body.replaces ?? null, comment: body.comment ?? '' };
    await this.access.get(actor, sessionId, 'roadshow.record');
    await this.ties.assertJudgeFree(actor, sessionId, place);
    return this.unitOfWork.run(actor, async (work): Promise<KeyingReceipt> => {
      await this.panels.lock(work, sessionId);
      const listening = await this.publisher.listening(work, sessionId);
      const session = await this.access.get(actor, sessionId, 'roadshow.record');
      const admit = () => this.admit(actor, session, place.entryId);
      const { receipt, keyingId, stored } = await this.keyings.key(work, sessionId, place, input, admit);
      if (!keyingId) return receipt;
      const { outcome, differing } = receipt;
      if (stored) {
        const keyedBy = stored.keyedBy.map(({ personId }) => personId);
        await this.record(work, session, 'score.keyed', { ...place, revision: stored.receipt.revision, keyedBy });
        await this.publisher.sheet(work, sessionId, stored.receipt, stored, listening);
      } else {
        const corrects = input.replaces !== null;
        const how = { ...place, keyingId, revision, outcome, ...(corrects ? { corrects } : {}) };
        await this.record(work, session, 'keying.made', { ...how, ...(differing.length > 0 ? { differing } : {}) });
      }
      await this.publisher.keyings(work, sessionId);
      return receipt;
    });
  }

  /** Takes a keying out, as where its author has left, so that another person can key. Fails as `Keyings.void` says, or with `roadshow.action_not_allowed`. */
  void(actor: Actor, sessionId: string, keyingId: string, reason: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.panels.lock(work, sessionId);
      const session = await this.access.get(actor, sessionId, 'roadshow.chair');
      if (!KEYABLE.includes(session.state)) throw notInSessionState(session.state);
      const { entryId, seatNo, keyedBy } = await this.keyings.void(work, sessionId, keyingId, reason);
      await this.record(work, session, 'keying.voided', { entryId, seatNo, keyingId, keyedBy, reason });
      await this.publisher.keyings(work, sessionId);
    });
  }

  private async admit(actor: Actor, session: RoadshowSession, entryId: string): Promise<void> {
    if (!KEYABLE.includes(session.state)) throw notInSessionState(session.state);
    await this.ties.assertKeyerFree(actor, session.id, entryId);
  }

  private async record(work: Work, session: RoadshowSession, type: string, payload: object): Promise<void> {
    const scopes = sessionScopes(session);
    await work.event({ type, subjectType: 'session', subjectId: session.id, scopes, payload: { ...payload } });
  }
}
