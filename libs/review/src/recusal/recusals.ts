import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, insertRows, isDuplicateKey, toInstant, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { AssignedPair } from '../assigned/assigned.entity.js';
import { PanelSeat } from '../panel/panel.entity.js';
import { SheetDraft } from '../sheet/draft.entity.js';
import { ScoreSheet } from '../sheet/sheet.entity.js';
import { RecusalDismissal } from './dismissal.entity.js';
import { LateTie } from './late-tie.entity.js';
import { Recusal, type RecusalKind } from './recusal.entity.js';
import type { TieDecision } from './recusal.rules.js';

export interface NewRecusal {
  panelId: string;
  entryId: string;
  personId: string;
  kind: RecusalKind;
  reason: string;
}

/** A recusal that follows from the record. */
export type FoundRecusal = Pick<NewRecusal, 'entryId' | 'personId' | 'reason'>;

/** Who sits on a panel and is recused on another from something that both judge, or declared a tie to it there after the sheet. */
const ELSEWHERE = (
  rows: 'recusals' | 'late_ties',
  kind: string,
) => `SELECT e.id AS entryId, e.externalId, r.personId, ${kind} AS kind, r.at
FROM panel_seats s
JOIN ${rows} r ON r.personId = s.personId AND r.panelId <> s.panelId
JOIN panel_entries o ON o.id = r.entryId
JOIN panel_entries e ON e.panelId = s.panelId AND e.externalId = o.externalId
WHERE s.panelId = ?`;
const RECUSED_ELSEWHERE = `SELECT entryId, externalId, personId,
MAX(CASE WHEN kind = 'declared' THEN at END) AS declaredAt,
MAX(CASE WHEN kind = 'automatic' THEN 0 ELSE 1 END) AS decided
FROM (${ELSEWHERE('recusals', 'r.kind')} UNION ALL ${ELSEWHERE('late_ties', "'declared'")}) x GROUP BY entryId, externalId, personId`;

const RECUSED = 'SELECT entryId, personId FROM recusals WHERE panelId = ?';

/** That a judge of a panel is recused on another from what both judge. */
export interface RecusedElsewhere {
  entryId: string;
  /** What the entry is to the room of the panels. */
  externalId: string;
  personId: string;
  /** When they declared it there; null where they did not. */
  declaredAt: Date | null;
  /** Whether they or staff decided it there; otherwise it follows from the record. */
  decided: boolean;
}

type ElsewhereRow = Pick<RecusedElsewhere, 'entryId' | 'externalId' | 'personId'> & {
  declaredAt: Date | string | null;
  decided: number | string;
};

const OWN = { id: true, entryId: true, personId: true, at: true } as const;

/** Recusals, on behalf of rooms that have checked the actor, hold the panel's lock and refresh the entry's result after. */
@Injectable()
export class Recusals {
  constructor(private readonly database: Database) {}

  /** What was decided already of a panel's judges and entries, each as `entryId personId`. */
  async decidedTies(panelId: string): Promise<Map<string, TieDecision>> {
    const recused = await this.database.query<{ entryId: string; personId: string }>(RECUSED, [panelId]);
    const dismissed = await this.database.manager.find(RecusalDismissal, {
      select: { entryId: true, personId: true, at: true },
      where: { panelId: Equal(panelId) },
    });
    return new Map<string, TieDecision>([
      ...dismissed.map(({ entryId, personId, at }) => [`${entryId} ${personId}`, at] as const),
      ...recused.map(({ entryId, personId }) => [`${entryId} ${personId}`, 'recused'] as const),
    ]);
  }

  /** As {@link decidedTies}, of one judge. */
  async decidedTiesOf(panelId: string, personId: string): Promise<Map<string, TieDecision>> {
    const where = { panelId: Equal(panelId), personId: Equal(personId) };
    const recused = await this.database.manager.find(Recusal, { select: { id: true, entryId: true }, where });
    const dismissed = await this.database.manager.findBy(RecusalDismissal, where);
    return new Map<string, TieDecision>([
      ...dismissed.map(({ entryId, at }) => [`${entryId} ${personId}`, at] as const),
      ...recused.map(({ entryId }) => [`${entryId} ${personId}`, 'recused'] as const),
    ]);
  }

  /** Of a panel's judges and entries: who is recused on another panel from what both judge. */
  async recusedElsewhere(panelId: string): Promise<RecusedElsewhere[]> {
    const rows = await this.database.query<ElsewhereRow>(RECUSED_ELSEWHERE, [panelId, panelId]);
    return rows.map(({ declaredAt, decided, ...one }) => ({
      ...one,
      declaredAt: declaredAt === null ? null : toInstant(declaredAt),
      decided: Number(decided) === 1,
    }));
  }

