import type { LocalText, RoadshowState } from '@haishi/contracts';
import { ChoiceField, IdField, IntField, ListField, ObjectField, PageQuery, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import { ADVANCEMENT_MODES, type AdvancementMode, CUT_TIES } from '../edition/advance.rules.js';
import type { ClosedBy } from '../involvement/closed.rules.js';
import type { StagePlan } from './advancement.rules.js';

const MOST = 100_000;
const DIGEST = /^[0-9a-f]{64}$/;

export class MarginInput {
  @TextField({ max: 12, description: 'Of a region or division of the edition.' }) code: string;
  @IntField({ min: 0, max: MOST }) seats: number;
}

export class CapInput {
  @TextField({ max: 12 }) region: string;
  @TextField({ max: 12 }) division: string;
  @IntField({ min: 0, max: MOST }) cap: number;
}

export class ExclusionInput {
  @IdField() entryId: string;
  @TextField({ max: 200, description: 'The entrant reads it once the decision is published.' }) reason: string;
}

export class CarryInput {
  @TextField({ max: 12, description: 'An earlier stage in which projects were judged.' }) stage: string;
  @IntField({ min: 1, max: 999, description: 'Thousandths of the whole.' }) permille: number;
}

export class PlanInput {
  @ChoiceField(ADVANCEMENT_MODES) mode: AdvancementMode;
  @IntField({ min: 1, max: MOST, optional: true, description: 'Needed but for a share or margins set by hand.' })
  size?: number | null;
  @IntField({ min: 1, max: 1000, optional: true, description: 'Thousandths of the eligible; needed for a share.' })
  permille?: number | null;
  @ListField(() => MarginInput, { max: 200, optional: true, description: 'With `divisions`, instead of a size.' })
  regions?: MarginInput[] | null;
  @ListField(() => MarginInput, { max: 200, optional: true }) divisions?: MarginInput[] | null;
  @ListField(() => CapInput, { max: 2000, optional: true }) caps?: CapInput[] | null;
  @IntField({ min: 0, max: MOST }) wildcards: number;
  @IntField({ min: 0, max: MOST }) waiting: number;
  @ChoiceField(CUT_TIES) cutTies: 'all' | 'order';
  @ObjectField(() => CarryInput, { optional: true, description: 'This stage’s scores alone where absent.' })
  carry?: CarryInput | null;
  @ListField(() => ExclusionInput, { max: 1000, optional: true }) excluded?: ExclusionInput[] | null;
}

export class PreviewInput {
  @ObjectField(() => PlanInput) plan: PlanInput;
}

export class PreviewedInput extends PreviewInput {
  @TextField({ max: 64, pattern: DIGEST, description: 'Of the preview, so that nothing else is told or decided.' })
  digest: string;
}

export class DecideInput extends PreviewedInput {
  @TextField({ max: 500, optional: true, description: 'Needed where an earlier decision is replaced.' })
  reason?: string | null;
}

export class ReplaceInput {
  @IdField({ description: 'Who withdrew or gave up.' }) entryId: string;
  @TextField({ max: 500 }) reason: string;
}

/** `left` where it withdrew or gave up after the publication, `struck` where it was struck off. */
export const ENTRY_STATUSES = ['advances', 'wildcard', 'waiting', 'out', 'left', 'struck'] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

export const ENTRY_FILTERS = ['near'] as const;

export class EntriesQuery extends PageQuery {
  @ChoiceField(ENTRY_STATUSES, { optional: true }) status?: EntryStatus;
  @TextField({ max: 12, optional: true, description: 'The code of a region.' }) region?: string;
  @TextField({ max: 12, optional: true, description: 'The code of a division.' }) division?: string;
  @ChoiceField(ENTRY_FILTERS, { optional: true, description: 'Those beside a cut line, on either side of it.' })
  only?: (typeof ENTRY_FILTERS)[number];
  @TextField({
    max: 100,
    optional: true,
    description: 'A part of the number, the title, the organisation, who leads it or the credit code.',
  })
  q?: string;
}

/**
 * An entry where it stands. Whoever leaves deciding to others for a tie to the stage is told of it once it is published, and nothing
 * by which one entry tells of another: of every entry whether it holds a seat or left one, and of one that is closed to them only
 * what stands on a public notice.
 */
export interface AdvancementEntryView {
  entryId: string;
  number: string;
  /** Null, as the organisation, the region and the division, where the entry is closed to such a reader and on no public notice. */
  title: string | null;
  team: string | null;
  region: LocalText | null;
  division: LocalText | null;
  /** Within the division 方向; empty where the edition has none of its code, null, as the group, where the entry is closed to such a reader. */
  field: LocalText | null;
  group: LocalText | null;
  /** Who leads the team 负责人; null where the entry is closed to the reader. */
  lead: string | null;
  /** The unified social credit code 统一社会信用代码; empty where the organisation has none, null where the entry is closed to the reader. */
  creditCode: string | null;
  /** What ties the reader to the project, so that they decide nothing on it; null where nothing does. */
  closed: ClosedBy | null;
  /** With its decimals; null where there are too few scores, and to such a reader. */
  score: string | null;
  /** Null where it is not ranked, and to such a reader. */
  place: number | null;
  /** Null to such a reader. */
  eligible: boolean | null;
  /** Null where it is not told. */
  status: EntryStatus | null;
  waiting: number | null;
  explanation: LocalText | null;
}

/** Entries that competed for the same seats; of neither region nor division where all compete together. */
export interface QuotaCellView {
  region: LocalText | null;
  division: LocalText | null;
  eligible: number;
  quota: number;
  /** Place of the last that got a seat; null where nobody did. */
  line: number | null;
  /** How many hold a seat by now, wildcards and who moved up among them. */
  seated: number;
  /** How many stand on the waiting list by now. */
  waiting: number;
}

/** What a plan comes to, but for the entries, which may be tens of thousands. */
export interface OutcomeView {
  digest: string;
  /** All entries. */
  total: number;
  /** Of these, those that are told to stand where. */
  counts: Record<EntryStatus, number>;
  quotas: QuotaCellView[];
  unfilled: number;
}

/** A preview: an outcome, or in words why the plan cannot be met. */
export interface PreviewView {
  outcome: OutcomeView | null;
  problems: LocalText[];
}

export interface AdvancementView {
  /** Judged on a stage, or online. */
  stage: { code: string; name: LocalText; kind: 'roadshow' | 'review' };
  sessions: { id: string; name: LocalText; state: RoadshowState; confirmed: boolean }[];
  regions: { code: string; name: LocalText }[];
  divisions: { code: string; name: LocalText }[];
  /** The stages whose scores may be carried into this one. */
  carries: { code: string; name: LocalText }[];
  /** What every command names in `If-Match`; 0 before the first decision. */
  revision: number;
  /** The entries that the reader has a tie to, and whether others have to decide on the stage for it; null where they have none. */
  tied: { numbers: string[]; othersDecide: boolean } | null;
  /** Of the latest decision, but what it excludes that is closed to the reader; of the edition before the first. */
  plan: Omit<StagePlan, 'excluded'> & { excluded: (StagePlan['excluded'][number] & { number: string })[] };
  /** What the edition's settings say of the stage, from which a decision may differ. */
  usual: StagePlan;
  decision:
    | (Omit<OutcomeView, 'quotas' | 'unfilled'> & {
        /** Null, as what is unfilled, to who leaves deciding to others: cells tell of what stands in them. */
        quotas: QuotaCellView[] | null;
        unfilled: number | null;
        number: number;
        reason: string | null;
        decidedAt: string;
        decidedBy: string;
        publishedAt: string | null;
        /** Ids of entries that hold a place though their projects are gone, so that they are to be taken out, with why; and whether that is left to others for the reader's ties to what it moves. None, and no replacement, of what is closed to who leaves deciding to others. */
        gone: { entryId: string; reason: string | null; leftToOthers: boolean }[];
        replacements: { left: string; movedUp: string | null; reason: LocalText; at: string; by: string }[];
      })
    | null;
  /** Earlier decisions, the latest first. */
  earlier: { number: number; digest: string; decidedAt: string; decidedBy: string; reason: string | null }[];
}

/** Whether a decision comes out the same when it is worked out again from the score sheets. */
export interface VerificationView {
  same: boolean;
  digest: string;
}

/** Where an entrant's own project stands after a stage. */
export class StandingView {
  @ApiProperty() stage: LocalTextView;
  @ApiProperty({ enum: ENTRY_STATUSES }) status: EntryStatus;
  @ApiProperty({ type: Number, nullable: true, description: 'Its number on the waiting list.' })
  waiting: number | null;
  @ApiProperty() explanation: LocalTextView;
  @ApiProperty() publishedAt: string;
}
