import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { insertRows, isDuplicateKey, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, type FindOptionsWhere, In, Not } from 'typeorm';
import { AssignedPair } from '../assigned/assigned.entity.js';
import { type Aggregation, checkAggregation } from '../aggregation/aggregation.rules.js';
import { EntryResult } from '../result/result.entity.js';
import { checkRubric, type Rubric } from '../rubric/rubric.rules.js';
import { RecusalDismissal } from '../recusal/dismissal.entity.js';
import { Recusal } from '../recusal/recusal.entity.js';
import { ScoreSheet } from '../sheet/sheet.entity.js';
import { type EntryState, Panel, PanelEntry, PanelSeat } from './panel.entity.js';

export interface NewPanel {
  /** A room may give the panel the id of what it serves, so that neither needs looking up. */
  id: string;
  contextType: string;
  contextId: string;
  rubric: Rubric;
  aggregation: Aggregation;
  /** By those alone who are given an entry; by every seat where nothing is said. */
  judging?: 'assigned';
}

export interface NewSeat {
  seatNo: number;
  personId: string;
  kind: string;
  organisationName: string;
  creditCode: string | null;
}

/** A recusal that its judge declared or staff set, of what the room calls `externalId`: it outlives seat and entry, and the room keeps it. */
export type DecidedRecusal = Pick<Recusal, 'personId' | 'kind' | 'reason' | 'at' | 'madeBy'> & { externalId: string };

/** The result of an entry without a sheet. */
const EMPTY = {
  score: null,
  untrimmed: null,
  valid: 0,
  droppedHighest: [],
  droppedLowest: [],
  tieValues: [],
  place: null,
  explanation: null,
};

const LOCK = 'UPDATE panels SET revision = revision + 1 WHERE id = ?';

/**
 * Panels, on behalf of rooms that have checked that the actor may change them; each room writes its own event.
 * Call {@link lock} first in a unit of work: commands on one panel then run one after another.
 */
@Injectable()
export class Panels {
  /** Fails with `review.rubric_invalid` or `review.aggregation_invalid`, naming each fault. */
  async create(work: Work, input: NewPanel): Promise<void> {
    assertSound(input);
    await work.manager.insert(Panel, { judging: null, ...input, revision: 0, createdAt: work.now } as never);
  }

  /**
   * Gives a panel on which nobody has scored another rubric and aggregation. Fails as {@link create} does, and with
   * `review.panel_scored`.
   */
  async revise(work: Work, panelId: string, rules: Pick<NewPanel, 'rubric' | 'aggregation'>): Promise<void> {
    assertSound(rules);
    if (await work.manager.existsBy(ScoreSheet, { panelId: Equal(panelId) })) throw failure('review.panel_scored');
    await work.manager.update(Panel, { id: Equal(panelId) }, rules as never);
  }

  /** Waits for the panel's turn. Fails with `common.not_found`. */
  async lock(work: Work, panelId: string): Promise<void> {
    const locked = await work.execute(LOCK, [panelId]);
    if (locked !== 1) throw failure('common.not_found');
  }

  /** {@link lock} together with the next statement, which finds nothing where there is no such panel. */
  lockWithNext(work: Work, panelId: string): Promise<void> {
    return work.defer(LOCK, [panelId]);
  }

  /** Makes the results final: nothing changes them from then on. Fails with `review.panel_confirmed`. */
  async confirm(work: Work, panelId: string): Promise<void> {
    const confirmed = await work.execute('UPDATE panels SET confirmedAt = ? WHERE id = ? AND confirmedAt IS NULL', [
      work.now,
      panelId,
    ]);
    if (confirmed !== 1) throw failure('review.panel_confirmed');
  }

  /** Results may change again. Fails with `review.panel_not_confirmed`. */
  async unconfirm(work: Work, panelId: string): Promise<void> {
    const done = await work.execute('UPDATE panels SET confirmedAt = NULL WHERE id = ? AND confirmedAt IS NOT NULL', [
      panelId,
    ]);
    if (done !== 1) throw failure('review.panel_not_confirmed');
  }

  /** Adds entries after those that are there; answers their ids. Fails with `review.entry_on_panel`. */
  async addEntries(work: Work, panelId: string, externalIds: readonly string[]): Promise<string[]> {
    const count = await work.manager.countBy(PanelEntry, { panelId: Equal(panelId) });
    const entries = externalIds.map((externalId, index) => ({
      id: newId(),
      panelId,
      externalId,
      position: count + index + 1,
      state: 'closed' as const,
    }));
    await insertRows(work, PanelEntry, entries).catch(duplicate('review.entry_on_panel', {}));
    await insertRows(
      work,
      EntryResult,
      entries.map(({ id }) => ({ ...EMPTY, entryId: id, panelId, updatedAt: work.now })),
    );
    return entries.map(({ id }) => id);
  }

