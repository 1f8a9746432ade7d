import { type Actor, failure } from '@haishi/contracts';
import { Failure } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { Reason } from '../edition/edition.definition.js';
import { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { assertNotArchived } from '../edition/edition.words.js';
import { Claims } from '../eligibility-claim/claims.js';
import { limitsEntrants } from '../eligibility-rules/evaluate.rules.js';
import { RuleCheck } from '../eligibility-rules/rule-check.js';
import { deadlineText } from '../project/deadline-text.js';
import type { Project } from '../project/project.entity.js';
import { type LoadedProject, ProjectLoader } from '../project/project.loader.js';
import { nextState, type ProjectState, submissionVerdict } from '../project/project.rules.js';
import { windowOf } from '../project/submission-window.js';
import { assertChecks, notWaiting } from './checks.js';
import type { Decision, DecisionInput, ReadProject } from './decision-input.js';
import { checkDue, findReason } from './eligibility.rules.js';

/** What a decision that may be made leads to. */
export interface SoundDecision {
  project: Project;
  edition: Edition;
  state: ProjectState;
  reason: Reason | null;
}

/** Which decisions of the eligibility check may be made. */
@Injectable()
export class Verdicts {
  constructor(
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly claims: Claims,
    private readonly rules: RuleCheck,
  ) {}

  /** By project: what the decision leads to, or what it fails with. Within `work`, nobody else lets a second project of an entrant in until it ends. */
  async of(
    actor: Actor,
    items: readonly ReadProject[],
    decision: Decision,
    work?: Work,
  ): Promise<Map<string, SoundDecision | Failure>> {
    const now = new Date();
    const ids = items.map(({ projectId }) => projectId);
    const loaded = await this.loader.visibleAmong(actor, ids);
    const claimed = await this.claims.againstAmong(actor, ids, now);
    const editions = new Map<string, Edition>();
    const verdicts = new Map<string, SoundDecision | Failure>();
    const accepted = new Set<string>();
    for (const { projectId, submission } of items) {
      const found = loaded.get(projectId)!;
      if (found instanceof Failure) {
        verdicts.set(projectId, found);
        continue;
      }
      const { editionId } = found.project;
      const edition = editions.get(editionId) ?? (await this.editions.get(editionId));
      editions.set(editionId, edition);
      try {
        const verdict = await this.check(found, edition, {
          ...decision,
          submission,
          now,
          claimed: claimed.get(projectId),
        });
        if (decision.action === 'accept') {
          await this.assertOnlyEntry(verdict, accepted, work);
          accepted.add(projectId);
        }
        verdicts.set(projectId, verdict);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        verdicts.set(projectId, error);
      }
    }
    return verdicts;
  }

  /** `claimed` is why nobody but another may decide. */
  private async check(
    { project, role }: LoadedProject,
    edition: Edition,
    input: DecisionInput & { now: Date; claimed: Failure | undefined },
  ): Promise<SoundDecision> {
    assertChecks(role);
    assertNotArchived(edition);
    const { definition, timeZone } = edition;
    const state = nextState(project.state, input.action);
    if (!state) throw notWaiting(project, timeZone);
    if (project.state === 'returned') {
      const window = windowOf(edition, await this.editions.submissionStage(edition.id));
      const verdict = submissionVerdict(project, window, input.now);
      if (verdict.open)
        throw failure('eligibility.correction_runs', { params: { at: deadlineText(verdict.deadline, timeZone) } });
    }
    if (input.action === 'return' && edition.state !== 'open') throw failure('eligibility.no_return');
    if (input.submission !== project.submissions) throw failure('eligibility.other_submission');
    if (input.claimed) throw input.claimed;
    const { reason, faults } = findReason(definition, input.action, input.reasonCode);
    if (input.dueAt) faults.push(...checkDue(input.dueAt, input.now));
    if (faults.length > 0) throw failure('common.invalid', { fields: faults });
    return { project, edition, state, reason };
  }

  /**
   * An appeal that is upheld brings a project back beside one that its entrant handed in meanwhile: who checks them
   * chooses which takes part.
   */
  private async assertOnlyEntry(
    { project, edition }: SoundDecision,
    accepted: ReadonlySet<string>,
    work: Work | undefined,
  ): Promise<void> {
    if (!limitsEntrants(edition.definition)) return;
    if (work) await work.lockRow(Edition, edition.id);
    const [against] = await this.rules.againstAccepting(edition, project, accepted);
    if (against)
      throw failure('eligibility.second_entry', { params: { text: against.text, compared: against.compared } });
  }
}
