export * from './access/index.js';
export * from './config/index.js';
export * from './contents.js';
export * from './database/index.js';
export * from './http/index.js';
export * from './realtime/index.js';
export * from './documents/index.js';
export * from './jobs/index.js';
