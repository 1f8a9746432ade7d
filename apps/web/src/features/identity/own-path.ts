/** Where to go on: a path of ours asked for in the address, else the tasks. An address elsewhere is not followed. */
export function ownPath(asked: unknown): string {
  return typeof asked === 'string' && /^\/(?![/\\])/.test(asked) ? asked : '/tasks';
}
