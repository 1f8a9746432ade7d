export { AssignedPair } from './assigned/assigned.entity.js';
export { AssignedPairs, type Pair } from './assigned/assigned-pairs.js';
export { AssignedQueries, type GivenPair, type RunBrief } from './assigned/assigned.queries.js';
export { type AssignmentOptions, solveAssignment } from './assignment/assignment.solver.js';
export { REVIEW_ENTITIES } from './entities.js';
export { Expert, ExpertAcceptance } from './expert/expert.entity.js';
export {
  affiliationsOf,
  declaredTies,
  type ExpertFacts,
  Experts,
  factsOf,
  type TakenExperts,
} from './expert/experts.js';
export { REVIEW_MIGRATIONS } from './migrations.js';
export { Panel, PanelEntry, PanelSeat } from './panel/panel.entity.js';
export { type DecidedRecusal, type NewPanel, type NewSeat, Panels } from './panel/panels.js';
export { TieRulings } from './ranking/rulings.js';
export { TieRulingRecord } from './ranking/ruling.entity.js';
export { RecusalDismissal } from './recusal/dismissal.entity.js';
export { Recusal, type RecusalKind } from './recusal/recusal.entity.js';
export { type FoundRecusal, Recusals } from './recusal/recusals.js';
export { EntryResult } from './result/result.entity.js';
export { Results, type ValidSheet } from './result/results.js';
export { ReviewModule } from './review.module.js';
export { type RecusalOf, ReviewQueries } from './review.queries.js';
export * from './rules.js';
export { AssignmentRuns, type RunOptions } from './run/assignment-runs.js';
export { AssignmentRun, RUN_STATES, type RunState } from './run/run.entity.js';
export { LateAdmission } from './sheet/admission.entity.js';
export { type KeyingState, SheetKeying } from './sheet/keying.entity.js';
export { type KeyingOutcome, type KeyingReceipt, Keyings, type NewKeying } from './sheet/keyings.js';
export { type KeyedBy, ScoreRevision, ScoreSheet } from './sheet/sheet.entity.js';
export { SheetStrike } from './sheet/strike.entity.js';
export { Strikes } from './sheet/strikes.js';
export { SheetDraft } from './sheet/draft.entity.js';
export { type DraftInput, SheetDrafts } from './sheet/sheet-drafts.js';
export { type Receipt, type StoredSheet } from './sheet/sheet-store.js';
export { Sheets, type Submission, type SubmitOutcome } from './sheet/sheets.js';
