import type { Actor } from '@haishi/contracts';
import { toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Agents } from './agents.js';
import { Evidence } from './evidence.js';
import type {
  OrganisationList,
  OrganisationPage,
  OrganisationQuery,
  OrganisationRow,
  OrganisationView,
} from './organisation.dto.js';
import type { Organisation } from './organisation.entity.js';
import { OrganisationQueries } from './organisation.queries.js';
import { isEditable, missingEvidence, ORGANISATION_MACHINE } from './organisation.rules.js';
import { OrganisationAccess } from './organisation-access.js';
import { Organisations } from './organisations.js';

const PAGE = 50;

function toRow({
  id,
  creditCode,
  name,
  kind,
  industry,
  countyCode,
  state,
  submittedAt,
  decidedAt,
}: Organisation): OrganisationRow {
  return { id, creditCode, name, kind, industry, countyCode, state, submittedAt, decidedAt };
}

/** Organisations as pages show them. */
@Injectable()
export class OrganisationViews {
  constructor(
    private readonly queries: OrganisationQueries,
    private readonly organisations: Organisations,
    private readonly access: OrganisationAccess,
    private readonly evidence: Evidence,
    private readonly agents: Agents,
  ) {}

  async page(query: OrganisationQuery): Promise<OrganisationPage> {
    const limit = query.limit ?? PAGE;
    return toPage(await this.queries.page(query, limit), limit, (one) => [one.id], toRow);
  }

  async mine(actor: Actor): Promise<OrganisationList> {
    return { items: (await this.organisations.ownOf(actor)).map(toRow) };
  }

  /** Fails with `common.not_found` for who may not see it. */
  async one(actor: Actor, id: string): Promise<OrganisationView> {
    const organisation = await this.access.visible(actor, id);
    const { creditCodeOverride, aliases, branch, stateReason, createdAt, version } = organisation;
    const evidence = await this.evidence.list(id);
    const agents = await this.agents.of(id);
    const acts = agents.some((agent) => agent.personId === actor.id);
    const possible = ORGANISATION_MACHINE.actions(organisation.state);
    const actions = possible.filter((action) => (action === 'submit') === acts);
    const editable = !acts || isEditable(organisation.state);
    return {
      ...toRow(organisation),
      creditCodeOverride,
      aliases,
      branch,
      stateReason,
      evidence,
      missingEvidence: missingEvidence(
        organisation,
        evidence.map((one) => one.kind),
      ),
      agents,
      actions: editable ? ['edit', ...actions] : actions,
      createdAt,
      version,
    };
  }
}
