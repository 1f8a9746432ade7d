import { type Actor, answerWords, failure } from '@haishi/contracts';
import { holds } from '@haishi/platform';
import { type AssignedPair, AssignedQueries, type Expert, ReviewQueries, type ScoreSheet } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { judgeTermsOf } from '../edition/edition.defaults.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { termsDigest } from '../edition/undertaking.rules.js';
import { termsKept } from '../expert/terms.rules.js';
import { answered } from '../entry-form/answers.rules.js';
import { nameOf } from '../edition/named.js';
import { ProjectQueries } from '../project/project.queries.js';
import { materialsForJudges } from '../project/project.rules.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { BlindTexts } from './blind-texts.js';
import { redact } from './redaction.rules.js';
import { RoundAccess } from './round.access.js';
import type { JudgeDeskView, JudgeEntryDetail, JudgeEntryView, JudgeSheetView, OwnRound } from './judge.dto.js';
import type { ReviewEntry, ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';
import { dueAt, isLate } from './round.rules.js';

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
    private readonly blindTexts: BlindTexts,
  ) {}

  /** The rounds on whose panel the actor sits, newest first, also where they left the pool; those in preparation are nobody's yet. */
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
    const blind = await this.blind(round);
    const { rubric } = (await this.review.panel(roundId))!;
    const pairs = await this.access.pairs(actor, round);
    return {
      ...(await this.brief(actor, round, edition)),
      blind,
      ...termsOf(edition, expert, round),
      ties: expert?.ties.map(({ name }) => name) ?? [],
      rubric,
      entries: await this.entryViews(actor, edition, { round, blind, pairs }),
    };
  }

  /** One entry with what was handed in with it. Fails with `common.not_found`, `review.recused`, `review.declare_first`, `online_review.accept_first`. */
  async entry(actor: Actor, roundId: string, entryId: string): Promise<JudgeEntryDetail> {
    const round = await this.opened(actor, roundId);
    const edition = await this.editions.get(round.editionId);
    const blind = await this.blind(round);
    const pairs = (await this.assigned.pairsOf(roundId, actor.id)).filter((one) => one.entryId === entryId);
    const [view] = await this.entryViews(actor, edition, { round, blind, pairs });
    if (!view) throw failure('common.not_found');
    const entry = await this.rounds.entry(roundId, entryId);
    await this.access.assertNotClosed(actor, round, entry);
    const expert = await this.assigned.expertOf(round.editionId, actor.id);
    if (!termsOf(edition, expert, round).accepted) throw failure('online_review.accept_first');
    if (!view.declared) throw failure('review.declare_first');
    const snapshot = await this.snapshot(entry);
    const [sheet] = (await this.review.sheetsOf(roundId, actor.id)).filter((one) => one.entryId === entryId);
    const draft = (await this.assigned.drafts(roundId, actor.id)).find((one) => one.entryId === entryId);
    const names = blind ? await this.blindTexts.hidden(snapshot) : [];
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
          name: blind ? neutralName(kind.name.zh, index, name) : name,
          size,
          type: extensionOf(name),
        })),
      })),
      sheet: sheet ? sheetView(sheet, view.late) : null,
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
    const given = await this.access.pairs(actor, round);
    const gone = await this.rounds.withdrawn(
      round.id,
      given.map(({ entryId }) => entryId),
    );
    const pairs = given.filter(({ entryId }) => !gone.has(entryId));
    const sheets = new Set((await this.review.sheetsOf(round.id, actor.id)).map(({ entryId }) => entryId));
    const due = await this.rounds.due(round);
    return {
      id: round.id,
      edition: { zh: edition.nameZh, en: edition.nameEn },
      stage: { zh: stage.nameZh, en: stage.nameEn },
      state: round.state,
      closesAt: due.closesAt?.toISOString() ?? null,
      dueAt: dueAt(due)?.toISOString() ?? null,
      lateSheets: round.plan.lateSheets ?? 'marked',
      left: !(await this.access.inPool(actor, round)),
      timeZone: edition.timeZone,
      assigned: pairs.length,
      scored: pairs.filter(({ entryId }) => sheets.has(entryId)).length,
    };
  }

  /** What these pairs gave the actor, without what left since. */
  private async entryViews(
    actor: Actor,
    { definition }: Edition,
    { round, blind, pairs }: { round: ReviewRound; blind: boolean; pairs: readonly AssignedPair[] },
  ): Promise<JudgeEntryView[]> {
    const roundId = round.id;
    const due = await this.rounds.due(round);
    const ids = pairs.map(({ entryId }) => entryId);
    const gone = await this.rounds.withdrawn(roundId, ids);
    const entries = await this.rounds.entriesByIds(
      roundId,
      ids.filter((id) => !gone.has(id)),
    );
    const declared = new Set(pairs.filter(({ declaredAt }) => declaredAt !== null).map(({ entryId }) => entryId));
    const sheets = new Map((await this.review.sheetsOf(roundId, actor.id)).map((one) => [one.entryId, one]));
    const drafts = new Set((await this.assigned.drafts(roundId, actor.id)).map(({ entryId }) => entryId));
    const open = await this.review.openAmong(roundId, ids);
    const snapshots = await this.projects.submissionsAt(
      entries.map(({ projectId, submission: number }) => ({ projectId, number })),
    );
    const titles = await this.blindTexts.titles(
      blind ? entries.map((entry) => ({ ...entry, snapshot: snapshots.get(entry.projectId)! })) : [],
    );
    return entries.map((entry): JudgeEntryView => {
      const snapshot = snapshots.get(entry.projectId)!;
      const division = definition.divisions.find(({ code }) => code === entry.division);
      const sheet = sheets.get(entry.id);
      return {
        entryId: entry.id,
        number: entry.number,
        title: blind ? titles.get(entry.projectId)! : snapshot.title,
        team: blind ? null : snapshot.organisation.name,
        members: blind ? [] : snapshot.members.map(({ name }) => name),
        division: nameOf(definition.divisions, entry.division),
        field: entry.field === null || !division ? null : nameOf(division.fields, entry.field),
        declared: declared.has(entry.id),
        open: open.has(entry.id),
        state: sheet ? 'scored' : drafts.has(entry.id) ? 'draft' : 'todo',
        total: sheet?.total ?? null,
        late: sheet !== undefined && isLate(due, sheet.submittedAt),
      };
    });
  }
}

/** The edition's terms, and whether the judge accepted them; once a review is over those suffice that they judged under. */
function termsOf({ definition }: Edition, expert: Expert | null, { state }: ReviewRound) {
  const terms = judgeTermsOf(definition);
  const acceptedAt = expert?.acceptedAt ?? null;
  const accepted = state === 'open' ? termsKept(definition)(expert) : acceptedAt !== null;
  const acceptedBefore = accepted ? null : (acceptedAt?.toISOString() ?? null);
  return { terms, termsDigest: termsDigest(terms), accepted, acceptedBefore };
}

const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** A file's name that tells nobody. */
export function neutralName(kind: string, index: number, name: string): string {
  const extension = extensionOf(name);
  return `${kind}-${index + 1}${extension ? `.${extension}` : ''}`;
}

const sheetView = (
  { entryId, scores, comment, total, revision, submittedAt }: ScoreSheet,
  late: boolean,
): JudgeSheetView => ({
  entryId,
  scores,
  comment,
  total,
  revision,
  submittedAt: submittedAt.toISOString(),
  late,
});
