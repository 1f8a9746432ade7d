import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    arrivedAt?: Date;
  }
}

/** Notes when each request reached the server, before its session is looked for and whatever else may keep it waiting. */
export function noteArrivals(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    request.arrivedAt = new Date();
    done();
  });
}

/** When this request reached the server: what a deadline judges goes by it, however long the server then takes. */
export const ArrivedAt = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Date =>
    context.switchToHttp().getRequest<FastifyRequest>().arrivedAt ?? new Date(),
);
