import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Panel, PanelEntry, PanelSeat } from '../panel/panel.entity.js';
import { Panels } from '../panel/panels.js';
import { Recusal } from '../recusal/recusal.entity.js';
import { LateAdmission } from './admission.entity.js';
import { SheetKeying } from './keying.entity.js';
import { compareKeyings, keyingRefusal, type KeyingResult } from './keying.rules.js';
import { type KeyedBy, ScoreSheet } from './sheet.entity.js';
import { checkSheet, sameSheet, type Scores, sheetTotal } from './sheet.rules.js';
import { type Receipt, SheetStore, type StoredSheet } from './sheet-store.js';

export interface NewKeying {
  /** Made by the client for this keying and kept for its repetitions. */
  keyId: string;
  /** The revision of the stored sheet that the keyer saw; 0 where there was none. */
  revision: number;
  /** The keyer's own keying that this one corrects. */
  replaces: string | null;
  scores: Record<string, unknown>;
  comment: string;
}

/** The keyer's own values, and what came of them. Tells no value of anybody else's. */
export interface KeyingReceipt {
  keyId: string;
  entryId: string;
  seatNo: number;
  revision: number;
  scores: Scores;
  comment: string;
  /** In hundredths. */
  total: number;
  at: Date;
  outcome: KeyingResult['outcome'];
  /** Codes of the criteria in which the two differ. */
  differing: string[];
}

/** A receipt; where it is new, which keying it is; where two agreed, the sheet that was stored. Sealed but for the receipt. */
export interface KeyingOutcome {
  receipt: KeyingReceipt;
  keyingId?: string;
  stored?: StoredSheet & { receipt: Receipt; keyedBy: KeyedBy[] };
}

/**
 * Double data entry 双人录入 of paper sheets: what two different persons key alike becomes the judge's sheet. On behalf
 * of rooms that have checked the actor; each writes its own event.
 */
@Injectable()
export class Keyings {
  constructor(
    private readonly panels: Panels,
    private readonly store: SheetStore,
  ) {}

  /**
   * Keeps the actor's keying of a seat's sheet, and stores the sheet where another person's says the same. A key that
   * was used before is answered as it was the first time; `admit` is what the room above asks of a new one. Fails with `common.not_found`, `common.key_reused`, what
   * {@link keyingRefusal} says, or `review.sheet_invalid` naming each fault.
   */
  async key(
    work: Work,
    panelId: string,
    { entryId, seatNo }: { entryId: string; seatNo: number },
    input: NewKeying,
    admit: () => Promise<void>,
  ): Promise<KeyingOutcome> {
    await this.panels.lock(work, panelId);
    const { rubric, aggregation } = await work.manager.findOneByOrFail(Panel, { id: Equal(panelId) });
    const done = await work.manager.findOneBy(SheetKeying, { keyId: Equal(input.keyId) });
    if (done) {
      const same = done.keyedBy === work.actor.id && done.entryId === entryId && done.seatNo === seatNo;
      if (!same || !sameSheet(rubric, done, input)) throw failure('common.key_reused', { field: 'keyId' });
      return { receipt: receiptOf(done) };
    }
    await admit();
    const found = await this.find(work, panelId, entryId, seatNo);
    const { sheet, standing, revision } = found;
    const refusal = keyingRefusal(
      { ...found, recused: found.out.includes(found.judge.personId), reopened: sheet?.state === 'reopened' },
      { keyer: work.actor.id, revision: input.revision, replaces: input.replaces },
    );
    if (refusal) throw failure(refusal, { params: { revision } });
    const faults = checkSheet(rubric, input);
    if (faults.length > 0) throw failure('review.sheet_invalid', { fields: faults });
    const own = standing.find(({ keyedBy }) => keyedBy === work.actor.id);
    const other = standing.find((one) => one !== own);
    const { personId } = found.judge;
    const scores = Object.fromEntries(rubric.criteria.map(({ code }) => [code, input.scores[code] as number]));
    const result = compareKeyings(rubric, other, { scores, comment: input.comment });
    const keying: SheetKeying = {
      id: newId(),
      panelId,
      entryId,
      personId,
      seatNo,
      revision,
      keyId: input.keyId,
      keyedBy: work.actor.id,
      at: work.now,
      scores,
      comment: input.comment,
      total: sheetTotal(rubric, scores),
      state: 'standing',
      outcome: result.outcome,
      differing: result.outcome === 'differs' ? result.differing : [],
      voidedAt: null,
      voidedBy: null,
      voidReason: null,
    };
    if (own) await work.manager.update(SheetKeying, { id: Equal(own.id) }, { state: 'replaced' });
    await work.manager.insert(SheetKeying, keying as never);
    const answer = { receipt: receiptOf(keying), keyingId: keying.id };
    if (result.outcome !== 'agreed') return answer;
    const { total } = keying;
    const { comment } = result;
    const receipt = {
      entryId,
      sheetKey: newId(),
      revision: revision + 1,
      scores,
      comment,
      total,
      submittedAt: work.now,
    };
    const keyedBy = [other!, keying].map((one) => ({ personId: one.keyedBy, at: one.at.toISOString() }));
    const judging = found.seated.length - found.out.length;
    const place = { panelId, personId, seatNo, held: sheet, admitted: found.admitted, judging, aggregation };
    return { ...answer, stored: { ...(await this.store.store(work, place, receipt, keyedBy)), receipt, keyedBy } };
  }

