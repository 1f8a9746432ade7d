import type { Work } from '@haishi/platform';
import { countyByCode } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { Fair } from '../fair/fair.entity.js';
import type { Participation } from '../participation/participation.entity.js';
import { takeNumbers } from './position.counters.js';
import { Position } from './position.entity.js';
import { positionTerms } from './position.rules.js';

const ROWS = 300;

/**
 * Puts positions on the public list and takes them off. Each change takes a number of its own, by which servers keep
 * their index of the list current, and renews the words by which a position is found.
 */
@Injectable()
export class PositionRelease {
  /** Lists positions that were just approved, in their order. */
  async list(
    work: Work,
    fair: Fair,
    positions: readonly Position[],
    employers: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (positions.length === 0) return;
    await this.number(work, fair.id, positions);
    const terms = positions.flatMap((position) => {
      const zone = fair.zones.find(({ code }) => code === position.zone);
      const county = countyByCode(position.countyCode);
      return positionTerms(position, {
        employer: employers.get(position.participationId) ?? '',
        zone: zone ? [zone.zh, zone.en] : [],
        county: county ? `${county.zh} ${county.en}` : '',
      }).map((term) => [fair.number, term, position.number]);
    });
    for (let start = 0; start < terms.length; start += ROWS) {
      const part = terms.slice(start, start + ROWS);
      await work.execute(
        `INSERT INTO position_terms (fairNumber, term, positionNumber) VALUES ${part.map(() => '(?, ?, ?)').join(', ')}`,
        part.flat(),
      );
    }
  }

  /** Takes positions that are no longer approved off the list. */
  async unlist(work: Work, fairId: string, positions: readonly Position[]): Promise<void> {
    if (positions.length === 0) return;
    await this.number(work, fairId, positions);
    const { number } = await work.manager.findOneByOrFail(Fair, { id: Equal(fairId) });
    for (let start = 0; start < positions.length; start += ROWS) {
      const part = positions.slice(start, start + ROWS).map((position) => position.number);
      await work.execute(
        `DELETE FROM position_terms WHERE fairNumber = ? AND positionNumber IN (${part.map(() => '?').join(', ')})`,
        [number, ...part],
      );
    }
  }

  /** Takes back all that a participation has submitted or shown, since it no longer takes part. */
  async takeBackAll(work: Work, participation: Participation): Promise<void> {
    const positions = await work.manager.findBy(Position, {
      participationId: Equal(participation.id),
      state: In(['submitted', 'approved']),
    });
    for (const position of positions) {
      await work.manager.update(Position, { id: Equal(position.id) }, { state: 'draft', updatedAt: work.now });
      await work.event({
        type: 'position.taken_back',
        subjectType: 'position',
        subjectId: position.id,
        scopes: { fair: position.fairId, organisation: position.organisationId },
        payload: { participationId: participation.id },
      });
    }
    await this.unlist(
      work,
      participation.fairId,
      positions.filter(({ state }) => state === 'approved'),
    );
  }

  private async number(work: Work, fairId: string, positions: readonly Position[]): Promise<void> {
    const first = await takeNumbers(work, fairId, 'listedSeq', positions.length);
    for (const [index, position] of positions.entries())
      await work.execute('UPDATE positions SET listedSeq = ? WHERE id = ?', [first + index, position.id]);
  }
}
