import type {
  DiscriminationGround,
  LocalText,
  PositionCategory,
  PositionDegree,
  PositionDegreeType,
  PositionExperience,
  PositionFacet,
  PositionTitleRank,
  PositionUniversity,
} from '@haishi/contracts';
import type { Tone } from '@/shared/ui/StateTag.vue';

export interface FairDay {
  date: string;
  opens: string;
  closes: string;
}

export interface FairZone extends LocalText {
  code: string;
}

export type FairState = 'draft' | 'open' | 'closed';

export interface FairSummary {
  id: string;
  code: string;
  name: LocalText;
  venue: LocalText;
  timeZone: string;
  days: FairDay[];
  opensAt: string;
  closesAt: string;
  state: FairState;
  applyBy: string | null;
  acceptsApplications: boolean;
}

export interface FairView extends FairSummary {
  zones: FairZone[];
  employerSignInBy: string;
  employers: number;
  positions: number;
  headcount: number;
}

export interface FairOverview extends FairSummary {
  zones: FairZone[];
  gates: string[];
  employerSignInBy: string;
  permitNumber: string | null;
  approvedCapacity: number;
  version: number;
  counts: {
    participations: Partial<Record<ParticipationState, number>>;
    positions: Partial<Record<PositionState, number>>;
  };
  actions: ('open' | 'close')[];
  blockers: { code: string; message: string }[];
  mayManage: boolean;
}

export type ParticipationState = 'applied' | 'returned' | 'approved' | 'rejected' | 'withdrawn';
export type PositionState = 'draft' | 'submitted' | 'returned' | 'approved';

export interface Participation {
  id: string;
  fairId: string;
  organisationId: string;
  organisationName: string;
  creditCode: string;
  organisationKind: string;
  organisationState: string;
  zone: string;
  publishContact: boolean;
  state: ParticipationState;
  stateReason: string | null;
  appliedAt: string;
  decidedAt: string | null;
  positions: Record<PositionState, number>;
  actions: ('resubmit' | 'withdraw' | 'approve' | 'return' | 'reject')[];
  version: number;
}

export interface OwnParticipation extends Participation {
  fair: FairSummary;
}

export type ReadinessStep = 'licence' | 'vetting' | 'participation' | 'positions' | 'booth';
export type ReadinessState = 'done' | 'waiting' | 'todo' | 'blocked' | 'later';

export interface Readiness {
  organisationId: string;
  organisationName: string;
  missingEvidence: string[];
  participation: OwnParticipation | null;
  steps: { step: ReadinessStep; state: ReadinessState }[];
}

export interface Flag {
  field: 'title' | 'majors' | 'benefits' | 'workplace' | 'duties';
  word: string;
  ground: DiscriminationGround;
  dismissed?: string;
}

/** What an employer says of a position; pay in yuan a year. */
export interface PositionContent {
  title: string;
  category: PositionCategory;
  headcount: number;
  degree: PositionDegree;
  degreeType: PositionDegreeType;
  majors: string;
  university: PositionUniversity;
  titleRank: PositionTitleRank;
  experience: PositionExperience;
  payMin: number | null;
  payMax: number | null;
  benefits: string;
  workplace: string;
  duties: string;
  contactName: string;
  contactPhone: string;
  contactMail: string;
  validUntil: string;
  zone: string;
  countyCode: string;
}

export interface Position extends PositionContent {
  id: string;
  number: number;
  fairId: string;
  participationId: string;
  organisationId: string;
  organisationName: string;
  state: PositionState;
  stateReason: string | null;
  flags: Flag[];
  submittedAt: string | null;
  updatedAt: string;
  actions: ('edit' | 'submit' | 'take_back' | 'remove' | 'approve' | 'return')[];
  version: number;
}

export interface ListedPosition {
  id: string;
  number: number;
  title: string;
  employer: string;
  zone: string;
  category: PositionCategory;
  degree: PositionDegree;
  university: PositionUniversity;
  countyCode: string;
  headcount: number;
  payMin: number | null;
  payMax: number | null;
  workplace: string;
  validUntil: string;
}

export interface PublicPosition extends ListedPosition {
  fairId: string;
  degreeType: PositionDegreeType;
  majors: string;
  titleRank: PositionTitleRank;
  experience: PositionExperience;
  benefits: string;
  duties: string;
  listedAt: string;
  contact: { name: string; phone: string; mail: string } | null;
  jobPosting: Record<string, unknown>;
}

export interface FacetValue extends LocalText {
  value: string;
  count: number;
}

export interface SearchAnswer {
  items: ListedPosition[];
  total: number;
  next?: string;
  facets: Record<PositionFacet, FacetValue[]>;
}

export interface CellFault {
  row: number;
  column: string;
  cell: string;
  value: string;
  code: string;
  message: string;
}

export interface PositionImport {
  id: string;
  participationId: string;
  fileName: string;
  state: 'checked' | 'committed' | 'superseded';
  total: number;
  good: number;
  faulty: number;
  faults: CellFault[];
  flagged: { row: number; title: string; flags: Flag[] }[];
  unknownColumns: string[];
  result: { created: number; changed: number; unchanged: number; skipped: number } | null;
  createdAt: string;
}

export interface Outcomes {
  done: number;
  items: { id: string; done: boolean; code?: string; message?: string }[];
}

export const FAIR_TONES: Record<FairState, Tone> = { draft: 'neutral', open: 'live', closed: 'ended' };
export const PARTICIPATION_TONES: Record<ParticipationState, Tone> = {
  applied: 'progress',
  returned: 'attention',
  approved: 'success',
  rejected: 'danger',
  withdrawn: 'ended',
};
export const POSITION_TONES: Record<PositionState, Tone> = {
  draft: 'neutral',
  submitted: 'progress',
  returned: 'attention',
  approved: 'success',
};
export const READINESS_TONES: Record<ReadinessState, Tone> = {
  done: 'success',
  waiting: 'progress',
  todo: 'attention',
  blocked: 'neutral',
  later: 'neutral',
};