  /**
   * Takes a keying out, such as that of somebody who left; another person may key then. It stays on record.
   * Fails with `common.not_found`, or `review.keying_gone` where it no longer stands.
   */
  async void(work: Work, panelId: string, keyingId: string, reason: string): Promise<SheetKeying> {
    const keying = await work.manager.findOneBy(SheetKeying, { id: Equal(keyingId), panelId: Equal(panelId) });
    if (!keying) throw failure('common.not_found');
    const { entryId, seatNo, state } = keying;
    const { revision } = await this.find(work, panelId, entryId, seatNo);
    if (state !== 'standing' || keying.revision !== revision) throw failure('review.keying_gone');
    await work.manager.update(
      SheetKeying,
      { id: Equal(keying.id) },
      { state: 'voided', voidedAt: work.now, voidedBy: work.actor.id, voidReason: reason },
    );
    return keying;
  }

  private async find(work: Work, panelId: string, entryId: string, seatNo: number) {
    const entry = await work.manager.findOneBy(PanelEntry, { id: Equal(entryId), panelId: Equal(panelId) });
    if (!entry) throw failure('common.not_found', { field: 'entryId' });
    const seats = await work.manager.findBy(PanelSeat, { panelId: Equal(panelId) });
    const judge = seats.find((one) => one.seatNo === seatNo);
    if (!judge) throw failure('common.not_found', { field: 'seatNo' });
    const own = { entryId: Equal(entryId), personId: Equal(judge.personId) };
    const sheet = await work.manager.findOneBy(ScoreSheet, own);
    const revision = sheet?.revision ?? 0;
    const late = sheet === null && entry.state === 'closed' ? await work.manager.findOneBy(LateAdmission, own) : null;
    const keyings = await work.manager.find(SheetKeying, {
      where: { ...own, revision: Equal(revision) },
      order: { at: 'ASC', id: 'ASC' },
    });
    const seated = seats.map(({ personId }) => personId);
    const recusals = await work.manager.findBy(Recusal, { entryId: Equal(entryId) });
    return {
      judge,
      sheet,
      admitted: late && { by: late.madeBy, reason: late.reason },
      revision,
      open: entry.state === 'open' || late !== null,
      seated,
      /** Judges recused from the entry. */
      out: recusals.map(({ personId }) => personId).filter((personId) => seated.includes(personId)),
      standing: keyings.filter(({ state }) => state === 'standing'),
      voiders: keyings.flatMap(({ voidedBy }) => voidedBy ?? []),
      differed: keyings.filter(({ outcome }) => outcome === 'differs').map(({ keyedBy }) => keyedBy),
    };
  }
}

function receiptOf(keying: SheetKeying): KeyingReceipt {
  const { keyId, entryId, seatNo, revision, scores, comment, total, at, outcome, differing } = keying;
  return { keyId, entryId, seatNo, revision, scores, comment, total, at, outcome, differing };
}
