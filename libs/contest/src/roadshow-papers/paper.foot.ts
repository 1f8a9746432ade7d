import type { PaperFacts } from './paper.facts.js';

/** What stands at the foot of each page: the session, its stage and its room. */
export const footOf = ({ session, stage }: PaperFacts): string => `${session.name} · ${stage.zh} · ${session.room}`;
