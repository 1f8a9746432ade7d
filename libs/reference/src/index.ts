export * from './calendar.js';
export * from './counties.js';
export * from './industries.js';
export { institutionKey, INSTITUTIONS, type Institution, otherNamesOf } from './institutions.js';
export { comparableName } from './lookup.js';
export * from './provinces.js';
export * from './universities.js';
