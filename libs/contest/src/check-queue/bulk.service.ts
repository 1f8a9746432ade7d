import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Actor, errorText, failure } from '@haishi/contracts';
import { Failure, type FieldFailure } from '@haishi/kernel';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import type { EditionDefinition } from '../edition/edition.definition.js';
import type { DecisionInput } from '../eligibility/decision-input.js';
import { checkDue, findReason } from '../eligibility/eligibility.rules.js';
import { EligibilityService } from '../eligibility/eligibility.service.js';
import { ProjectQueries } from '../project/project.queries.js';
import { reachesAnything, reachIn } from '../project/reach.js';
import type { BulkInput, BulkItem, BulkOutcome, BulkReport } from './check-queue.dto.js';

/** Decisions made in one unit of work: each of its own would wait for the disk. */
const AT_ONCE = 20;

/** One decision with one reason on many projects 批量处理. */
@Injectable()
export class BulkDecisions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly eligibility: EligibilityService,
    private readonly editions: EditionQueries,
    private readonly projects: ProjectQueries,
  ) {}

  /**
   * Decides on each project with its own history and notice, some in a unit of work; where one of these is refused, each of them is
   * decided by itself. What is refused is told with its reason and stays as it was. With `dryRun` nothing is decided.
   * Fails as a whole where the decision itself is not in order.
   */
  async run(actor: Actor, editionName: string, input: BulkInput, dryRun: boolean): Promise<BulkReport> {
    const edition = await this.editions.getByName(editionName);
    if (!reachesAnything(reachIn(actor, 'project.check', edition.id))) throw failure('common.not_found');
    const faults = faultsOf(input, edition.definition, new Date());
    if (faults.length > 0) throw failure('common.invalid', { fields: faults });
    const decision = (submission: number): DecisionInput => ({
      action: input.action,
      submission,
      reasonCode: input.action === 'return' ? input.reasonCode! : null,
      text: input.text ?? '',
      dueAt: input.action === 'return' ? new Date(input.dueAt!) : null,
    });
    const act = async ({ projectId, submission }: BulkItem): Promise<void> => {
      const project = await this.projects.find(projectId);
      if (project?.editionId !== edition.id) throw failure('common.not_found');
      await this.eligibility[dryRun ? 'check' : 'decide'](actor, projectId, decision(submission));
    };
    const outcomes: BulkOutcome[] = [];
    for (let start = 0; start < input.items.length; start += AT_ONCE) {
      const some = input.items.slice(start, start + AT_ONCE);
      if (!dryRun && (await this.together(actor, some, act)))
        outcomes.push(...some.map(({ projectId }) => ({ projectId, sound: true })));
      else for (const item of some) outcomes.push(await this.outcome(actor, item, act));
    }
    return { outcomes, sound: outcomes.filter(({ sound }) => sound).length };
  }

  /** Does all of it in one unit of work, or nothing where one is refused; answers which. */
  private async together(
    actor: Actor,
    items: readonly BulkItem[],
    act: (item: BulkItem) => Promise<void>,
  ): Promise<boolean> {
    await nextTurn();
    try {
      await this.unitOfWork.run(actor, async () => {
        for (const item of items) await act(item);
      });
      return true;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return false;
    }
  }

  private async outcome(actor: Actor, item: BulkItem, act: (item: BulkItem) => Promise<void>): Promise<BulkOutcome> {
    const { projectId } = item;
    // Others are answered between one project and the next.
    await nextTurn();
    try {
      await act(item);
      return { projectId, sound: true };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return {
        projectId,
        sound: false,
        code: error.code,
        message: errorText(error.code, actor.locale, error.details.params),
      };
    }
  }
}

/** What is wrong with the decision itself. */
function faultsOf(
  { action, items, reasonCode, text, dueAt }: BulkInput,
  definition: EditionDefinition,
  now: Date,
): FieldFailure[] {
  const faults: FieldFailure[] = [];
  const seen = new Set<string>();
  items.forEach(({ projectId }, index) => {
    if (seen.has(projectId)) faults.push({ field: `items.${index}.projectId`, code: 'eligibility.selected_twice' });
    seen.add(projectId);
  });
  if (action === 'accept') return faults;
  for (const [field, value] of Object.entries({ reasonCode, text, dueAt }))
    if (!value) faults.push({ field, code: 'common.required' });
  if (reasonCode) faults.push(...findReason(definition, action, reasonCode).faults);
  return dueAt ? [...faults, ...checkDue(new Date(dueAt), now)] : faults;
}
