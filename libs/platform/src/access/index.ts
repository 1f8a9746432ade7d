export * from './access.js';
export * from './access.guard.js';
