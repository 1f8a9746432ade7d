export * from './access.js';
export * from './actor.js';
export * from './channels/protocol.js';
export * from './errors/catalogue.js';
export * from './errors/index.js';
export * from './locale.js';
