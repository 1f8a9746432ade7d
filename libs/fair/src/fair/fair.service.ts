import { Admissions } from '@haishi/attendance';
import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { assertAllowed, assertVersion, isDuplicateKey, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import type { FairChange, FairImportInput } from './fair.dto.js';
import { Fair } from './fair.entity.js';
import { type FairSettingsFromFile, readFairFile } from './fair.file.js';
import { FAIR_MACHINE, type FairAction, fairPeriod, findFaults, openingFault } from './fair.rules.js';

/** What organisers do with fairs. Every change raises the fair's version, held against `version`. */
@Injectable()
export class FairService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly admissions: Admissions,
  ) {}

  /** Creates a draft from a file, with its admission event and gates. Fails naming every faulty field, or with `fair.code_taken`. */
  async import(actor: Actor, { file, code, firstDay }: FairImportInput): Promise<Fair> {
    assertAllowed(actor, 'fair.manage', {});
    const settings = readFairFile(file, { code, firstDay });
    return this.uow.run(actor, (work) => this.create(work, settings));
  }

  /** Stores a fair; the caller has checked the actor and the settings. */
  async create(work: Work, settings: FairSettingsFromFile, demo = false): Promise<Fair> {
    const newest = await work.manager.findOne(Fair, { where: {}, order: { number: 'DESC' } });
    const fair = work.manager.create(Fair, {
      ...settings,
      id: newId(),
      number: (newest?.number ?? 0) + 1,
      state: 'draft',
      demo,
      createdAt: work.now,
      version: 1,
    });
    try {
      await work.manager.insert(Fair, fair);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const taken = await work.manager.existsBy(Fair, { code: Equal(fair.code) });
      throw taken ? failure('fair.code_taken', { params: { code: fair.code }, field: 'code' }) : failure('common.busy');
    }
    await this.admit(work, fair);
    await this.record(work, fair, 'fair.created', { code: fair.code });
    return fair;
  }

  /** Changes names, days, deadlines or permit. Fails with `common.stale`, or naming every faulty field. */
  change(actor: Actor, fairId: string, version: number, input: FairChange): Promise<Fair> {
    return this.uow.run(actor, async (work) => {
      const fair = await this.managed(work, fairId, version);
      const before = { days: fair.days, approvedCapacity: fair.approvedCapacity, permitNumber: fair.permitNumber };
      Object.assign(fair, {
        name: { ...input.name },
        venue: { ...input.venue },
        days: input.days.map(({ date, opens, closes }) => ({ date, opens, closes })),
        applyBy: input.applyBy ? new Date(input.applyBy) : null,
        employerSignInBy: input.employerSignInBy,
        permitNumber: input.permitNumber || null,
        approvedCapacity: input.approvedCapacity,
      });
      const fields = findFaults(fair);
      if (fields.length > 0) throw failure('common.invalid', { fields });
      if (fair.state === 'open') this.assertOpenable(fair, work.now);
      await work.manager.save(fair);
      await this.admit(work, fair, before);
      const { days, approvedCapacity, permitNumber } = fair;
      await this.record(work, fair, 'fair.changed', { before, after: { days, approvedCapacity, permitNumber } });
      return fair;
    });
  }

  /** Opens or closes the fair. Fails with `fair.permit_missing`, `fair.over`, `common.stale`, `common.state_not_allowed`. */
  move(actor: Actor, fairId: string, version: number, action: FairAction): Promise<Fair> {
    return this.uow.run(actor, async (work) => {
      const fair = await this.managed(work, fairId, version);
      const next = FAIR_MACHINE.next(fair.state, action);
      if (next === undefined) throw failure('common.state_not_allowed', { params: { state: fair.state } });
      if (action === 'open') this.assertOpenable(fair, work.now);
      fair.state = next;
      await work.manager.save(fair);
      await this.record(work, fair, action === 'open' ? 'fair.opened' : 'fair.closed', {});
      return fair;
    });
  }

  private async managed(work: Work, fairId: string, version: number): Promise<Fair> {
    assertAllowed(work.actor, 'fair.manage', { fair: fairId });
    await work.lockRow(Fair, fairId);
    const fair = await work.manager.findOneBy(Fair, { id: Equal(fairId) });
    if (!fair) throw failure('common.not_found');
    assertVersion(fair.version, version);
    return fair;
  }

  private assertOpenable(fair: Fair, now: Date): void {
    const fault = openingFault(fair, now);
    if (fault) throw failure(fault.code, { params: fault.params });
  }

  /** Keeps the admission event up to date; hours of its own, such as for a rehearsal, stand until the fair's days move. */
  private async admit(work: Work, fair: Fair, before?: Pick<Fair, 'days'>): Promise<void> {
    const event = await this.admissions.find('fair', fair.id);
    const moved = JSON.stringify(before?.days) !== JSON.stringify(fair.days);
    const { opensAt, closesAt } = event && !moved ? event : fairPeriod(fair);
    await this.admissions.ensureEvent(work, {
      externalType: 'fair',
      externalId: fair.id,
      name: fair.name,
      place: fair.venue,
      approvedCapacity: fair.approvedCapacity,
      reentry: event?.reentry ?? 'allowed',
      timeZone: fair.timeZone,
      opensAt,
      closesAt,
      gates: fair.gates,
    });
  }

  private async record(work: Work, fair: Fair, type: string, payload: Record<string, unknown>): Promise<void> {
    await work.event({ type, subjectType: 'fair', subjectId: fair.id, scopes: { fair: fair.id }, payload });
  }
}
