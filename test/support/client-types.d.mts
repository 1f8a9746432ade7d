/** Where the pages hold the types of the REST interface. */
export const CLIENT_TYPES: URL;
/** The types of the REST interface that an OpenAPI document describes, as the pages hold them. */
export function clientTypes(document: object): Promise<string>;
