import { failure } from '@haishi/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** The key a client gives one act, from `Idempotency-Key`; fails with `common.required` where it is missing. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
  const key = headers['idempotency-key'];
  if (!key) throw failure('common.required', { field: 'Idempotency-Key' });
  if (!/^[\w-]{8,64}$/.test(key)) throw failure('common.bad_format', { field: 'Idempotency-Key' });
  return key;
});
