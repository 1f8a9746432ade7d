import { divideHalfUp } from '@haishi/kernel';
import { grouped } from '../grouped.js';
import { requireCounts } from './apportionment.rules.js';
import { type QuotaPlan, type QuotaProblem, type QuotaTable, quotaTable } from './quotas.rules.js';

/** What advancement needs of one ranked entry. */
export interface RankedCandidate {
  entryId: string;
  /** The two margins in which it counts; any code. */
  row: string;
  column: string;
  /** From the ranking: 1 is the best, equals share a place. */
  place: number;
  /** Where it stands among entries that share its place: lower before higher, no two alike. */
  order: number;
  /** Whether it may advance; one that may not takes nobody's seat and counts in no quota. */
  eligible: boolean;
}

/** All compete together: for so many seats, or for so many thousandths of the eligible entries, rounded half up. */
export type CommonCut = { mode: 'total'; size: number } | { mode: 'share'; permille: number };

/** How many advance, and by what rules. */
export type AdvancementPlan = (CommonCut | ({ mode: 'biproportional' } & QuotaPlan)) & {
  /** Seats beyond all quotas for the best that are left, whatever their cell. */
  wildcards: number;
  /** Length of the waiting list 递补. */
  waiting: number;
  /**
   * Entries that share the place at a cut line: `all` of them get a seat, beyond the quota; or as many as there are seats,
   * in their `order`.
   */
  cutTies: 'all' | 'order';
};

/** Where a group that competed for the same seats was cut. */
export interface Cut {
  /** Seats, and the eligible entries that competed for them. */
  quota: number;
  eligible: number;
  /** Place of the last that got a seat; null where nobody did. */
  line: number | null;
  /**
   * Set where the quota ended among equals: how many of the group share the place of the line, how many of them got a seat,
   * and by which rule.
   */
  tie: { sharing: number; seated: number; by: 'all' | 'order' } | null;
}

/** Equals that got no seat: how many share the place, and how many of them are on the waiting list. */
export interface WaitingTie {
  sharing: number;
  listed: number;
}

/** Where a row and a column meet, by code. */
export interface QuotaCell {
  row: string;
  column: string;
}

export interface Advancement {
  entryId: string;
  status: 'advances' | 'wildcard' | 'waiting' | 'out';
  /** Its number on the waiting list, from 1. */
  waiting: number | null;
  explanation: {
    eligible: boolean;
    /** In the ranking of all. */
    place: number;
    /** The cell whose quota it competed for; null where all compete together. */
    cell: QuotaCell | null;
    /** Among those that competed with it, equals sharing one; null where it is not eligible. */
    position: number | null;
    /** Null where it is not eligible. */
    cut: Cut | null;
    /** Set where it competed for a wildcard as well. */
    wildcards: Cut | null;
    /** Set where others that could only wait share its place, and any of them is on the waiting list, in their `order`. */
    waitingTie?: WaitingTie;
    /** Where it moved up: whose seat it took, of which cell (null for all, or a wildcard), and how many such seats there are. */
    replaces: { entryId: string; cell: QuotaCell | null; quota: number } | null;
  };
}

export interface AdvancementAnswer {
  /** Best first; equals in their order. */
  entries: Advancement[];
  /** Null where all compete together. */
  quotas: QuotaTable | null;
  /** Seats and wildcards that nobody was left to take. */
  unfilled: number;
}

/**
 * Who advances 晋级. Within each group the best places get its seats; then the best that are left get the wildcards; the next
 * stand on the waiting list. Equals stand in their `order` everywhere; the one in which entries are given changes nothing.
 * Margins that cannot be met are answered as problems, with the nearest that can.
 *
 * @throws RangeError that names the size, share, quota or cap that is not a count.
 */
