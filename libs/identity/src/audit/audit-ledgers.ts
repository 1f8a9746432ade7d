import { Injectable } from '@nestjs/common';
import type { AuditFilter, AuditRow } from './audit.dto.js';

/** A row's place in the trail: after it come rows of an earlier time, or of the same time and a lower id. */
export type AuditPosition = Pick<AuditRow, 'at' | 'id'>;

/** A search made ready: answers at most `take` rows, newest first, after a row. */
export type AuditSearch<Row extends AuditPosition> = (take: number, after?: AuditPosition) => Promise<Row[]>;

/** An append-only ledger whose rows are their own events, told as the audit trail tells events. */
export interface AuditLedger {
  /** Looks up once what `filter` names; undefined where no row of this ledger can match. */
  search(filter: AuditFilter): Promise<AuditSearch<AuditRow> | undefined>;
}

/** Where a domain registers its ledgers, in `onModuleInit`, so that the audit finds what they hold. */
@Injectable()
export class AuditLedgers {
  private readonly ledgers: AuditLedger[] = [];

  register(ledger: AuditLedger): void {
    this.ledgers.push(ledger);
  }

  /** A search of each ledger that can hold what `filter` lets through. */
  async searches(filter: AuditFilter): Promise<AuditSearch<AuditRow>[]> {
    const searches = await Promise.all(this.ledgers.map((ledger) => ledger.search(filter)));
    return searches.filter((search) => search !== undefined);
  }
}
