import type { LocalText } from '@haishi/contracts';
import type { Schema } from '@/api/types';
import type { OpeningDay } from '@/shared/format/opening';

export type OpenEdition = Schema<'EditionSummary'>;

export interface OpenFair {
  id: string;
  code: string;
  name: LocalText;
  venue: LocalText;
  /** ISO times. */
  opensAt: string;
  closesAt: string;
  timeZone: string;
  days: OpeningDay[];
  /** Until when employers can apply. */
  applyBy: string | null;
  acceptsApplications: boolean;
}

/**
 * The stage that visitors ask about: the one that takes projects while it does, else the one under way that ends first.
 * Answers `undefined` between two stages.
 */
export function stageNow(
  edition: Pick<OpenEdition, 'stages' | 'acceptsProjects'>,
): OpenEdition['stages'][number] | undefined {
  const open = edition.stages.filter((stage) => stage.state === 'open');
  if (edition.acceptsProjects) return open.find((stage) => stage.kind === 'submission');
  const end = (stage: OpenEdition['stages'][number]) =>
    stage.closesAt === null ? Infinity : Date.parse(stage.closesAt);
  return open.sort((one, other) => (end(one) === end(other) ? 0 : end(one) - end(other)))[0];
}
