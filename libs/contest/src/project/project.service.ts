import { isDeepStrictEqual } from 'node:util';
import { type Actor, type Answers, failure } from '@haishi/contracts';
import { parseCreditCode, parseMail } from '@haishi/kernel';
import { nameKey } from '@haishi/identity';
import { isDuplicateKey, UnitOfWork, type Work } from '@haishi/platform';
import { COUNTIES } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { undertakingDigest } from '../edition/undertaking.rules.js';
import { normaliseAnswers } from '../entry-form/answers.input.js';
import { checkAnswers, withoutOutdated } from '../entry-form/answers.rules.js';
import { LateEntryService } from '../late-code/late-entry.service.js';
import type { NewProjectInput, ProjectInput } from './project.dto.js';
import { TeamLines } from '../project-team/team-lines.js';
import { Project } from './project.entity.js';
import { ProjectLoader } from './project.loader.js';
import { ProjectQueries } from './project.queries.js';
import { checkChoices, keyOfOrganisation, nextState, registrationVerdict, takesLate } from './project.rules.js';
import type { ChosenPlace, ProjectContent } from './project.snapshot.js';
import { toContent } from './project.views.js';
import { refuse, windowOf } from './submission-window.js';

/** Drafts a person may hold in one edition. */
export const MAX_DRAFTS = 20;

const COUNTY_CODES: ReadonlySet<string> = new Set(COUNTIES.map(({ code }) => code));

/** What entrants do with their projects before and after handing them in. */
@Injectable()
export class ProjectService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ProjectQueries,
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly team: TeamLines,
    private readonly late: LateEntryService,
  ) {}

  /**
   * Begins a draft while registration is open, or after that with a late code; see {@link LateEntryService} for how a
   * code is refused. The client's id makes a repeated request harmless.
   */
  async create(actor: Actor, input: NewProjectInput): Promise<Project> {
    if (input.lateCode === undefined) return this.begin(actor, input);
    const { id: editionId } = await this.editions.getByName(input.edition);
    return this.late.guarded(actor, editionId, () => this.begin(actor, input));
  }

  /** As {@link create}, for who guards the late code that was typed. */
  begin(actor: Actor, input: NewProjectInput): Promise<Project> {
    return this.unitOfWork.run(actor, async (work) => {
      const held = await this.queries.find(input.id);
      if (held) return ownOf(actor, held);
      const edition = await this.editions.getByName(input.edition);
      if (edition.state === 'draft') throw failure('common.not_found');
      const window = windowOf(edition, await this.editions.submissionStage(edition.id));
      const verdict = registrationVerdict(window, work.now);
      const late = input.lateCode !== undefined && takesLate(window, work.now);
      if (!verdict.open && !late) throw refuse(verdict, edition.timeZone);
      if ((await this.queries.draftCount(actor.id, edition.id)) >= MAX_DRAFTS)
        throw failure('project.too_many_drafts', { params: { max: MAX_DRAFTS } });
      const project = blankProject(work, input, edition.id);
      try {
        await work.manager.insert(Project, project);
      } catch (error) {
        const other = isDuplicateKey(error) ? await this.queries.find(input.id) : null;
        if (!other) throw error;
        return ownOf(actor, other);
      }
      await this.team.begin(work, project, actor);
      await work.event({
        type: 'project.created',
        subjectType: 'project',
        subjectId: project.id,
        scopes: projectScopes(project),
      });
      if (input.lateCode !== undefined) await this.late.spend(work, project, input.lateCode);
      return project;
    });
  }

  /**
   * Stores the working copy. A choice that the edition does not have is refused; what is missing is not. Where the working
   * copy says already what is asked for, an older version is no conflict: who saved it and never had the answer may send it
   * again, and is told the version that holds it. Any other older version fails with `common.stale`.
   */
  async save(
    actor: Actor,
    id: string,
    input: ProjectInput,
    version: number,
  ): Promise<{ project: Project; savedAt: Date }> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, id);
      const { project, members: held } = await this.loader.ownedToChange(actor, id);
      if (nextState(project.state, 'edit') === undefined) throw failure('project.not_editable');
      const { definition } = await this.editions.get(project.editionId);
      const answers = withoutOutdated(definition, normaliseAnswers(definition, input.answers ?? {}), {
        group: input.group ?? null,
        stored: project.answers ?? {},
      });
      const wording = input.undertaking ? confirmedWording(definition, project, input) : null;
      const content = { ...normalise(input, answers as Answers), undertakingDigest: wording };
      if (project.version !== version) {
        if (!isDeepStrictEqual(content, toContent(project, held))) throw failure('common.stale');
        return { project, savedAt: project.updatedAt };
      }
      const faults = [...checkChoices(definition, content, COUNTY_CODES), ...checkAnswers(definition, answers)];
      if (faults.length > 0) throw failure('common.invalid', { fields: faults });
      const { members, organisation, division, field, region, group, answers: given, ...rest } = content;
      await work.manager.update(Project, id, {
        ...rest,
        ...placed(project, { division, field, region, group }),
        answers: given as never,
        titleKey: nameKey(content.title),
        organisationName: organisation.name,
        organisationCountry: organisation.country,
        organisationCode: organisation.code,
        organisationKey: keyOfOrganisation(organisation.name),
        version: version + 1,
        updatedAt: work.now,
      });
      await this.team.replace(work, { ...project, title: content.title }, members);
      await work.event({
        type: 'project.saved',
        subjectType: 'project',
        subjectId: id,
        scopes: projectScopes(project.state === 'returned' ? project : { ...project, division, region }),
        payload: { version: version + 1 },
      });
      return { project: { ...project, version: version + 1 }, savedAt: work.now };
    });
  }
}

