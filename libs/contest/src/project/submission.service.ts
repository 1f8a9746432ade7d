import { type Actor, failure } from '@haishi/contracts';
import { Failure, newId } from '@haishi/kernel';
import { assertVersion, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Edition, EditionSerial } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { RuleCheck } from '../eligibility-rules/rule-check.js';
import { TeamInvitations } from '../project-team/team-invitations.js';
import { HandedIn } from './handed-in.js';
import type { SubmissionReceipt } from './project.dto.js';
import { Project, ProjectSubmission } from './project.entity.js';
import { ProjectLoader } from './project.loader.js';
import { ProjectQueries } from './project.queries.js';
import { checkSubmission } from './complete.rules.js';
import { nextState, projectNumber, submissionVerdict, toSnapshot } from './project.rules.js';
import { toContent, toMaterials } from './project.views.js';
import { refuse, windowOf } from './submission-window.js';
import { notInProjectState } from './project.words.js';

/** How often a submission asks for its turn: who came in time and is sent away would come again too late. */
const TURNS_ASKED = 5;

/** What a project is handed in with: the request's own key, the version that was looked at, and when the request arrived. */
interface Handing {
  key: string;
  version: number;
  at: Date;
}

/** Hands projects in. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ProjectQueries,
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly rules: RuleCheck,
    private readonly team: TeamInvitations,
    private readonly handedIn: HandedIn,
  ) {}

  /**
   * Hands a project in: everything is checked, kept as a snapshot, numbered and acknowledged, or nothing happens.
   * `key` is tested first, so that a repeated request gets the first one's receipt, even after the deadline. What
   * counts is when the request reached the server, `at`, however long its turn then takes; where no turn comes, it asks again
   * as long as what stands between waits for an answer.
   */
  async submit(actor: Actor, id: string, handing: Handing): Promise<SubmissionReceipt> {
    for (let asked = 1; ; asked += 1) {
      try {
        return await this.handIn(actor, id, handing);
      } catch (error) {
        const isBusy = error instanceof Failure && error.code === 'common.busy';
        if (!isBusy || asked === TURNS_ASKED) throw error;
      }
    }
  }

  private handIn(actor: Actor, id: string, { key, version, at }: Handing): Promise<SubmissionReceipt> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, id);
      const { project, members } = await this.loader.owned(actor, id);
      const done = await this.queries.submissionByKey(id, key);
      if (done) return { number: project.number!, submission: done.number, at: done.at, version: project.version };
      const state = nextState(project.state, 'submit');
      if (!state) throw notInProjectState(project.state);
      assertVersion(project.version, version);
      const edition = await this.editions.get(project.editionId);
      const verdict = submissionVerdict(
        project,
        windowOf(edition, await this.editions.submissionStage(edition.id)),
        at,
      );
      if (!verdict.open) throw refuse(verdict, edition.timeZone);

      const materials = toMaterials(await this.queries.materials(id));
      const snapshot = toSnapshot(edition.definition, toContent(project, members), materials);
      const faults = checkSubmission(edition.definition, snapshot, await this.team.confirmed(project, members));
      if (faults.length > 0) throw failure('project.incomplete', { params: { count: faults.length }, fields: faults });
      await work.lockRow(Edition, edition.id);
      if (!sameShape(edition, await this.editions.get(edition.id))) throw failure('common.stale');
      await this.rules.assertTaken(work, edition, project, snapshot);

      const number =
        project.number ?? projectNumber(edition.code, snapshot.division!, await nextSerial(work, edition.id));
      const submission = project.submissions + 1;
      const { division, field, region, group } = snapshot;
      await work.manager.update(Project, id, {
        ...{ division, field, region, groupCode: group, chosenPlace: null },
        state,
        number,
        submissions: submission,
        submittedAt: at,
        correctionDueAt: null,
        lateUntil: null,
        version: version + 1,
        updatedAt: work.now,
      });
      const handedIn = { number: submission, snapshot, at, late: verdict.late };
      await work.manager.insert(ProjectSubmission, {
        ...handedIn,
        snapshot: snapshot as never,
        id: newId(),
        projectId: id,
        requestKey: key,
        byId: actor.id,
      });
      await this.handedIn.follow(work, { ...project, division, region, number }, members, handedIn, edition.timeZone);
      return { number, submission, at, version: version + 1 };
    });
  }
}

/** Whether nothing that a project was checked against changed since it was read. */
function sameShape(read: Edition, now: Edition): boolean {
  return read.version === now.version || JSON.stringify(read.definition) === JSON.stringify(now.definition);
}

/** The edition's next running number. A number whose transaction fails is given again; one is never given twice. */
async function nextSerial(work: Work, editionId: string): Promise<number> {
  await work.manager
    .createQueryBuilder()
    .update(EditionSerial)
    .set({ last: () => 'last + 1' })
    .where({ editionId })
    .execute();
  return (await work.manager.findOneByOrFail(EditionSerial, { editionId })).last;
}
