import { Organisations } from '@haishi/identity';
import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { assertVersion, isDuplicateKey, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import type { Fair } from '../fair/fair.entity.js';
import { FairQueries } from '../fair/fair.queries.js';
import { acceptsApplications } from '../fair/fair.rules.js';
import { PositionRelease } from '../position/position.release.js';
import { ParticipationAccess } from './participation.access.js';
import type { ParticipationChange, ParticipationInput } from './participation.dto.js';
import { activeKey, Participation } from './participation.entity.js';
import { ParticipationNotices } from './participation.notices.js';
import { isActive, PARTICIPATION_MACHINE, type ParticipationAction } from './participation.rules.js';

const HAPPENED: Record<ParticipationAction, string> = {
  resubmit: 'resubmitted',
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
  withdraw: 'withdrawn',
};

/** What employers and staff do about taking part in a fair. */
@Injectable()
export class ParticipationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly fairs: FairQueries,
    private readonly organisations: Organisations,
    private readonly access: ParticipationAccess,
    private readonly release: PositionRelease,
    private readonly notices: ParticipationNotices,
  ) {}

  /**
   * A vetted organisation applies to an open fair. Fails with `fair.not_open`, `fair.applications_closed`,
   * `fair.organisation_not_vetted`, `fair.unknown_zone` or `fair.already_applied`.
   */
  apply(actor: Actor, fairName: string, input: ParticipationInput): Promise<Participation> {
    return this.uow.run(actor, async (work) => {
      const fair = await this.fairs.visible(actor, fairName);
      const organisation = await this.organisations.assertAgent(actor, input.organisationId);
      assertAccepts(fair, work.now);
      assertZone(fair, input.zone);
      if (organisation.state !== 'approved') throw failure('fair.organisation_not_vetted');
      const participation = work.manager.create(Participation, {
        id: newId(),
        fairId: fair.id,
        organisationId: organisation.id,
        activeKey: activeKey(fair.id, organisation.id),
        organisationName: organisation.name,
        zone: input.zone,
        publishContact: input.publishContact,
        state: 'applied',
        stateReason: null,
        appliedBy: actor.id,
        appliedAt: work.now,
        decidedBy: null,
        decidedAt: null,
        version: 1,
      });
      try {
        await work.manager.insert(Participation, participation);
      } catch (error) {
        throw isDuplicateKey(error) ? failure('fair.already_applied') : error;
      }
      await this.record(work, participation, 'applied', { zone: input.zone });
      return participation;
    });
  }

  /** Changes the zone before it is approved, and at any time whether contacts are public. Fails with `common.stale`. */
  async change(actor: Actor, id: string, version: number, input: ParticipationChange): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const participation = await this.access.owned(actor, id);
      assertVersion(participation.version, version);
      if (!isActive(participation.state)) throw stateNotAllowed(participation);
      if (input.zone !== participation.zone) {
        if (participation.state === 'approved') throw stateNotAllowed(participation);
        assertZone(await this.fairs.get(participation.fairId), input.zone);
      }
      const { zone, publishContact } = input;
      await this.write(work, participation, { zone, publishContact });
      await this.record(work, participation, 'changed', { zone, publishContact });
    });
  }

  /** Hands a returned application in again. */
  async resubmit(actor: Actor, id: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const participation = await this.access.owned(actor, id);
      assertAccepts(await this.fairs.get(participation.fairId), work.now);
      await this.move(work, participation, 'resubmit', { stateReason: null, appliedAt: work.now });
    });
  }

  /** Takes part no longer; its positions leave the public page. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const participation = await this.access.owned(actor, id);
      await this.move(work, participation, 'withdraw', {});
      await this.release.takeBackAll(work, participation);
    });
  }

  /**
   * Staff decide. A return or rejection says why; returning an approved one takes its positions off the public page.
   * Fails with `fair.own_organisation`, `fair.organisation_not_vetted`, `common.state_not_allowed`.
   */
  async decide(
    actor: Actor,
    id: string,
    decision: 'approve' | 'return' | 'reject',
    reason: string | null,
  ): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const participation = await this.access.reviewed(actor, id, 'participation.vet');
      if (decision === 'approve') await this.assertVetted(participation);
      const decided = { stateReason: reason, decidedBy: actor.id, decidedAt: work.now };
      const before = participation.state;
      await this.move(work, participation, decision, decided, reason === null ? {} : { reason });
      if (before === 'approved') await this.release.takeBackAll(work, participation);
      await this.notices.decided(work, participation, await this.fairs.get(participation.fairId), decision, reason);
    });
  }

  private async assertVetted(participation: Participation): Promise<void> {
    const organisation = await this.organisations.byId(participation.organisationId);
    if (organisation?.state !== 'approved') throw failure('fair.organisation_not_vetted');
  }

  private async move(
    work: Work,
    participation: Participation,
    action: ParticipationAction,
    values: Partial<Participation>,
    payload: Record<string, unknown> = {},
  ): Promise<void> {
    const state = PARTICIPATION_MACHINE.next(participation.state, action);
    if (state === undefined) throw stateNotAllowed(participation);
    await this.write(work, participation, { ...values, state, ...(isActive(state) ? {} : { activeKey: null }) });
    await this.record(work, participation, HAPPENED[action], payload);
  }

  private async write(work: Work, { id, version }: Participation, values: Partial<Participation>): Promise<void> {
    const { affected } = await work.manager.update(
      Participation,
      { id: Equal(id), version: Equal(version) },
      { ...values, version: version + 1 },
    );
    if (affected !== 1) throw failure('common.stale');
  }

  private async record(
    work: Work,
    participation: Participation,
    happened: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    const { id, fairId, organisationId } = participation;
    await work.event({
      type: `participation.${happened}`,
      subjectType: 'participation',
      subjectId: id,
      scopes: { fair: fairId, organisation: organisationId },
      payload,
    });
  }
}

function assertAccepts(fair: Fair, now: Date): void {
  if (fair.state !== 'open') throw failure('fair.not_open');
  if (acceptsApplications(fair, now)) return;
  const at = fair.applyBy!.toLocaleString('sv-SE', { timeZone: fair.timeZone }).slice(0, 16);
  throw failure('fair.applications_closed', { params: { at: `${at} (${fair.timeZone})` } });
}

function assertZone(fair: Fair, zone: string): void {
  if (fair.zones.some(({ code }) => code === zone)) return;
  const choices = fair.zones.map(({ code, zh, en }) => ({ zh: `${code} ${zh}`, en: `${code} ${en}` }));
  throw failure('fair.unknown_zone', { field: 'zone', params: { choices } });
}

function stateNotAllowed(participation: Participation): Error {
  return failure('common.state_not_allowed', { params: { state: participation.state } });
}
