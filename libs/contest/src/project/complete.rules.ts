import { type FieldFailure, parseCreditCode, parseMail } from '@haishi/kernel';
import type { EditionDefinition, Group } from '../edition/edition.definition.js';
import { undertakingDigest } from '../edition/undertaking.rules.js';
import { gaps } from '../eligibility-rules/gaps.rules.js';
import { missingAnswers } from '../entry-form/answers.rules.js';
import { checkCountry, checkParts, materialsOf, UNKNOWN_COUNTRY } from './project.rules.js';
import type { ProjectContent, ProjectSnapshot } from './project.snapshot.js';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Everything that keeps a project from being handed in, by field; empty where it is complete. `confirmed` holds the addresses of
 * the members who agree to take part, which only some groups ask for.
 */
export function checkSubmission(
  definition: EditionDefinition,
  project: ProjectSnapshot,
  confirmed: ReadonlySet<string> = NOBODY,
): FieldFailure[] {
  const faults: FieldFailure[] = [];
  for (const field of ['title', 'summary', 'division', 'field', 'region', 'group'] as const)
    if (!project[field]) faults.push({ field, code: 'common.required' });
  faults.push(...checkParts(definition, project));
  const group = definition.groups.find(({ code }) => code === project.group);
  if (group?.organisation === 'required') faults.push(...checkOrganisation(project.organisation));
  faults.push(...checkMembers(project, group), ...checkConfirmed(project, group, confirmed));
  const answers = project.answers ?? {};
  faults.push(...missingAnswers(definition, project.group, answers));
  faults.push(...gaps(definition, { ...project, answers }));
  faults.push(...checkMaterials(definition, project));
  faults.push(...checkUndertaking(definition, project));
  return faults;
}

/** What was confirmed is the wording that the edition has now. */
function checkUndertaking(
  { undertaking }: EditionDefinition,
  { undertaking: confirmed, undertakingDigest: wording }: ProjectSnapshot,
): FieldFailure[] {
  if (!confirmed) return [{ field: 'undertaking', code: 'project.undertaking_needed' }];
  if (wording && wording !== undertakingDigest(undertaking))
    return [{ field: 'undertaking', code: 'project.undertaking_changed' }];
  return [];
}

/** A company of this country shows its credit code 统一社会信用代码; one from elsewhere its register's number. */
function checkOrganisation({ name, country, code }: ProjectContent['organisation']): FieldFailure[] {
  const faults: FieldFailure[] = [];
  if (name === '') faults.push({ field: 'organisation.name', code: 'common.required' });
  if (country === UNKNOWN_COUNTRY) faults.push({ field: 'organisation.country', code: 'common.required' });
  faults.push(...checkCountry(country));
  if (code === '') faults.push({ field: 'organisation.code', code: 'common.required' });
  else if (country === 'CN' && parseCreditCode(code) === undefined)
    faults.push({ field: 'organisation.code', code: 'project.bad_credit_code' });
  return faults;
}

const WHOLE = 10_000;

function checkMembers({ members }: Pick<ProjectContent, 'members'>, group: Group | undefined): FieldFailure[] {
  const faults: FieldFailure[] = [];
  if (members.length === 0) faults.push({ field: 'members', code: 'common.required' });
  const seen = new Set<string>();
  members.forEach((member, index) => {
    for (const field of ['name', 'role', 'mail'] as const)
      if (member[field] === '') faults.push({ field: `members.${index}.${field}`, code: 'common.required' });
    const mail = parseMail(member.mail);
    if (member.mail !== '' && mail === undefined)
      faults.push({ field: `members.${index}.mail`, code: 'project.bad_mail' });
    if (mail !== undefined && seen.has(mail))
      faults.push({ field: `members.${index}.mail`, code: 'project.member_repeated' });
    if (mail !== undefined) seen.add(mail);
  });
  const core = members.filter(({ isCore }) => isCore).length;
  const min = group?.minCoreMembers ?? 0;
  if (core < min) faults.push({ field: 'members', code: 'project.too_few_core', params: { min, count: core } });
  const total = members.reduce((sum, { share }) => sum + (share ?? 0), 0);
  if (total > WHOLE) faults.push({ field: 'members', code: 'project.shares_over', params: { total: total / 100 } });
  return faults;
}

/** A member without an address is named by what is missing there already. */
function checkConfirmed(
  { members }: Pick<ProjectContent, 'members'>,
  group: Group | undefined,
  confirmed: ReadonlySet<string>,
): FieldFailure[] {
  if (!group?.membersConfirm) return [];
  return members.flatMap(({ isCore, mail, name }, index) =>
    isCore && mail !== '' && !confirmed.has(mail)
      ? [{ field: `members.${index}.mail`, code: 'team.not_confirmed', params: { name: name || index + 1 } }]
      : [],
  );
}

function checkMaterials(definition: EditionDefinition, project: ProjectSnapshot): FieldFailure[] {
  const count = (kind: string) => project.materials.filter((material) => material.kind === kind).length;
  return materialsOf(definition, project.group)
    .filter(({ code, minCount }) => count(code) < minCount)
    .map(({ code, name, minCount }) => ({
      field: `materials.${code}`,
      code: 'project.material_missing',
      params: { name, min: minCount, count: count(code) },
    }));
}
