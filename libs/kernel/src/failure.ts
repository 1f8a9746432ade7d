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

/** One faulty field of an input: `field` is a path such as `members.2.name`. */
export interface FieldFailure {
  field: string;
  code: string;
  params?: Record<string, string | number>;
}

export interface FailureDetails {
  params?: Record<string, string | number>;
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
