import type { Answers, Locale, LocalText, Question } from '@haishi/contracts';
import type { ProblemField } from '@/api/problem';
import type { Tone } from '@/shared/ui/StateTag.vue';

export interface Named {
  code: string;
  name: LocalText;
}

export const EDITION_STATES = ['draft', 'open', 'closed', 'archived'] as const;
export type EditionState = (typeof EDITION_STATES)[number];
export type StageState = 'planned' | 'open' | 'closed';
export type StageKind = 'submission' | 'eligibility' | 'review' | 'roadshow' | 'notice' | 'matching';

export interface Stage extends Named {
  kind: StageKind;
  state: StageState;
  opensAt: string | null;
  closesAt: string | null;
  graceMinutes?: number;
}

export interface EditionSummary extends Named {
  id: string;
  timeZone: string;
  state: EditionState;
  stages: Stage[];
  acceptsProjects: boolean;
  takesLateCodes: boolean;
}

export interface Group extends Named {
  organisation: 'required' | 'affiliation';
  minCoreMembers: number;
  membersConfirm?: boolean;
  note?: LocalText;
}

export interface MaterialKind extends Named {
  help?: LocalText;
  types: string[];
  maxSize: number;
  minCount: number;
  maxCount: number;
  groups?: string[];
  forJudges?: boolean;
  personal?: boolean;
}

export interface EditionParts {
  divisions: (Named & { fields: Named[] })[];
  regions: (Named & { timeZones: string[] })[];
  groups: Group[];
}

export interface EditionView extends EditionSummary, EditionParts {
  materials: MaterialKind[];
  questions: Question[];
  undertaking: LocalText;
  /** Tells its wording from others. */
  undertakingDigest: string;
  gallery: boolean;
}

export interface StageOverview extends Stage {
  blockers: ProblemField[];
  counts: Record<string, number>;
}

export interface EditionOverview extends Named, EditionParts {
  id: string;
  timeZone: string;
  state: EditionState;
  version: number;
  stages: StageOverview[];
  blockers: ProblemField[];
  actions: ('open' | 'close' | 'archive')[];
  mayManage: boolean;
}

export interface EditionCheck {
  valid: boolean;
  problems: ProblemField[];
  edition?: Named & {
    timeZone: string;
    divisions: number;
    regions: number;
    groups: number;
    criteria: number;
    stages: Stage[];
  };
}

export const PROJECT_STATES = ['draft', 'submitted', 'returned', 'accepted', 'rejected', 'withdrawn'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];
export type ProjectAction = 'edit' | 'submit' | 'withdraw' | 'accept' | 'return' | 'reject' | 'prolong' | 'reopen';

export const PROJECT_TONES: Record<ProjectState, Tone> = {
  draft: 'neutral',
  submitted: 'progress',
  returned: 'attention',
  accepted: 'success',
  rejected: 'danger',
  withdrawn: 'ended',
};
export const EDITION_TONES: Record<EditionState, Tone> = {
  draft: 'neutral',
  open: 'live',
  closed: 'ended',
  archived: 'ended',
};
export const STAGE_TONES: Record<StageState, Tone> = { planned: 'neutral', open: 'live', closed: 'ended' };

export interface ProjectRow {
  id: string;
  number: string | null;
  state: ProjectState;
  title: string;
  language: Locale;
  division: string | null;
  field: string | null;
  region: string | null;
  group: string | null;
  organisationName: string;
  submittedAt: string | null;
  submissions: number;
  correctionDueAt: string | null;
  late?: boolean;
  overdue?: boolean;
}

export interface ProjectEdition extends Named {
  id: string;
  timeZone: string;
}

export interface OwnProject extends ProjectRow {
  edition: ProjectEdition;
  deadline: string | null;
  updatedAt: string;
  /** Whether they lead it, accepted to be its member, or passed it on and still read it, as it was handed in. */
  role: 'owner' | 'teammate' | 'former';
}

export interface Member {
  name: string;
  role: string;
  /** Basis points. */
  share: number | null;
  mail: string;
  isCore: boolean;
}

export interface Material {
  kind: string;
  fileId: string;
  name: string;
  size: number;
  /** For who gave it and for staff who work on the project alone. */
  personal: boolean;
}

export interface ProjectContent {
  title: string;
  summary: string;
  language: Locale;
  division: string | null;
  field: string | null;
  region: string | null;
  group: string | null;
  organisation: { name: string; country: string; code: string };
  landing: string[];
  undertaking: boolean;
  /** Which wording of it was confirmed. */
  undertakingDigest: string | null;
  members: Member[];
  answers: Answers;
}

export interface HistoryItem {
  kind:
    | 'created'
    | 'submitted'
    | 'accepted'
    | 'returned'
    | 'rejected'
    | 'reopened'
    | 'prolonged'
    | 'withdrawn'
    | 'transferred'
    | 'moved'
    | 'appealed'
    | 'upheld'
    | 'dismissed';
  at: string;
  by?: string;
  to?: string;
  submission?: number;
  reason?: LocalText;
  text?: string;
  dueAt?: string;
  late?: 'grace' | 'code';
}

/** What a project was handed in as, once. */
export interface SubmissionView {
  submission: number;
  submissions: number;
  at: string;
  late: 'grace' | 'code' | null;
  content: ProjectView['content'];
}

export interface ProjectView {
  id: string;
  edition: ProjectEdition;
  number: string | null;
  state: ProjectState;
  version: number;
  role: 'owner' | 'teammate' | 'former' | 'checker' | 'reader';
  actions: ProjectAction[];
  content: ProjectContent & { materials: Material[] };
  window: { open: boolean; deadline?: string; late?: 'grace' | 'code'; takesCode?: boolean; message?: string };
  submissions: number;
  submittedAt: string | null;
  history: HistoryItem[];
  missing: ProblemField[];
}

/** Whether who meets a project so is told what its leader answered about themselves, and where its people are written to. */
export function isToldOfPersons(role: ProjectView['role']): boolean {
  return role === 'owner' || role === 'checker' || role === 'reader';
}

export interface SavedProject {
  version: number;
  savedAt: string;
  missing: ProblemField[];
}

export interface SubmissionReceipt {
  number: string;
  submission: number;
  at: string;
  version: number;
}

export interface Reason extends Named {
  /** When it is meant. */
  help?: LocalText;
}

export interface Reasons {
  return: Reason[];
  reject: Reason[];
  correctionDays: number;
}

/** What a code of a list is called; the code itself where the list has none. */
export function nameOf(list: readonly Named[] | undefined, code: string | null): LocalText {
  return list?.find((one) => one.code === code)?.name ?? { zh: code ?? '', en: code ?? '' };
}
