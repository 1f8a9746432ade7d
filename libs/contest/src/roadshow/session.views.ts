import type {
  AudienceSnapshot,
  BoardRow,
  ChairRuling,
  ChairSnapshot,
  DeskSeat,
  DeskSnapshot,
  EntryProgress,
  KeyingProgress,
  RoadshowCurrent,
  RoadshowEntryCard,
  RoadshowHeader,
  RoadshowNudge,
  ScreenSnapshot,
} from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { type PanelSeat, type Recusal, ReviewQueries, type ScoreSheet } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { Ceremony } from '../ceremony/ceremony.entity.js';
import { CeremonyQueries } from '../ceremony/ceremony.queries.js';
import { boardOf, resultsOf, sceneOf } from '../ceremony/ceremony.scene.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectQueries } from '../project/project.queries.js';
import { audienceOf } from '../roadshow-audience/audience.rules.js';
import { SignInQueries } from '../roadshow-signin/sign-in.queries.js';
import { presenceOf } from '../roadshow-signin/sign-in.rules.js';
import { keyingProgress } from '../roadshow-keyed/keyed.rules.js';
import { commitment } from './draw.rules.js';
import type { RoadshowEntry, RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { chairSheet, onScreens, timerOf } from './session.rules.js';

/** Seats and sheets of a panel, reduced to who has scored what. Holds no score. */
interface Room {
  seats: PanelSeat[];
  progress: EntryProgress[];
}

interface Loaded {
  session: RoadshowSession;
  entries: RoadshowEntry[];
  /** Null until it is planned or the board frozen. */
  ceremony: Ceremony | null;
  room: Room;
}

/** What each kind of listener may see of a session. */
@Injectable()
export class SessionViews {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly editions: EditionQueries,
    private readonly persons: Persons,
    private readonly ceremonies: CeremonyQueries,
    private readonly signIns: SignInQueries,
    private readonly projects: ProjectQueries,
  ) {}

  /** For anybody: nothing in it comes from a sheet or a result, but from what was shown and from counts. */
  async screen(sessionId: string): Promise<ScreenSnapshot> {
    return onScreens(await this.publicPart(await this.load(sessionId)));
  }

  /** For anybody's phone: what screens get, the order, and what was shown of each entry. Null while the session is not open to it. */
  async audience(sessionId: string): Promise<AudienceSnapshot | null> {
    const loaded = await this.load(sessionId);
    if (!loaded.session.audienceSince) return null;
    const { rubric, aggregation } = (await this.review.panel(sessionId))!;
    const breaking = new Set(aggregation.ties.flatMap((tie) => (tie.by === 'criterion' ? [tie.code] : [])));
    return audienceOf(onScreens(await this.publicPart(loaded)), {
      cards: loaded.entries.map(toCard),
      results: resultsOf(
        loaded.ceremony,
        loaded.entries.map((entry) => ({ ...entry, card: toCard(entry) })),
      ),
      criteria: rubric.criteria.filter(({ code }) => breaking.has(code)).map(({ code, name }) => ({ code, name })),
    });
  }

  /** For the jury and its leaders: besides, who has scored. */
  async desk(sessionId: string): Promise<DeskSnapshot> {
    const loaded = await this.load(sessionId);
    const { session, entries, room } = loaded;
    return {
      ...(await this.publicPart(loaded)),
      seats: await this.seats(room.seats),
      entries: entries.map(toCard),
      progress: room.progress,
      nudges: openNudges(session, room),
      keyings: await this.keyings(sessionId),
      presence: session.signInOpenedAt
        ? presenceOf(await this.signIns.of(sessionId), { seats: room.seats, entries })
        : null,
      meetingUrl: session.meetingUrl,
    };
  }

  /** For the chair and the organiser alone: every sheet and every result. */
  async chair(sessionId: string): Promise<ChairSnapshot> {
    const [sheets, results, rulings, entries] = await Promise.all([
      this.review.sheets(sessionId),
      this.review.results(sessionId),
      this.rulings(sessionId),
      this.sessions.entries(sessionId),
    ]);
    return {
      sheets: sheets.map(chairSheet),
      results: results.map(({ entryId, score, untrimmed, valid, droppedHighest, droppedLowest, tieValues }) => ({
        entryId,
        score,
        untrimmed,
        valid,
        droppedHighest,
        droppedLowest,
        tieValues,
      })),
      shown: entries.flatMap(({ id, shown }) => (shown ? [{ entryId: id, result: shown }] : [])),
      rulings,
      gaveUp: await this.gaveUp(sessionId),
    };
  }

  /** The entries whose project is withdrawn, whatever became of them here. */
  async gaveUp(sessionId: string): Promise<string[]> {
    const entries = await this.sessions.entries(sessionId);
    const projects = await this.projects.byIds(entries.map(({ projectId }) => projectId));
    return entries.filter(({ projectId }) => projects.get(projectId)?.state === 'withdrawn').map(({ id }) => id);
  }

  /** Paper sheets of which one keying is in, or two that differ. */
  async keyings(sessionId: string): Promise<KeyingProgress[]> {
    const keyings = await this.review.keyings(sessionId);
    return keyings.length > 0 ? keyingProgress(keyings, await this.review.sheets(sessionId)) : [];
  }

  /** Rulings on ties as the chair sees them. */
  async rulings(sessionId: string): Promise<ChairRuling[]> {
    const held = await this.review.rulings(sessionId);
    return held.map(({ entryIds, values, reason }) => ({ entryIds, values, reason }));
  }

  private async load(sessionId: string): Promise<Loaded> {
    const session = await this.sessions.get(sessionId);
    const entries = await this.sessions.entries(sessionId);
    const seats = await this.review.seats(sessionId);
    const recusals = await this.review.recusals(sessionId);
    const sheets = await this.review.sheets(sessionId);
    const admissions = await this.review.admissions(sessionId);
    const ceremony = await this.ceremonies.find(sessionId);
    return {
      session,
      entries,
      ceremony,
      room: { seats, progress: progressOf(entries, seats, recusals, sheets, admissions) },
    };
  }

  private async publicPart({ session, entries, ceremony, room }: Loaded): Promise<ScreenSnapshot> {
    const header = await this.header(session, entries, ceremony);
    if (!ceremony?.begunAt)
      return { header, current: toCurrent(session, entries, room), board: toBoard(entries), ceremony: null };
    const { ties } = (await this.review.panel(session.id))!.aggregation;
    const rulings = await this.review.rulings(session.id);
    const parts = { ceremony, ties, rulings, entries: entries.map((entry) => ({ ...entry, card: toCard(entry) })) };
    return { header, current: null, board: boardOf(parts), ceremony: sceneOf(parts) };
  }

  private async header(
    session: RoadshowSession,
    entries: readonly RoadshowEntry[],
    ceremony: Ceremony | null,
  ): Promise<RoadshowHeader> {
    const edition = await this.editions.get(session.editionId);
    const stages = await this.editions.stages(session.editionId);
    const stage = stages.find(({ code }) => code === session.stageCode)!;
    return {
      id: session.id,
      name: session.name,
      edition: { zh: edition.nameZh, en: edition.nameEn },
      stage: { zh: stage.nameZh, en: stage.nameEn },
      room: session.room,
      timeZone: session.timeZone,
      state: session.state,
      startsAt: session.startsAt?.getTime() ?? null,
      audience: session.audienceSince !== null,
      blank: session.blankedAt !== null,
      intermission:
        session.intermissionText === null
          ? null
          : { text: session.intermissionText, until: session.intermissionUntil?.getTime() ?? null },
      stopped:
        session.state === 'stopped'
          ? { reason: session.stopReason ?? '', until: session.resumesAt?.getTime() ?? null }
          : null,
      entries: entries.filter(({ state }) => state !== 'withdrawn').length,
      shown: entries.filter(({ shown }) => shown !== null).length,
      frozen: ceremony?.frozenAt != null,
      draw: { commitment: commitment(session.drawSeed), seed: session.drawnAt ? session.drawSeed : null },
    };
  }

  private async seats(seats: readonly PanelSeat[]): Promise<DeskSeat[]> {
    const persons = await this.persons.byIds(seats.map(({ personId }) => personId));
    return seats.map(({ seatNo, personId }) => ({ seatNo, name: persons.get(personId)?.name ?? '' }));
  }
}