  /**
   * Takes a seated judge out of an entry, which they are no longer given where judges are; the recusal keeps whether they were.
   * What they typed is gone. A sheet that is already there no longer counts, and stays stored;
   * a judge alone cannot do that to a sheet of their own, whatever the recusal follows from.
   * Fails with `review.not_on_panel`, `review.already_recused` or `review.recusal_too_late`.
   */
  async add(work: Work, input: NewRecusal): Promise<void> {
    const { panelId, entryId, personId, kind } = input;
    if (!(await work.manager.existsBy(PanelSeat, { panelId: Equal(panelId), personId: Equal(personId) })))
      throw failure('review.not_on_panel');
    const scored = await work.manager.existsBy(ScoreSheet, { entryId: Equal(entryId), personId: Equal(personId) });
    if (scored && (kind === 'declared' || personId === work.actor.id)) throw failure('review.recusal_too_late');
    const own = { entryId: Equal(entryId), personId: Equal(personId) };
    const pair = await work.manager.findOneBy(AssignedPair, own);
    await work.manager.delete(AssignedPair, own);
    await work.manager.delete(SheetDraft, own);
    const row = { id: newId(), ...input, at: work.now, madeBy: work.actor.id, pairAt: pair?.at ?? null };
    await work.manager.delete(LateTie, own);
    try {
      await work.manager.insert(Recusal, row);
    } catch (error) {
      throw isDuplicateKey(error) ? failure('review.already_recused') : error;
    }
  }

  /** Keeps ties of a judge to entries of a panel that they have scored, for staff to decide on; what they declare last is kept. */
  async keepLate(
    work: Work,
    panelId: string,
    personId: string,
    ties: readonly Pick<NewRecusal, 'entryId' | 'reason'>[],
  ): Promise<void> {
    await work.manager.delete(LateTie, { entryId: In(ties.map(({ entryId }) => entryId)), personId: Equal(personId) });
    const rows = ties.map((tie): LateTie => ({ id: newId(), panelId, personId, ...tie, at: work.now }));
    await insertRows(work, LateTie, rows);
  }

  /**
   * {@link add} of many at once that follow from the record, on one panel, none of them twice; the caller takes no sheet of the
   * actor's own back by it.
   */
  async addFound(work: Work, panelId: string, ties: readonly FoundRecusal[]): Promise<void> {
    const personIds = [...new Set(ties.map(({ personId }) => personId))];
    const ofPersons = { panelId: Equal(panelId), personId: In(personIds) };
    const seated = await work.manager.countBy(PanelSeat, ofPersons);
    if (seated !== personIds.length) throw failure('review.not_on_panel');
    const wanted = new Set(ties.map(keyOf));
    const held = await work.manager.find(AssignedPair, { select: OWN, where: ofPersons });
    const pairs = new Map(held.filter((one) => wanted.has(keyOf(one))).map((one) => [keyOf(one), one]));
    const drafts = await work.manager.find(SheetDraft, {
      select: { id: true, entryId: true, personId: true },
      where: ofPersons,
    });
    await remove(work, AssignedPair, [...pairs.values()]);
    await remove(
      work,
      SheetDraft,
      drafts.filter((one) => wanted.has(keyOf(one))),
    );
    const { now: at, actor } = work;
    const rows = ties.map((tie): Recusal => {
      const pairAt = pairs.get(keyOf(tie))?.at ?? null;
      return { id: newId(), panelId, ...tie, kind: 'automatic', at, madeBy: actor.id, pairAt };
    });
    const late = await work.manager.findBy(LateTie, ofPersons);
    await remove(
      work,
      LateTie,
      late.filter((one) => wanted.has(keyOf(one))),
    );
    await insertRows(work, Recusal, rows).catch((error: unknown) => {
      throw isDuplicateKey(error) ? failure('review.already_recused') : error;
    });
  }

  /**
   * Lets a judge score again, or leaves the sheet where they declared a tie after it; what follows from the record does not recuse them once more, as `recuses` says. An entry that the
   * recusal took from them is not theirs again by that; the dismissal keeps that it was, and the answer tells. Fails with
   * `common.not_found`.
   */
  async lift(
    work: Work,
    { panelId, entryId, personId, reason }: Omit<NewRecusal, 'kind'>,
  ): Promise<{ tookPair: boolean }> {
    const own = { entryId: Equal(entryId), personId: Equal(personId) };
    const recusal = await work.manager.findOneBy(Recusal, own);
    const { affected: late } = await work.manager.delete(LateTie, own);
    if (!recusal && !late) throw failure('common.not_found');
    const earlier = await work.manager.findOneBy(RecusalDismissal, own);
    const pairAt = recusal?.pairAt ?? earlier?.pairAt ?? null;
    await work.manager.delete(Recusal, own);
    await work.manager.delete(RecusalDismissal, own);
    const dismissal = { id: newId(), panelId, entryId, personId, reason, at: work.now, madeBy: work.actor.id, pairAt };
    await work.manager.insert(RecusalDismissal, dismissal);
    return { tookPair: pairAt !== null };
  }
}

const keyOf = ({ entryId, personId }: { entryId: string; personId: string }): string => `${entryId} ${personId}`;

/** Ids named by one statement. */
const CHUNK = 1000;

async function remove(
  work: Work,
  entity: typeof AssignedPair | typeof SheetDraft | typeof LateTie,
  rows: readonly { id: string }[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK)
    await work.manager.delete(entity, { id: In(rows.slice(start, start + CHUNK).map(({ id }) => id)) });
}
