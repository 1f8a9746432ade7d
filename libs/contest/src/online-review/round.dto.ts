import type { LocalText } from '@haishi/contracts';
import {
  BoolField,
  ChoiceField,
  IdField,
  IntField,
  IntQuery,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '@haishi/platform';
import { KIND_CODE_LENGTH, KINDS_MOST } from '../edition/review.file.js';
import type { ClosedBy } from '../involvement/closed.rules.js';
import {
  LATE_SHEETS,
  type LateSheets,
  NORMALISATIONS,
  type Normalisation,
  type RoundPlan,
  type RoundState,
} from './round.rules.js';

const MOST = 10_000;
const MOST_SHARED = 100;

export class LoadInput {
  @IntField({ min: 0, max: MOST }) min: number;
  @IntField({ min: 1, max: MOST }) max: number;
}

export class CompositionInput {
  @TextField({ max: KIND_CODE_LENGTH, description: 'A kind of judge of the edition.' }) type: string;
  @IntField({ min: 1, max: 15 }) atLeast: number;
}

export class MismatchInput {
  @IntField({ min: 0, max: 1000 }) field: number;
  @IntField({ min: 0, max: 1000 }) division: number;
  @IntField({ min: 0, max: 1000 }) neither: number;
}

export class RoundPlanInput {
  @IntField({ min: 1, max: 15 }) judgesPerEntry: number;
  @ObjectField(() => LoadInput, { optional: true, description: 'A fifth below and above the mean where absent.' })
  load?: LoadInput | null;
  @ListField(() => CompositionInput, { max: KINDS_MOST }) composition: CompositionInput[];
  @BoolField() onePerInstitution: boolean;
  @BoolField() awayFromHome: boolean;
  @BoolField({
    optional: true,
    description: 'Whether entries are kept from judges who did not declare their language; not where absent.',
  })
  readLanguages?: boolean;
  @BoolField() connected: boolean;
  @IntField({
    min: 0,
    max: MOST_SHARED,
    optional: true,
    description: 'Entries of a division that any two judges of it have in common; none where absent.',
  })
  sharedByPanels?: number | null;
  @ObjectField(() => MismatchInput, {
    description: 'Costs of a judge who knows the field, the division alone, neither.',
  })
  costs: MismatchInput;
  @IntField({ min: 0, max: 1000 }) level: number;
  @IntField({ min: 0, max: 1000 }) keep: number;
  @ChoiceField(NORMALISATIONS) normalisation: Normalisation;
  @IntField({ min: 1, max: 1000 }) minSheets: number;
  @IntField({ min: 0, max: 10_000, description: 'In hundredths.' }) divergence: number;
  @ChoiceField(LATE_SHEETS, {
    optional: true,
    description: 'Of sheets after the end of the stage; marked where absent.',
  })
  lateSheets?: LateSheets;
  @BoolField({
    optional: true,
    description: 'Whether closing it opens another look at what diverges; not where absent.',
  })
  reopensDivergent?: boolean;
}

export class RunInput {
  @IntField({ min: 1, max: 1_000_000, optional: true }) seed?: number | null;
  @IntField({ min: 5, max: 600, optional: true, description: 'The search ends after so many.' }) seconds?:
    | number
    | null;
}

export class PairInput {
  @IdField() entryId: string;
  @IdField({ description: 'A judge of the round.' }) personId: string;
}

export class GiveInput extends PairInput {
  @TextField({
    max: 500,
    optional: true,
    description: 'Needed beyond the judges of the entry, or the most entries of the judge.',
  })
  reason?: string | null;
}

export class PairReasonInput extends PairInput {
  @TextField({ max: 500 }) reason: string;
}

export class RoundConfirmInput {
  @TextField({ max: 500, optional: true, description: 'Needed where entries have too few sheets.' }) reason?:
    | string
    | null;
  @TextField({
    max: 500,
    optional: true,
    description: 'Why entries that diverge are not looked at again; needed where there are any.',
  })
  divergence?: string | null;
}

export class RescalingInput {
  @ChoiceField(NORMALISATIONS) normalisation: Normalisation;
  @IntField({ min: 1, max: 1000, optional: true, description: 'As the plan says where absent.' }) minSheets?:
    | number
    | null;
  @TextField({ max: 500, description: 'It stays on record, and stands in the results.' }) reason: string;
}

export class RereviewInput {
  @TextListField({ min: 1, max: 2000, maxLength: 36 }) entryIds: string[];
  @IntField({ min: 1, max: 5, description: 'More judges for each.' }) judges: number;
  @TextField({ max: 500 }) reason: string;
}

export const ENTRY_FILTERS = ['short', 'open', 'divergent'] as const;

export class RoundEntryQuery {
  @TextField({ max: 100, optional: true }) text?: string;
  @TextField({ max: 12, optional: true }) division?: string;
  @ChoiceField(ENTRY_FILTERS, { optional: true }) only?: (typeof ENTRY_FILTERS)[number];
  @IdField({ optional: true }) judge?: string;
  @IntQuery({ min: 1, max: 10_000, optional: true, description: 'From 1.' }) page?: number;
}

export interface RoundStage {
  code: string;
  name: LocalText;
}

/** A judge of a round and how far they are, but with the entries that are closed to the reader: their numbers would tell who judges these. */
export interface RoundJudgeView {
  personId: string;
  name: string;
  kind: string;
  organisationName: string;
  region: string | null;
  fields: string[];
  capacity: number | null;
  accepted: boolean;
  /** False where the expert was withdrawn from the pool since, or lost the role. */
  active: boolean;
  assigned: number;
  /** How many more entries they take on; none for who was withdrawn. */
  room: number;
  declared: number;
  scored: number;
  /** Of those that count, how many came in late. */
  late: number;
  recused: number;
}

/** What a search came to, in words. */
export interface RunView {
  id: string;
  number: number;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  seed: number;
  /** The search ends after so many. */
  seconds: number;
  startedAt: string;
  endedAt: string | null;
  appliedAt: string | null;
  answer: 'assigned' | 'impossible' | 'undecided' | null;
  cost: number | null;
  /** No assignment can cost less. */
  bound: number | null;
  /** Hundredths of a per cent above the bound. */
  gap: number | null;
  /** What would change against the pairs as they are now. */
  change: { added: number; removed: number } | null;
  /** Demands that are not met, where no assignment meets them all. */
  failing: LocalText[];
  /** What alone would let all be met. */
  relaxations: LocalText[];
  /** Numbers of the entries with a tie of who started it, which they scored: somebody else has to decide on them. */
  leftTies: string[];
}

export interface RoundView {
  id: string;
  stage: RoundStage;
  state: RoundState;
  blind: boolean;
  opensAt: string | null;
  closesAt: string | null;
  timeZone: string;
  /** Sheets that count and came in late, but of what is closed to the reader. */
  late: number;
  plan: RoundPlan;
  /** What a change of its plan, and one of its ties, names in `If-Match`. */
  versions: { plan: number; ties: number };
  /** The bounds that hold where the plan names none. */
  usualLoad: { min: number; max: number };
  /** `waiting`: accepted projects that may enter and were not taken in. `again`: entries of which another look was opened, as long as their judges are not complete. What is closed to the reader is in neither `short` nor `again`. */
  counts: {
    entries: number;
    withdrawn: number;
    waiting: number;
    judges: number;
    notReady: number;
    short: number;
    again: number;
  };
  /** What separates equal results, in order: codes of criteria, `untrimmed`, or `stage:` and the code of one of `earlierStages`. */
  ties: string[];
  /** The stages before it whose scores its chain may name. */
  earlierStages: { code: string; name: LocalText }[];
  /** Whether these are its own, and not what its stage says. */
  ownTies: boolean;
  criteria: { code: string; name: LocalText }[];
  progress: { sheets: number; expected: number };
  /** Sheets that count no more since a tie of their judge was found, but of what is closed to the reader or was withdrawn. */
  lost: { entryId: string; number: string; personId: string; name: string; reason: string }[];
  judges: RoundJudgeView[];
  run: RunView | null;
}

/**
 * `gone`: the judge is not asked any more and handed nothing in, so that the entry counts as given to nobody. `lifted`: the judge had the
 * entry before a recusal took it, that was dismissed since; it may be given back.
 */
export type PairState = 'given' | 'declared' | 'scored' | 'gone' | 'recused' | 'lifted';

export interface RoundEntryView {
  entryId: string;
  number: string;
  /** Null to whom a tie to the project keeps it. */
  title: string | null;
  team: string | null;
  /** What keeps it from the reader; null where nothing does. */
  closed: ClosedBy | null;
  division: LocalText;
  region: LocalText;
  withdrawn: boolean;
  judges: {
    personId: string;
    name: string;
    kind: string;
    state: PairState;
    locked: boolean;
    reason: string | null;
    /** A tie that the judge declared after their sheet, and that nobody has decided on; null where there is none. */
    lateTie: string | null;
  }[];
}

/** What a recusal that was dismissed had taken. */
export interface LiftView {
  /** Whether the judge had been given the entry. */
  tookPair: boolean;
  entryId: string;
  number: string;
  /** Judges who can score it, and how many it is to have. */
  has: number;
  wants: number;
  /** Why it cannot be given back now; null where it can, or nothing was taken. */
  refusal: { code: string; message: string } | null;
}

export interface RoundEntryPage {
  items: RoundEntryView[];
  total: number;
  page: number;
  pages: number;
}

/** Whom a reminder went to. */
export interface ReminderView {
  reminded: number;
  /** Judges who are not done either, and were reminded earlier this day. */
  already: number;
}
