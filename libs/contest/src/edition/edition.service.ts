import { type Actor, failure } from '@haishi/contracts';
import { type FieldFailure, isDay, newId } from '@haishi/kernel';
import { assertAllowed, isDuplicateKey, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { AppealQueries } from '../appeal/appeal.queries.js';
import { Recounting } from '../eligibility-rules/recounting.js';
import { ProjectCounts } from '../project/project.counts.js';
import type { EditionFile } from './edition.definition.js';
import { Edition, editionScopes, EditionSerial, EditionStage } from './edition.entity.js';
import { type ReadOptions, readEditionFile } from './edition.file.js';
import { EditionQueries } from './edition.queries.js';
import { EditionVersions } from './edition.versions.js';
import {
  checkSchedule,
  EDITION_MACHINE,
  type EditionAction,
  openingBlockers,
  STAGE_MACHINE,
  type StageAction,
  isExtended,
  stageBlockers,
  type StageDates,
} from './edition.rules.js';
import { assertNotArchived, notInEditionState } from './edition.words.js';

/** A stage's dates as an organiser sets them. */
export interface StageDatesInput {
  opensAt: Date | null;
  closesAt: Date | null;
}

/** What organisers do with editions. Every change raises the edition's version, held against `version`. */
@Injectable()
export class EditionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: EditionQueries,
    private readonly versions: EditionVersions,
    private readonly counts: ProjectCounts,
    private readonly appeals: AppealQueries,
    private readonly recounting: Recounting,
  ) {}

  /** Reads a file without storing anything, and names every fault, a code already taken included. */
  async check(
    actor: Actor,
    raw: unknown,
    options: Omit<ReadOptions, 'now'>,
  ): Promise<ReturnType<typeof readEditionFile>> {
    assertAllowed(actor, 'edition.manage', {});
    if (options.firstDay && !isDay(options.firstDay)) throw failure('common.not_a_date', { field: 'firstDay' });
    const result = readEditionFile(raw, { ...options, now: new Date() });
    const { code } = result.file;
    if (code !== '' && (await this.queries.findByCode(code))) result.failures.push(codeTaken(code));
    return result;
  }

  /** Creates a draft from a file. Fails with `edition.file_invalid`, naming every fault. */
  import(actor: Actor, raw: unknown, options: Omit<ReadOptions, 'now'>): Promise<Edition> {
    return this.unitOfWork.run(actor, async (work) => {
      const { file, failures } = await this.check(actor, raw, options);
      if (failures.length > 0) throw failure('edition.file_invalid', { fields: failures });
      return this.create(work, file);
    });
  }

  /** Stores an edition that was read from a file. */
  async create(work: Work, file: EditionFile): Promise<Edition> {
    const edition = work.manager.create(Edition, {
      id: newId(),
      code: file.code,
      nameZh: file.name.zh,
      nameEn: file.name.en,
      timeZone: file.timeZone,
      state: 'draft',
      definition: file.definition,
      version: 1,
      createdAt: work.now,
    });
    try {
      await work.manager.insert(Edition, edition);
    } catch (error) {
      if (isDuplicateKey(error)) throw failure('edition.file_invalid', { fields: [codeTaken(file.code)] });
      throw error;
    }
    await work.manager.insert(
      EditionStage,
      file.stages.map(({ name, ...stage }, position) => ({
        ...stage,
        id: newId(),
        editionId: edition.id,
        position,
        nameZh: name.zh,
        nameEn: name.en,
        state: 'planned' as const,
      })),
    );
    await work.manager.insert(EditionSerial, { editionId: edition.id, last: 0 });
    await this.versions.keep(work, edition.id, 'imported', null);
    await work.event({
      type: 'edition.imported',
      subjectType: 'edition',
      subjectId: edition.id,
      scopes: editionScopes(edition.id),
      payload: { code: edition.code },
    });
    return edition;
  }

  /**
   * Moves a stage. Fails where the dates of the edition would be out of order, or the stage is closed, and with
   * `edition.extension_after_results`.
   */
  moveStage(
    actor: Actor,
    editionId: string,
    stageCode: string,
    dates: StageDatesInput,
    version: number,
  ): Promise<void> {
    return this.change(actor, editionId, version, async (work, edition) => {
      assertNotArchived(edition);
      const stages = await this.queries.stages(editionId);
      const index = stages.findIndex(({ code }) => code === stageCode);
      const stage = stages[index];
      if (!stage) throw failure('common.not_found');
      if (stage.state === 'closed') throw failure('edition.stage_closed');
      const faults = checkSchedule(stages.map((one, at) => ({ ...toDates(one), ...(at === index ? dates : {}) })));
      const own = faults.map((fault) => ({ ...fault, field: fault.field.replace(`stages.${index}.`, '') }));
      if (stage.state === 'open') own.push(...stageBlockers({ ...toDates(stage), ...dates }, work.now));
      if (own.length > 0) throw failure('common.invalid', { fields: own });
      await this.assertNoResults(stage, dates.closesAt, work.now);
      await this.versions.keepFound(work, edition);
      await work.manager.update(EditionStage, stage.id, dates);
      await this.versions.keep(work, editionId, 'dates', null);
      // Ages are those of the day on which registration closes.
      if (stage.kind === 'submission' && edition.definition.rules) await this.recounting.begin(work, editionId);
      return {
        type: 'edition.stage_moved',
        payload: { stage: stage.code, from: [stage.opensAt, stage.closesAt], to: [dates.opensAt, dates.closesAt] },
      };
    });
  }

  /**
   * Opens registration: the edition, its submission stage and its eligibility check. One that was closed is opened again as it was, so
   * that registration stays over where it is over. Fails with `edition.not_ready` and the reasons.
   */
  open(actor: Actor, editionId: string, version: number): Promise<void> {
    return this.transition(actor, editionId, 'open', version, async (work, { state }) => {
      const stages = await this.queries.stages(editionId);
      const blockers = openingBlockers(state, stages.map(toDates), work.now);
      if (blockers.length > 0) throw failure('edition.not_ready', { fields: blockers });
      if (state !== 'draft') return;
      for (const stage of stages)
        if (stage.kind === 'submission' || stage.kind === 'eligibility')
          await work.manager.update(EditionStage, stage.id, { state: 'open' });
    });
  }

  close(actor: Actor, editionId: string, version: number): Promise<void> {
    return this.transition(actor, editionId, 'close', version);
  }

  /**
   * Fails with `edition.archive_waits` while a project waits for a decision, or an entrant was promised a time to correct or to appeal
   * that is not over.
   */
  archive(actor: Actor, editionId: string, version: number): Promise<void> {
    return this.transition(actor, editionId, 'archive', version, async ({ now }) => {
      const corrections = await this.counts.corrections(editionId, now);
      const { submitted = 0, returned = 0 } = await this.counts.byState(editionId);
      // A correction that is overdue waits for who checks, as what was handed in does.
      const waiting = submitted + returned - corrections;
      const appeals = (await this.appeals.stillOffered(editionId, now)) + (await this.appeals.open([editionId])).length;
      if (waiting + corrections + appeals > 0)
        throw failure('edition.archive_waits', { params: { waiting, corrections, appeals } });
    });
  }

  /** Opens or closes one stage by hand. Fails with `edition.extension_after_results`. */
  switchStage(actor: Actor, editionId: string, stageCode: string, action: StageAction, version: number): Promise<void> {
    return this.change(actor, editionId, version, async (work, edition) => {
      const stage = (await this.queries.stages(editionId)).find(({ code }) => code === stageCode);
      if (!stage) throw failure('common.not_found');
      const state = STAGE_MACHINE.next(stage.state, action);
      if (!state || edition.state !== 'open') throw notInEditionState(edition.state, stage.state);
      const blockers = action === 'open' ? stageBlockers(toDates(stage), work.now) : [];
      if (blockers.length > 0) throw failure('common.invalid', { fields: blockers });
      if (action === 'open') await this.assertNoResults(stage, stage.closesAt, work.now);
      await work.manager.update(EditionStage, stage.id, { state });
      return {
        type: action === 'open' ? 'edition.stage_opened' : 'edition.stage_closed',
        payload: { stage: stage.code },
      };
    });
  }

  /** Registration that is over takes no projects again beside results that rest on who had handed in. */
  private async assertNoResults(stage: EditionStage, closesAt: Date | null, now: Date): Promise<void> {
    if (isExtended(stage, closesAt, now) && (await this.queries.hasResults(stage.editionId)))
      throw failure('edition.extension_after_results', { field: 'closesAt' });
  }

  private transition(
    actor: Actor,
    editionId: string,
    action: EditionAction,
    version: number,
    also: (work: Work, edition: Edition) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    return this.change(actor, editionId, version, async (work, edition) => {
      const state = EDITION_MACHINE.next(edition.state, action);
      if (!state) throw notInEditionState(edition.state);
      await also(work, edition);
      await work.manager.update(Edition, edition.id, { state });
      const types = { open: 'edition.opened', close: 'edition.closed', archive: 'edition.archived' } as const;
      return { type: types[action], payload: {} };
    });
  }

  /** Takes the next version first, so that of two organisers who hold the same one only the first changes anything. */
  private change(
    actor: Actor,
    editionId: string,
    version: number,
    act: (work: Work, edition: Edition) => Promise<{ type: string; payload: Record<string, unknown> }>,
  ): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const edition = await this.queries.get(editionId);
      assertAllowed(actor, 'edition.manage', editionScopes(editionId));
      await takeVersion(work, editionId, version);
      const event = await act(work, edition);
      await work.event({ ...event, subjectType: 'edition', subjectId: editionId, scopes: editionScopes(editionId) });
    });
  }
}

/** Takes the edition's next version, behind which its changes run one after another. Fails with `common.stale`. */
export async function takeVersion(work: Work, editionId: string, version: number): Promise<void> {
  const { affected } = await work.manager.update(Edition, { id: editionId, version }, { version: version + 1 });
  if (affected !== 1) throw failure('common.stale');
}

function codeTaken(code: string): FieldFailure {
  return { field: 'code', code: 'edition.code_taken', params: { code } };
}

/** A stage as the rules of dates see it. */
export function toDates(stage: EditionStage): StageDates {
  return {
    code: stage.code,
    kind: stage.kind,
    name: { zh: stage.nameZh, en: stage.nameEn },
    opensAt: stage.opensAt,
    closesAt: stage.closesAt,
  };
}
