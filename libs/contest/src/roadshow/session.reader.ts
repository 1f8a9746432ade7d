import { type Actor, failure, type Permission, type Role } from '@haishi/contracts';
import { contentVersion, isAllowed } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { judgeKindName, judgeKindsOf } from '../edition/edition.defaults.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { namedStage } from '../edition/named.js';
import { chainOf, followsStage, judgedBefore } from '../edition/ties.rules.js';
import { openToJury } from '../project/project.rules.js';
import { JudgePool } from './judge-pool.js';
import { SessionAccess } from './session.access.js';
import { sessionScopes } from './session.scopes.js';
import type { StageDeskView } from './session.dto.js';
import type { RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { LEADERS, LEADING, SessionTies, type TiedLeader } from './session.ties.js';
import { SessionViews } from './session.views.js';

/** Roles for the stage alone. */
const STAGE_ROLES: readonly Role[] = ['chair', 'stage_manager', 'recorder', 'supervisor'];

/** What pages read of sessions, each after its check. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly access: SessionAccess,
    private readonly sessions: SessionQueries,
    private readonly views: SessionViews,
    private readonly review: ReviewQueries,
    private readonly editions: EditionQueries,
    private readonly people: JudgePool,
    private readonly ties: SessionTies,
  ) {}

  /**
   * The sessions of an edition that the actor may lead by a role, and to who manages the edition all: supervisors are appointed
   * by who leads none. `tied` are the entries for which others lead; who is tied may yet be the only one to prepare it.
   */
  async ofEdition(actor: Actor, editionName: string) {
    const edition = await this.editions.getByName(editionName);
    const sessions = await this.sessions.ofEdition(edition.id);
    const found = sessions.filter(
      (session) => this.access.leads(actor, session) || isAllowed(actor, 'edition.manage', sessionScopes(session)),
    );
    const barred = await this.ties.barred(actor, found, LEADERS);
    const unprepared = await this.ties.barred(actor, found, ['roadshow.manage']);
    return (await this.summaries(found)).map((summary) => {
      const scopes = sessionScopes(found.find(({ id }) => id === summary.id)!);
      const may = (permission: Permission) => isAllowed(actor, permission, scopes);
      const tied = barred.get(summary.id) ?? [];
      return {
        ...summary,
        tied,
        leads: tied.length === 0 && LEADERS.some(may),
        prepares: may('roadshow.manage') && !unprepared.has(summary.id),
        stages: may('roadshow.stage'),
        records: may('roadshow.record'),
      };
    });
  }

  /** The sessions in which the actor has something to do: as a judge by a seat, as staff by a role there. `tied` are the entries for which others lead it. */
  async own(actor: Actor) {
    const seated = await this.review.panelsOf(actor.id);
    const granted = await this.granted(actor);
    const found = await this.sessions.byIds([...new Set([...seated, ...granted.map(({ id }) => id)])]);
    const summaries = await this.summaries(found);
    const barred = await this.ties.barred(actor, found, LEADING);
    return summaries.map((summary) => {
      const session = found.find(({ id }) => id === summary.id)!;
      const may = (permission: Permission) => isAllowed(actor, permission, sessionScopes(session));
      const tied = barred.get(session.id) ?? [];
      return {
        ...summary,
        tied,
        seated: seated.includes(summary.id),
        leads: tied.length === 0 && this.access.leads(actor, session),
        stages: may('roadshow.stage'),
        records: may('roadshow.record'),
        witnesses: tied.length === 0 && may('roadshow.witness'),
      };
    });
  }

  /** All of a session but its scores, for who sets it up or chairs it. */
  async overview(actor: Actor, sessionId: string) {
    const session = await this.access.getUnsealed(actor, sessionId, ...LEADERS);
    const { header, entries, progress, presence, meetingUrl } = await this.views.desk(sessionId);
    const stages = await this.editions.stages(session.editionId);
    const { definition } = await this.editions.get(session.editionId);
    const { rubric, aggregation } = (await this.review.panel(sessionId))!;
    const seats = await this.people.seats(sessionId);
    const recusals = await this.review.recusals(sessionId);
    const may = (permission: 'roadshow.manage' | 'roadshow.chair' | 'screen.manage') =>
      isAllowed(actor, permission, sessionScopes(session));
    const { settings } = stages.find(({ code }) => code === session.stageCode)!;
    return {
      header,
      presence,
      signsIn: settings.signIn !== false,
      meetingUrl,
      stageCode: session.stageCode,
      regionCode: session.regionCode,
      editionId: session.editionId,
      pitchSeconds: session.pitchSeconds,
      questionSeconds: session.questionSeconds,
      juryReads: openToJury(definition),
      judgeKinds: judgeKindsOf(definition),
      rubric,
      aggregation,
      ties: chainOf(aggregation),
      versions: {
        startsAt: contentVersion(session.startsAt),
        meetingUrl: contentVersion(session.meetingUrl),
        ties: contentVersion(chainOf(aggregation)),
      },
      earlierStages: judgedBefore(stages, session.stageCode).map(namedStage),
      ownTies: !followsStage(aggregation, settings, rubric),
      seats: seats.map((seat) => ({ ...seat, kindName: judgeKindName(definition, seat.kind) })),
      entries: entries.map((entry) => ({
        ...entry,
        judges: seats.length - progress.find(({ entryId }) => entryId === entry.id)!.recused.length,
      })),
      recusals: recusals.map(({ entryId, personId, kind, reason, at }) => ({
        entryId,
        seatNo: seats.find((seat) => seat.personId === personId)?.seatNo ?? null,
        kind,
        reason,
        at: at.toISOString(),
      })),
      may: { manage: may('roadshow.manage'), chair: may('roadshow.chair'), screens: may('screen.manage') },
    };
  }

  /** For who manages the stage: nothing that comes from a sheet. */
  async stage(actor: Actor, sessionId: string): Promise<StageDeskView> {
    await this.access.get(actor, sessionId, 'roadshow.stage');
    const { minValid } = (await this.review.panel(sessionId))!.aggregation;
    return { minValid };
  }

  /** The judge's own: rubric, seat, sheets for calibration, recusals. Nothing of anybody else's. */
  async desk(actor: Actor, sessionId: string) {
    const session = await this.access.assertInRoom(actor, sessionId);
    const seat = await this.review.seatOf(sessionId, actor.id);
    if (!seat) throw failure('review.not_on_panel');
    const { rubric } = (await this.review.panel(sessionId))!;
    const sheets = await this.review.sheetsOf(sessionId, actor.id);
    const recusals = (await this.review.recusals(sessionId)).filter(({ personId }) => personId === actor.id);
    return {
      seatNo: seat.seatNo,
      leads: this.access.leads(actor, session),
      rubric,
      sheets: sheets.map(
        ({ entryId, sheetKey, revision, scores, comment, total, state, submittedAt, reopenReason, keyedBy }) => ({
          entryId,
          sheetKey,
          revision,
          scores,
          comment,
          total,
          state,
          submittedAt: submittedAt.toISOString(),
          reopenReason,
          paper: keyedBy !== null,
        }),
      ),
      recusals: recusals.map(({ entryId, kind, reason }) => ({ entryId, kind, reason })),
    };
  }

  /** Every submission for an entry, with what it corrected and why, or who keyed it from paper; for the chair. */
  async revisions(actor: Actor, sessionId: string, entryId: string) {
    await this.access.get(actor, sessionId, 'roadshow.chair', 'roadshow.manage');
    await this.sessions.entry(sessionId, entryId);
    const seats = await this.review.seats(sessionId);
    const revisions = await this.review.revisions(entryId);
    return revisions.map(({ personId, revision, scores, comment, total, at, reopenedBy, reopenReason, keyedBy }) => ({
      seatNo: seats.find((seat) => seat.personId === personId)?.seatNo ?? null,
      revision,
      scores,
      comment,
      total,
      at: at.toISOString(),
      reopenedBy,
      reopenReason,
      source: keyedBy ? ('paper' as const) : ('device' as const),
      keyedBy: keyedBy ?? [],
    }));
  }

  /** Who may be seated. */
  async judges(actor: Actor, sessionId: string) {
    return this.people.candidates(await this.access.get(actor, sessionId, 'roadshow.manage'));
  }

  /** Who cannot be counted on to lead or witness, since others without a tie do. */
  async tiedLeaders(actor: Actor, sessionId: string): Promise<TiedLeader[]> {
    return this.ties.tiedLeaders(await this.access.get(actor, sessionId, 'roadshow.manage'));
  }

  /** Sessions in which the actor has a role of the stage: given there, or in its region or edition. An organiser finds theirs in the edition. */
  private async granted(actor: Actor): Promise<RoadshowSession[]> {
    const there = await this.sessions.byIds(
      actor.grants.filter(({ scopeType }) => scopeType === 'session').map(({ scopeId }) => scopeId),
    );
    const wide = actor.grants.filter(({ role, scopeType }) => STAGE_ROLES.includes(role) && scopeType !== 'session');
    const editions = [...new Set(wide.map(({ scopeId }) => scopeId.split('/')[0]!))];
    const lists = await Promise.all(editions.map((editionId) => this.sessions.ofEdition(editionId)));
    return [
      ...there,
      ...lists
        .flat()
        .filter((session) =>
          wide.some(({ scopeType, scopeId }) => sessionScopes(session)[scopeType as 'edition' | 'region'] === scopeId),
        ),
    ];
  }

  private async summaries(sessions: readonly RoadshowSession[]) {
    return Promise.all(
      sessions.map(
        async ({
          id,
          editionId,
          name,
          room,
          timeZone,
          state,
          stageCode,
          regionCode,
          startsAt,
          stopReason,
          resumesAt,
          createdAt,
        }) => ({
          id,
          editionId,
          name,
          room,
          timeZone,
          state,
          stageCode,
          regionCode,
          startsAt: startsAt?.toISOString() ?? null,
          stopReason,
          resumesAt: resumesAt?.toISOString() ?? null,
          createdAt: createdAt.toISOString(),
          entries: (await this.sessions.entries(id)).length,
          seats: (await this.review.seats(id)).length,
        }),
      ),
    );
  }
}
