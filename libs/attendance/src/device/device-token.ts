import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';

/** The header in which a gate's device shows its token. */
export const DEVICE_HEADER = 'x-gate-device';

/** The token of the device that sent this request. */
export const DeviceToken = createParamDecorator((_data: unknown, context: ExecutionContext): string | undefined => {
  const { headers } = context.switchToHttp().getRequest<{ headers: IncomingHttpHeaders }>();
  const token = headers[DEVICE_HEADER];
  return typeof token === 'string' && token.length <= 100 ? token : undefined;
});
