import { addDays, addWorkingDays, dayAt } from '@haishi/reference';
import { instantIn, StateMachine } from '@haishi/kernel';
import type { LocalText } from '@haishi/contracts';
import type { Advancement } from '@haishi/review';
import type { Candidate } from '../advancement/advancement.rules.js';
import type { Award } from '../edition/edition.definition.js';
import { compareNumbers } from '../project/number.rules.js';

/** What a notice is of: who advances from a stage, or who wins which award of its division. */
export const NOTICE_KINDS = ['advancement', 'awards'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_STATES = ['open', 'concluded', 'revoked'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** A notice is concluded once its days are over and each objection is answered; until then it may be revoked. */
export const NOTICE_MACHINE = new StateMachine(NOTICE_STATES, {
  conclude: { from: ['open'], to: 'concluded' },
  revoke: { from: ['open'], to: 'revoked' },
});

/** Files of evidence 证据 that one objection may have. */
export const MOST_EVIDENCE = 3;

export const OBJECTION_STATES = ['filed', 'upheld', 'dismissed'] as const;
export type ObjectionState = (typeof OBJECTION_STATES)[number];

/** In which days a notice is counted: working days 工作日, or all of the calendar 自然日. */
export const DAY_KINDS = ['working', 'calendar'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** Published practice: five or seven working days, or seven of the calendar, seldom more. */
export const MOST_DAYS = { working: 30, calendar: 60 } as const satisfies Record<DayKind, number>;

export interface NoticeDays {
  /** The day of publication, which does not count, and the last day. */
  startsOn: string;
  endsOn: string;
  /** The end of the last day. */
  closesAt: Date;
  /** Whether the holidays of every day counted are announced. */
  certain: boolean;
}

/** The days of a notice published at `now`, counted in the edition's zone: working days as they are announced. */
export function noticeDays(now: Date, days: number, kind: DayKind, timeZone: string): NoticeDays {
  const startsOn = dayAt(now, timeZone);
  const { day: endsOn, certain } = lastDay(startsOn, days, kind);
  const closesAt = instantIn(timeZone, { day: addDays(endsOn, 1), time: '00:00:00' });
  return { startsOn, endsOn, closesAt, certain };
}

/** The last of so many days after one, and whether the holidays of all of them that matter are announced. */
export function lastDay(startsOn: string, days: number, kind: DayKind): { day: string; certain: boolean } {
  return kind === 'working' ? addWorkingDays(startsOn, days) : { day: addDays(startsOn, days), certain: true };
}

/** What stands at the head of a notice: what edition and stage are called as it is published, and in which zone it counts. */
export function headingOf(
  edition: { nameZh: string; nameEn: string; timeZone: string },
  stage: { nameZh: string; nameEn: string },
): { editionName: LocalText; stageName: LocalText; timeZone: string } {
  return {
    editionName: { zh: edition.nameZh, en: edition.nameEn },
    stageName: { zh: stage.nameZh, en: stage.nameEn },
    timeZone: edition.timeZone,
  };
}

/** The notice of awards of an edition that was not revoked: awards are the edition's, so that two would give each of them twice. */
export const standingAwards = <Notice extends { kind: NoticeKind; state: NoticeState }>(
  notices: readonly Notice[],
): Notice | undefined => notices.find(({ kind, state }) => kind === 'awards' && state !== 'revoked');

/** What a listed entry got, best first. */
export interface Listed {
  entryId: string;
  result: LocalText;
}

const STATUS_WORDS: Readonly<Record<Advancement['status'], (waiting: number) => LocalText | null>> = {
  advances: () => ({ zh: '晋级', en: 'Advances' }),
  wildcard: () => ({ zh: '外卡晋级', en: 'Wildcard' }),
  waiting: (number) => ({ zh: `候补第 ${number} 位`, en: `Waiting list, number ${number}` }),
  out: () => null,
};

/** What who moved up 递补 since a notice was published has on it. */
export const MOVED_UP: LocalText = { zh: '递补晋级', en: 'Moved up' };

/**
 * Who advances, with the waiting list where it is told too. A notice names no places 名次, of which a missing one would tell
 * who withdrew or was closed; the numbers of the waiting list run from 1 without a gap, whoever left it or moved up.
 */
export function advancing(entries: readonly Advancement[], withWaiting: boolean): Listed[] {
  return entries.flatMap(({ entryId, status, waiting }) => {
    if (status === 'waiting' && !withWaiting) return [];
    const result = STATUS_WORDS[status](waiting ?? 0);
    return result ? [{ entryId, result }] : [];
  });
}

/**
 * Who wins which award: within each division by rank, as many of the first award as it has, then of the second, and so on.
 * Equals get the same award, the better one, even where that makes more of it; the next award then has as many fewer.
 * Who left and who could not advance wins none.
 */
export function awarded(
  candidates: readonly Candidate[],
  left: ReadonlySet<string>,
  awards: readonly Award[],
): Listed[] {
  const ranked = candidates
    .filter(({ entryId, ineligible, place }) => ineligible === null && place !== null && !left.has(entryId))
    .sort((one, other) => one.place! - other.place! || compareNumbers(one.number, other.number));
  const ends = awards.map((_, index) =>
    awards.slice(0, index + 1).reduce((sum, { perDivision }) => sum + perDivision, 0),
  );
  const met = new Map<string, { count: number; place: number; better: number }>();
  return ranked.flatMap(({ entryId, division, place }) => {
    const last = met.get(division) ?? { count: 0, place: 0, better: 0 };
    const better = place === last.place ? last.better : last.count;
    met.set(division, { count: last.count + 1, place: place!, better });
    const award = awards[ends.findIndex((end) => better < end)];
    return award ? [{ entryId, result: award.name }] : [];
  });
}
