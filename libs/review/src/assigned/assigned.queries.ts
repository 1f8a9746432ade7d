import { Database, LongReads } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, Not } from 'typeorm';
import { Expert, ExpertAcceptance } from '../expert/expert.entity.js';
import { AssignmentRun } from '../run/run.entity.js';
import { SheetDraft } from '../sheet/draft.entity.js';
import { AssignedPair } from './assigned.entity.js';

/** A run without the task it was made of and the answer it came to. */
export type RunBrief = Omit<AssignmentRun, 'task' | 'answer'>;

/** Who was given what, and whether they declared to have no tie to it. */
export interface GivenPair {
  entryId: string;
  personId: string;
  locked: boolean;
  declared: boolean;
}

interface GivenRow {
  entryId: string;
  personId: string;
  locked: number | boolean;
  declared: number | string;
}

/** Persons asked for by one statement. */
const AT_ONCE = 500;

const PAIRS = `SELECT entryId, personId, locked, declaredAt IS NOT NULL AS declared FROM assigned_pairs
WHERE panelId = ? ORDER BY at, entryId, personId`;

const COUNTS = `SELECT personId, COUNT(*) AS given, COUNT(declaredAt) AS declared FROM assigned_pairs
WHERE panelId = ? GROUP BY personId`;

/** Named reads of who may be given what, and who was. */
@Injectable()
export class AssignedQueries {
  constructor(
    private readonly database: Database,
    private readonly reads: LongReads,
  ) {}

  /** In the order in which they were given; thousands of them are read at once. */
  async pairs(panelId: string): Promise<GivenPair[]> {
    const rows = await this.database.query<GivenRow>(PAIRS, [panelId]);
    return rows.map(({ entryId, personId, locked, declared }) => ({
      entryId,
      personId,
      locked: Number(locked) === 1,
      declared: Number(declared) === 1,
    }));
  }

  /** As {@link pairs}, of these entries alone. */
  async pairsAmong(entryIds: readonly string[]): Promise<GivenPair[]> {
    const rows = await this.database.manager.find(AssignedPair, {
      where: { entryId: In([...entryIds]) },
      order: { at: 'ASC', entryId: 'ASC', personId: 'ASC' },
    });
    return rows.map(({ entryId, personId, locked, declaredAt }) => ({
      entryId,
      personId,
      locked,
      declared: declaredAt !== null,
    }));
  }

  /** Who was given any entry of a panel. */
  async judges(panelId: string): Promise<string[]> {
    const rows = await this.database.query<{ personId: string }>(
      'SELECT DISTINCT personId FROM assigned_pairs WHERE panelId = ?',
      [panelId],
    );
    return rows.map(({ personId }) => personId);
  }

  /**
   * How many entries of a panel each judge was given, and to how many of them they declared to have no tie: of all pairs, so that it is
   * read beside the live work, as it was committed last.
   *
   * @param but entries that are left out
   */
  async counts(panelId: string, but: readonly string[]): Promise<Map<string, { given: number; declared: number }>> {
    const rows = await this.reads.rows<{ personId: string; given: number | string; declared: number | string }>(
      COUNTS,
      [panelId],
    );
    const counts = new Map(
      rows.map(({ personId, given, declared }) => [personId, { given: Number(given), declared: Number(declared) }]),
    );
    // Taken off again, so that all are counted by an index that knows nothing of entries.
    for (const { personId, declared } of but.length === 0 ? [] : await this.pairsAmong(but)) {
      const count = counts.get(personId);
      if (!count) continue;
      count.given -= 1;
      if (declared) count.declared -= 1;
      if (count.given <= 0) counts.delete(personId);
    }
    return counts;
  }

  /** In the order in which they were given. */
  pairsOf(panelId: string, personId: string): Promise<AssignedPair[]> {
    return this.database.manager.find(AssignedPair, {
      where: { panelId: Equal(panelId), personId: Equal(personId) },
      order: { at: 'ASC', entryId: 'ASC' },
    });
  }

  pair(entryId: string, personId: string): Promise<AssignedPair | null> {
    return this.database.manager.findOneBy(AssignedPair, { entryId: Equal(entryId), personId: Equal(personId) });
  }

  drafts(panelId: string, personId: string): Promise<SheetDraft[]> {
    return this.database.manager.findBy(SheetDraft, { panelId: Equal(panelId), personId: Equal(personId) });
  }

  /** The experts of a pool that are not withdrawn, by name. */
  experts(poolId: string): Promise<Expert[]> {
    return this.database.manager.find(Expert, {
      where: { poolId: Equal(poolId), withdrawnAt: IsNull() },
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  /** Who is in a pool under a mail address, withdrawn or not. */
  expertUnder(poolId: string, mail: string): Promise<Expert | null> {
    return this.database.manager.findOneBy(Expert, { poolId: Equal(poolId), mail: Equal(mail) });
  }

  /** {@link experts} of whom an account is known: of a pool of thousands the few who can be asked. */
  knownExperts(poolId: string): Promise<Expert[]> {
    return this.database.manager.find(Expert, {
      where: { poolId: Equal(poolId), withdrawnAt: IsNull(), personId: Not(IsNull()) },
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  /** The experts of a pool under these mail addresses who were withdrawn. */
  withdrawnExperts(poolId: string, mails: readonly string[]): Promise<Expert[]> {
    return this.database.manager.findBy(Expert, {
      poolId: Equal(poolId),
      mail: In([...mails]),
      withdrawnAt: Not(IsNull()),
    });
  }

  expertOf(poolId: string, personId: string): Promise<Expert | null> {
    return this.database.manager.findOneBy(Expert, {
      poolId: Equal(poolId),
      personId: Equal(personId),
      withdrawnAt: IsNull(),
    });
  }

  /** As whom these persons stand in pools, whatever pool it is, withdrawn or not. */
  async expertsOf(personIds: readonly string[]): Promise<Expert[]> {
    const found: Expert[] = [];
    for (let start = 0; start < personIds.length; start += AT_ONCE) {
      const personId = In(personIds.slice(start, start + AT_ONCE));
      found.push(...(await this.database.manager.findBy(Expert, { personId })));
    }
    return found;
  }

  /** Every wording of the terms that these experts accepted, oldest first. */
  acceptances(expertIds: readonly string[]): Promise<ExpertAcceptance[]> {
    return this.database.manager.find(ExpertAcceptance, {
      where: { expertId: In([...expertIds]) },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  run(panelId: string, runId: string): Promise<AssignmentRun | null> {
    return this.database.manager.findOneBy(AssignmentRun, { id: Equal(runId), panelId: Equal(panelId) });
  }

  /** The latest first. */
  runs(panelId: string): Promise<RunBrief[]> {
    return this.database.manager.find(AssignmentRun, {
      select: {
        id: true,
        panelId: true,
        number: true,
        state: true,
        seed: true,
        seconds: true,
        progress: true,
        leftTies: true,
        startedAt: true,
        startedBy: true,
        endedAt: true,
        appliedAt: true,
        appliedBy: true,
      } as never,
      where: { panelId: Equal(panelId) },
      order: { number: 'DESC' },
    });
  }
}
