import { type Actor, failure } from '@haishi/contracts';
import { Grants } from '@haishi/identity';
import { isTimeZone, newId, parseCreditCode } from '@haishi/kernel';
import { assertAllowed, assertContent, type HeldContent, UnitOfWork } from '@haishi/platform';
import { Panels } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { aggregationOf } from '../edition/aggregation.js';
import { faultsOfKind } from '../edition/edition.defaults.js';
import { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { judgedBefore, tieFaults } from '../edition/ties.rules.js';
import { commitment } from './draw.rules.js';
import { newSeed } from './draw.service.js';
import { EntryList } from './entry-list.js';
import { sessionScopes } from './session.scopes.js';
import { SessionCommands } from './session.commands.js';
import type { SeatInput, SessionInput } from './session.dto.js';
import { RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { ANY_STATE } from './session.rules.js';

const USUAL_PITCH_MINUTES = 8;
const USUAL_QUESTION_MINUTES = 7;

/** What organisers do before a session starts. */
@Injectable()
export class SetupService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly editions: EditionQueries,
    private readonly panels: Panels,
    private readonly grants: Grants,
    private readonly list: EntryList,
  ) {}

  /** Creates a draft with its panel, and commits to the seed of its draw. Answers its id. */
  create(actor: Actor, editionName: string, input: SessionInput): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      // No change of the edition comes between what the session copies of it and the session.
      await work.lockRow(Edition, (await this.editions.getByName(editionName)).id);
      const edition = await this.editions.getByName(editionName);
      const regionCode = input.regionCode || null;
      const id = newId();
      const scopes = sessionScopes({ id, editionId: edition.id, regionCode });
      assertAllowed(actor, 'roadshow.manage', scopes);
      if (regionCode && !edition.definition.regions.some(({ code }) => code === regionCode))
        throw failure('roadshow.unknown_region', { field: 'regionCode' });
      const stages = await this.editions.stages(edition.id);
      const stage = stages.find(({ code }) => code === input.stageCode);
      if (stage?.kind !== 'roadshow') throw failure('roadshow.stage_not_roadshow', { field: 'stageCode' });
      const timeZone = input.timeZone || edition.timeZone;
      if (!isTimeZone(timeZone)) throw failure('roadshow.unknown_time_zone', { field: 'timeZone' });
      const { rubric } = edition.definition;
      const drawSeed = newSeed();
      const { ties } = input;
      const earlier = judgedBefore(stages, stage.code).map(({ code }) => code);
      const faults = tieFaults(ties ?? [], rubric, earlier, 'ties');
      if (faults.length > 0) throw failure('common.invalid', { fields: faults });
      await this.panels.create(work, {
        id,
        contextType: 'roadshow',
        contextId: id,
        rubric,
        aggregation: aggregationOf(ties ? { ...stage.settings, ties } : stage.settings, rubric),
      });
      await work.manager.insert(RoadshowSession, {
        id,
        editionId: edition.id,
        stageCode: stage.code,
        regionCode,
        name: input.name,
        room: input.room,
        timeZone,
        state: 'draft',
        pitchSeconds: (input.pitchMinutes ?? stage.settings.pitchMinutes ?? USUAL_PITCH_MINUTES) * 60,
        questionSeconds: (input.questionMinutes ?? stage.settings.questionMinutes ?? USUAL_QUESTION_MINUTES) * 60,
        currentEntryId: null,
        phase: 'idle',
        phaseStartedAt: null,
        phaseSeconds: 0,
        pausedAt: null,
        drawSeed,
        drawnAt: null,
        createdAt: work.now,
      });
      await work.event({
        type: 'roadshow.created',
        subjectType: 'session',
        subjectId: id,
        scopes,
        payload: { name: input.name, stageCode: stage.code, commitment: commitment(drawSeed) },
      });
      return id;
    });
  }

  /** Adds accepted projects, with the recusals that follow from organisations and teams. */
  addEntries(actor: Actor, sessionId: string, projectIds: readonly string[]): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.manage', ['edit'], async (work, session) => {
      const wanted = [...new Set(projectIds)];
      const added = await this.list.add(work, session, wanted);
      return {
        type: 'roadshow.entries_added',
        payload: { projectIds: wanted, ...added },
        tells: { what: 'planned', projectIds: wanted },
      };
    });
  }

  /** Takes an entry off that was not yet on stage; the drawn order of the others stays. */
  removeEntry(actor: Actor, sessionId: string, entryId: string): Promise<void> {
    return this.commands.run(
      actor,
      sessionId,
      'roadshow.manage',
      ['edit', 'gather', 'withdraw', 'run'],
      async (work, session) => {
        const entry = await this.sessions.entry(sessionId, entryId);
        if (entry.state !== 'waiting' || session.currentEntryId === entryId) throw failure('roadshow.entry_judged');
        await this.list.remove(work, sessionId, entryId);
        return { type: 'roadshow.entry_removed', payload: { entryId, projectId: entry.projectId } };
      },
    );
  }

  /** Seats a judge of the session or the edition, with the recusals that follow. */
  seat(actor: Actor, sessionId: string, input: SeatInput): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.manage', ['edit'], async (work, session) => {
      const { seatNo, personId, kind } = input;
      const creditCode = input.creditCode ? parseCreditCode(input.creditCode) : null;
      if (creditCode === undefined) throw failure('project.bad_credit_code', { field: 'creditCode' });
      const { definition } = await this.editions.get(session.editionId);
      const faults = faultsOfKind(definition, kind, 'kind');
      if (faults.length > 0) throw failure('common.invalid', { fields: faults });
      await this.assertJudge(session, personId);
      await this.panels.seat(work, sessionId, {
        seatNo,
        personId,
        kind,
        organisationName: input.organisationName ?? '',
        creditCode,
      });
      const recusals = await this.list.recuseByThemselves(work, session);
      return { type: 'roadshow.judge_seated', payload: { seatNo, personId, recusals } };
    });
  }

  unseat(actor: Actor, sessionId: string, seatNo: number): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.manage', ['edit'], async (work) => {
      const { personId, keptFrom } = await this.list.unseat(work, sessionId, seatNo);
      return { type: 'roadshow.judge_unseated', payload: { seatNo, personId, keptFrom } };
    });
  }

  /** Says where judges and entrants meet who are elsewhere; null where all are in the room. Fails with `common.stale` where another place than `held` stands. */
  meet(actor: Actor, sessionId: string, held: HeldContent, meetingUrl: string | null): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.manage', ANY_STATE, async (work, session) => {
      assertContent(session.meetingUrl, held);
      await work.manager.update(RoadshowSession, sessionId, { meetingUrl });
      return { type: 'roadshow.meeting_set', payload: { meetingUrl } };
    });
  }

  private async assertJudge(session: RoadshowSession, personId: string): Promise<void> {
    const here = await this.grants.personsWith('judge', 'session', session.id);
    if (here.includes(personId)) return;
    const everywhere = await this.grants.personsWith('judge', 'edition', session.editionId);
    if (!everywhere.includes(personId)) throw failure('roadshow.not_a_judge', { field: 'personId' });
  }
}
