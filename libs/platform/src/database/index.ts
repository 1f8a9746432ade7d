export * from './columns.js';
export * from './data-source.js';
export * from './database.module.js';
export * from './event.entity.js';
export * from './migrations.js';
export * from './outbox.js';
export * from './unit-of-work.js';
