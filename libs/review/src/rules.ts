export * from './advancement/advancement.rules.js';
export { apportion, type Apportionment, type DivisorMethod } from './advancement/apportionment.rules.js';
export {
  apportionBiproportionally,
  type BiproportionalOutcome,
  type BiproportionalTask,
} from './advancement/biproportional.rules.js';
export {
  type ImpossibleDemand,
  type MarginProblem,
  marginProblem,
  type Margins,
  proportionalMargins,
} from './advancement/margins.rules.js';
export * from './advancement/quotas.rules.js';
export * from './aggregation/aggregation.rules.js';
export { assignmentProblems } from './assignment/assignment.input.rules.js';
export type * from './assignment/assignment.model.js';
export { Joined } from './assignment/assignment.parts.rules.js';
export { grouped } from './grouped.js';
export { overlapViolations } from './assignment/assignment.overlap.rules.js';
export { costOfAssignment, verifyAssignment } from './assignment/assignment.verify.rules.js';
export { additiveModel, type AdditiveOptions, type AdditiveScores } from './normalisation/additive.rules.js';
export { divergence, type DivergentSheet } from './normalisation/divergence.rules.js';
export type { JudgeFigures } from './normalisation/figures.rules.js';
export type * from './normalisation/normalisation.model.js';
export { zScore, type ZScores } from './normalisation/z-score.rules.js';
export * from './ranking/ranking.rules.js';
export * from './recusal/recusal.rules.js';
export * from './rubric/rubric.rules.js';
export * from './sheet/keying.rules.js';
export * from './sheet/sheet.rules.js';
