export * from './channels.js';
export * from './realtime.js';
export * from './realtime.module.js';
