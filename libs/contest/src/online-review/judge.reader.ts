import { type Actor, answerWords, failure } from '@haishi/contracts';
import { holds } from '@haishi/platform';
import { AssignedQueries, ReviewQueries, type ScoreSheet } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { answered } from '../entry-form/answers.rules.js';
import { nameOf } from '../edition/named.js';
import { ProjectQueries } from '../project/project.queries.js';
import { materialsForJudges } from '../project/project.rules.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { redact } from './redaction.rules.js';
import { RoundAccess } from './round.access.js';
import type { JudgeDeskView, JudgeEntryDetail, JudgeEntryView, JudgeSheetView, OwnRound } from './round.dto.js';
import type { ReviewEntry, ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';

/** What judges find on their desk: their own entries and sheets alone. */
@Injectable()
export class JudgeReader {
  constructor(
    private readonly access: RoundAccess,
    private readonly rounds: RoundQueries,
    private readonly editions: EditionQueries,
    private readonly projects: ProjectQueries,
    private readonly assigned: AssignedQueries,
    private readonly review: ReviewQueries,
  ) {}

  /** The rounds on whose panel the actor sits, newest first; those in preparation are nobody's yet. */
  async own(actor: Actor): Promise<OwnRound[]> {
    if (!holds(actor, 'review.score')) return [];
    const rounds = await this.rounds.byIds(await this.review.panelsOf(actor.id));
    const own: OwnRound[] = [];
    for (const round of rounds)
      if (round.state !== 'preparing' && (await this.access.judges(actor, round)))
        own.push(await this.brief(actor, round, await this.editions.get(round.editionId)));
    return own;
  }

  /** Fails with `common.not_found`. */
  async desk(actor: Actor, roundId: string): Promise<JudgeDeskView> {
    const round = await this.opened(actor, roundId);
    const edition = await this.editions.get(round.editionId);
    const expert = await this.assigned.expertOf(round.editionId, actor.id);
    const pairs = await this.assigned.pairsOf(roundId, actor.id);
    const gone = await this.rounds.withdrawn(roundId);
    const entries = await this.rounds.entriesByIds(
      roundId,
      pairs.map(({ entryId }) => entryId).filter((id) => !gone.has(id)),
    );
    const sheets = await this.review.sheetsOf(roundId, actor.id);
    const drafts = await this.assigned.drafts(roundId, actor.id);
    const blind = await this.blind(round);
    const taking = new Set(
      (await this.review.entries(roundId)).filter(({ state }) => state === 'open').map(({ id }) => id),
    );
    const { rubric } = (await this.review.panel(roundId))!;
    const views: JudgeEntryView[] = [];
    for (const entry of entries) {
      const facts = {
        declared: pairs.some(({ entryId, declaredAt }) => entryId === entry.id && declaredAt !== null),
        sheet: sheets.find(({ entryId }) => entryId === entry.id),
        draft: drafts.some(({ entryId }) => entryId === entry.id),
        open: taking.has(entry.id),
      };
      views.push(await this.entryView(edition, entry, blind, facts));
    }
    return {
      ...(await this.brief(actor, round, edition)),
      blind,
      accepted: Boolean(expert?.acceptedAt),
      ties: expert?.ties ?? [],
      rubric,
      entries: views,
    };
  }

  /** One entry with what was handed in with it. Fails with `common.not_found`, `review.declare_first`, `online_review.accept_first`. */
  async entry(actor: Actor, roundId: string, entryId: string): Promise<JudgeEntryDetail> {
    const desk = await this.desk(actor, roundId);
    const view = desk.entries.find((one) => one.entryId === entryId);
    if (!view) throw failure('common.not_found');
    if (!desk.accepted) throw failure('online_review.accept_first');
    if (!view.declared) throw failure('review.declare_first');
    const entry = await this.rounds.entry(roundId, entryId);
    const snapshot = await this.snapshot(entry);
    const edition = await this.editions.get(entry.editionId);
    const [sheet] = (await this.review.sheetsOf(roundId, actor.id)).filter((one) => one.entryId === entryId);
    const draft = (await this.assigned.drafts(roundId, actor.id)).find((one) => one.entryId === entryId);
    const names = desk.blind ? namesOf(snapshot) : [];
    return {
      entry: view,
      summary: redact(snapshot.summary, names),
      language: snapshot.language,
      answers: answered(edition.definition, snapshot, 'jury').map(({ question, answer }) => {
        const { zh, en } = answerWords(question, answer);
        return { code: question.code, name: question.name, answer: { zh: redact(zh, names), en: redact(en, names) } };
      }),
      materials: materialsForJudges(edition.definition, snapshot).map(({ kind, files }) => ({
        kind: kind.name,
        files: files.map(({ name, size }, index) => ({
          index: snapshot.materials.indexOf(files[index]!),
          name: desk.blind ? neutralName(kind.name.zh, index, name) : name,
          size,
          type: extensionOf(name),
        })),
      })),
      sheet: sheet ? sheetView(sheet) : null,
      draft: draft ? { scores: draft.scores, comment: draft.comment, savedAt: draft.savedAt.toISOString() } : null,
    };
  }

  /** The submission that is judged: the one that stood when the entry was taken in. */
  async snapshot(entry: ReviewEntry): Promise<ProjectSnapshot> {
    return (await this.projects.submission(entry.projectId, entry.submission))!.snapshot;
  }

  async blind({ editionId, stageCode }: ReviewRound): Promise<boolean> {
    const stage = (await this.editions.stages(editionId)).find(({ code }) => code === stageCode);
    return stage?.settings.blind ?? false;
  }

  /** The round, to its judge, once it was opened. */
  private async opened(actor: Actor, roundId: string): Promise<ReviewRound> {
    const round = await this.access.judged(actor, roundId);
    if (round.state === 'preparing') throw failure('common.not_found');
    return round;
  }

  private async brief(actor: Actor, round: ReviewRound, edition: Edition): Promise<OwnRound> {
    const stage = (await this.editions.stages(edition.id)).find(({ code }) => code === round.stageCode)!;
    const gone = await this.rounds.withdrawn(round.id);
    const pairs = (await this.assigned.pairsOf(round.id, actor.id)).filter(({ entryId }) => !gone.has(entryId));
    const sheets = await this.review.sheetsOf(round.id, actor.id);
    return {
      id: round.id,
      edition: { zh: edition.nameZh, en: edition.nameEn },
      stage: { zh: stage.nameZh, en: stage.nameEn },
      state: round.state,
      closesAt: stage.closesAt?.toISOString() ?? null,
      timeZone: edition.timeZone,
      assigned: pairs.length,
      scored: pairs.filter(({ entryId }) => sheets.some((sheet) => sheet.entryId === entryId)).length,
    };
  }

  private async entryView(
    { definition }: Edition,
    entry: ReviewEntry,
    blind: boolean,
    {
      declared,
      sheet,
      draft,
      open,
    }: { declared: boolean; sheet: ScoreSheet | undefined; draft: boolean; open: boolean },
  ): Promise<JudgeEntryView> {
    const snapshot = await this.snapshot(entry);
    const division = definition.divisions.find(({ code }) => code === entry.division);
    return {
      entryId: entry.id,
      number: entry.number,
      title: blind ? redact(snapshot.title, namesOf(snapshot)) : snapshot.title,
      team: blind ? null : snapshot.organisation.name,
      members: blind ? [] : snapshot.members.map(({ name }) => name),
      division: nameOf(definition.divisions, entry.division),
      field: entry.field === null || !division ? null : nameOf(division.fields, entry.field),
      declared,
      open,
      state: sheet ? 'scored' : draft ? 'draft' : 'todo',
      total: sheet?.total ?? null,
    };
  }
}

const namesOf = ({ organisation, members }: ProjectSnapshot): string[] => [
  organisation.name,
  ...members.flatMap(({ name, mail }) => [name, mail]),
];

const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** A file's name that tells nobody. */
export function neutralName(kind: string, index: number, name: string): string {
  const extension = extensionOf(name);
  return `${kind}-${index + 1}${extension ? `.${extension}` : ''}`;
}

const sheetView = ({ entryId, scores, comment, total, revision, submittedAt }: ScoreSheet): JudgeSheetView => ({
  entryId,
  scores,
  comment,
  total,
  revision,
  submittedAt: submittedAt.toISOString(),
});
