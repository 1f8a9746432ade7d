import type { Json } from './difference.rules.js';

/** The groups that something is asked of; null for every group. */
type Groups = readonly string[] | null;

/** Of which groups a file's condition, question or material is asked, before a change and after it; undefined where it is not there. */
export interface Limit {
  /** `rules.EQUITY`, as differences name it. */
  path: string;
  old: Groups | undefined;
  new: Groups | undefined;
}

interface Grouped {
  group: string | null;
}

/** A condition that compares degrees in the order in which a question offers them. */
export interface Ordered {
  rule: string;
  question: string;
}

const PARTS = ['rules', 'questions', 'materials'];

/** What two files limit to groups, or do not. */
export function limitsOf(before: Json, after: Json): Limit[] {
  return PARTS.flatMap((part) => {
    const [old, now] = [groupsOf(before, part), groupsOf(after, part)];
    return [...new Set([...old.keys(), ...now.keys()])].map((code) => ({
      path: `${part}.${code}`,
      old: old.get(code),
      new: now.get(code),
    }));
  });
}

/** The conditions of a file that ask for at least some degree 学位, and the questions that say which is higher. */
export function orderedBy(file: Json): Ordered[] {
  const rules = valueAt(file, 'rules');
  if (!Array.isArray(rules)) return [];
  return rules
    .filter((one) => valueAt(one, 'kind') === 'degree' && valueAt(one, 'atLeast') !== null)
    .map((one) => ({ rule: `rules.${String(valueAt(one, 'code'))}`, question: String(valueAt(one, 'question')) }));
}

/**
 * The projects that a difference of a condition, a question or a material concerns: those of the groups that it is asked of before
 * or after the change. Who has chosen no group yet is asked what every group is.
 */
export function concerned<Project extends Grouped>(
  path: string,
  projects: readonly Project[],
  limits: readonly Limit[],
): Project[] {
  const limit = limitAt(path, limits);
  return projects.filter(({ group }) => asks(limit?.old, group) || asks(limit?.new, group));
}

/** Those of them that it was not asked of before. */
export function askedAnew<Project extends Grouped>(
  path: string,
  projects: readonly Project[],
  limits: readonly Limit[],
): Project[] {
  const limit = limitAt(path, limits);
  return projects.filter(({ group }) => asks(limit?.new, group) && !asks(limit?.old, group));
}

function limitAt(path: string, limits: readonly Limit[]): Limit | undefined {
  const [part, code] = path.split('.');
  return limits.find((one) => one.path === `${part}.${code}`);
}

function asks(groups: Groups | undefined, group: string | null): boolean {
  if (groups === undefined) return false;
  return groups === null || (group !== null && groups.includes(group));
}

function groupsOf(file: Json, part: string): Map<string, Groups> {
  const members = valueAt(file, part);
  if (!Array.isArray(members)) return new Map();
  return new Map(
    members.map((one) => {
      const groups = valueAt(one, 'groups');
      return [String(valueAt(one, 'code')), Array.isArray(groups) ? groups.map(String) : null];
    }),
  );
}

function valueAt(value: Json, name: string): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value[name] ?? null) : null;
}
