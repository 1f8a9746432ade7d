import { withoutStrayUnseen } from '@haishi/kernel';

/** Control characters but tab and line ends. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** A text as it is kept: what cannot be seen but spoils a list, a screen or a spreadsheet is dropped, and white space around it. */
export const tidyText = (text: string): string => withoutStrayUnseen(text.toWellFormed().replace(CONTROL, '')).trim();