export function toCard(entry: RoadshowEntry): RoadshowEntryCard {
  const { id, position, number, title, team, divisionName, groupName, state, absentAt, paperSince } = entry;
  return {
    id,
    position,
    number,
    title,
    team,
    division: divisionName,
    group: groupName,
    state,
    absentAt: absentAt?.getTime() ?? null,
    ...(paperSince ? { paper: true as const } : {}),
  };
}

function toCurrent(session: RoadshowSession, entries: readonly RoadshowEntry[], room: Room): RoadshowCurrent | null {
  const entry = entries.find(({ id }) => id === session.currentEntryId);
  if (!entry) return null;
  const progress = room.progress.find(({ entryId }) => entryId === entry.id);
  return {
    entry: toCard(entry),
    phase: session.phase,
    timer: timerOf(session),
    scored: progress?.scored.length ?? 0,
    expected: room.seats.length - (progress?.recused.length ?? 0) - (progress?.struck.length ?? 0),
    result: session.phase === 'shown' ? entry.shown : null,
  };
}

/** Calls for the entry on stage to judges who have not scored it since. */
function openNudges({ currentEntryId, phase, nudges }: RoadshowSession, { progress }: Room): RoadshowNudge[] {
  if (phase !== 'scoring') return [];
  const scored = progress.find(({ entryId }) => entryId === currentEntryId)?.scored ?? [];
  return (nudges ?? []).filter(({ entryId, seatNo }) => entryId === currentEntryId && !scored.includes(seatNo));
}

