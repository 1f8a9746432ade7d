export { Fair } from './fair/fair.entity.js';
