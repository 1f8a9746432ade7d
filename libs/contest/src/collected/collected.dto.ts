import type { LocalText } from '@haishi/contracts';
import { BoolField, ChoiceField, IdField, IntQuery, ListQuery, type Page, TextField } from '@haishi/platform';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import type { ClaimedPlace, CollectedAction } from './claim.rules.js';
import { COLLECTED_STATES, type CollectedState } from './collected.entity.js';
import type { ReferralChannel } from './collected-row.rules.js';

export class CollectedImportInput {
  @IdField({ description: 'An uploaded list.' }) fileId: string;
  @BoolField({ description: 'Whether it is taken over, and the entrants told; read alone otherwise.' }) commit: boolean;
  @BoolField({
    optional: true,
    description: 'Whether what was declined or taken back is offered again, with what the list says of it.',
  })
  reopen?: boolean;
  @BoolField({
    optional: true,
    description: 'Whether good rows are taken over without the faulty ones; all or nothing otherwise.',
  })
  skipFaulty?: boolean;
}

export class CollectedQuery {
  @ChoiceField(COLLECTED_STATES, { optional: true }) state?: CollectedState;
  @TextField({ max: 100, optional: true, description: 'A part of the title, the leader or who referred it.' })
  q?: string;
  @TextField({ max: 400, optional: true }) cursor?: string;
  @IntQuery({ min: 1, max: 200, optional: true }) limit?: number;
}

export class CollectedExportQuery extends IntersectionType(OmitType(CollectedQuery, ['cursor', 'limit']), ListQuery) {}

export class CollectedReasonInput {
  @TextField({ max: 500 }) reason: string;
}

export class ClaimInput {
  @TextField({ max: 40, optional: true, description: 'A late code, for what is claimed after the deadline.' })
  lateCode?: string;
}

export interface ReferredBefore {
  row: number;
  title: string;
  /** By the list that is read now. */
  by: LocalText;
  /** By what was collected before; null where it is a project by now, or another region's. */
  before: LocalText | null;
}

export interface CollectedImportView {
  total: number;
  faults: { row: number; column: string; cell: string; value: string; code: string; message: string }[];
  /** Every row that is faulty, as numbered in the sheet; of the faults themselves the first are named. */
  faultyRows: number[];
  unknownColumns: string[];
  /** What was collected before by another's referral, which stays the one that counts. */
  referredBefore: ReferredBefore[];
  /** How many of the list were declined or taken back, and can be offered again. */
  closed: number;
  /**
   * The job that takes it over, and answers how many were `added`, how many `known` before and, where that was asked
   * for, how many `reopened` and how many rows were `skipped`; null where it was only read.
   */
  jobId: string | null;
}

export interface CollectedView {
  id: string;
  title: string;
  division: LocalText;
  region: LocalText;
  organisationName: string;
  leaderName: string;
  leaderMail: string;
  channel: ReferralChannel;
  /** A county by its name. */
  referrer: LocalText;
  state: CollectedState;
  importedAt: string;
  /** When a later list offered it again. */
  reopenedAt: string | null;
  decidedAt: string | null;
  reason: string | null;
  /** What staff may do with it as it stands. */
  actions: CollectedAction[];
}

export interface CollectedPage extends Page<CollectedView> {
  /** How many more there are of projects closed to who asks. */
  recused: number;
}

/** Who referred a project, for staff who read it; null where nobody did. */
export interface ReferralView {
  referral: { channel: ReferralChannel; referrer: LocalText } | null;
}

export interface OfferObstacle {
  /** Registration is to come, over, or not open without a date that says why. */
  reason: 'not_yet_open' | 'over' | 'not_open';
  /** When it begins or ended. */
  at: string | null;
  /** The edition's, by whose clock that counts. */
  timeZone: string;
}

/** A project collected for the reader, which they may claim. */
export interface OfferedProject {
  id: string;
  title: string;
  edition: LocalText;
  referrer: LocalText;
  channel: ReferralChannel;
  /** Whether projects of the edition may be begun now. */
  open: boolean;
  /** Why not; null where they may. */
  obstacle: OfferObstacle | null;
  /** Whether a late code would do. */
  takesLateCodes: boolean;
  /** What the edition no longer has of where it lies, and has to be chosen again once it is claimed. */
  chooseAgain: ClaimedPlace[];
}
