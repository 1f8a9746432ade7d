import type {
  ChairDelta,
  ChairSnapshot,
  DeskDelta,
  DeskSnapshot,
  EntryProgress,
  RoadshowTimer,
  ScreenDelta,
  ScreenSnapshot,
} from '@haishi/contracts';

/** A screen's state after a delta. */
export function applyScreen(state: ScreenSnapshot, { scored, ...parts }: ScreenDelta): ScreenSnapshot {
  const next = { ...state, ...parts };
  if (!scored || next.current?.entry.id !== scored.entryId) return next;
  return { ...next, current: { ...next.current, scored: scored.scored, expected: scored.expected } };
}

/** A desk's state after a delta. */
export function applyDesk(state: DeskSnapshot, { progress, ...parts }: DeskDelta): DeskSnapshot {
  const next = { ...state, ...parts };
  if (!progress) return next;
  const merged = new Map(next.progress.map((one) => [one.entryId, one]));
  for (const one of progress) merged.set(one.entryId, { ...(merged.get(one.entryId) ?? blank(one.entryId)), ...one });
  const { current } = next;
  const own = current && merged.get(current.entry.id);
  return {
    ...next,
    progress: [...merged.values()],
    current: own ? { ...current, scored: own.scored.length } : current,
  };
}

/** The chair's sealed state after a delta. */
export function applyChair(state: ChairSnapshot, { sheet, result, shown, rulings, gaveUp }: ChairDelta): ChairSnapshot {
  return {
    sheets: sheet
      ? [...state.sheets.filter((one) => one.entryId !== sheet.entryId || one.seatNo !== sheet.seatNo), sheet]
      : state.sheets,
    results: result ? [...state.results.filter((one) => one.entryId !== result.entryId), result] : state.results,
    shown: shown ? [...state.shown.filter((one) => one.entryId !== shown.entryId), shown] : state.shown,
    rulings: rulings ?? state.rulings,
    gaveUp: gaveUp ?? state.gaveUp,
  };
}

/** Whether what the public was shown of an entry differs from what its sheets and its result are now. */
export function isUntold(entryId: string, state: DeskSnapshot, sealed: ChairSnapshot): boolean {
  const shown = sealed.shown.find((one) => one.entryId === entryId)?.result;
  const result = sealed.results.find((one) => one.entryId === entryId);
  if (!shown || !result) return false;
  const { recused, struck } = progressOf(state, entryId);
  const inOrder = (seats: readonly number[]) => seats.toSorted((one, other) => one - other).join();
  const told = shown.judges.map(({ seatNo, total, struck: end }) => `${seatNo} ${total} ${end}`);
  const end = (seatNo: number) => {
    if (result.droppedHighest.includes(seatNo)) return 'highest';
    return result.droppedLowest.includes(seatNo) ? 'lowest' : null;
  };
  const now = sealed.sheets
    .filter((one) => one.entryId === entryId && one.state === 'stored' && !recused.includes(one.seatNo))
    .toSorted((one, other) => one.seatNo - other.seatNo)
    .map(({ seatNo, total }) => `${seatNo} ${total} ${end(seatNo)}`);
  return (
    shown.score !== result.score ||
    shown.untrimmed !== result.untrimmed ||
    told.join() !== now.join() ||
    inOrder(shown.recused) !== inOrder(recused) ||
    inOrder(shown.invalid ?? []) !== inOrder(struck)
  );
}

export function progressOf(state: DeskSnapshot, entryId: string): EntryProgress {
  return state.progress.find((one) => one.entryId === entryId) ?? blank(entryId);
}

const blank = (entryId: string): EntryProgress => ({
  entryId,
  scored: [],
  reopened: [],
  recused: [],
  admitted: [],
  struck: [],
});

/** Whole seconds left of a phase, below zero once it is over; `null` for a phase without a limit. */
export function secondsLeft(timer: RoadshowTimer | null, now: number): number | null {
  if (!timer || timer.seconds === 0) return null;
  // The server's clock as estimated here may lag a little: a phase never has more left than it was given.
  return Math.ceil(timer.seconds - Math.max(0, (timer.pausedAt ?? now) - timer.startedAt) / 1000);
}

/** `m:ss`, with a sign once the time is over. */
export function clockText(seconds: number): string {
  const whole = Math.abs(seconds);
  return `${seconds < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
