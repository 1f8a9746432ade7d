import { Injectable } from '@nestjs/common';
import type { AuditFilter, AuditRow } from './audit.dto.js';

/** An append-only ledger whose rows are their own events, told as the audit trail tells events. */
export interface AuditLedger {
  /** At most `take` rows that `filter` lets through, newest first, after its cursor of time and id. */
  find(filter: AuditFilter, take: number): Promise<AuditRow[]>;
}

/** Where a domain registers its ledgers, in `onModuleInit`, so that the audit finds what they hold. */
@Injectable()
export class AuditLedgers {
  private readonly ledgers: AuditLedger[] = [];

  register(ledger: AuditLedger): void {
    this.ledgers.push(ledger);
  }

  /** The rows of every ledger, each ledger's newest first. */
  async find(filter: AuditFilter, take: number): Promise<AuditRow[]> {
    return (await Promise.all(this.ledgers.map((ledger) => ledger.find(filter, take)))).flat();
  }
}