function toBoard(entries: readonly RoadshowEntry[]): BoardRow[] {
  return entries
    .filter((entry) => entry.place !== null)
    .map((entry) => ({
      entryId: entry.id,
      number: entry.number,
      title: entry.title,
      team: entry.team,
      score: entry.shown!.score!,
      decimals: entry.shown!.decimals,
      place: entry.place!,
      before: entry.placeBefore,
      explanation: entry.explanation!,
    }))
    .sort((one, other) => one.place - other.place || (one.number < other.number ? -1 : 1));
}

function progressOf(
  entries: readonly RoadshowEntry[],
  seats: readonly PanelSeat[],
  recusals: readonly Recusal[],
  sheets: readonly Pick<ScoreSheet, 'entryId' | 'seatNo' | 'state'>[],
  admissions: readonly Pick<ScoreSheet, 'entryId' | 'seatNo'>[],
): EntryProgress[] {
  return entries.map(({ id }) => {
    const out = new Set(recusals.filter(({ entryId }) => entryId === id).map(({ personId }) => personId));
    const recused = seats.filter(({ personId }) => out.has(personId)).map(({ seatNo }) => seatNo);
    const own = sheets.filter(({ entryId, seatNo }) => entryId === id && !recused.includes(seatNo));
    const inState = (state: ScoreSheet['state']) =>
      own.filter((sheet) => sheet.state === state).map(({ seatNo }) => seatNo);
    return {
      entryId: id,
      scored: inState('stored'),
      reopened: inState('reopened'),
      recused,
      admitted: admissions
        .filter(({ entryId, seatNo }) => entryId === id && !recused.includes(seatNo))
        .map(({ seatNo }) => seatNo),
      struck: inState('struck'),
    };
  });
}
