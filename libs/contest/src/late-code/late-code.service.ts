import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { assertAllowed, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { newCode, printedCode } from '../certificate/certificate.rules.js';
import { Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { NewLateCode, NewLateCodeInput } from './late-code.dto.js';
import { LateCode } from './late-code.entity.js';
import { LateCodeQueries } from './late-code.queries.js';
import { checkLateExpiry, lateCodeHash } from './late-code.rules.js';
import { notInEditionState } from '../edition/edition.words.js';

/** Making and revoking late codes. */
@Injectable()
export class LateCodeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: EditionQueries,
    private readonly queries: LateCodeQueries,
  ) {}

  /**
   * Makes a code and tells it, this once. Fails with `edition.action_not_allowed` where the edition is not open, and
   * with `late_code.expiry_past` or `late_code.expiry_too_far`.
   */
  make(actor: Actor, editionName: string, { reason, expiresAt, uses }: NewLateCodeInput): Promise<NewLateCode> {
    return this.unitOfWork.run(actor, async (work) => {
      const { id: editionId } = await this.editions.getByName(editionName);
      assertAllowed(actor, 'edition.manage', editionScopes(editionId));
      await work.lockRow(Edition, editionId);
      const { state } = await this.editions.get(editionId);
      if (state !== 'open') throw notInEditionState(state);
      const until = new Date(expiresAt);
      const faults = checkLateExpiry(until, work.now);
      if (faults.length > 0) throw failure('common.invalid', { fields: faults });
      const code = newCode();
      const number = (await this.queries.lastNumber(editionId)) + 1;
      const row: LateCode = {
        id: newId(),
        editionId,
        number,
        codeHash: lateCodeHash(code),
        reason,
        expiresAt: until,
        uses,
        used: 0,
        madeAt: work.now,
        madeBy: actor.id,
        revokedAt: null,
        revokedBy: null,
      };
      await work.manager.insert(LateCode, row);
      await this.event(work, 'late_code.made', row, { reason, uses, expiresAt: until.toISOString() });
      return { id: row.id, number, code: printedCode(code) };
    });
  }

  /** Ends a code, for good; projects that used it keep their time. Fails with `late_code.revoked`. */
  revoke(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const code = await this.queries.get(id);
      assertAllowed(actor, 'edition.manage', editionScopes(code.editionId));
      const { affected } = await work.manager.update(
        LateCode,
        { id: Equal(id), revokedAt: IsNull() },
        { revokedAt: work.now, revokedBy: actor.id },
      );
      if (affected !== 1) throw failure('late_code.revoked');
      await this.event(work, 'late_code.revoked', code, {});
    });
  }

  private event(
    work: Work,
    type: string,
    { id, number, editionId }: LateCode,
    more: Record<string, unknown>,
  ): Promise<string> {
    return work.event({
      type,
      subjectType: 'edition',
      subjectId: editionId,
      scopes: editionScopes(editionId),
      payload: { lateCodeId: id, number, ...more },
    });
  }
}
