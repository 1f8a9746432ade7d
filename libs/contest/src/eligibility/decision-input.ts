import type { EligibilityAction } from './eligibility.rules.js';

/** What a checker decides. */
export interface Decision {
  action: EligibilityAction;
  reasonCode: string | null;
  /** What the entrant is told; may be empty where a project is accepted. */
  text: string;
  /** Until when a correction may be handed in; only where it is returned. */
  dueAt: Date | null;
}

/** A decision on one submission. */
export interface DecisionInput extends Decision {
  /** The number of the submission that the checker read. */
  submission: number;
}

/** A project, and which submission of it a checker read. */
export interface ReadProject {
  projectId: string;
  submission: number;
}
