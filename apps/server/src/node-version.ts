/** The oldest Node that runs the product; `bin/node.mjs` brings one where the machine has none. */
const MIN_MAJOR = 24;

/** What to say on a Node that cannot run the product; undefined on one that can. */
export function nodeComplaint(version: string): string | undefined {
  if (Number(version.split('.')[0]) >= MIN_MAJOR) return undefined;
  return `需要 Node ${MIN_MAJOR} 或更高版本，当前是 ${version}；请用 npm start 或 npm run haishi 启动。 (Node ${MIN_MAJOR} is needed, and this is ${version}. Start with npm start or npm run haishi, which bring it.)`;
}

/** Ends an older Node with one line, before anything that it could not load is loaded. */
export function refuseOldNode(): void {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint === undefined) return;
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
