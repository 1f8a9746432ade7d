/**
 * Whether `code` is none of those that a list of the edition's file has. Where they were not all read, each another one, no code
 * can be told to be missing: that it is would follow from a fault that is told already.
 */
export function lacks(all: readonly string[], code: string): boolean {
  return all.length > 0 && !all.includes('') && new Set(all).size === all.length && !all.includes(code);
}

/** An edition's own code stands at the front of its project numbers. */
export const EDITION_CODE = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;
export const EDITION_CODE_LENGTH = 20;
