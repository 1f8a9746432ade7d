export * from './actor-context.js';
export * from './arrival.js';
export * from './etag.js';
export * from './fields.js';
export * from './paging.js';
export * from './problem.js';
export * from './tidy-text.js';
export * from './validation.js';
