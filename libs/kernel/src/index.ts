export * from './failure.js';
export * from './fixed.js';
export * from './identifiers.js';
export * from './ids.js';
export * from './state-machine.js';
export * from './unseen.js';
export * from './zone-time.js';
