export * from './event/event.rules.js';
export * from './scan/clock.rules.js';
export * from './scan/ruling.rules.js';
export * from './scan/verdict.rules.js';
export * from './ticket/base45.rules.js';
export * from './ticket/ticket-text.rules.js';
