import { parseMail } from '@haishi/kernel';
import { differencesOf, type Json } from '../edition-change/difference.rules.js';
import type { MaterialContent, MemberContent, ProjectSnapshot } from '../project/project.snapshot.js';

/** One value that differs; null where there is none. */
export interface ValueChange {
  /** Such as `title` or `organisation.name`; of an answer, the code of its question. */
  field: string;
  old: Json;
  new: Json;
}

export const MEMBER_CHANGES = ['added', 'removed', 'changed'] as const;
export interface MemberChange {
  kind: (typeof MEMBER_CHANGES)[number];
  /** As they are named now, or were last. */
  name: string;
  /** What differs, where they were changed. */
  values: ValueChange[];
}

export const MATERIAL_CHANGES = ['added', 'removed', 'replaced'] as const;
export interface MaterialChange {
  kind: (typeof MATERIAL_CHANGES)[number];
  /** The code of the kind of material. */
  material: string;
  old: MaterialContent | null;
  new: MaterialContent | null;
}

export interface SnapshotDifference {
  fields: ValueChange[];
  answers: ValueChange[];
  members: MemberChange[];
  materials: MaterialChange[];
}

/**
 * What differs between two submissions of a project, in the order of the newer one. A member is the same person where the
 * mail address is the same, or else the name; their order says nothing. A file that went is replaced by one of the same
 * kind that came.
 */
export function snapshotDifference(before: ProjectSnapshot, after: ProjectSnapshot): SnapshotDifference {
  const {
    members: oldMembers,
    materials: oldMaterials,
    answers: oldAnswers = {},
    undertakingDigest: _,
    ...old
  } = before;
  const {
    members: newMembers,
    materials: newMaterials,
    answers: newAnswers = {},
    undertakingDigest: __,
    ...now
  } = after;
  return {
    fields: valueChanges(old, now),
    answers: valueChanges(oldAnswers, newAnswers),
    members: memberChanges(oldMembers, newMembers),
    materials: materialChanges(oldMaterials, newMaterials),
  };
}

/** Whether nothing differs. */
export function isNoDifference({ fields, answers, members, materials }: SnapshotDifference): boolean {
  return fields.length + answers.length + members.length + materials.length === 0;
}

function valueChanges(before: object, after: object): ValueChange[] {
  return differencesOf(before as Json, after as Json).map((one) => ({ field: one.path, old: one.old, new: one.new }));
}

function memberChanges(before: readonly MemberContent[], after: readonly MemberContent[]): MemberChange[] {
  const left = new Set(before);
  const earlier = new Map<MemberContent, MemberContent>();
  const pair = (identify: (member: MemberContent) => string | undefined) => {
    for (const member of after) {
      const identity = identify(member);
      if (earlier.has(member) || identity === undefined) continue;
      const found = [...left].find((one) => identify(one) === identity);
      if (!found) continue;
      earlier.set(member, found);
      left.delete(found);
    }
  };
  // Erased members have neither name nor address, so that those who are alike in everything come first.
  pair(({ name, role, share, mail, isCore }) => JSON.stringify([name, role, share, mail, isCore]));
  pair(({ mail }) => parseMail(mail));
  pair(({ name }) => name.normalize('NFKC').trim() || undefined);
  const changes = after.flatMap((member): MemberChange[] => {
    const old = earlier.get(member);
    if (!old) return [{ kind: 'added', name: member.name, values: [] }];
    const values = valueChanges(old, member);
    return values.length > 0 ? [{ kind: 'changed', name: member.name, values }] : [];
  });
  return [...changes, ...[...left].map(({ name }): MemberChange => ({ kind: 'removed', name, values: [] }))];
}

function materialChanges(before: readonly MaterialContent[], after: readonly MaterialContent[]): MaterialChange[] {
  const has = (list: readonly MaterialContent[], { kind, fileId }: MaterialContent) =>
    list.some((one) => one.kind === kind && one.fileId === fileId);
  const came = after.filter((file) => !has(before, file));
  const went = before.filter((file) => !has(after, file));
  const changes = came.map((file): MaterialChange => {
    const index = went.findIndex(({ kind }) => kind === file.kind);
    const [old] = index < 0 ? [] : went.splice(index, 1);
    return { kind: old ? 'replaced' : 'added', material: file.kind, old: old ?? null, new: file };
  });
  return [...changes, ...went.map((old): MaterialChange => ({ kind: 'removed', material: old.kind, old, new: null }))];
}