export function advance(
  candidates: readonly RankedCandidate[],
  plan: AdvancementPlan,
): AdvancementAnswer | { problems: QuotaProblem[] } {
  requireCounts('wildcards', [plan.wildcards], 1);
  requireCounts('waiting', [plan.waiting], 1);
  const ranked = candidates.toSorted((one, other) => one.place - other.place || one.order - other.order);
  const eligible = ranked.filter((one) => one.eligible);
  let quotas: QuotaTable | null = null;
  let groups: { quota: number; members: RankedCandidate[] }[];
  if (plan.mode === 'biproportional') {
    const table = quotaTable(eligible, plan);
    if ('problems' in table) return table;
    quotas = table;
    groups = cells(table, eligible);
  } else groups = [{ quota: sizeOf(plan, eligible.length), members: eligible }];

  const standing = new Map<RankedCandidate, { position: number; cut: Cut }>();
  const seated = new Set<RankedCandidate>();
  for (const { quota, members } of groups) {
    const { taken, cut } = cutAt(members, quota, plan.cutTies);
    for (const one of taken) seated.add(one);
    let position = 1;
    for (const [index, one] of members.entries()) {
      if (one.place !== members[index - 1]?.place) position = index + 1;
      standing.set(one, { position, cut });
    }
  }
  const left = eligible.filter((one) => !seated.has(one));
  const wild = cutAt(left, plan.wildcards, plan.cutTies);
  const wildcards = new Set(wild.taken);
  const rest = left.slice(wild.taken.length);
  const waiting = new Map(rest.slice(0, plan.waiting).map((one, at) => [one, at + 1]));
  const waitingTies = tiesOnList(rest, plan.waiting);

  const statusOf = (one: RankedCandidate): Advancement['status'] =>
    seated.has(one) ? 'advances' : wildcards.has(one) ? 'wildcard' : waiting.has(one) ? 'waiting' : 'out';
  const entries = ranked.map((one): Advancement => {
    const { entryId, row, column, place } = one;
    const competed = plan.wildcards > 0 && one.eligible && !seated.has(one);
    return {
      entryId,
      status: statusOf(one),
      waiting: waiting.get(one) ?? null,
      explanation: {
        eligible: one.eligible,
        place,
        cell: quotas === null ? null : { row, column },
        position: standing.get(one)?.position ?? null,
        cut: standing.get(one)?.cut ?? null,
        wildcards: competed ? wild.cut : null,
        ...waitingTies.get(one),
        replaces: null,
      },
    };
  });
  const unfilled = [...groups, { quota: plan.wildcards, members: left }].map(({ quota, members }) =>
    Math.max(0, quota - members.length),
  );
  return { entries, quotas, unfilled: unfilled.reduce((sum, value) => sum + value, 0) };
}

/**
 * Takes out an entry that withdrew. Where that leaves its group below the quota, the first on the waiting list moves up: of
 * the cell whose seat it is, or of all where the list holds none of that cell. Nobody moves up while equals that advanced
 * beyond a quota still fill it. The waiting list closes its gap.
 *
 * @param fills whether its seat is filled; otherwise it stays vacant
 * @throws RangeError where no such entry is there.
 */
export function replaceWithdrawn(
  entries: readonly Advancement[],
  withdrawnId: string,
  fills = true,
): { entries: Advancement[]; movedUp: string | null } {
  const withdrawn = entries.find(({ entryId }) => entryId === withdrawnId);
  if (withdrawn === undefined) throw new RangeError(`withdrawn: no entry ${withdrawnId}`);
  const { list, successor } = seatsOf(entries);
  const next = fills ? successor(withdrawn) : undefined;
  const numbers = new Map(list.filter((one) => one !== next && one !== withdrawn).map((one, at) => [one, at + 1]));
  return {
    entries: entries
      .filter((one) => one !== withdrawn)
      .map((one) =>
        one === next
          ? {
              ...one,
              status: withdrawn.status,
              waiting: null,
              explanation: { ...one.explanation, replaces: { ...seatOf(withdrawn), entryId: withdrawnId } },
            }
          : { ...one, waiting: numbers.get(one) ?? null },
      ),
    movedUp: next?.entryId ?? null,
  };
}

/**
 * Tells of each of these entries whom it would move, were it alone taken out as {@link replaceWithdrawn} does: who leaves, who
 * moves up, and whose number on the waiting list is another then. The entries are looked through once for all of them.
 */
export function movesOf(entries: readonly Advancement[]): (leaving: Advancement) => string[] {
  const { list, successor } = seatsOf(entries);
  return (leaving) => {
    const next = successor(leaving);
    const { waiting } = next ?? leaving;
    const after = waiting === null ? [] : list.slice(waiting);
    return [leaving, ...(next ? [next] : []), ...after].map(({ entryId }) => entryId);
  };
}

