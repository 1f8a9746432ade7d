/** Told as the work goes on: `done` of `total` steps, and what is being done. */
export type DemoProgress = (done: number, total: number, step: string) => void;

/** `half`: a load that was cut off. */
export type DemoState = 'absent' | 'half' | 'loaded';

/** Loads and clears the demonstration; provided by the composition root under {@link DEMO_LOADER}. */
export interface DemoLoader {
  state(): Promise<DemoState>;
  /** Loads it, after clearing what a load that was cut off left behind. */
  load(progress: DemoProgress): Promise<void>;
  /** Removes its persons and organisations, its editions and its fair with everything in them, and nothing else. */
  clear(progress: DemoProgress): Promise<void>;
}

/** Injection token of {@link DemoLoader}. */
export const DEMO_LOADER = Symbol('DemoLoader');
