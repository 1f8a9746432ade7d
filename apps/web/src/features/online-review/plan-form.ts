import { formatFixed } from '@haishi/kernel';
import type { LateSheets, Normalisation, RoundPlan } from './review-api';

/** The rules of a round as they are typed. */
export interface PlanForm {
  judgesPerEntry: string;
  /** Whether bounds of loads are set by hand. */
  bounded: boolean;
  load: { min: string; max: string };
  composition: { type: string; atLeast: string }[];
  onePerInstitution: boolean;
  awayFromHome: boolean;
  readLanguages: boolean;
  connected: boolean;
  sharedByPanels: string;
  costs: { field: string; division: string; neither: string };
  level: string;
  keep: string;
  normalisation: Normalisation;
  minSheets: string;
  /** In points. */
  divergence: string;
  lateSheets: LateSheets;
  reopensDivergent: boolean;
}

export function toForm(plan: RoundPlan, usual: { min: number; max: number }): PlanForm {
  const [field, division, neither] = plan.mismatch;
  const { min, max } = plan.load ?? usual;
  return {
    judgesPerEntry: String(plan.judgesPerEntry),
    bounded: plan.load !== null,
    load: { min: String(min), max: String(max) },
    composition: plan.composition.map(({ type, atLeast }) => ({ type, atLeast: String(atLeast) })),
    onePerInstitution: plan.onePerInstitution,
    awayFromHome: plan.awayFromHome,
    readLanguages: plan.readLanguages ?? false,
    connected: plan.connected,
    sharedByPanels: String(plan.sharedByPanels ?? 0),
    costs: { field: String(field), division: String(division), neither: String(neither) },
    level: String(plan.level),
    keep: String(plan.keep),
    normalisation: plan.normalisation,
    minSheets: String(plan.minSheets),
    divergence: formatFixed(plan.divergence, 2).replace(/\.?0+$/, ''),
    lateSheets: plan.lateSheets ?? 'marked',
    reopensDivergent: plan.reopensDivergent ?? false,
  };
}

/** What is no number goes as it was typed, so that the server names the fault. */
const whole = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : text);
const hundredths = (text: string) => (/^\d+(\.\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text) * 100) : text);

export function toBody(form: PlanForm): object {
  const { bounded, load, composition, costs, ...rest } = form;
  return {
    ...rest,
    judgesPerEntry: whole(form.judgesPerEntry),
    load: bounded ? { min: whole(load.min), max: whole(load.max) } : null,
    composition: composition.map(({ type, atLeast }) => ({ type, atLeast: whole(atLeast) })),
    costs: { field: whole(costs.field), division: whole(costs.division), neither: whole(costs.neither) },
    sharedByPanels: whole(form.sharedByPanels),
    level: whole(form.level),
    keep: whole(form.keep),
    minSheets: whole(form.minSheets),
    divergence: hundredths(form.divergence),
  };
}

/**
 * What the settings of a stage say of a plan: how many judges an entry gets is the stage's own. A plan from before another look
 * or languages were asked for says that there is none, since what a stage leaves out is what is usual now.
 */
export function keptInStage({ judgesPerEntry, mismatch, load, ...rest }: RoundPlan): object {
  const [field, division, neither] = mismatch;
  return {
    judgesPerProject: judgesPerEntry,
    plan: {
      ...(load ? { load } : {}),
      ...rest,
      costs: { field, division, neither },
      readLanguages: rest.readLanguages ?? false,
      reopensDivergent: rest.reopensDivergent ?? false,
    },
  };
}
