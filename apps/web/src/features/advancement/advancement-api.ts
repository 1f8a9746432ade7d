import type { LocalText, RoadshowState } from '@haishi/contracts';
import type { Tone } from '@/shared/ui/StateTag.vue';

export const MODES = ['total', 'share', 'region', 'division', 'biproportional'] as const;
export type Mode = (typeof MODES)[number];

export interface Part {
  code: string;
  name: LocalText;
}

export interface Margin {
  code: string;
  seats: number;
}

/** How many advance from a stage, as the server holds it. */
export interface StagePlan {
  mode: Mode;
  size: number | null;
  permille: number | null;
  regions: Margin[] | null;
  divisions: Margin[] | null;
  caps: { region: string; division: string; cap: number }[];
  wildcards: number;
  waiting: number;
  cutTies: 'all' | 'order';
  carry?: { stage: string; permille: number } | null;
  excluded: Excluded[];
}

export interface Excluded {
  entryId: string;
  reason: string;
}

export const STATUSES = ['advances', 'wildcard', 'waiting', 'out', 'left', 'struck'] as const;
export type Status = (typeof STATUSES)[number];
export const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  advances: 'success',
  wildcard: 'success',
  waiting: 'progress',
  out: 'neutral',
  left: 'ended',
  struck: 'danger',
};

export type ClosedBy = 'belongs' | 'organisation' | 'declared' | 'staff' | 'elsewhere';

export interface Entry {
  entryId: string;
  number: string;
  /** Null, as whatever else is not told, to whom a tie keeps the entry. */
  title: string | null;
  team: string | null;
  region: LocalText | null;
  division: LocalText | null;
  field: LocalText | null;
  group: LocalText | null;
  lead: string | null;
  /** Empty where its organisation has none. */
  creditCode: string | null;
  /** What ties the reader to the project; null where nothing does. */
  closed: ClosedBy | null;
  score: string | null;
  place: number | null;
  eligible: boolean | null;
  status: Status | null;
  waiting: number | null;
  explanation: LocalText | null;
}

export interface QuotaCell {
  region: LocalText | null;
  division: LocalText | null;
  eligible: number;
  quota: number;
  /** Place of the last that got a seat; null where nobody did. */
  line: number | null;
  /** Who hold a seat by now, and who wait. */
  seated: number;
  waiting: number;
}

export interface Outcome {
  digest: string;
  /** All entries, and those that are told to stand where. */
  total: number;
  counts: Record<Status, number>;
  quotas: QuotaCell[];
  unfilled: number;
}

export interface Preview {
  outcome: Outcome | null;
  problems: LocalText[];
}

export interface Gone {
  entryId: string;
  reason: string | null;
  leftToOthers: boolean;
}

export interface Decision extends Omit<Outcome, 'quotas' | 'unfilled'> {
  /** Null, as what is unfilled, where others decide on the stage. */
  quotas: QuotaCell[] | null;
  unfilled: number | null;
  number: number;
  reason: string | null;
  decidedAt: string;
  decidedBy: string;
  publishedAt: string | null;
  /** Entries that hold a place though their projects are gone, and whether others take them out. */
  gone: Gone[];
  replacements: { left: string; movedUp: string | null; reason: LocalText; at: string; by: string }[];
}

export interface AdvancementView {
  stage: Part & { kind: 'roadshow' | 'review' };
  sessions: { id: string; name: LocalText; state: RoadshowState; confirmed: boolean }[];
  regions: Part[];
  divisions: Part[];
  carries: Part[];
  revision: number;
  /** The entries that the reader has a tie to, and whether others decide on the stage for it. */
  tied: { numbers: string[]; othersDecide: boolean } | null;
  plan: Omit<StagePlan, 'excluded'> & { excluded: (Excluded & { number: string })[] };
  /** What the edition's settings say; a decision may differ. */
  usual: StagePlan;
  decision: Decision | null;
  earlier: { number: number; digest: string; decidedAt: string; decidedBy: string; reason: string | null }[];
}

export interface Verification {
  same: boolean;
  digest: string;
}
