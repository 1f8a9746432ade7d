/** A judge who can be given entries. */
export interface AssignmentJudge {
  id: string;
  /** What the judge is, such as investor or technologist; composition asks for types. */
  types: readonly string[];
  /** What the judge knows, of any breadth. */
  fields: readonly string[];
  institution?: string | null;
  region?: string | null;
  /** What the judge reads; anything where it is not said. */
  languages?: readonly string[];
  /** The panel the judge belongs to, where judges are set up in panels. */
  panel?: string | null;
  /** Bounds of this judge's own, in entries; the rules' bounds where there are none. */
  load?: { min?: number; max?: number };
}

/** An entry that needs judges. */
export interface AssignmentEntry {
  id: string;
  /** Entries of one group are compared with each other. */
  group: string;
  /** From the narrowest to the widest. */
  fields: readonly string[];
  region?: string | null;
  /** In which it is written; any where it is not said. */
  language?: string | null;
  /** Judges for this entry, where it is not the rules' number. */
  judges?: number;
}

export interface AssignmentPair {
  entry: string;
  judge: string;
}

export interface AssignmentRules {
  /** Coverage: judges for each entry, exactly. */
  judgesPerEntry: number;
  /** Entries for each judge. */
  load: { min: number; max: number };
  /** What a pair costs whose judge knows the entry's first field, its second …; the last is for a judge who knows none. */
  mismatch: readonly number[];
  /** What a judge costs whose load is n entries outside the mean, rounded down and up: n (n + 1) / 2 times this. */
  level: number;
  /** What it costs to give up an existing pair. */
  keep: number;
  /** Each entry has at least so many judges of the type. */
  composition: readonly { type: string; atLeast: number }[];
  /** At most one judge of each institution on an entry, but for those who are locked to it. */
  onePerInstitution: boolean;
  /** No judge for entries of the judge's own region, but where the pair is locked. */
  awayFromHome: boolean;
  /** No judge for entries in a language that they do not read, but where the pair is locked. Off where absent. */
  readLanguages?: boolean;
  overlap: {
    /** The judge–entry graph of every group is connected. */
    connected: boolean;
    /** Entries with judges of both panels, for every two panels that judge in a group and could meet on an entry. */
    sharedByPanels: number;
  };
}

/** All that an assignment 分配 is made of. Costs are whole numbers of one scale. */
export interface AssignmentTask {
  judges: readonly AssignmentJudge[];
  entries: readonly AssignmentEntry[];
  rules: AssignmentRules;
  /** Recusals: pairs that must not be. */
  barred: readonly AssignmentPair[];
  /** Pairs that must be. */
  locked: readonly AssignmentPair[];
  /** Pairs of an earlier run, kept where that costs no more than `keep`. */
  existing: readonly AssignmentPair[];
}

/** What an assignment costs; `total` is what is made as small as possible. */
export interface AssignmentCost {
  mismatch: number;
  level: number;
  givenUp: number;
  total: number;
}

/** A demand that an assignment does not meet; `by` says how far. */
export type AssignmentViolation =
  | { kind: 'coverage'; entry: string; by: number }
  | { kind: 'composition'; entry: string; type: string; by: number }
  | { kind: 'institution'; entry: string; institution: string; by: number }
  | { kind: 'load_above'; judge: string; by: number }
  | { kind: 'load_below'; judge: string; by: number }
  | { kind: 'home_region'; entry: string; judge: string; by: number }
  | { kind: 'language'; entry: string; judge: string; by: number }
  | { kind: 'barred'; entry: string; judge: string; by: number }
  | { kind: 'not_locked'; entry: string; judge: string; by: number }
  | { kind: 'twice'; entry: string; judge: string; by: number }
  | { kind: 'unknown'; entry: string; judge: string; by: number }
  /** The group's graph falls into `by` parts more than one. */
  | { kind: 'disconnected'; group: string; by: number }
  | { kind: 'shared'; group: string; panels: [string, string]; by: number };

/** What alone would let every demand be met: the least of its kind. */
export type AssignmentRelaxation =
  | { kind: 'coverage'; fewer: number; entries: string[] }
  | { kind: 'ceiling'; judges: { judge: string; from: number; to: number }[] }
  | { kind: 'floor'; judges: { judge: string; from: number; to: number }[] }
  | { kind: 'composition'; waived: { entry: string; type: string; by: number }[] }
  | { kind: 'institution'; waived: { entry: string; institution: string }[] }
  /** The fewest pairs whose judge is of the entry's region. */
  | { kind: 'home_region'; waived: AssignmentPair[] }
  /** The fewest pairs whose judge does not read the entry's language. */
  | { kind: 'language'; waived: AssignmentPair[] }
  /** Entries that every two panels share. */
  | { kind: 'overlap'; from: number; to: number };

export type AssignmentAnswer =
  | {
      kind: 'assigned';
      pairs: AssignmentPair[];
      cost: AssignmentCost;
      /** No assignment that meets the demands can cost less. */
      bound: number;
      /** (cost − bound) / cost; 0 is proven best. */
      gap: number;
    }
  | { kind: 'impossible'; failing: AssignmentViolation[]; relaxations: AssignmentRelaxation[] }
  /** The time was over, or no way to mend these demands of overlap was found; neither is a proof that there is none. */
  | {
      kind: 'undecided';
      failing: AssignmentViolation[];
      /** What is enough, though perhaps more than is needed; absent where nothing is known. */
      relaxations?: AssignmentRelaxation[];
    }
  | { kind: 'faulty'; problems: AssignmentProblem[] };

/** What is wrong with a task before anything is solved. */
export type AssignmentProblem =
  | { kind: 'empty'; list: 'judges' | 'entries' }
  | { kind: 'listed_twice'; list: 'judges' | 'entries'; id: string }
  | { kind: 'not_a_count'; name: string; value: number }
  | { kind: 'bounds_crossed'; judge: string; min: number; max: number }
  | { kind: 'unknown_pair'; list: 'barred' | 'locked' | 'existing'; entry: string; judge: string }
  | { kind: 'locked_but_barred'; entry: string; judge: string }
  | { kind: 'locked_too_many'; of: 'entry' | 'judge'; id: string; locked: number; room: number };

export interface AssignmentProgress {
  stage: 'exchange' | 'relaxation' | 'rounding' | 'overlap' | 'diagnosis';
  /** Of the parts into which the task falls, those that are done. */
  part: number;
  parts: number;
  /** What the part costs at the present state; before rounding what its relaxation costs. */
  cost?: number;
}
