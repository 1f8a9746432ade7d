/** Control characters but tab and line ends, and marks that turn or isolate the direction of what follows. */
const UNSEEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g;

/** A text as it is kept: what cannot be seen but spoils a list, a screen or a spreadsheet is dropped, and white space around it. */
export const tidyText = (text: string): string => text.toWellFormed().replace(UNSEEN, '').trim();
