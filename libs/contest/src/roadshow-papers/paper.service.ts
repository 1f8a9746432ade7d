import { type Actor, failure } from '@haishi/contracts';
import { AttemptLimits } from '@haishi/identity';
import { EventLog } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { SessionAccess } from '../roadshow/session.access.js';
import { sessionScopes } from '../roadshow/session.scopes.js';
import { LEADERS, LEADING, SessionTies } from '../roadshow/session.ties.js';
import type { RoadshowEntry, RoadshowSession } from '../roadshow/session.entity.js';
import { blankSheets } from './blank-sheet.paper.js';
import { drawRecord } from './draw-record.paper.js';
import { writeLog } from './log.rules.js';
import type { OwnSheetQuery, ScoreSheetQuery } from './paper.dto.js';
import { hasEnded, isLocked, type PaperFacts, PaperSources } from './paper.facts.js';
import { scoreSheets } from './score-sheet.paper.js';
import { sessionLog } from './session-log.js';
import { sessionWorkbook } from './session.workbook.js';
import { summaryPaper } from './summary.paper.js';
import { notInSessionState } from '../roadshow/session.words.js';

/** Papers without a score. */
const UNSEALED = ['draw-record', 'blank-sheets'];

/** A file with its name, which begins with the session's. */
export interface PaperFile {
  name: string;
  bytes: Buffer;
}

/**
 * The papers of a session, each after its check and recorded. They hold sealed values: all but a judge's own sheets are
 * for who leads the session, and once it has ended for its supervisor. Each fails with `common.too_many_files`.
 */
@Injectable()
export class PaperService {
  constructor(
    private readonly access: SessionAccess,
    private readonly ties: SessionTies,
    private readonly sources: PaperSources,
    private readonly review: ReviewQueries,
    private readonly log: EventLog,
    private readonly limits: AttemptLimits,
  ) {}

  /** Sheets of locked entries. Fails with `roadshow.entry_not_locked` where there is none. */
  scoreSheets(actor: Actor, sessionId: string, { entryId, seatNo }: ScoreSheetQuery): Promise<PaperFile> {
    return this.make(actor, sessionId, 'score-sheets', '评分表.pdf', async (facts) => {
      const seatNos = seatsOf(facts, seatNo);
      return scoreSheets(facts, { entries: locked(facts, entryId), seatNos, sealed: true });
    });
  }

  /** The actor's own sheets of locked entries, and nothing of anybody else's. */
  async ownSheets(actor: Actor, sessionId: string, { entryId }: OwnSheetQuery): Promise<PaperFile> {
    const session = await this.access.assertInRoom(actor, sessionId);
    const seat = await this.review.seatOf(sessionId, actor.id);
    if (!seat) throw failure('review.not_on_panel');
    await this.limits.take('paper', actor.id);
    const facts = await this.sources.of(session);
    const choice = { entries: locked(facts, entryId), seatNos: [seat.seatNo], sealed: false };
    const bytes = await scoreSheets(facts, choice);
    await this.record(actor, session, 'own-sheets', []);
    return { name: fileName(session, `评分表-${seat.seatNo}号席.pdf`), bytes };
  }

  /**
   * Sheets to write on when tablets fail; they hold no score. Fails with `roadshow.action_not_allowed` before the draw,
   * when entries have no order yet.
   */
  blankSheets(actor: Actor, sessionId: string, { entryId, seatNo }: ScoreSheetQuery): Promise<PaperFile> {
    const draw = async (facts: PaperFacts) => {
      if (facts.session.drawnAt === null) throw notInSessionState(facts.session.state);
      const entries = wanted(facts, entryId).filter(({ state }) => state !== 'withdrawn');
      return blankSheets(facts, { entries, seatNos: seatsOf(facts, seatNo) });
    };
    return this.make(actor, sessionId, 'blank-sheets', '空白评分表.pdf', draw, [...LEADERS, 'roadshow.record']);
  }

  /** Says so where the session is not closed yet. */
  summary(actor: Actor, sessionId: string): Promise<PaperFile> {
    return this.make(actor, sessionId, 'summary', '成绩汇总表.pdf', summaryPaper);
  }

  /** Fails with `roadshow.action_not_allowed` before the draw: the seed is nobody's yet. */
  drawRecord(actor: Actor, sessionId: string): Promise<PaperFile> {
    return this.make(actor, sessionId, 'draw-record', '抽签记录.pdf', async (facts) => {
      if (facts.session.drawnAt === null) throw notInSessionState(facts.session.state);
      return drawRecord(facts);
    });
  }

  workbook(actor: Actor, sessionId: string): Promise<PaperFile> {
    return this.make(actor, sessionId, 'workbook', '全部数据.xlsx', sessionWorkbook);
  }

  /** JSON lines: the definition, an event a line, the outcome. */
  eventLog(actor: Actor, sessionId: string): Promise<PaperFile> {
    return this.make(actor, sessionId, 'event-log', '事件记录.jsonl', async (facts) =>
      Buffer.from(writeLog(sessionLog(facts))),
    );
  }

  private async make(
    actor: Actor,
    sessionId: string,
    paper: string,
    name: string,
    draw: (facts: PaperFacts) => Promise<Buffer>,
    allowed = LEADING,
  ): Promise<PaperFile> {
    const { session, tied } = await this.access.enter(actor, sessionId, allowed);
    await this.assertMayRead(actor, session, paper);
    await this.limits.take('paper', actor.id);
    const bytes = await draw(await this.sources.of(session));
    await this.record(actor, session, paper, tied);
    return { name: fileName(session, name), bytes };
  }

  /** A supervisor sees what is sealed once the session has ended; what holds no score is open before. */
  private async assertMayRead(actor: Actor, session: RoadshowSession, paper: string): Promise<void> {
    if (UNSEALED.includes(paper) || hasEnded(session) || (await this.ties.leads(actor, session, LEADERS))) return;
    throw notInSessionState(session.state);
  }

  private record(actor: Actor, session: RoadshowSession, paper: string, tied: readonly string[]): Promise<void> {
    return this.log.record(actor, {
      type: 'roadshow.paper_made',
      subjectType: 'session',
      subjectId: session.id,
      scopes: sessionScopes(session),
      payload: tied.length > 0 ? { paper, tied } : { paper },
    });
  }
}

const fileName = ({ name }: RoadshowSession, paper: string) => `${name.replaceAll(/[\\/:*?"<>|]/g, '_')}-${paper}`;

/** All entries, or the one named. */
function wanted({ entries }: PaperFacts, entryId: string | undefined): RoadshowEntry[] {
  const found = entryId === undefined ? entries : entries.filter(({ id }) => id === entryId);
  if (entryId !== undefined && found.length === 0) throw failure('common.not_found', { field: 'entryId' });
  return found;
}

/** All seats, or the one named. */
function seatsOf({ seats }: PaperFacts, seatNo: number | undefined): number[] {
  const found = seats.map((seat) => seat.seatNo).filter((one) => seatNo === undefined || one === seatNo);
  if (seatNo !== undefined && found.length === 0) throw failure('common.not_found', { field: 'seatNo' });
  return found;
}

/** Locked entries, or the one named. */
function locked(facts: PaperFacts, entryId: string | undefined): RoadshowEntry[] {
  const found = wanted(facts, entryId).filter(isLocked);
  if (found.length === 0) throw failure('roadshow.entry_not_locked');
  return found;
}
