export * from './access/index.js';
export * from './database/index.js';
export * from './http/index.js';
