/** What the panels of online reviews say they serve. */
export const ROUND_CONTEXT = 'online_review';
