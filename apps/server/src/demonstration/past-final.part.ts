import {
  DrawService,
  type Edition,
  RecordQueries,
  RecordService,
  RoadshowEntry,
  RoadshowSession,
  RoadshowSignature,
  SetupService,
} from '@haishi/contest';
import type { Person } from '@haishi/identity';
import { ScoreRevision, ScoreSheet } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import type { Load } from './load.js';
import { JUDGE_KINDS } from './review-plan.js';
import { actor } from './persons.js';
import type { AcceptedProject } from './projects.part.js';
import { StagePart } from './stage.part.js';

export const FINAL_STAGE = 'FINAL';
/** Days before the load, within the stage. */
export const FINAL_AGO = 419;

/** Who held the final. */
export interface FinalCrew {
  organiser: Person;
  chair: Person;
  judges: readonly Person[];
}

/** The final of the edition before: gone through as any session, signed and confirmed. */
@Injectable()
export class PastFinalPart {
  constructor(
    private readonly setup: SetupService,
    private readonly draws: DrawService,
    private readonly stage: StagePart,
    private readonly records: RecordQueries,
    private readonly record: RecordService,
  ) {}

  async load(load: Load, edition: Edition, crew: FinalCrew, projects: readonly AcceptedProject[]): Promise<void> {
    const organiser = actor(crew.organiser, { role: 'contest_organiser', scopeType: 'system', scopeId: '' });
    const chair = actor(crew.chair, { role: 'chair', scopeType: 'edition', scopeId: edition.id });
    const judges = crew.judges.map((one) => actor(one, { role: 'judge', scopeType: 'edition', scopeId: edition.id }));
    const id = await this.setup.create(organiser, edition.code, {
      stageCode: FINAL_STAGE,
      name: '总决赛',
      room: '石家庄国际会展中心 大剧院',
    });
    await this.setup.addEntries(
      organiser,
      id,
      projects.map((one) => one.id),
    );
    for (const [index, { id: personId }] of judges.entries())
      await this.setup.seat(organiser, id, {
        seatNo: index + 1,
        personId,
        kind: JUDGE_KINDS[index % JUDGE_KINDS.length]!,
      });
    await this.draws.draw(organiser, id, null);
    await this.stage.run(load, chair, judges, id, { entries: projects.length, shown: projects.length });
    const digest = await this.records.totals(id);
    await this.record.sign(chair, id, { digest, all: true });
    await this.record.confirm(chair, id, { digest });
    await this.date(load, id);
  }

  /** Commands act in the moment of the load; what they left is put on the day of the final. */
  private date(load: Load, id: string): Promise<void> {
    const at = load.ago(FINAL_AGO);
    return load.run(async ({ manager }) => {
      const moments = { createdAt: load.ago(FINAL_AGO + 10), drawnAt: at, closedAt: at, confirmedAt: at };
      await manager.update(RoadshowSession, { id: Equal(id) }, moments);
      await manager.update(RoadshowEntry, { sessionId: Equal(id) }, { shownAt: at });
      await manager.update(RoadshowSignature, { sessionId: Equal(id) }, { at });
      await manager.update(ScoreSheet, { panelId: Equal(id) }, { submittedAt: at });
      await manager.update(ScoreRevision, { panelId: Equal(id) }, { at });
    });
  }
}
