import openapiTS, { astToString } from 'openapi-typescript';

export const CLIENT_TYPES = new URL('../../apps/web/src/api/schema.d.ts', import.meta.url);

/** The types of the REST interface that an OpenAPI document describes, as the pages hold them. */
export async function clientTypes(document) {
  const ast = await openapiTS(JSON.parse(JSON.stringify(document)), { alphabetize: true });
  return `/* Written by \`npm run api:generate\` from the server's controllers. */\n${astToString(ast)}`;
}