/** The waiting list in its order, and who of it moves up where an entry leaves; nobody where that leaves no seat open. */
function seatsOf(entries: readonly Advancement[]) {
  const list = entries.filter(({ status }) => status === 'waiting').sort((one, other) => one.waiting! - other.waiting!);
  const first = new Map<string, Advancement>();
  for (const one of list.toReversed()) first.set(cellKey(one.explanation.cell), one);
  const holders = new Map<string, number>();
  for (const one of entries.filter(isSeated)) holders.set(seatKey(one), (holders.get(seatKey(one)) ?? 0) + 1);
  const successor = (leaving: Advancement): Advancement | undefined => {
    const { cell, quota } = seatOf(leaving);
    if (!isSeated(leaving) || holders.get(seatKey(leaving))! > quota) return undefined;
    return (leaving.status === 'advances' ? first.get(cellKey(cell)) : undefined) ?? list[0];
  };
  return { list, successor };
}

function sizeOf(plan: CommonCut, eligible: number): number {
  if (plan.mode === 'total') {
    requireCounts('size', [plan.size], 1);
    return plan.size;
  }
  requireCounts('permille', [plan.permille], 1);
  if (plan.permille > 1000) throw new RangeError(`permille: ${plan.permille} is above 1000`);
  return divideHalfUp(eligible * plan.permille, 1000);
}

/** The members of each cell, best first, with its quota. */
function cells({ rows, columns, quotas }: QuotaTable, eligible: readonly RankedCandidate[]) {
  const [rowAt, columnAt] = [rows, columns].map((codes) => new Map(codes.map((code, at) => [code, at])));
  const table = quotas.map((row) => row.map((quota) => ({ quota, members: [] as RankedCandidate[] })));
  for (const one of eligible) table[rowAt!.get(one.row)!]![columnAt!.get(one.column)!]!.members.push(one);
  return table.flat();
}

/** The first `quota` of the members, who stand best first, and those who share the last one's place where all may pass. */
function cutAt(members: readonly RankedCandidate[], quota: number, by: 'all' | 'order') {
  const last = members[Math.min(quota, members.length) - 1];
  const line = last?.place ?? null;
  const within = members.filter(({ place }) => line !== null && place <= line);
  const taken = by === 'all' ? within : members.slice(0, quota);
  const sharing = within.filter(({ place }) => place === line).length;
  const seated = taken.filter(({ place }) => place === line).length;
  const tie = within.length > quota && line !== null ? { sharing, seated, by } : null;
  return { taken, cut: { quota, eligible: members.length, line, tie } satisfies Cut };
}

/** Of those whom a waiting list of `length` parts from equals or puts in order with them; all stand best first. */
function tiesOnList(
  rest: readonly RankedCandidate[],
  length: number,
): Map<RankedCandidate, Pick<Advancement['explanation'], 'waitingTie'>> {
  const listed = new Set(rest.slice(0, length));
  const end = [...listed].at(-1)?.place ?? -Infinity;
  const near = grouped(
    rest.filter(({ place }) => place <= end),
    ({ place }) => place,
  );
  return new Map(
    [...near.values()].flatMap((equals) => {
      const waitingTie = { sharing: equals.length, listed: equals.filter((one) => listed.has(one)).length };
      return equals.length > 1 ? equals.map((one) => [one, { waitingTie }] as const) : [];
    }),
  );
}

const isSeated = ({ status }: Advancement): boolean => status === 'advances' || status === 'wildcard';

/** A wildcard is of no cell. */
const seatOf = ({ status, explanation }: Advancement): { cell: QuotaCell | null; quota: number } =>
  status === 'wildcard'
    ? { cell: null, quota: explanation.wildcards!.quota }
    : (explanation.replaces ?? { cell: explanation.cell, quota: explanation.cut?.quota ?? 0 });

const cellKey = (cell: QuotaCell | null): string => (cell ? JSON.stringify([cell.row, cell.column]) : '');

const seatKey = (one: Advancement): string => `${one.status} ${cellKey(seatOf(one).cell)}`;
