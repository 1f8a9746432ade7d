import { type Actor, errorText, failure } from '@haishi/contracts';
import { wallTimeIn } from '@haishi/kernel';
import { assertAllowed, isAllowed } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { FairFile, FairOverview, FairSummary, FairView } from './fair.dto.js';
import type { Fair } from './fair.entity.js';
import { writeFairFile } from './fair.file.js';
import { FairQueries, isFairStaff } from './fair.queries.js';
import { acceptsApplications, FAIR_MACHINE, fairPeriod, openingFault } from './fair.rules.js';

/** Fairs as each reader may see them. */
@Injectable()
export class FairReader {
  constructor(private readonly queries: FairQueries) {}

  /** What is open now, for anyone. */
  async open(): Promise<FairSummary[]> {
    const now = new Date();
    return (await this.queries.inStates(['open'])).map((fair) => toSummary(fair, now));
  }

  /** One fair, by id or code, for anyone; a draft for its staff alone. */
  async view(actor: Actor, name: string): Promise<FairView> {
    const fair = await this.queries.visible(actor, name);
    const now = new Date();
    const [participations, totals] = await Promise.all([
      this.queries.participations(fair.id),
      this.queries.positionTotals(fair.id, wallTimeIn(fair.timeZone, now).day),
    ]);
    return {
      ...toSummary(fair, now),
      zones: fair.zones,
      employerSignInBy: fair.employerSignInBy,
      employers: participations['approved'] ?? 0,
      positions: totals.listed,
      headcount: totals.headcount,
    };
  }

  /** The fairs at which `actor` has staff work, newest first. */
  async forStaff(actor: Actor): Promise<FairSummary[]> {
    const now = new Date();
    const fairs = await this.queries.inStates(['draft', 'open', 'closed']);
    return fairs.filter((fair) => isFairStaff(actor, fair.id)).map((fair) => toSummary(fair, now));
  }

  /** The fair with its settings, counts, and what can be done next; for its staff. */
  async overview(actor: Actor, name: string): Promise<FairOverview> {
    const fair = await this.staffed(actor, name);
    const now = new Date();
    const [participations, positions] = await Promise.all([
      this.queries.participations(fair.id),
      this.queries.positions(fair.id),
    ]);
    const mayManage = isAllowed(actor, 'fair.manage', { fair: fair.id });
    const fault = FAIR_MACHINE.next(fair.state, 'open') === undefined ? undefined : openingFault(fair, now);
    return {
      ...toSummary(fair, now),
      zones: fair.zones,
      gates: fair.gates,
      employerSignInBy: fair.employerSignInBy,
      permitNumber: fair.permitNumber,
      approvedCapacity: fair.approvedCapacity,
      version: fair.version,
      counts: { participations, positions },
      actions: mayManage ? FAIR_MACHINE.actions(fair.state) : [],
      blockers: fault ? [{ code: fault.code, message: errorText(fault.code, actor.locale, fault.params) }] : [],
      mayManage,
    };
  }

  /** The fair as a file; for those who manage it. */
  async file(actor: Actor, name: string): Promise<FairFile> {
    const fair = await this.staffed(actor, name);
    assertAllowed(actor, 'fair.manage', { fair: fair.id });
    return writeFairFile(fair);
  }

  private async staffed(actor: Actor, name: string): Promise<Fair> {
    const fair = await this.queries.visible(actor, name);
    if (!isFairStaff(actor, fair.id)) throw failure('common.not_found');
    return fair;
  }
}

export function toSummary(fair: Fair, now: Date): FairSummary {
  const { id, code, name, venue, timeZone, days, state, applyBy } = fair;
  return {
    id,
    code,
    name,
    venue,
    timeZone,
    days,
    ...fairPeriod(fair),
    state,
    applyBy,
    acceptsApplications: acceptsApplications(fair, now),
  };
}
