import type { LocalText, RoadshowEntryState, RoadshowExplanation, ShownResult } from '@haishi/contracts';
import type { AggregateResult, Aggregation, Explanation, Rubric } from '@haishi/review/rules';

/** What the events of a session rest on: the first line of its log. */
export interface SessionDefinition {
  kind: 'session';
  id: string;
  name: string;
  edition: LocalText;
  stage: LocalText;
  room: string;
  timeZone: string;
  /** Codes of the groups, in the order in which they appear on stage. */
  groups: string[];
  rubric: Rubric;
  aggregation: Aggregation;
  seats: { seatNo: number; personId: string; name: string }[];
  entries: { id: string; number: string; title: string; team: string; group: string }[];
}

/**
 * One thing that was done. The payload is that of the audit trail; `score.submitted` and `score.keyed` carry besides
 * what was scored, from the history of the sheets, so that no event holds a sealed score.
 */
export interface LoggedEvent {
  kind: 'event';
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  type: string;
  actor: { kind: string; id: string };
  payload: Record<string, unknown>;
}

/** What became of one entry: on the board as it was shown, and in the review engine. */
export interface EntryOutcome {
  entryId: string;
  number: string;
  /** In the order of appearance, from 1. */
  position: number;
  state: RoadshowEntryState;
  lockReason: string | null;
  shown: ShownResult | null;
  shownTies: number[] | null;
  place: number | null;
  placeBefore: number | null;
  explanation: RoadshowExplanation | null;
  result: AggregateResult & { place: number | null; explanation: Explanation | null };
}

/** What the server holds as the session's result: the last line of its log, which a replay is compared with. */
export interface SessionOutcome {
  kind: 'outcome';
  entries: EntryOutcome[];
}

/** A session as a log that needs nothing else to be worked out again. */
export interface SessionLog {
  definition: SessionDefinition;
  /** In the order in which they happened. */
  events: LoggedEvent[];
  outcome: SessionOutcome;
}

/** The log as JSON lines: the definition, an event a line, the outcome. */
export function writeLog({ definition, events, outcome }: SessionLog): string {
  return [definition, ...events, outcome].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Reads what {@link writeLog} wrote. Throws a `SyntaxError` naming the line that is not part of a log. */
export function readLog(text: string): SessionLog {
  const lines = text.split('\n').filter((line) => line !== '');
  const parsed = lines.map((line, index) => {
    const value = parseLine(line);
    const due = index === 0 ? 'session' : index === lines.length - 1 ? 'outcome' : 'event';
    if (value?.kind !== due) throw new SyntaxError(`line ${index + 1}: expected ${due}`);
    return value;
  });
  if (parsed.length < 2) throw new SyntaxError('a session’s log has at least two lines');
  return {
    definition: parsed[0] as SessionDefinition,
    events: parsed.slice(1, -1) as LoggedEvent[],
    outcome: parsed.at(-1) as SessionOutcome,
  };
}

function parseLine(line: string): { kind?: unknown } | null {
  try {
    return JSON.parse(line) as { kind?: unknown } | null;
  } catch {
    return null;
  }
}
