import {
  type Edition,
  EditionSerial,
  EligibilityDecision,
  MemberInvitation,
  MATERIAL_PURPOSE,
  Project,
  ProjectMark,
  projectMarks,
  ProjectMaterial,
  ProjectMember,
  projectNumber,
  type ProjectState,
  ProjectSubmission,
} from '@haishi/contest';
import type { Person } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { DemoFiles } from './demo-files.js';
import { demoPdf } from './demo-pdf.js';
import type { Load } from './load.js';
import { memberInvitations } from './member-invitations.js';
import type { Cast } from './people.part.js';
import { planContent, planRounds, type ProjectPlan, regionOf } from './project-plan.js';
import { conditionCounts } from './project-conditions.js';
import { type NumberedPlan, projectRows } from './project-rows.js';

/** What was handed in comes to the 3,173 projects that were published; drafts are seen by their owners alone. */
const STATES: readonly (readonly [ProjectState, number])[] = [
  ['accepted', 2_431],
  ['submitted', 456],
  ['returned', 112],
  ['rejected', 128],
  ['withdrawn', 46],
  ['draft', 140],
];
/** The projects of the account at the panel. */
const OWN_STATES: readonly ProjectState[] = ['accepted', 'returned', 'draft'];

/** A project that may be put on a stage. */
export interface AcceptedProject {
  id: string;
  region: string;
  division: string;
  group: string;
  organisation: { name: string; code: string };
}

/** Projects with their members, plans, submissions and decisions. */
@Injectable()
export class ProjectsPart {
  constructor(private readonly files: DemoFiles) {}

  async load(load: Load, edition: Edition, cast: Cast): Promise<AcceptedProject[]> {
    load.begin('参赛项目 projects');
    return this.store(load, edition, this.plan(load, edition, cast), cast.checkers);
  }

  /** Stores projects as planned, checked by some of `checkers`; answers those that were accepted. */
  async store(
    load: Load,
    edition: Edition,
    planned: readonly ProjectPlan[],
    checkers: readonly Person[],
  ): Promise<AcceptedProject[]> {
    const plans = this.number(load, edition, planned, checkers);
    const papers = await this.storePlans(load, plans);
    const counts = conditionCounts(load, edition, plans);
    const rows = plans.map((plan) => projectRows(load, edition, plan, papers.get(plan.id), counts.get(plan.id)));
    await load.insert(
      Project,
      rows.map(({ project }) => project),
    );
    await load.insert(
      ProjectMember,
      rows.flatMap(({ members }) => members),
    );
    await load.insert(ProjectMaterial, [...papers.values()]);
    await load.insert(
      ProjectSubmission,
      rows.flatMap(({ submissions }) => submissions),
    );
    await load.insert(
      ProjectMark,
      plans
        .filter(({ rounds }) => rounds.length > 0)
        .flatMap(({ id, content, owner }) => projectMarks({ id, editionId: edition.id }, content, owner)),
    );
    await load.insert(
      EligibilityDecision,
      rows.flatMap(({ decisions }) => decisions),
    );
    await load.insert(MemberInvitation, memberInvitations(load, plans));
    const last = plans.filter(({ number }) => number !== null).length;
    await load.run((work) => work.manager.update(EditionSerial, { editionId: edition.id }, { last }));
    return plans
      .filter(({ state }) => state === 'accepted')
      .map(({ id, content: { region, division, group, organisation } }) => ({
        id,
        region: region!,
        division: division!,
        group: group!,
        organisation,
      }));
  }

  private plan(load: Load, edition: Edition, cast: Cast): ProjectPlan[] {
    const used = { titles: new Set<string>(), names: new Set<string>() };
    const entrants = { home: turns(cast.entrantsAtHome), abroad: turns(cast.entrantsAbroad) };
    const plan = (owner: ProjectPlan['owner'], state: ProjectState, region: string): ProjectPlan => {
      const content = planContent(load, owner, edition.definition, region, used);
      return { owner, state, content, ...planRounds(load, state, content.language) };
    };
    const states = STATES.flatMap(([state, count]) => {
      const own = OWN_STATES.includes(state) ? 1 : 0;
      return Array.from({ length: count - own }, () => state);
    });
    return [
      ...OWN_STATES.map((state) => plan(cast.account('entrant'), state, 'BJ')),
      ...load.random.sample(states, states.length).map((state) => {
        const abroad = load.random.chance(34);
        return plan((abroad ? entrants.abroad : entrants.home)(), state, regionOf(load.random, abroad));
      }),
    ];
  }

  /** Numbers run in the order in which projects were first handed in. */
  private number(
    load: Load,
    edition: Edition,
    plans: readonly ProjectPlan[],
    checkers: readonly Person[],
  ): NumberedPlan[] {
    const first = ({ rounds }: ProjectPlan) => rounds[0]?.at.getTime() ?? Number.MAX_SAFE_INTEGER;
    return [...plans]
      .sort((one, other) => first(one) - first(other))
      .map((plan, index) => ({
        ...plan,
        id: load.id(plan.createdAt),
        number: plan.rounds.length > 0 ? projectNumber(edition.code, plan.content.division!, index + 1) : null,
        checkerId: load.random.pick(checkers).id,
      }));
  }

  /** A business plan for everything that was handed in. */
  private async storePlans(load: Load, plans: readonly NumberedPlan[]): Promise<Map<string, ProjectMaterial>> {
    const handedIn = plans.filter(({ rounds }) => rounds.length > 0);
    const files = await this.files.store(
      load,
      handedIn.map((plan) => ({
        purpose: MATERIAL_PURPOSE,
        name: plan.content.language === 'zh' ? '商业计划书.pdf' : 'business-plan.pdf',
        ownerId: plan.owner.id,
        subjectType: 'project',
        subjectId: plan.id,
        at: plan.createdAt,
        content: planPdf(plan),
      })),
    );
    return new Map(
      files.map(({ id: fileId, name, size, createdAt, subjectId }) => [
        subjectId!,
        {
          id: load.id(createdAt),
          projectId: subjectId!,
          kind: 'PLAN',
          fileId,
          name,
          size,
          addedAt: createdAt,
          personal: false,
        },
      ]),
    );
  }
}

/** Answers one after another, and begins anew at the end. */
function turns<Item>(items: readonly Item[]): () => Item {
  let next = 0;
  return () => items[next++ % items.length]!;
}

function planPdf({ number, content: { title, summary, language, organisation, members } }: NumberedPlan): Buffer {
  const zh = language === 'zh';
  return demoPdf(title, [
    `${number} · ${organisation.name}`,
    summary,
    `${zh ? '核心成员：' : 'Core team: '}${members.map(({ name, role }) => `${name} (${role})`).join(zh ? '、' : ', ')}`,
    zh ? '演示数据：人名、单位与内容均为虚构。' : 'Demonstration: persons, companies and contents are invented.',
  ]);
}
