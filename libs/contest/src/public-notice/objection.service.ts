import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { editionScopes } from '../edition/edition.entity.js';
import { assertOrganises } from '../involvement/organising.js';
import { Disqualification } from './disqualification.js';
import { ListedNow } from './listed-now.js';
import { NoticeTies, tiedTo } from './notice.ties.js';
import type { AnswerInput, ObjectionInput } from './public-notice.dto.js';
import { NoticeObjection, PublicNotice } from './public-notice.entity.js';
import { ObjectionEvidence } from './objection.evidence.js';
import { ObjectionNotices } from './objection.notices.js';
import { PublicNoticeQueries } from './public-notice.queries.js';

/** What one person may object to one notice. */
const MOST_OF_ONE_PERSON = 5;

/** The objection channel of public notices. */
@Injectable()
export class ObjectionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: PublicNoticeQueries,
    private readonly ties: NoticeTies,
    private readonly notices: ObjectionNotices,
    private readonly listed: ListedNow,
    private readonly disqualification: Disqualification,
    private readonly evidence: ObjectionEvidence,
  ) {}

  /**
   * Files an objection under the actor's own name; answers its number. Fails with `public_notice.closed`,
   * `public_notice.not_listed`, `public_notice.too_many_objections`, and as {@link ObjectionEvidence.attach} says.
   */
  file(actor: Actor, noticeId: string, input: ObjectionInput): Promise<number> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(PublicNotice, noticeId);
      const notice = await this.queries.get(noticeId);
      if (notice.state !== 'open' || notice.closesAt <= work.now) throw failure('public_notice.closed');
      const projectId = input.projectId ?? null;
      if (projectId !== null && (await this.listed.listings(notice, projectId)).listings.length === 0)
        throw failure('public_notice.not_listed', { field: 'projectId' });
      if ((await this.queries.objectionsBy(actor.id, noticeId)).length >= MOST_OF_ONE_PERSON)
        throw failure('public_notice.too_many_objections', { params: { most: MOST_OF_ONE_PERSON } });
      const number = (await this.queries.counts(noticeId)).all + 1;
      const id = newId();
      const evidence = await this.evidence.attach(work, id, input.files ?? []);
      const objection = {
        id,
        noticeId,
        number,
        personId: actor.id,
        projectId,
        statement: input.statement,
        evidence,
        at: work.now,
        state: 'filed' as const,
        answer: null,
        struck: false,
        answeredAt: null,
        answeredBy: null,
      };
      await work.manager.insert(NoticeObjection, objection);
      await work.event({
        type: 'public_notice.objected',
        subjectType: 'edition',
        subjectId: notice.editionId,
        scopes: editionScopes(notice.editionId),
        payload: { noticeId, number, projectId, files: evidence.map(({ id: file }) => file) },
      });
      await this.notices.received(work, notice, objection);
      if ((await this.ties.waiting(notice.editionId, [objection])).length > 0)
        await this.notices.waits(work, notice, objection);
      return number;
    });
  }

  /**
   * Answers one, for good; where it is upheld the project may be struck off the list, with what follows from it as
   * {@link Disqualification.follows} says, as which it also fails. Fails as {@link NoticeTies.assertAnswers} says,
   * with `public_notice.answered`, `public_notice.nothing_to_strike` and `public_notice.ended`.
   */
  answer(actor: Actor, objectionId: string, { outcome, answer, strike = false }: AnswerInput): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const objection = await this.queries.objection(objectionId);
      await work.lockRow(PublicNotice, objection.noticeId);
      const notice = await this.queries.get(objection.noticeId);
      assertOrganises(actor, notice.editionId);
      const { number, projectId } = objection;
      const tied = await this.ties.assertAnswers(actor, await this.listed.of(notice), objection);
      if (notice.state !== 'open') throw failure('public_notice.ended');
      if (strike && (outcome !== 'upheld' || projectId === null))
        throw failure('public_notice.nothing_to_strike', { field: 'strike' });
      const { affected } = await work.manager.update(
        NoticeObjection,
        { id: Equal(objectionId), state: Equal('filed') },
        { state: outcome, answer, struck: strike, answeredAt: work.now, answeredBy: actor.id },
      );
      if (affected !== 1) throw failure('public_notice.answered');
      if (strike) await this.disqualification.follows(work, notice, objection);
      await work.event({
        type: 'public_notice.answered',
        subjectType: 'edition',
        subjectId: notice.editionId,
        scopes: editionScopes(notice.editionId),
        payload: { noticeId: notice.id, number, outcome, struck: strike ? projectId : null, ...tiedTo(tied) },
      });
      await this.notices.answered(work, notice, objection, { outcome, answer });
      if (strike) await this.notices.struck(work, notice, objection, answer);
    });
  }
}
