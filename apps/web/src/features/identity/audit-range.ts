/** From the first moment of one day to the last of another, in Beijing; the end is not included. Either may be empty. */
export function dayRange(from: string, to: string): { from?: string; to?: string } {
  const start = beijingMidnight(from);
  const end = beijingMidnight(to);
  return {
    ...(start === undefined ? {} : { from: new Date(start).toISOString() }),
    ...(end === undefined ? {} : { to: new Date(end + 86_400_000).toISOString() }),
  };
}

function beijingMidnight(day: string): number | undefined {
  const time = Date.parse(`${day}T00:00:00+08:00`);
  return Number.isNaN(time) ? undefined : time;
}