/** A returned project stays with who checks it until it is handed in again; a draft lies where its entrant says. */
function placed({ state }: Project, place: ChosenPlace): Partial<Project> {
  if (state === 'returned') return { chosenPlace: place as never };
  const { group, ...rest } = place;
  return { ...rest, groupCode: group, chosenPlace: null };
}

/** A draft that was begun under this id already. */
function ownOf(actor: Actor, project: Project): Project {
  if (project.ownerId !== actor.id) throw failure('common.key_reused', { field: 'id' });
  return project;
}

function blankProject(work: Work, input: NewProjectInput, editionId: string): Project {
  return work.manager.create(Project, {
    id: input.id,
    editionId,
    ownerId: work.actor.id,
    number: null,
    state: 'draft',
    title: '',
    titleKey: '',
    summary: '',
    language: input.language,
    division: null,
    field: null,
    region: null,
    groupCode: null,
    chosenPlace: null,
    organisationName: '',
    organisationCountry: 'CN',
    organisationCode: '',
    organisationKey: null,
    landing: [],
    undertaking: false,
    undertakingDigest: null,
    answers: {},
    unmetRules: null,
    unknownRules: null,
    submittedAt: null,
    submissions: 0,
    correctionDueAt: null,
    lateUntil: null,
    withdrawnAt: null,
    withdrawReason: null,
    demo: false,
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  });
}

/** The one that the entrant says, else the one confirmed before, else the present one. */
function confirmedWording(
  { undertaking }: EditionDefinition,
  stored: Project,
  { undertakingDigest: said }: ProjectInput,
): string | null {
  return said ?? (stored.undertaking ? stored.undertakingDigest : undertakingDigest(undertaking));
}

/** The input as it is kept: empty choices as null, codes and addresses in normal form where they have one. */
function normalise(input: ProjectInput, answers: Answers): ProjectContent {
  const { organisation } = input;
  const code = organisation.country === 'CN' ? parseCreditCode(organisation.code) : undefined;
  return {
    title: input.title,
    summary: input.summary,
    language: input.language,
    division: input.division || null,
    field: input.field || null,
    region: input.region || null,
    group: input.group || null,
    organisation: { name: organisation.name, country: organisation.country, code: code ?? organisation.code },
    landing: [...new Set(input.landing)],
    undertaking: input.undertaking,
    members: input.members.map(({ name, role, share, mail, isCore }) => ({
      name,
      role,
      share: share ?? null,
      mail: parseMail(mail) ?? mail,
      isCore,
    })),
    answers,
  };
}
