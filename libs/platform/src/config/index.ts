export * from './environment.js';
export * from './environment.module.js';
export * from './startup-error.js';
