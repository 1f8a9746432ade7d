import {
  appealDeadline,
  DEFAULT_APPEAL_DAYS,
  type Edition,
  type EligibilityDecision,
  keyOfOrganisation,
  type Project,
  type ProjectMaterial,
  type ProjectMember,
  type ProjectSubmission,
  reasonText,
  type RuleCounts,
} from '@haishi/contest';
import { nameKey } from '@haishi/identity';
import type { Load } from './load.js';
import type { ProjectPlan } from './project-plan.js';

/** A plan with its id, who checks it, and its number once it was handed in. */
export interface NumberedPlan extends ProjectPlan {
  id: string;
  number: string | null;
  checkerId: string;
}

export interface ProjectRows {
  project: Project;
  members: ProjectMember[];
  submissions: ProjectSubmission[];
  decisions: EligibilityDecision[];
}

/** The rows of one project; `paper` is its business plan and `counts` what conditions make of it, once it was handed in. */
export function projectRows(
  load: Load,
  edition: Edition,
  plan: NumberedPlan,
  paper: ProjectMaterial | undefined,
  counts: RuleCounts = { unmetRules: null, unknownRules: null },
): ProjectRows {
  const { id: projectId, createdAt, content, rounds } = plan;
  const { id: editionId } = edition;
  const materials = paper ? [{ kind: paper.kind, fileId: paper.fileId, name: paper.name, size: paper.size }] : [];
  return {
    project: { ...toProject(editionId, plan), ...counts },
    members: content.members.map((member, index) => ({
      ...member,
      id: load.id(createdAt),
      projectId,
      position: index,
    })),
    submissions: rounds.map(({ at }, index) => ({
      id: load.id(at),
      projectId,
      number: index + 1,
      requestKey: load.id(at),
      snapshot: { ...content, materials },
      byId: plan.owner.id,
      at,
      late: null,
    })),
    decisions: rounds.flatMap(({ decision }, index) =>
      decision
        ? [
            {
              ...decision,
              appealUntil:
                decision.action === 'reject'
                  ? appealDeadline(decision.at, DEFAULT_APPEAL_DAYS, edition.timeZone)
                  : null,
              reasonName: reasonText({ ...decision, reasonName: null }) ?? null,
              id: load.id(decision.at),
              editionId,
              projectId,
              submission: index + 1,
              round: 0,
              byId: plan.checkerId,
            },
          ]
        : [],
    ),
  };
}

function toProject(editionId: string, plan: NumberedPlan): Omit<Project, keyof RuleCounts> {
  const { content, rounds, state } = plan;
  const { organisation, group, members: _members, ...texts } = content;
  const last = rounds.at(-1);
  return {
    ...texts,
    undertakingDigest: content.undertakingDigest ?? null,
    id: plan.id,
    editionId,
    ownerId: plan.owner.id,
    number: plan.number,
    state,
    titleKey: nameKey(content.title),
    groupCode: group,
    chosenPlace: null,
    organisationName: organisation.name,
    organisationCountry: organisation.country,
    organisationCode: organisation.code,
    organisationKey: keyOfOrganisation(organisation.name),
    submittedAt: last?.at ?? null,
    submissions: rounds.length,
    correctionDueAt: state === 'returned' ? (last?.decision?.dueAt ?? null) : null,
    lateUntil: null,
    withdrawnAt: plan.withdrawnAt,
    withdrawReason: null,
    demo: true,
    version: 1 + 2 * rounds.length,
    createdAt: plan.createdAt,
    updatedAt: plan.withdrawnAt ?? last?.decision?.at ?? last?.at ?? plan.createdAt,
  };
}
