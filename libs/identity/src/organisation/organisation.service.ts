import { type Actor, failure } from '@haishi/contracts';
import { newId, normaliseWidth, parseCreditCode } from '@haishi/kernel';
import { assertVersion, holds, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Grants } from '../grant/grants.js';
import { IdentityNotices } from '../identity.notices.js';
import { insertOnce } from '../insert-once.js';
import { nameKey } from '../person/name-key.js';
import { Evidence } from './evidence.js';
import type { DecisionBody, OrganisationBody, OrganisationDetails } from './organisation.dto.js';
import { Organisation } from './organisation.entity.js';
import {
  missingEvidence,
  ORGANISATION_MACHINE,
  type OrganisationAction,
  type OrganisationState,
} from './organisation.rules.js';
import { OrganisationAccess } from './organisation-access.js';
import { Organisations } from './organisations.js';

const OUTCOME = { approve: 'approved', return: 'returned', reject: 'rejected' } as const;

function columns(input: OrganisationDetails) {
  return {
    name: input.name,
    nameKey: nameKey(input.name),
    aliases: input.aliases ?? [],
    kind: input.kind,
    branch: input.branch ?? false,
    industry: input.industry ?? null,
    countyCode: input.countyCode ?? null,
  };
}

/** Registering and vetting organisations. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: Organisations,
    private readonly access: OrganisationAccess,
    private readonly evidence: Evidence,
    private readonly grants: Grants,
    private readonly notices: IdentityNotices,
  ) {}

  /**
   * Registers an organisation; who is not staff becomes its agent. Fails with `identity.credit_code_wrong` or
   * `identity.credit_code_taken`, naming `creditCode`; only staff may take a wrong code, giving the reason.
   */
  async create(actor: Actor, input: OrganisationBody): Promise<string> {
    const staff = holds(actor, 'organisation.vet');
    const { creditCode, override } = this.checkCode(input, staff);
    const id = newId();
    await this.uow.run(actor, async (work) => {
      const taken = () => failure('identity.credit_code_taken', { field: 'creditCode' });
      if (await this.organisations.byCreditCode(creditCode)) throw taken();
      const organisation = work.manager.create(Organisation, {
        id,
        creditCode,
        creditCodeOverride: override,
        ...columns(input),
        state: 'draft',
        stateReason: null,
        decidedBy: null,
        decidedAt: null,
        submittedAt: null,
        demo: false,
        createdAt: work.now,
      });
      await insertOnce(work, Organisation, organisation, taken);
      await this.record(work, 'created', id, {
        creditCode,
        ...(override === null ? {} : { creditCodeOverride: override }),
      });
      if (!staff)
        await this.grants.give(
          work,
          actor.id,
          { role: 'employer_agent', scopeType: 'organisation', scopeId: id },
          { organisation: id },
        );
    });
    return id;
  }

  /** Its agents change it while it is a draft or returned; staff at any time. Fails with `common.stale`. */
  async change(actor: Actor, id: string, input: OrganisationDetails, version: number): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const organisation = await this.access.editable(actor, id);
      assertVersion(organisation.version, version);
      await this.write(work, organisation, columns(input));
      await this.record(work, 'changed', id);
    });
  }

  /** Hands it in for vetting. Fails with `identity.evidence_missing` naming the kinds, or `common.state_not_allowed`. */
  async submit(actor: Actor, id: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const organisation = await this.organisations.assertAgent(actor, id);
      const state = this.next(organisation, 'submit');
      const missing = missingEvidence(
        organisation,
        (await this.evidence.list(id)).map((one) => one.kind),
      );
      if (missing.length > 0)
        throw failure('identity.evidence_missing', {
          field: 'evidence',
          params: { kinds: this.evidence.titles(missing, actor.locale) },
          data: { kinds: missing },
        });
      await this.write(work, organisation, { state, stateReason: null, submittedAt: work.now });
      await this.record(work, 'submitted', id);
    });
  }

  /**
   * Approves, returns or rejects. Fails with `identity.reason_required`, `identity.own_organisation` or
   * `common.state_not_allowed`. Its agents are told by mail.
   */
  async decide(actor: Actor, id: string, { decision, reason = '' }: DecisionBody): Promise<void> {
    if (decision !== 'approve' && reason === '') throw failure('identity.reason_required', { field: 'reason' });
    if (await this.organisations.isAgent(actor, id)) throw failure('identity.own_organisation');
    await this.uow.run(actor, async (work) => {
      const organisation = await this.access.visible(actor, id);
      const state = this.next(organisation, decision);
      await this.write(work, organisation, {
        state,
        stateReason: reason === '' ? null : reason,
        decidedBy: actor.id,
        decidedAt: work.now,
      });
      await this.record(work, OUTCOME[decision], id, { reason });
      const agents = await this.grants.personsWith('employer_agent', 'organisation', id);
      await this.notices.organisationDecided(work, organisation, OUTCOME[decision], reason, agents);
    });
  }

  private checkCode(
    { creditCode: text, creditCodeOverride }: OrganisationBody,
    staff: boolean,
  ): { creditCode: string; override: string | null } {
    const valid = parseCreditCode(text);
    if (valid !== undefined && !creditCodeOverride) return { creditCode: valid, override: null };
    if (valid !== undefined) throw failure('identity.credit_code_valid', { field: 'creditCodeOverride' });
    const code = normaliseWidth(text).replace(/\s/g, '').toUpperCase();
    if (!creditCodeOverride || !/^[0-9A-Z]{18}$/.test(code))
      throw failure('identity.credit_code_wrong', { field: 'creditCode' });
    if (!staff) throw failure('common.forbidden', { field: 'creditCodeOverride' });
    return { creditCode: code, override: creditCodeOverride };
  }

  private next(organisation: Organisation, action: OrganisationAction): OrganisationState {
    const state = ORGANISATION_MACHINE.next(organisation.state, action);
    if (state === undefined) throw this.wrongState(organisation);
    return state;
  }

  private wrongState(organisation: Organisation): Error {
    return failure('common.state_not_allowed', { params: { state: organisation.state } });
  }

  private async write(work: Work, { id, version }: Organisation, values: Partial<Organisation>): Promise<void> {
    const { affected } = await work.manager.update(
      Organisation,
      { id: Equal(id), version: Equal(version) },
      { ...values, version: version + 1 },
    );
    if (affected !== 1) throw failure('common.stale');
  }

  private record(work: Work, happened: string, id: string, payload: Record<string, unknown> = {}): Promise<string> {
    return work.event({
      type: `organisation.${happened}`,
      subjectType: 'organisation',
      subjectId: id,
      scopes: { organisation: id },
      payload,
    });
  }
}
