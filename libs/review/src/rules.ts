export * from './aggregation/aggregation.rules.js';
export * from './ranking/ranking.rules.js';
export * from './recusal/recusal.rules.js';
export * from './rubric/rubric.rules.js';
export * from './sheet/keying.rules.js';
export * from './sheet/sheet.rules.js';
