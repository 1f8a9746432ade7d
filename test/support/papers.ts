import { execFileSync, spawnSync } from 'node:child_process';

/** Whether this machine reads PDFs back. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The text of a PDF without its spaces and breaks, for looking for words that a cell may have broken. */
export const packedText = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1e8 }).replaceAll(/\s/g, '');
