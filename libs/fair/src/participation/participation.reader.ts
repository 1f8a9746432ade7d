import { missingEvidence, type Organisation, Organisations } from '@haishi/identity';
import type { Actor } from '@haishi/contracts';
import { assertAllowed, FilesService, readCursor, toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { FairQueries } from '../fair/fair.queries.js';
import { toSummary } from '../fair/fair.reader.js';
import { ParticipationAccess } from './participation.access.js';
import type {
  OwnParticipation,
  ParticipationPage,
  ParticipationQuery,
  ParticipationView,
  ReadinessView,
} from './participation.dto.js';
import type { Participation } from './participation.entity.js';
import { ParticipationQueries, type PositionCounts } from './participation.queries.js';
import { PARTICIPATION_MACHINE, type ParticipationAction, readiness, READINESS_STEPS } from './participation.rules.js';

const PAGE = 50;
const EMPLOYER_ACTIONS: readonly ParticipationAction[] = ['resubmit', 'withdraw'];

/** Participations as the employer and staff see them. */
@Injectable()
export class ParticipationReader {
  constructor(
    private readonly queries: ParticipationQueries,
    private readonly access: ParticipationAccess,
    private readonly fairs: FairQueries,
    private readonly organisations: Organisations,
    private readonly files: FilesService,
  ) {}

  /** One, for the employer's agents and for staff of its fair. */
  async one(actor: Actor, id: string): Promise<OwnParticipation> {
    const { participation, own } = await this.access.visible(
      actor,
      id,
      'participation.vet',
      'position.review',
      'fair.manage',
    );
    return (await this.withFairs([participation], own))[0]!;
  }

  /** Those of the organisations the actor acts for, newest first. */
  async mine(actor: Actor): Promise<OwnParticipation[]> {
    return this.withFairs(await this.queries.ofOrganisations(await this.organisations.idsOf(actor)), true);
  }

  /** Those of a fair, for staff, in the order of their applications. */
  async page(actor: Actor, fairName: string, query: ParticipationQuery): Promise<ParticipationPage> {
    const fair = await this.fairs.visible(actor, fairName);
    assertAllowed(actor, 'participation.vet', { fair: fair.id });
    const limit = query.limit ?? PAGE;
    const after = query.cursor === undefined ? undefined : String(readCursor(query.cursor, 1)[0]);
    const rows = await this.queries.page(fair.id, { state: query.state, after, limit });
    const views = new Map((await this.views(rows.slice(0, limit), false)).map((view) => [view.id, view]));
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => views.get(row.id)!,
    );
  }

  /** Where one of the actor's organisations stands on the way to a fair. */
  async readiness(actor: Actor, fairName: string, organisationId: string): Promise<ReadinessView> {
    const fair = await this.fairs.visible(actor, fairName);
    const organisation = await this.organisations.assertAgent(actor, organisationId);
    const missing = await this.missing(organisation);
    const found = await this.queries.active(fair.id, organisationId);
    const [participation] = found ? await this.withFairs([found], true) : [];
    const steps = readiness({
      organisationState: organisation.state,
      missingEvidence: missing.length,
      participation: found?.state ?? null,
      positions: participation?.positions ?? { draft: 0, submitted: 0, returned: 0, approved: 0 },
    });
    return {
      organisationId,
      organisationName: organisation.name,
      missingEvidence: missing,
      participation: participation ?? null,
      steps: READINESS_STEPS.map((step) => ({ step, state: steps[step] })),
    };
  }

  private async missing(organisation: Organisation): Promise<string[]> {
    const files = await this.files.usedFor('organisation', organisation.id);
    return missingEvidence(
      organisation,
      files.map(({ purpose }) => purpose.replace(/^organisation\./, '')),
    );
  }

  private async withFairs(rows: readonly Participation[], own: boolean): Promise<OwnParticipation[]> {
    const fairs = await this.fairs.byIds(rows.map((row) => row.fairId));
    const now = new Date();
    return (await this.views(rows, own)).map((view) => ({ ...view, fair: toSummary(fairs.get(view.fairId)!, now) }));
  }

  private async views(rows: readonly Participation[], own: boolean): Promise<ParticipationView[]> {
    const [organisations, counts] = await Promise.all([
      this.organisations.byIds(rows.map((row) => row.organisationId)),
      this.queries.positionCounts(rows.map((row) => row.id)),
    ]);
    return rows.map((row) => toView(row, organisations.get(row.organisationId), counts.get(row.id)!, own));
  }
}

function toView(
  row: Participation,
  organisation: Organisation | undefined,
  positions: PositionCounts,
  own: boolean,
): ParticipationView {
  const {
    id,
    fairId,
    organisationId,
    organisationName,
    zone,
    publishContact,
    state,
    stateReason,
    appliedAt,
    decidedAt,
    version,
  } = row;
  return {
    id,
    fairId,
    organisationId,
    organisationName,
    creditCode: organisation?.creditCode ?? '',
    organisationKind: organisation?.kind ?? '',
    organisationState: organisation?.state ?? '',
    zone,
    publishContact,
    state,
    stateReason,
    appliedAt,
    decidedAt,
    positions,
    actions: PARTICIPATION_MACHINE.actions(state).filter((action) => EMPLOYER_ACTIONS.includes(action) === own),
    version,
  };
}
