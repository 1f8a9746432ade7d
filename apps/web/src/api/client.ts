import { noteServerTime } from '@/shared/format/server-clock';
import { ApiProblem, readProblem } from './problem';
import type { AnswerOf, ApiPath, BodyOf, Method } from './types';

type Scalar = string | number | boolean;

export interface CallOptions {
  /** Values for the `{names}` in the path. */
  path?: Record<string, string | number>;
  /** Empty and missing values are left out; a list is repeated. */
  query?: Record<string, Scalar | readonly Scalar[] | null | undefined>;
  /** Beyond those that every call carries. */
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface WriteOptions<Body = unknown> extends CallOptions {
  body?: Body;
  /** The version held of what is changed; sent as `If-Match`. */
  version?: number;
  /** From {@link newKey}; the same for every repetition of one act. */
  key?: string;
}

export const API_BASE = '/api/v1';

/** A key for one act of a person, so that a repetition over a bad network is done once. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** The address of an API path, for links and downloads. */
export function apiUrl(path: string, options: CallOptions = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = options.path?.[name];
    if (value === undefined) throw new TypeError(`no value for {${name}} in ${path}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(options.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value as Scalar | null | undefined]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return `${API_BASE}${filled}${text ? `?${text}` : ''}`;
}

let onUnauthenticated: () => void = () => {};

/** Sets what happens when the session turns out to have ended. */
export function whenSessionEnds(act: () => void): void {
  onUnauthenticated = act;
}

let onWritten: () => void = () => {};

/** Sets what happens after each write that went through. */
export function whenWritten(act: () => void): void {
  onWritten = act;
}

async function call<Answer>(method: string, path: string, options: WriteOptions): Promise<Answer> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
    ...options.headers,
  };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
  if (options.key !== undefined) headers['idempotency-key'] = options.key;
  let response: Response;
  try {
    response = await fetch(apiUrl(path, options), {
      method,
      headers,
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    // Whoever gave the call up wants to hear nothing; who waited for it too long was not answered.
    if (options.signal?.aborted && (error as Error).name !== 'TimeoutError') throw error;
    throw new ApiProblem('network.unreachable', 0, '');
  }
  noteServerTime(response.headers.get('date'));
  if (!response.ok) {
    const problem = await readProblem(response);
    if (problem.code === 'common.unauthenticated') onUnauthenticated();
    throw problem;
  }
  if (method !== 'GET') onWritten();
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as Answer;
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

type Write<M extends Method> = {
  /** Answer and body by the path, as the server declares them. */
  <Path extends ApiPath<M>>(path: Path, options?: WriteOptions<BodyOf<Path, M>>): Promise<AnswerOf<Path, M>>;
  <Answer>(path: string, options?: WriteOptions): Promise<Answer>;
};

type Read = {
  <Path extends ApiPath<'get'>>(path: Path, options?: CallOptions): Promise<AnswerOf<Path, 'get'>>;
  <Answer>(path: string, options?: CallOptions): Promise<Answer>;
};

/** The server's REST interface under `/api/v1`. Every unsuccessful answer is thrown as an `ApiProblem`. */
export const api = {
  get: ((path: string, options: CallOptions = {}) => call('GET', path, options)) as Read,
  post: ((path: string, options: WriteOptions = {}) => call('POST', path, options)) as Write<'post'>,
  put: ((path: string, options: WriteOptions = {}) => call('PUT', path, options)) as Write<'put'>,
  patch: ((path: string, options: WriteOptions = {}) => call('PATCH', path, options)) as Write<'patch'>,
  delete: ((path: string, options: WriteOptions = {}) => call('DELETE', path, options)) as Write<'delete'>,
};

/** One page of a list; `next` is absent on the last. */
export interface Page<Item> {
  items: Item[];
  next?: string;
  total?: number;
  /** How many more the reader is recused from, where the list leaves these out. */
  recused?: number;
}
