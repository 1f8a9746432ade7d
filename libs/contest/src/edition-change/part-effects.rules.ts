import { type Assessment, type ChangeFacts, checkedAnew, inUse, sum, total } from './assessment.rules.js';
import type { Difference, Json } from './difference.rules.js';

/** Where a project lies, or will. */
interface Place {
  division: string | null;
  field: string | null;
  region: string | null;
  group: string | null;
}

/**
 * What a change of a division, a sub-field, a region or a group means. None goes that a project was handed in with; drafts and who
 * claims a collected project choose again, and experts are kept under another.
 */
export function assessPart(
  { path, kind, old }: Difference,
  facts: ChangeFacts,
  { effects, refusals }: Assessment,
): void {
  // The order of a draw follows from the seed and the order of the groups, and anybody may work it out again.
  const drawn = path === 'groups' && kind === 'moved' ? facts.sessions.find(({ begun }) => begun) : undefined;
  if (drawn) refusals.push({ field: path, code: 'edition.change_groups_drawn', params: { session: drawn.name } });
  const [part, code, inner, fieldCode, ...rest] = path.split('.');
  const isField = inner === 'fields' && fieldCode !== undefined;
  const chosen = facts.projects.filter((one) => isIn(path, one));
  const [drafts, submitted] = [sum(chosen, 'drafts'), sum(chosen, 'submitted')];
  const gone = kind === 'removed' && (isField ? rest.length === 0 : inner === undefined && code !== undefined);
  if (gone) {
    effects.push({ path, code: 'drafts_choose_again', count: drafts });
    effects.push({ path, code: 'offers_choose_again', count: offeredIn(path, facts) });
    effects.push({ path, code: 'experts_lose', count: expertsOf(path, old, facts) });
    if (submitted > 0) refusals.push(inUse(path, 'edition.change_in_use', old, submitted));
    const heats = part === 'regions' ? facts.sessions.filter(({ regionCode }) => regionCode === code) : [];
    if (heats.length > 0) refusals.push(inUse(path, 'edition.change_region_in_use', old, heats.length));
  } else if (/\.name\.(zh|en)$/.test(path)) effects.push({ path, code: 'renamed', count: drafts + submitted });
  else if (part === 'groups' && ['organisation', 'minCoreMembers', 'membersConfirm'].includes(inner ?? '')) {
    effects.push(...checkedAnew(path, total(chosen)));
  }
}

/** Whether it lies in the division, sub-field, region or group at a path. */
function isIn(path: string, { division, field, region, group }: Place): boolean {
  const [part, code, inner, fieldCode] = path.split('.');
  if (part !== 'divisions') return (part === 'regions' ? region : group) === code;
  return division === code && (inner !== 'fields' || fieldCode === undefined || field === fieldCode);
}

function offeredIn(path: string, { offered }: ChangeFacts): number {
  return offered.filter((one) => isIn(path, one)).reduce((all, { count }) => all + count, 0);
}

/** How many experts are kept under what goes; with a division its sub-fields go. */
function expertsOf(path: string, old: Json, { experts }: ChangeFacts): number {
  const [part, code, , fieldCode] = path.split('.');
  if (part === 'regions') return experts.filter(({ region }) => region === code).length;
  if (part !== 'divisions') return 0;
  const gone = fieldCode === undefined ? [code!, ...fieldCodes(old)] : [fieldCode];
  return experts.filter(({ fields }) => gone.some((one) => fields.includes(one))).length;
}

function fieldCodes(division: Json): string[] {
  const fields = typeof division === 'object' && division && !Array.isArray(division) ? division['fields'] : null;
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((one) => (typeof one === 'object' && one && !Array.isArray(one) ? String(one['code']) : []));
}
