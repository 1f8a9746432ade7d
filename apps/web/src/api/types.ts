import type { components, paths } from './schema';

/** A body or answer by the name the server gives it. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The interface without its prefix. */
type Api = { [Path in keyof paths as Path extends `/api/v1${infer Rest}` ? Rest : never]: paths[Path] };

/** The paths that answer to a method, as the server declares them. */
export type ApiPath<M extends Method> = {
  [Path in keyof Api]: Api[Path][M] extends undefined ? never : Path;
}[keyof Api];

type Content<Part> = Part extends { content: { 'application/json': infer Json } } ? Json : never;
type Successful<Responses> = {
  [Status in keyof Responses]: Status extends 200 | 201 | 202 ? Responses[Status] : never;
};

/** What a call answers; `void` where the server sends nothing. */
export type AnswerOf<Path extends keyof Api, M extends Method> = Api[Path][M] extends { responses: infer Responses }
  ? [Content<Successful<Responses>[keyof Responses]>] extends [never]
    ? void
    : Content<Successful<Responses>[keyof Responses]>
  : void;

/** What a call takes; `undefined` where it takes nothing. */
export type BodyOf<Path extends keyof Api, M extends Method> = Api[Path][M] extends { requestBody: infer Body }
  ? Content<Body>
  : undefined;