  /** Takes an entry that has no sheet off the panel, with its recusals; answers those that were decided. Fails with `common.not_found`. */
  async removeEntry(work: Work, panelId: string, entryId: string): Promise<DecidedRecusal[]> {
    const decided = await this.decided(work, panelId, { entryId: Equal(entryId) });
    const { affected } = await work.manager.delete(PanelEntry, { id: Equal(entryId), panelId: Equal(panelId) });
    if (affected !== 1) throw failure('common.not_found');
    await work.manager.delete(AssignedPair, { entryId: Equal(entryId) });
    for (const kept of [Recusal, RecusalDismissal]) await work.manager.delete(kept, { entryId: Equal(entryId) });
    await work.manager.delete(EntryResult, { entryId: Equal(entryId) });
    const rest = await work.manager.find(PanelEntry, {
      where: { panelId: Equal(panelId) },
      order: { position: 'ASC' },
    });
    await this.arrange(
      work,
      rest.map(({ id }) => id),
    );
    return decided;
  }

  /** Puts entries into this order, from 1. */
  async arrange(work: Work, entryIds: readonly string[]): Promise<void> {
    for (const [index, id] of entryIds.entries())
      await work.execute('UPDATE panel_entries SET position = ? WHERE id = ?', [index + 1, id]);
  }

  /** Whether sheets are taken for an entry. */
  async setState(work: Work, entryId: string, state: EntryState): Promise<void> {
    await work.execute('UPDATE panel_entries SET state = ? WHERE id = ?', [state, entryId]);
  }

  /** Fails with `review.seat_taken` or `review.judge_seated`. */
  async seat(work: Work, panelId: string, seat: NewSeat): Promise<void> {
    const seated = await work.manager.existsBy(PanelSeat, { panelId: Equal(panelId), personId: Equal(seat.personId) });
    if (seated) throw failure('review.judge_seated', { field: 'personId' });
    await work.manager
      .insert(PanelSeat, { id: newId(), panelId, ...seat })
      .catch(duplicate('review.seat_taken', { field: 'seatNo', params: { seatNo: seat.seatNo } }));
  }

  /** Frees a seat with all its recusals; answers who sat there, and those that were decided. Fails with `review.seat_has_sheets`. */
  async unseat(work: Work, panelId: string, seatNo: number): Promise<{ personId: string; decided: DecidedRecusal[] }> {
    const seat = await work.manager.findOneBy(PanelSeat, { panelId: Equal(panelId), seatNo: Equal(seatNo) });
    if (!seat) throw failure('common.not_found');
    const { personId } = seat;
    const scored = await work.manager.existsBy(ScoreSheet, { panelId: Equal(panelId), personId: Equal(personId) });
    if (scored) throw failure('review.seat_has_sheets');
    const decided = await this.decided(work, panelId, { personId: Equal(personId) });
    await work.manager.delete(PanelSeat, { id: Equal(seat.id) });
    await work.manager.delete(AssignedPair, { panelId: Equal(panelId), personId: Equal(personId) });
    for (const kept of [Recusal, RecusalDismissal])
      await work.manager.delete(kept, { panelId: Equal(panelId), personId: Equal(personId) });
    return { personId, decided };
  }

  private async decided(work: Work, panelId: string, among: FindOptionsWhere<Recusal>): Promise<DecidedRecusal[]> {
    const found = await work.manager.findBy(Recusal, { panelId: Equal(panelId), kind: Not('automatic'), ...among });
    const entries = await work.manager.findBy(PanelEntry, { id: In(found.map(({ entryId }) => entryId)) });
    const named = new Map(entries.map(({ id, externalId }) => [id, externalId]));
    return found.map(({ entryId, personId, kind, reason, at, madeBy }) => {
      return { externalId: named.get(entryId)!, personId, kind, reason, at, madeBy };
    });
  }
}

function assertSound({ rubric, aggregation }: Pick<NewPanel, 'rubric' | 'aggregation'>): void {
  const rubricFaults = checkRubric(rubric);
  if (rubricFaults.length > 0) throw failure('review.rubric_invalid', { fields: rubricFaults });
  const codes = rubric.criteria.map((criterion) => criterion.code);
  const faults = checkAggregation(aggregation, codes);
  if (faults.length > 0) throw failure('review.aggregation_invalid', { fields: faults });
}

function duplicate(...[code, details]: Parameters<typeof failure>): (error: unknown) => never {
  return (error) => {
    throw isDuplicateKey(error) ? failure(code, details) : error;
  };
}
