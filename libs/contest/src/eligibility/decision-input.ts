import type { EligibilityAction } from './eligibility.rules.js';

/** What a checker decides on one submission. */
export interface DecisionInput {
  action: EligibilityAction;
  /** The number of the submission that the checker read. */
  submission: number;
  reasonCode: string | null;
  /** What the entrant is told; may be empty where a project is accepted. */
  text: string;
  /** Until when a correction may be handed in; only where it is returned. */
  dueAt: Date | null;
}
