/** Told as the work goes on: `done` of `total` steps, and what is being done. */
export type DemoProgress = (done: number, total: number, step: string) => void;

/** Loads and clears the demonstration; provided by the composition root under {@link DEMO_LOADER}. */
export interface DemoLoader {
  isLoaded(): Promise<boolean>;
  /** Loads it into a database that holds nothing else of its kind. */
  load(progress: DemoProgress): Promise<void>;
  /** Removes what it loaded, and nothing else. */
  clear(progress: DemoProgress): Promise<void>;
}

/** Injection token of {@link DemoLoader}. */
export const DEMO_LOADER = Symbol('DemoLoader');
