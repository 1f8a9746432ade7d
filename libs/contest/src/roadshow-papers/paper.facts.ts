import { type LocalText, ROADSHOW_ENDED } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { wallTimeIn } from '@haishi/kernel';
import { Database, StoredEvent } from '@haishi/platform';
import {
  type Aggregation,
  type EntryResult,
  type KeyedBy,
  type PanelSeat,
  type Recusal,
  ReviewQueries,
  type Rubric,
  type ScoreRevision,
  type ScoreSheet,
} from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { judgeKindName } from '../edition/edition.defaults.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { RecordQueries } from '../roadshow-record/record.queries.js';
import type { RoadshowEntry, RoadshowSession } from '../roadshow/session.entity.js';
import { SessionQueries } from '../roadshow/session.queries.js';

/** All there is of a session, sealed values included. */
export interface PaperFacts {
  session: RoadshowSession;
  edition: LocalText;
  stage: LocalText;
  /** Codes of the groups, in the order of the draw. */
  groups: string[];
  /** What a kind of judge is called. */
  kindName: (code: string) => LocalText;
  rubric: Rubric;
  aggregation: Aggregation;
  seats: PanelSeat[];
  /** In order of appearance. */
  entries: RoadshowEntry[];
  sheets: ScoreSheet[];
  /** Every submission, oldest first. */
  revisions: ScoreRevision[];
  recusals: Recusal[];
  results: EntryResult[];
  /** In the order in which they happened. */
  events: StoredEvent[];
  /** SHA-256 of the totals as they stand. */
  digest: string;
  /** Of judges and of who acted, by id; empty where the person was erased. */
  names: Map<string, string>;
}

/** Reads what papers are made of. It checks nobody: who asks has done so. */
@Injectable()
export class PaperSources {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionQueries,
    private readonly editions: EditionQueries,
    private readonly review: ReviewQueries,
    private readonly persons: Persons,
    private readonly records: RecordQueries,
  ) {}

  async of(session: RoadshowSession): Promise<PaperFacts> {
    const { id, editionId, stageCode } = session;
    const [edition, stages, panel, seats, entries, sheets, recusals, results, events] = await Promise.all([
      this.editions.get(editionId),
      this.editions.stages(editionId),
      this.review.panel(id),
      this.review.seats(id),
      this.sessions.entries(id),
      this.review.sheets(id),
      this.review.recusals(id),
      this.review.results(id),
      this.events(id),
    ]);
    const revisions = await this.review.revisionsOf(entries.map((entry) => entry.id));
    const stage = stages.find(({ code }) => code === stageCode)!;
    const persons = await this.persons.byIds([
      ...seats.map(({ personId }) => personId),
      ...events.filter(({ actorKind }) => actorKind === 'person').map(({ actorId }) => actorId),
    ]);
    return {
      session,
      edition: { zh: edition.nameZh, en: edition.nameEn },
      stage: { zh: stage.nameZh, en: stage.nameEn },
      groups: edition.definition.groups.map(({ code }) => code),
      kindName: (code) => judgeKindName(edition.definition, code),
      rubric: panel!.rubric,
      aggregation: panel!.aggregation,
      seats,
      entries,
      sheets,
      revisions,
      recusals,
      results,
      events,
      digest: await this.records.totals(id),
      names: new Map([...persons].map(([personId, { name }]) => [personId, name])),
    };
  }

  /** Ids are made while the session's lock is held, so they tell the order; moments are when a command began. */
  private events(sessionId: string): Promise<StoredEvent[]> {
    return this.database.manager.find(StoredEvent, {
      where: { subjectType: Equal('session'), subjectId: Equal(sessionId) },
      order: { id: 'ASC' },
    });
  }
}

/** A moment as the clocks of the room show it. */
export function roomTime({ timeZone }: RoadshowSession, at: Date): string {
  const { day, time } = wallTimeIn(timeZone, at);
  return `${day} ${time}`;
}

export const nameOf = ({ names }: PaperFacts, personId: string | null): string =>
  (personId && names.get(personId)) || '—';

/** The two who keyed a sheet from paper. */
export const keyersOf = (facts: PaperFacts, keyedBy: readonly KeyedBy[]): string =>
  keyedBy.map(({ personId }) => nameOf(facts, personId)).join('、');

/** Whether the session was closed: its places are final then. */
export const hasEnded = ({ state }: RoadshowSession): boolean => ROADSHOW_ENDED.includes(state);

/** An entry whose scoring has ended: only then is there something to print. */
export const isLocked = ({ state }: RoadshowEntry): boolean => state === 'locked' || state === 'shown';
