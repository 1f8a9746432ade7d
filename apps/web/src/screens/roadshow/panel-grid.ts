/** Judges side by side at most: on a screen of 16:9, of 21:9, and on one twice as wide as the first. */
const MOST = { normal: (seats: number) => (seats <= 8 ? 4 : seats <= 15 ? 5 : 6), wide: () => 7, widest: () => 10 };

export interface PanelGrid {
  columns: number;
  rows: number;
}

/** How a panel's scores are laid out on each shape of screen: in rows of which none is much shorter than the others. */
export function panelGrids(seats: number): Record<keyof typeof MOST, PanelGrid> {
  const grid = (most: number): PanelGrid => {
    const rows = Math.max(1, Math.ceil(seats / most));
    return { rows, columns: Math.max(1, Math.ceil(seats / rows)) };
  };
  return { normal: grid(MOST.normal(seats)), wide: grid(MOST.wide()), widest: grid(MOST.widest()) };
}
