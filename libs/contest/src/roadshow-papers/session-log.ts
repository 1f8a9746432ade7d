import type { EntryOutcome, LoggedEvent, SessionDefinition, SessionLog } from './log.rules.js';
import { nameOf, type PaperFacts } from './paper.facts.js';

/** By the judge, or from paper. */
const STORED = ['score.submitted', 'score.keyed'];

/**
 * The session as a log that can be replayed. The audit trail's events hold no sealed score; what was scored is taken
 * from the append-only history of the sheets, revision by revision.
 */
export function sessionLog(facts: PaperFacts): SessionLog {
  return {
    definition: definitionOf(facts),
    events: facts.events.map((event) => ({
      kind: 'event',
      id: event.id,
      at: event.at.toISOString(),
      type: event.type,
      actor: { kind: event.actorKind, id: event.actorId },
      payload: STORED.includes(event.type) ? withScores(facts, event.payload) : event.payload,
    })),
    outcome: { kind: 'outcome', entries: outcomeOf(facts) },
  };
}

function definitionOf(facts: PaperFacts): SessionDefinition {
  const { session, edition, stage, groups, rubric, aggregation, seats, entries } = facts;
  return {
    kind: 'session',
    id: session.id,
    name: session.name,
    edition,
    stage,
    room: session.room,
    timeZone: session.timeZone,
    groups,
    rubric,
    aggregation,
    seats: seats.map(({ seatNo, personId }) => ({ seatNo, personId, name: nameOf(facts, personId) })),
    entries: entries.map(({ id, number, title, team, groupCode }) => ({ id, number, title, team, group: groupCode })),
  };
}

function withScores({ seats, revisions }: PaperFacts, payload: LoggedEvent['payload']): LoggedEvent['payload'] {
  const { entryId, seatNo, revision } = payload;
  const seat = seats.find((one) => one.seatNo === seatNo);
  const found = revisions.find(
    (one) => one.entryId === entryId && one.personId === seat?.personId && one.revision === revision,
  );
  return found ? { ...payload, scores: found.scores, total: found.total, comment: found.comment } : payload;
}

/** What is stored, as replay answers it. */
function outcomeOf({ entries, results }: PaperFacts): EntryOutcome[] {
  return entries.map((entry) => {
    const result = results.find(({ entryId }) => entryId === entry.id)!;
    return {
      entryId: entry.id,
      number: entry.number,
      position: entry.position,
      state: entry.state,
      lockReason: entry.lockReason,
      shown: entry.shown,
      shownTies: entry.shownTies,
      place: entry.place,
      placeBefore: entry.placeBefore,
      explanation: entry.explanation,
      result: {
        score: result.score,
        untrimmed: result.untrimmed,
        valid: result.valid,
        droppedHighest: result.droppedHighest,
        droppedLowest: result.droppedLowest,
        tieValues: result.tieValues,
        place: result.place,
        explanation: result.explanation,
      },
    };
  });
}
