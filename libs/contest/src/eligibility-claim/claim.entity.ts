import { InstantColumn, KeyColumn, RefColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** Who checks a project at present 审查认领. At most one; it counts until it runs out, and is gone once decided. */
@Entity('eligibility_claims')
@Index('ix_eligibility_claims_person', ['personId', 'until'])
export class EligibilityClaim {
  @KeyColumn(36) projectId: string;
  @RefColumn() personId: string;
  /** When it was taken first; later activity only moves `until`. */
  @InstantColumn() at: Date;
  @InstantColumn() until: Date;
}
