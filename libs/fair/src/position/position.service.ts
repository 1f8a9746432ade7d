import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { assertVersion, isDuplicateKey, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, Not } from 'typeorm';
import type { Fair } from '../fair/fair.entity.js';
import { FairQueries } from '../fair/fair.queries.js';
import { ParticipationAccess } from '../participation/participation.access.js';
import type { Participation } from '../participation/participation.entity.js';
import { isActive } from '../participation/participation.rules.js';
import { takeNumbers } from './position.counters.js';
import type { PositionInput } from './position.dto.js';
import { Position } from './position.entity.js';
import { readInput, validDays } from './position.input.js';
import { PositionQueries } from './position.queries.js';
import { PositionRelease } from './position.release.js';
import {
  contentOf,
  flaggedTexts,
  POSITION_MACHINE,
  type PositionContent,
  positionKey,
  sameContent,
} from './position.rules.js';
import { openFlags, renewFlags } from './wording.rules.js';

/** What an employer does with its positions. */
@Injectable()
export class PositionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly queries: PositionQueries,
    private readonly fairs: FairQueries,
    private readonly access: ParticipationAccess,
    private readonly release: PositionRelease,
  ) {}

  /** Adds a draft. Fails naming every faulty field, or with `fair.position_duplicate`. */
  create(actor: Actor, participationId: string, input: PositionInput): Promise<string> {
    return this.uow.run(actor, async (work) => {
      const { participation, fair } = await this.writable(actor, participationId);
      const content = readInput(input, fair, work.now);
      await this.assertFree(work, participation.id, content);
      const [position] = await this.insert(work, participation, [content]);
      await record(work, position!, 'created', { openFlags: position!.openFlags });
      return position!.id;
    });
  }

  /** Changes a position; one that was approved leaves the public page until it is approved again. Fails with `common.stale`. */
  async change(actor: Actor, id: string, version: number, input: PositionInput): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const position = await this.queries.get(id);
      const { fair } = await this.writable(actor, position.participationId);
      assertVersion(position.version, version);
      const content = readInput(input, fair, work.now);
      await this.assertFree(work, position.participationId, content, id);
      await this.rewrite(work, position, content);
    });
  }

  /** Takes a draft or returned position away. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const position = await this.queries.get(id);
      await this.access.owned(actor, position.participationId);
      assertCan(position, 'remove');
      await this.write(work, position, { state: 'removed', rowKey: null, updatedAt: work.now });
      await record(work, position, 'removed', { title: position.title });
    });
  }

  /** Hands in the named positions, or all that are drafts or returned; answers how many. */
  submit(actor: Actor, participationId: string, ids?: readonly string[]): Promise<number> {
    return this.uow.run(actor, async (work) => {
      const { participation, fair } = await this.writable(actor, participationId);
      if (participation.state !== 'approved') throw failure('fair.participation_not_approved');
      if (fair.state !== 'open') throw failure('fair.not_open');
      const positions = await this.queries.inStates(participationId, POSITION_MACHINE.transitions.submit.from, ids);
      if (positions.length === 0 || (ids && positions.length < new Set(ids).size))
        throw failure('fair.nothing_to_submit');
      const { today } = validDays(fair, work.now);
      const expired = positions.find((position) => position.validUntil < today);
      if (expired)
        throw failure('fair.position_expired', {
          params: { validUntil: expired.validUntil },
          data: { id: expired.id, number: expired.number, title: expired.title },
        });
      for (const position of positions) {
        await this.write(work, position, {
          state: 'submitted',
          stateReason: null,
          submittedAt: work.now,
          updatedAt: work.now,
        });
        await record(work, position, 'submitted', { openFlags: position.openFlags });
      }
      return positions.length;
    });
  }

  /** Takes a submitted or approved position back to a draft. */
  async takeBack(actor: Actor, id: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const position = await this.queries.get(id);
      await this.access.owned(actor, position.participationId);
      const listed = position.state === 'approved';
      assertCan(position, 'take_back');
      await this.write(work, position, { state: 'draft', updatedAt: work.now });
      if (listed) await this.release.unlist(work, position.fairId, [position]);
      await record(work, position, 'taken_back', {});
    });
  }

  /** The participation, for its agents while it stands, and its fair. Fails with `fair.participation_ended`. */
  async writable(actor: Actor, participationId: string): Promise<{ participation: Participation; fair: Fair }> {
    const participation = await this.access.owned(actor, participationId);
    if (!isActive(participation.state)) throw failure('fair.participation_ended');
    return { participation, fair: await this.fairs.get(participation.fairId) };
  }

  /** Stores drafts, numbered in their order. The caller has checked the actor and that their keys are free, and appends the event. */
  async insert(work: Work, participation: Participation, contents: readonly PositionContent[]): Promise<Position[]> {
    if (contents.length === 0) return [];
    const first = await takeNumbers(work, participation.fairId, 'lastNumber', contents.length);
    const rows = contents.map((content, index) => {
      const flags = renewFlags(flaggedTexts(content), { texts: {}, flags: [] });
      return work.manager.create(Position, {
        ...content,
        id: newId(),
        fairId: participation.fairId,
        participationId: participation.id,
        organisationId: participation.organisationId,
        number: first + index,
        rowKey: positionKey(content),
        state: 'draft',
        stateReason: null,
        flags,
        openFlags: openFlags(flags).length,
        submittedAt: null,
        decidedBy: null,
        decidedAt: null,
        listedSeq: null,
        createdAt: work.now,
        updatedAt: work.now,
        version: 1,
      });
    });
    try {
      for (let start = 0; start < rows.length; start += 100)
        await work.manager.insert(Position, rows.slice(start, start + 100));
    } catch (error) {
      throw isDuplicateKey(error) ? failure('common.stale') : error;
    }
    return rows;
  }

  /** Gives a position new content; answers whether anything changed. Fails with `common.state_not_allowed`, `common.stale`. */
  async rewrite(work: Work, position: Position, content: PositionContent): Promise<boolean> {
    if (sameContent(contentOf(position), content)) return false;
    assertCan(position, 'edit');
    const listed = position.state === 'approved';
    const flags = renewFlags(flaggedTexts(content), { texts: flaggedTexts(position), flags: position.flags });
    await this.write(work, position, {
      ...content,
      rowKey: positionKey(content),
      state: 'draft',
      flags,
      openFlags: openFlags(flags).length,
      updatedAt: work.now,
    });
    if (listed) await this.release.unlist(work, position.fairId, [position]);
    await record(work, position, 'changed', { openFlags: openFlags(flags).length });
    return true;
  }

  private async assertFree(work: Work, participationId: string, content: PositionContent, ownId = ''): Promise<void> {
    const same = await work.manager.findOneBy(Position, {
      participationId: Equal(participationId),
      rowKey: Equal(positionKey(content)),
      id: Not(ownId),
    });
    if (same) throw failure('fair.position_duplicate', { field: 'title', params: { number: same.number } });
  }

  private async write(work: Work, { id, version, state }: Position, values: Partial<Position>): Promise<void> {
    const { affected } = await work.manager.update(
      Position,
      { id: Equal(id), version: Equal(version), state: Equal(state) },
      { ...values, version: version + 1 },
    );
    if (affected !== 1) throw failure('common.stale');
  }
}

function assertCan(position: Position, action: keyof typeof POSITION_MACHINE.transitions): void {
  if (POSITION_MACHINE.next(position.state, action) === undefined)
    throw failure('common.state_not_allowed', { params: { state: position.state } });
}

/** Appends the event of a command on a position. */
export async function record(
  work: Work,
  position: Position,
  happened: string,
  payload: Record<string, unknown>,
): Promise<void> {
  const { id, fairId, organisationId, participationId } = position;
  await work.event({
    type: `position.${happened}`,
    subjectType: 'position',
    subjectId: id,
    scopes: { fair: fairId, organisation: organisationId },
    payload: { participationId, ...payload },
  });
}
