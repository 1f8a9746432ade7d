import type { RoadshowEntryState } from '@haishi/contracts';
import type { EntryOutcome, LoggedEvent, SessionDefinition } from './log.rules.js';
import { type NewRecusal, type Payload, ReplayedSession } from './replayed-session.rules.js';

export interface Replayed {
  /** In the order of appearance. */
  entries: EntryOutcome[];
  /** Types of events that replay knows nothing of. */
  unknown: string[];
}

/** Events that change no result: who came, clocks, screens, looks, and words on the totals as they are. */
const WITHOUT_EFFECT = new Set([
  'roadshow.ties_set',
  'roadshow.meeting_set',
  'roadshow.sign_in_opened',
  'roadshow.sign_in_suspended',
  'roadshow.signed_in',
  'roadshow.signed_out',
  'roadshow.witnessed',
  'roadshow.objected',
  'roadshow.signed',
  'roadshow.signature_taken_back',
  'roadshow.confirmed',
  'recusal.declared_late',
  'roadshow.phase_begun',
  'roadshow.timer_changed',
  'roadshow.planned',
  'roadshow.intermission_begun',
  'roadshow.intermission_ended',
  'roadshow.blanked',
  'roadshow.unblanked',
  'roadshow.audience_opened',
  'roadshow.audience_closed',
  'roadshow.stopped',
  'roadshow.stop_changed',
  'roadshow.resumed',
  'roadshow.nudged',
  'roadshow.paper_made',
  'score.reopened',
  'keying.made',
  'keying.voided',
  'ceremony.planned',
  'ceremony.begun',
  'ceremony.taken_over',
  'ceremony.automatic',
  'ceremony.by_hand',
  'link.created',
  'link.revoked',
]);

/**
 * Works a session out again from its log alone: order, sheets, what was shown, board, places and their explanations.
 * Throws {@link ReplayError} where the log contradicts itself, such as a draw that does not follow from its seed.
 */
export function replay(definition: SessionDefinition, events: readonly LoggedEvent[]): Replayed {
  const session = new ReplayedSession(definition);
  const unknown = new Set<string>();
  for (const { type, payload } of events) {
    if (WITHOUT_EFFECT.has(type)) continue;
    const apply = HANDLERS[type];
    if (apply) apply(session, payload);
    else unknown.add(type);
  }
  return { entries: session.outcome(), unknown: [...unknown] };
}

/** What differs between two outcomes, as `number: field`; empty where they are the same. */
export function differences(one: readonly EntryOutcome[], other: readonly EntryOutcome[]): string[] {
  const ids = [...new Set([...one, ...other].map(({ entryId }) => entryId))];
  return ids.flatMap((id) => {
    const [mine, theirs] = [one, other].map((list) => list.find(({ entryId }) => entryId === id));
    if (!mine || !theirs) return [`${(mine ?? theirs)!.number}: missing`];
    return (Object.keys(mine) as (keyof EntryOutcome)[])
      .filter((field) => canonical(mine[field]) !== canonical(theirs[field]))
      .map((field) => `${mine.number}: ${field}`);
  });
}

/** The same text for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** Absent where nobody was found to be tied by then. */
const foundBy = (recusals: unknown): NewRecusal[] => (recusals as NewRecusal[] | undefined) ?? [];

const HANDLERS: Record<string, (session: ReplayedSession, payload: Payload) => void> = {
  'roadshow.created': (session, { commitment: committed }) => session.commit(committed as string),
  'roadshow.entries_added': (session, { entries, recusals }) => {
    session.add(entries as { id: string; number: string; group: string }[]);
    session.recuse(recusals as NewRecusal[]);
  },
  'roadshow.entry_removed': (session, { entryId }) => session.remove(entryId as string),
  'roadshow.judge_seated': (session, { recusals }) => session.recuse(recusals as NewRecusal[]),
  'roadshow.judge_unseated': (session, { seatNo }) => session.unseat(seatNo as number),
  'roadshow.drawn': (session, { seed, order, recusals }) => {
    session.draw(seed as string, order as string[]);
    session.recuse(foundBy(recusals));
  },
  'roadshow.started': (session, { recusals }) => session.recuse(foundBy(recusals)),
  'roadshow.draw_taken_back': (session, { commitment: committed }) => session.commit(committed as string),
  'roadshow.called': (session, { entryId, absent, recusals }) => {
    session.recuse(foundBy(recusals));
    if (absent) session.entry(absent).state = 'waiting';
    session.entry(entryId).state = 'onstage';
  },
  'roadshow.skipped': (session, { entryId }) => void (session.entry(entryId).state = 'waiting'),
  'roadshow.entry_withdrawn': (session, { entryId }) => session.withdraw(entryId as string),
  'roadshow.entry_reinstated': (session, { entryId, state }) => {
    const entry = session.entry(entryId);
    // Logs from before it was said: what was judged came back locked.
    const before = entry.sheets.size > 0 ? 'locked' : 'waiting';
    entry.state = (state as RoadshowEntryState | undefined) ?? before;
  },
  'roadshow.tie_ruled': (session, { entryIds, reason }) => session.rule(entryIds as string[], reason as string),
  'roadshow.tie_ruling_taken_back': (session, { entryIds }) => session.takeRulingBack(entryIds as string[]),
  'roadshow.locked': (session, { entryId, reason }) => {
    const entry = session.entry(entryId);
    entry.state = 'locked';
    entry.lockReason = (reason as string | undefined) ?? null;
  },
  'roadshow.shown': (session, { entryId }) => session.show([entryId as string]),
  'roadshow.shown_again': (session, { entryId }) => session.show([entryId as string]),
  'roadshow.closed': (session) => session.close(),
  'score.submitted': (session, payload) => session.submit(payload),
  'score.keyed': (session, payload) => session.submit(payload),
  'score.struck': (session, payload) => session.strike(payload, true),
  'score.strike_lifted': (session, payload) => session.strike(payload, false),
  'recusal.added': (session, payload) => session.recuse([payload as unknown as NewRecusal]),
  'recusal.lifted': (session, { entryId, seatNo }) => void session.entry(entryId).recused.delete(seatNo as number),
  'ceremony.frozen': (session) => void (session.frozen = true),
  'ceremony.unfrozen': (session) => session.unfreeze(),
  'ceremony.stepped': (session, { kind, entryId }) => {
    if (kind === 'tell') session.told.add(entryId as string);
  },
  'ceremony.ended': (session) => session.show([...session.told]),
};
