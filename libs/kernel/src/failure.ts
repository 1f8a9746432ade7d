/** How a failure is told to the caller; each kind has one HTTP status in `platform/http`. */
export type FailureKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'gone'
  | 'precondition'
  | 'too_large'
  | 'unsupported'
  | 'too_many'
  | 'unavailable';

/** A word that is told in the reader's language. */
type FailureWord = string | number | { zh: string; en: string };
/** What a failure's wording names; several words are listed as the reader's language lists them. */
export type FailureParams = Readonly<Record<string, FailureWord | readonly FailureWord[]>>;

/** One faulty field of an input: `field` is a path such as `members.2.name`. */
export interface FieldFailure {
  field: string;
  code: string;
  params?: FailureParams;
}

export interface FailureDetails {
  params?: FailureParams;
  field?: string;
  fields?: FieldFailure[];
  /** Machine-readable facts that the caller may show, such as the time of a first admission. */
  data?: Record<string, unknown>;
}

/**
 * An expected failure: something a person did or a state the world is in, never a defect.
 * It carries a stable code; its wording in each language stands in `contracts`.
 */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly code: string,
    readonly details: FailureDetails = {},
  ) {
    super(code);
    this.name = 'Failure';
  }
}
