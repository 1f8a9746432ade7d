import { activeKey, type Fair, Participation } from '@haishi/fair';
import { missingEvidence, nameKey, Organisation, type Person, RoleGrant } from '@haishi/identity';
import { COUNTIES } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import { DemoFiles, type Paper } from './demo-files.js';
import { demoPdf } from './demo-pdf.js';
import type { Load } from './load.js';
import { organisationText } from './organisation-texts.js';
import { chineseName, demoCreditCode } from './people.js';
import type { Cast } from './people.part.js';
import { newPerson, storePersons } from './persons.js';

/** As published. */
const APPROVED = 245;
/** Besides them: organisations that wait for their vetting, and approved ones whose application waits. */
const UNVETTED = 7;
const APPLIED = 6;

const ZONES = [
  ['EQP', 28],
  ['EIT', 24],
  ['BIO', 22],
  ['FOOD', 12],
  ['TRADE', 14],
] as const;
const PAPERS: Record<string, string> = {
  business_licence: '营业执照',
  authorisation_letter: '招聘授权书',
  agent_identity: '经办人身份证明',
  parent_licence: '上级单位营业执照',
  agency_permit: '人力资源服务许可证',
};

/** An employer, its agent and its part in the fair. */
export interface Employer {
  organisation: Organisation;
  agent: Person;
  /** `null` for an organisation that is not vetted yet. */
  participation: Participation | null;
}

/** Employers with their agents, papers and applications. */
@Injectable()
export class EmployersPart {
  constructor(private readonly files: DemoFiles) {}

  async load(load: Load, fair: Fair, cast: Cast): Promise<Employer[]> {
    load.begin('用人单位 employers');
    const names = new Set<string>();
    const employers = Array.from({ length: APPROVED + UNVETTED + APPLIED }, (_, index) => {
      const agent =
        index === 0
          ? cast.account('employer_agent')
          : newPerson(load, chineseName(load.random), `employer${index + 1}`, load.random.int(20, 44));
      return this.plan(load, fair, cast, agent, names, index);
    });
    await storePersons(
      load,
      employers.slice(1).map(({ agent }) => agent),
    );
    await load.insert(
      Organisation,
      employers.map(({ organisation }) => organisation),
    );
    await load.insert(
      RoleGrant,
      employers.map(({ agent, organisation: { id: scopeId, createdAt } }) => ({
        id: load.id(createdAt),
        personId: agent.id,
        role: 'employer_agent',
        scopeType: 'organisation',
        scopeId,
        grantedBy: agent.id,
        grantedAt: createdAt,
      })),
    );
    await load.insert(
      Participation,
      employers.flatMap(({ participation }) => participation ?? []),
    );
    await this.files.store(load, employers.flatMap(papersOf));
    return employers;
  }

  private plan(load: Load, fair: Fair, cast: Cast, agent: Person, names: Set<string>, index: number): Employer {
    const zone = index === 0 ? 'EQP' : load.random.weighted(ZONES);
    const { name, kind } = organisationText(load.random, zone, names);
    const vetted = index < APPROVED || index >= APPROVED + UNVETTED;
    const registered = load.random.int(15, 19);
    const reviewer = load.random.pick(cast.reviewers).id;
    const organisation: Organisation = {
      id: load.id(load.ago(registered)),
      creditCode: demoCreditCode(load.number()),
      creditCodeOverride: null,
      name,
      nameKey: nameKey(name),
      aliases: [],
      kind,
      branch: false,
      industry: zone,
      countyCode: load.random.pick(COUNTIES).code,
      state: vetted ? 'approved' : 'submitted',
      stateReason: null,
      decidedBy: vetted ? reviewer : null,
      decidedAt: vetted ? load.ago(registered - 2) : null,
      submittedAt: vetted ? load.ago(registered - 1) : load.ago(load.random.int(2, 30) / 10),
      demo: true,
      createdAt: load.ago(registered),
      version: vetted ? 3 : 2,
    };
    if (!vetted) return { organisation, agent, participation: null };
    const approved = index < APPROVED;
    const appliedAt = approved ? load.ago(registered - 3) : load.ago(load.random.int(2, 40) / 10);
    const participation: Participation = {
      id: load.id(appliedAt),
      fairId: fair.id,
      organisationId: organisation.id,
      activeKey: activeKey(fair.id, organisation.id),
      organisationName: name,
      zone,
      publishContact: load.random.chance(70),
      state: approved ? 'approved' : 'applied',
      stateReason: null,
      appliedBy: agent.id,
      appliedAt,
      decidedBy: approved ? reviewer : null,
      decidedAt: approved ? load.ago(registered - 4) : null,
      version: approved ? 2 : 1,
    };
    return { organisation, agent, participation };
  }
}

/** The papers that a vetting demands. */
function papersOf({ organisation, agent }: Employer): Paper[] {
  return missingEvidence(organisation, []).map((kind) => ({
    purpose: `organisation.${kind}`,
    name: `${PAPERS[kind]}.pdf`,
    ownerId: agent.id,
    subjectType: 'organisation',
    subjectId: organisation.id,
    at: organisation.createdAt,
    content: demoPdf(PAPERS[kind]!, [
      `名称：${organisation.name}`,
      `统一社会信用代码：${organisation.creditCode}`,
      `经办人：${agent.name}`,
      '演示数据：单位、人员与证照均为虚构。',
    ]),
  }));
}
