import type { CeremonyState, CeremonyStep } from '@haishi/contracts';
import { BoolField, IntField, LineField, ListField, TextField } from '@haishi/platform';
import type { CeremonyPlan } from './ceremony.entity.js';

const MOST = 50;
const LAST_PLACE = 999;

export class AwardInput {
  @LineField({ max: 60 }) nameZh: string;
  @LineField({ max: 60, optional: true, description: 'The Chinese name where absent.' }) nameEn?: string | null;
  @IntField({ min: 1, max: LAST_PLACE, description: 'The first place it goes to.' }) from: number;
  @IntField({ min: 1, max: LAST_PLACE, description: 'The last place it goes to.' }) to: number;
}

export class SlideInput {
  @LineField({ max: 100 }) titleZh: string;
  @LineField({ max: 100, optional: true }) titleEn?: string | null;
  @TextField({ max: 500, optional: true }) textZh?: string | null;
  @TextField({ max: 500, optional: true }) textEn?: string | null;
  @IntField({ min: 1, max: LAST_PLACE, optional: true, description: 'At the beginning where absent.' })
  beforePlace?: number | null;
}

export class CeremonyPlanInput {
  @ListField(() => AwardInput, { max: MOST }) awards: AwardInput[];
  @ListField(() => SlideInput, { max: MOST }) slides: SlideInput[];
  @IntField({ min: 1, max: LAST_PLACE, optional: true, description: 'How many advance; no line where absent.' })
  advancing?: number | null;
  @BoolField({ optional: true, description: 'Whether the line is told of every entry before any place is.' })
  lineFirst?: boolean;
}

export class CeremonyStepInput {
  @IntField({ min: 0, max: 100_000, description: 'How many steps are triggered then; one more or one less than now.' })
  at: number;
}

export class CeremonyAutomaticInput {
  @IntField({ min: 3, max: 120, description: 'Seconds from a step to the next.' }) seconds: number;
}

/** The ceremony as who leads the session sees it: once begun with the steps that were triggered; for the presenter with all. */
export interface CeremonyView {
  state: CeremonyState;
  frozen: boolean;
  plan: CeremonyPlan;
  /** What a change of the plan names in `If-Match`. */
  version: number;
  at: number;
  /** Seconds between steps where it goes on by itself; null by hand. */
  autoSeconds: number | null;
  /** Null until it begins. */
  presenter: { name: string; self: boolean } | null;
  /** Of all, also those that are not told here. */
  count: number;
  steps: CeremonyStep[];
}
