import { Database, type SetColumn, updateRows, type Work } from '@haishi/platform';
import { ReviewQueries, type Scores } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { ReviewRound } from './round.entity.js';
import { type RoundOutcome, type RoundSheet, workOut } from './round.rules.js';

interface SheetRow {
  entryId: string;
  personId: string;
  seatNo: number | string;
  total: number | string;
  scores: string;
}

interface JudgedRow {
  id: string;
  division: string;
}

/** The entries that are judged: those whose project still stands. */
const JUDGED = `SELECT e.id, e.division FROM review_entries e JOIN projects p ON p.id = e.projectId
WHERE e.roundId = ? AND p.state = 'accepted' ORDER BY e.id`;

/** Those whose project stood when the round was confirmed: whoever leaves later changes no result of others. */
const CONFIRMED = `SELECT e.id, e.division FROM review_entries e JOIN panel_entries n ON n.id = e.id
WHERE e.roundId = ? AND n.state <> 'withdrawn' ORDER BY e.id`;

/** The sheets of a panel that count: not struck, of judges who are not recused. */
const VALID_SHEETS = `SELECT h.entryId, h.personId, h.seatNo, h.total, h.scores FROM score_sheets h
LEFT JOIN recusals x ON x.entryId = h.entryId AND x.personId = h.personId
WHERE h.panelId = ? AND h.state <> 'struck' AND x.id IS NULL`;

const RESULT_COLUMNS = {
  score: 'int',
  raw: 'int',
  adjusted: 'int',
  tieValues: 'text',
  place: 'int',
  explanation: 'text',
} as const satisfies Record<string, SetColumn>;

/** What a round has come to, always worked out from the stored sheets. */
@Injectable()
export class RoundResults {
  constructor(
    private readonly review: ReviewQueries,
    private readonly database: Database,
  ) {}

  /** Of the entries whose project was not withdrawn before confirmation, with the sheets that count. */
  async of(round: ReviewRound): Promise<{ outcome: RoundOutcome; sheets: RoundSheet[] }> {
    const sql = round.state === 'confirmed' ? CONFIRMED : JUDGED;
    const judged = await this.database.query<JudgedRow>(sql, [round.id]);
    const sheets = await this.sheets(round.id, new Set(judged.map(({ id }) => id)));
    const { aggregation } = (await this.review.panel(round.id))!;
    return { outcome: workOut({ aggregation, plan: round.plan }, judged, sheets), sheets };
  }

  /** Stores what the entries came to, as it is confirmed. */
  async store(work: Work, { results, places }: RoundOutcome): Promise<void> {
    const ranked = new Map(places.map((one) => [one.entryId, one]));
    await updateRows(
      work,
      { table: 'review_entries', columns: RESULT_COLUMNS },
      results.map(({ entryId, score, raw, adjusted }) => {
        const place = ranked.get(entryId);
        return [
          entryId,
          score,
          raw.score,
          adjusted,
          JSON.stringify(raw.tieValues),
          place?.place ?? null,
          place ? JSON.stringify(place.explanation) : null,
        ];
      }),
    );
  }

  /** The valid sheets of these entries. */
  private async sheets(panelId: string, entryIds: ReadonlySet<string>): Promise<RoundSheet[]> {
    const rows = await this.database.query<SheetRow>(VALID_SHEETS, [panelId]);
    return rows
      .filter(({ entryId }) => entryIds.has(entryId))
      .map(({ entryId, personId, seatNo, total, scores }) => ({
        entryId,
        personId,
        seatNo: Number(seatNo),
        total: Number(total),
        scores: JSON.parse(scores) as Scores,
      }));
  }
}
