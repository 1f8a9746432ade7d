import { type Actor, errorText, failure } from '@haishi/contracts';
import { isAllowed, toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { type Edition, projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { type EditionState, withinDeadline } from '../edition/edition.rules.js';
import { Involvement } from '../involvement/involvement.js';
import { toProblems } from '../edition/edition.views.js';
import { checkSubmission } from './complete.rules.js';
import type { ProjectPage, ProjectQuery, ProjectView, SavedProject, SubmissionWindowView } from './project.dto.js';
import type { Project } from './project.entity.js';
import { filterOf } from './project.filter.js';
import { ProjectHistory } from './project.history.js';
import { TeamInvitations } from '../project-team/team-invitations.js';
import { type LoadedProject, ProjectLoader } from './project.loader.js';
import { ProjectQueries } from './project.queries.js';
import {
  actionsFor,
  correctionDue,
  type ProjectAction,
  submissionVerdict,
  takesLate,
  toSnapshot,
  type WindowVerdict,
} from './project.rules.js';
import type { ProjectSnapshot } from './project.snapshot.js';
import { mayDiffer, toContent, toEdition, toHandedIn, toMaterials, toRow } from './project.views.js';
import { reachesAnything, reachIn } from './reach.js';
import { Telling } from './telling.js';
import type { ToldContent } from './told.rules.js';
import { refuse, windowOf } from './submission-window.js';

const PAGE = 50;

/** Projects as each reader may see them. */
@Injectable()
export class ProjectReader {
  constructor(
    private readonly queries: ProjectQueries,
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly history: ProjectHistory,
    private readonly telling: Telling,
    private readonly team: TeamInvitations,
    private readonly involvement: Involvement,
  ) {}

  /** The projects of an edition that the actor may see; those that they are recused from are counted alone. */
  async list(actor: Actor, editionName: string, query: ProjectQuery): Promise<ProjectPage> {
    const edition = await this.editions.getByName(editionName);
    const reach = reachIn(actor, 'project.read', edition.id);
    if (!reachesAnything(reach)) throw failure('common.not_found');
    const limit = query.limit ?? PAGE;
    const sort = query.sort ?? '-submittedAt';
    const filter = filterOf(edition, reach, query, await this.involvement.closedIn(actor, edition.id));
    const rows = await this.queries.page(filter, sort, query.cursor, limit);
    const position = (row: Project) => [
      sort.endsWith('submittedAt') ? row.submittedAt!.toISOString() : row.number!,
      row.id,
    ];
    const late = await this.queries.late(rows.map(({ id }) => id));
    const handedIn = await this.queries.lastSubmissions(rows.filter(mayDiffer));
    const now = new Date();
    const toStaffRow = (row: Project) => {
      const last = handedIn.get(row.id);
      const due = correctionDue(row, edition.state === 'open');
      const overdue = due !== null && !withinDeadline(due, now);
      return {
        ...(last ? toHandedIn(row, last.snapshot) : toRow(row)),
        late: late.has(row.id),
        correctionDueAt: due,
        overdue,
      };
    };
    return {
      ...toPage(rows, limit, position, toStaffRow),
      total: await this.queries.count(filter),
      recused: await this.queries.recused(filter),
    };
  }

  /** One project: the working copy for its owner and its members, the last submission for everyone else, whose look at it is recorded. */
  async view(actor: Actor, id: string): Promise<ProjectView> {
    const loaded = await this.loader.visible(actor, id);
    const { project, role } = loaded;
    const edition = await this.editions.get(project.editionId);
    const own = role === 'owner';
    await this.telling.looked(actor, loaded);
    const actions = actionsFor(project.state, role);
    const reads = own || role === 'teammate' || role === 'former';
    const content = await this.content(actor, loaded, edition);
    const now = new Date();
    const window = windowOf(edition, await this.editions.submissionStage(edition.id));
    const verdict = submissionVerdict(project, window, now);
    const ordinary = verdict.open && verdict.late !== 'grace';
    const takesCode = own && actions.includes('submit') && !ordinary && takesLate(window, now);
    return {
      id,
      edition: toEdition(edition),
      number: project.number,
      state: project.state,
      version: project.version,
      role,
      actions: actions.filter((action) =>
        isOffered(action, loaded, { actor, open: verdict.open, edition: edition.state }),
      ),
      content: {
        ...content,
        answers: content.answers ?? {},
        undertakingDigest: content.undertakingDigest ?? null,
      },
      window: { ...windowView(verdict, edition.timeZone, actor), ...(takesCode ? { takesCode } : {}) },
      submissions: project.submissions,
      submittedAt: project.submittedAt,
      history: await this.history.of(project, reads),
      missing: own && actions.includes('submit') ? await this.missing(actor, edition, loaded, content) : [],
    };
  }

  /** The answer to a save: the new version, and what is still missing. */
  async saved(actor: Actor, project: Project, savedAt: Date): Promise<SavedProject> {
    const loaded = await this.loader.owned(actor, project.id);
    const edition = await this.editions.get(project.editionId);
    const missing = await this.missing(actor, edition, loaded, await this.workingCopy(loaded));
    return { version: project.version, savedAt, missing };
  }

  private async missing(
    actor: Actor,
    edition: Edition,
    { project, members }: LoadedProject,
    content: ProjectSnapshot,
  ): Promise<ReturnType<typeof toProblems>> {
    const { definition } = edition;
    const snapshot = toSnapshot(definition, content, content.materials);
    const confirmed = await this.team.confirmed(project, members);
    return toProblems(checkSubmission(definition, snapshot, confirmed), actor.locale);
  }

  /** What a project says, as who meets it in this role reads it. */
  private async content(actor: Actor, loaded: LoadedProject, { definition }: Edition): Promise<ToldContent> {
    const { project, role } = loaded;
    const working = role === 'owner' || role === 'teammate';
    const content = working
      ? await this.workingCopy(loaded)
      : (await this.queries.submission(project.id, project.submissions))!.snapshot;
    const said = { content, submission: working ? null : project.submissions };
    return (await this.telling.tell(actor, loaded, definition, [said]))[0]!;
  }

  private async workingCopy({ project, members }: LoadedProject): Promise<ProjectSnapshot> {
    return { ...toContent(project, members), materials: toMaterials(await this.queries.materials(project.id)) };
  }
}

/** Whether what the role may do in this state may be done now by this person. */
function isOffered(
  action: ProjectAction,
  { project }: LoadedProject,
  { actor, open, edition }: { actor: Actor; open: boolean; edition: EditionState },
): boolean {
  if (edition === 'archived') return false;
  if (action === 'return' || action === 'prolong') return edition === 'open';
  if (action === 'submit') return open;
  if (action === 'reject') return project.state !== 'returned' || !open;
  if (action === 'reopen') return isAllowed(actor, 'edition.manage', projectScopes(project));
  return true;
}

function windowView(verdict: WindowVerdict, timeZone: string, actor: Actor): SubmissionWindowView {
  if (verdict.open) return { open: true, deadline: verdict.deadline, ...(verdict.late ? { late: verdict.late } : {}) };
  const { code, details } = refuse(verdict, timeZone);
  return {
    open: false,
    ...('at' in verdict ? { deadline: verdict.at } : {}),
    message: errorText(code, actor.locale, details.params),
  };
}
