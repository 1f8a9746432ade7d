import { Database } from '@haishi/platform';
import { Expert, PanelSeat } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull } from 'typeorm';
import type { Edition } from '../edition/edition.entity.js';
import { judgeTermsOf } from '../edition/edition.defaults.js';
import { termsDigest } from '../edition/undertaking.rules.js';
import { EligibilityDecision } from '../eligibility/eligibility.entity.js';
import { ReviewRound } from '../online-review/round.entity.js';
import type { ChangeFacts } from './assessment.rules.js';

/** What checkers decided and judges are, as far as an edition's own lists and words say it. */
@Injectable()
export class JudgeFacts {
  constructor(private readonly database: Database) {}

  /** How often each reason was given. */
  async reasons(editionId: string): Promise<ChangeFacts['reasons']> {
    const rows = await this.database.manager
      .createQueryBuilder(EligibilityDecision, 'decision')
      .select('decision.action', 'action')
      .addSelect('decision.reasonCode', 'code')
      .addSelect('COUNT(*)', 'count')
      .where('decision.editionId = :editionId AND decision.reasonCode IS NOT NULL', { editionId })
      .groupBy('decision.action')
      .addGroupBy('decision.reasonCode')
      .getRawMany<{ action: 'return' | 'reject'; code: string; count: string | number }>();
    return rows.map(({ action, code, count }) => ({ action, code, count: Number(count) }));
  }

  /** Who is of each kind: experts of the pool, those withdrawn too, and seats on the panels `panelIds`; and whether a plan asks for it. */
  async kinds(editionId: string, panelIds: readonly string[]): Promise<ChangeFacts['kinds']> {
    const { manager } = this.database;
    const experts = await manager.find(Expert, {
      select: { id: true, kind: true },
      where: { poolId: Equal(editionId) },
    });
    const seats = await manager.find(PanelSeat, {
      select: { id: true, kind: true },
      where: { panelId: In([...panelIds]) },
    });
    const rounds = await manager.findBy(ReviewRound, { editionId: Equal(editionId) });
    const demanded = new Set(rounds.flatMap(({ plan }) => plan.composition.map(({ type }) => type)));
    const codes = new Set([...[...experts, ...seats].map(({ kind }) => kind), ...demanded]);
    const count = (list: readonly { kind: string }[], code: string) => list.filter(({ kind }) => kind === code).length;
    return [...codes].map((code) => ({
      code,
      experts: count(experts, code),
      seats: count(seats, code),
      demanded: demanded.has(code),
    }));
  }

  /** How many experts accepted the terms of judging as they stand. */
  accepted({ id, definition }: Edition): Promise<number> {
    const acceptedDigest = Equal(termsDigest(judgeTermsOf(definition)));
    return this.database.manager.countBy(Expert, { poolId: Equal(id), withdrawnAt: IsNull(), acceptedDigest });
  }
}
