import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { type ErrorCode, errorText, ERRORS, failure, type Locale } from '@haishi/contracts';
import { Failure, type FailureKind } from '@haishi/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from './actor-context.js';
import { sizeText } from '../documents/size-text.js';

const STATUS: Record<FailureKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  precondition: 412,
  too_large: 413,
  unsupported: 415,
  too_many: 429,
  unavailable: 503,
};

/** An error answer after RFC 9457, with our stable `code`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  field?: string;
  fields?: { field: string; code: string; message: string }[];
  data?: Record<string, unknown>;
  requestId: string;
}

/** Words an expected failure for a reader of `locale`. */
export function toProblem(error: Failure, locale: Locale, requestId: string): Problem {
  const { params, field, fields, data } = error.details;
  const detail = errorText(error.code, locale, { ...params, requestId });
  return {
    type: `urn:haishi:problem:${error.code}`,
    title: detail,
    status: error.code === 'common.internal' ? 500 : STATUS[error.kind],
    code: error.code,
    detail,
    ...(field ? { field } : {}),
    ...(fields
      ? {
          fields: fields.map((one) => ({
            field: one.field,
            code: one.code,
            message: errorText(one.code, locale, one.params),
          })),
        }
      : {}),
    ...(data ? { data } : {}),
    requestId,
  };
}

const CODE_OF_STATUS: Record<number, ErrorCode> = {
  400: 'common.bad_json',
  401: 'common.unauthenticated',
  403: 'common.forbidden',
  404: 'common.not_found',
  413: 'common.body_too_large',
  415: 'common.unsupported_media_type',
};

/** What any thrown thing is to the caller: expected failures as they are, the framework's by status, the rest a defect. `bodyLimit`: of the route, in bytes. */
export function toFailure(error: unknown, bodyLimit?: number): Failure {
  if (error instanceof Failure) return error;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  const code = status === undefined ? undefined : CODE_OF_STATUS[status];
  if (code === 'common.body_too_large') return failure(code, { params: { max: sizeText(bodyLimit ?? 0) } });
  return code ? new Failure(ERRORS[code].kind, code) : failure('common.internal');
}

/** Maps every failure once, at the edge, to problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const expected = toFailure(error, request.routeOptions?.bodyLimit);
    if (expected.code === 'common.internal') {
      this.logger.error(`${request.method} ${request.routeOptions?.url ?? ''} ${request.id}`, (error as Error)?.stack);
    }
    const problem = toProblem(expected, localeOf(request), String(request.id));
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }
}
