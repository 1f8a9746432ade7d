import type { ProblemField } from '@/api/problem';
import type { ProjectContent } from './contest-api';
import { UNKNOWN_COUNTRY } from './project-draft';

/** What goes out in the place of a value that was refused: what is stored or, where that does not go with the rest, nothing. */
export type Instead = 'stored' | 'blank';

const BLANK: Omit<ProjectContent, 'language' | 'members'> = {
  ...{ title: '', summary: '', division: null, field: null, region: null, group: null },
  ...{ organisation: { name: '', country: UNKNOWN_COUNTRY, code: '' }, landing: [], answers: {} },
  ...{ undertaking: false, undertakingDigest: null },
};
const BLANK_MEMBER: ProjectContent['members'][number] = { name: '', role: '', share: null, mail: '', isCore: false };

/** What to leave out besides, now that these fields were refused; undefined where that leads no further. */
export function leaveOut(
  left: ReadonlyMap<string, Instead>,
  fields: readonly ProblemField[],
): ReadonlyMap<string, Instead> | undefined {
  if (fields.length === 0 || fields.some(({ field }) => left.get(field) === 'blank')) return undefined;
  return new Map([
    ...left,
    ...fields.map(({ field }) => [field, left.has(field) ? 'blank' : 'stored'] satisfies [string, Instead]),
  ]);
}

/** What was typed, but for the fields that are left out. */
export function besides(
  typed: ProjectContent,
  stored: ProjectContent,
  left: ReadonlyMap<string, Instead>,
): ProjectContent {
  const body = structuredClone(typed);
  for (const [field, instead] of left) {
    const [part, at, leaf] = field.split('.') as [keyof ProjectContent, string?, string?];
    const from = { ...stored, ...(instead === 'blank' ? BLANK : {}) };
    if (part === 'members' && at && leaf) {
      const member = body.members[Number(at)];
      const held = instead === 'stored' && member ? heldAs(member, Number(at), typed, stored) : undefined;
      if (member) Object.assign(member, { [leaf]: (held ?? BLANK_MEMBER)[leaf as keyof typeof member] });
    } else if (part === 'members') body.members = instead === 'stored' ? stored.members : [];
    else if (part === 'answers' && at) {
      const { [at]: _, ...others } = body.answers;
      const answer = from.answers[at];
      body.answers = answer === undefined ? others : { ...others, [at]: answer };
    } else if (part === 'organisation' && at)
      Object.assign(body.organisation, { [at]: from.organisation[at as keyof ProjectContent['organisation']] });
    else Object.assign(body, { [part]: from[part] });
  }
  return body;
}

/** The same member as it is stored: by address, or by place where nobody was added or removed. */
function heldAs(
  { mail }: ProjectContent['members'][number],
  index: number,
  typed: ProjectContent,
  stored: ProjectContent,
): ProjectContent['members'][number] | undefined {
  const byMail = mail === '' ? undefined : stored.members.find((member) => member.mail === mail);
  return byMail ?? (typed.members.length === stored.members.length ? stored.members[index] : undefined);
}
