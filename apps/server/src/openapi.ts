import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The REST interface as its controllers declare it; the pages' types are generated from it. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder().setTitle('Haishi').setVersion('1').addCookieAuth('haishi_session').build();
  // Rooms may name their controllers alike, so an operation is known by its path alone.
  return SwaggerModule.createDocument(app, config, { operationIdFactory: () => undefined as never });
}
