import type { Answers, Locale } from '@haishi/contracts';

export interface MemberContent {
  name: string;
  role: string;
  /** Basis points, or null where no share is stated. */
  share: number | null;
  mail: string;
  isCore: boolean;
}

export interface MaterialContent {
  kind: string;
  fileId: string;
  name: string;
  /** Bytes. */
  size: number;
  /** Whether its kind was personal when it was given; absent in what was handed in before that was kept. */
  personal?: boolean;
}

/** Where an entrant puts a project; null while not yet chosen. */
export interface ChosenPlace {
  division: string | null;
  field: string | null;
  region: string | null;
  group: string | null;
}

/** What an entrant writes into a project. Codes are null while not yet chosen; texts are empty while not yet written. */
export interface ProjectContent {
  title: string;
  summary: string;
  language: Locale;
  division: string | null;
  field: string | null;
  region: string | null;
  group: string | null;
  organisation: { name: string; country: string; code: string };
  /** County codes, most wanted first. */
  landing: string[];
  undertaking: boolean;
  /** Which wording of it was confirmed, see `undertakingDigest`; null or absent where that was not told apart yet. */
  undertakingDigest?: string | null;
  members: MemberContent[];
  /** To the questions of the edition; those of groups it was in before included. */
  answers: Answers;
}

/** A submission: the content with its materials. What was handed in before questions were asked has no answers. */
export interface ProjectSnapshot extends Omit<ProjectContent, 'answers'>, Partial<Pick<ProjectContent, 'answers'>> {
  materials: MaterialContent[];
}
