/** A faulty field of what was sent: `field` is a path such as `members.2.name`. */
export interface ProblemField {
  field: string;
  code: string;
  message: string;
}

/** What the server answers with instead of a result (RFC 9457), or a failure to reach it. */
export class ApiProblem extends Error {
  constructor(
    /** The stable code, such as `project.deadline_passed`; `network.unreachable` where there was no answer. */
    readonly code: string,
    /** 0 where there was no answer. */
    readonly status: number,
    /** In the reader's language; empty where there was no answer. */
    readonly detail: string,
    readonly fields: readonly ProblemField[] = [],
    /** Facts that a page may show, such as the time of a first admission. */
    readonly data: Readonly<Record<string, unknown>> = {},
    readonly requestId = '',
  ) {
    super(detail || code);
    this.name = 'ApiProblem';
  }

  /** The message for one field, if it is faulty. */
  messageFor(field: string): string | undefined {
    return this.fields.find((one) => one.field === field)?.message;
  }

  /** Whether sending the same again may succeed: nothing was reached, or the server was busy. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

interface ProblemBody {
  code?: string;
  detail?: string;
  field?: string;
  fields?: ProblemField[];
  data?: Record<string, unknown>;
  requestId?: string;
}

/** Reads an unsuccessful answer; one that is not ours (a proxy's page) becomes `network.bad_answer`. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  if (!body.code) return new ApiProblem('network.bad_answer', response.status, '');
  const detail = body.detail ?? '';
  const fields = body.fields ?? (body.field ? [{ field: body.field, code: body.code, message: detail }] : []);
  return new ApiProblem(body.code, response.status, detail, fields, body.data, body.requestId);
}

/** Whatever was thrown, as a problem that a page can show. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem('page.failed', 0, '');
}
