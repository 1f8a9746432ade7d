import type { LocalText } from '@haishi/contracts';
import type { Rubric, Scores } from '@haishi/review/rules';

export interface OwnReview {
  id: string;
  edition: LocalText;
  stage: LocalText;
  state: 'open' | 'closed' | 'confirmed';
  closesAt: string | null;
  /** When sheets are due; null where no end is set, or the review was reopened since. */
  dueAt: string | null;
  /** What becomes of sheets that come in after that. */
  lateSheets: 'marked' | 'refused';
  /** Whether the judge left the pool of experts. */
  left: boolean;
  timeZone: string;
  assigned: number;
  scored: number;
}

/** A project given to the judge. */
export interface DeskEntry {
  entryId: string;
  number: string;
  title: string;
  /** Null where the stage is blind. */
  team: string | null;
  members: string[];
  division: LocalText;
  field: LocalText | null;
  declared: boolean;
  state: 'todo' | 'draft' | 'scored';
  /** Whether sheets of it are taken now. */
  open: boolean;
  /** Hundredths. */
  total: number | null;
  /** Whether the sheet came in late. */
  late: boolean;
}

export interface Desk extends OwnReview {
  blind: boolean;
  /** What is accepted before anything is read, a point in each line. */
  terms: LocalText;
  /** Tells its wording from others. */
  termsDigest: string;
  accepted: boolean;
  /** When an earlier wording was accepted, where this one was not. */
  acceptedBefore: string | null;
  ties: string[];
  rubric: Rubric;
  entries: DeskEntry[];
}

export interface Sheet {
  entryId: string;
  scores: Scores;
  comment: string;
  total: number;
  revision: number;
  submittedAt: string;
  late: boolean;
}

export interface MaterialFile {
  index: number;
  name: string;
  /** Bytes. */
  size: number;
  /** The ending of its name, in lower case. */
  type: string;
}

export interface EntryDetail {
  entry: DeskEntry;
  summary: string;
  language: string;
  answers: { code: string; name: LocalText; answer: LocalText }[];
  materials: { kind: LocalText; files: MaterialFile[] }[];
  sheet: Sheet | null;
  draft: { scores: Scores; comment: string; savedAt: string } | null;
}
