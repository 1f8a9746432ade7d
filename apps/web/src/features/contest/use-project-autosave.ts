import {
  computed,
  type ComputedRef,
  onScopeDispose,
  reactive,
  type Ref,
  ref,
  type ShallowRef,
  shallowRef,
  watch,
} from 'vue';
import { api } from '@/api/client';
import { type ApiProblem, type ProblemField, toProblem } from '@/api/problem';
import { waitingName } from '@/app/own-data';
import { useSession } from '@/app/session';
import type { ProjectView, SavedProject } from './contest-api';
import { bodyOf, draftOf, type ProjectDraft } from './project-draft';

/** `kept`: this device holds text from before that the server never got, and the project has changed since. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'refused' | 'stale' | 'kept';

export interface ProjectAutosave {
  draft: ProjectDraft;
  state: Ref<SaveState>;
  savedAt: Ref<string>;
  version: Ref<number>;
  /** What the server would not take. */
  problem: ShallowRef<ApiProblem | null>;
  missing: ShallowRef<readonly ProblemField[]>;
  dirty: ComputedRef<boolean>;
  /** Saves what is not saved yet; answers whether all of it is. */
  flush: () => Promise<boolean>;
  keepMine: () => Promise<void>;
  takeTheirs: () => Promise<void>;
}

const QUIET_MS = 1200;
const RETRY_MS = 5000;

interface Kept {
  version: number;
  draft: ProjectDraft;
}

/**
 * Saves a project while it is typed, a moment after the last key. What is typed stands on this device first, so that it
 * outlives a broken connection, a closed page and a conflict with another page.
 */
export function useProjectAutosave(view: ProjectView): ProjectAutosave {
  const place = waitingName(useSession().person!.id, `project.${view.id}`);
  const draft = reactive(draftOf(view.content));
  const state = ref<SaveState>('saved');
  const savedAt = ref('');
  const version = ref(view.version);
  const problem = shallowRef<ApiProblem | null>(null);
  const missing = shallowRef<readonly ProblemField[]>(view.missing);
  const written = () => JSON.stringify(bodyOf(draft));
  const stored = ref(written());
  const typed = ref(stored.value);
  const dirty = computed(() => typed.value !== stored.value);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let theirs: ProjectView = view;

  const kept = readKept(place);
  if (kept && JSON.stringify(kept.draft) !== JSON.stringify(draft)) {
    Object.assign(draft, kept.draft);
    typed.value = written();
    state.value = kept.version === view.version ? 'waiting' : 'kept';
    if (state.value === 'waiting') schedule(0);
  }

  watch(
    draft,
    () => {
      typed.value = written();
      localStorage.setItem(place, JSON.stringify({ version: version.value, draft } satisfies Kept));
      if (state.value === 'stale' || state.value === 'kept') return;
      if (!dirty.value) return;
      state.value = 'waiting';
      schedule(QUIET_MS);
    },
    { deep: true },
  );

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), milliseconds);
  }

  /** One save at a time; what is typed meanwhile goes with the next. */
  function save(): Promise<void> {
    clearTimeout(timer);
    return (running ??= send().finally(() => (running = undefined)));
  }

  async function send(): Promise<void> {
    const body = typed.value;
    state.value = 'saving';
    try {
      const saved = await api.put<SavedProject>('/projects/{id}', {
        path: { id: view.id },
        body: JSON.parse(body) as unknown,
        version: version.value,
      });
      version.value = saved.version;
      savedAt.value = saved.savedAt;
      missing.value = saved.missing;
      problem.value = null;
      stored.value = body;
      if (dirty.value) {
        state.value = 'waiting';
        schedule(QUIET_MS);
      } else {
        state.value = 'saved';
        localStorage.removeItem(place);
      }
    } catch (error) {
      const found = toProblem(error);
      problem.value = found.passing ? null : found;
      state.value = found.code === 'common.stale' ? 'stale' : found.passing ? 'offline' : 'refused';
      if (state.value === 'stale') problem.value = null;
      if (state.value === 'offline') schedule(RETRY_MS);
    }
  }

  async function flush(): Promise<boolean> {
    if (running) await running;
    if (dirty.value && state.value !== 'stale' && state.value !== 'kept') await save();
    return state.value === 'saved' && !dirty.value;
  }

  async function refetch(): Promise<void> {
    theirs = await api.get<ProjectView>('/projects/{id}', { path: { id: view.id } });
    version.value = theirs.version;
  }

  const onOnline = () => {
    if (state.value === 'offline') void save();
  };
  window.addEventListener('online', onOnline);
  onScopeDispose(() => {
    window.removeEventListener('online', onOnline);
    if (state.value === 'waiting') void save();
    else clearTimeout(timer);
  });

  return {
    draft,
    state,
    savedAt,
    version,
    problem,
    missing,
    dirty,
    flush,
    async keepMine() {
      await refetch();
      await save();
    },
    async takeTheirs() {
      await refetch();
      Object.assign(draft, draftOf(theirs.content));
      typed.value = written();
      stored.value = typed.value;
      missing.value = theirs.missing;
      localStorage.removeItem(place);
      state.value = 'saved';
    },
  };
}

function readKept(place: string): Kept | undefined {
  const text = localStorage.getItem(place);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Kept;
  } catch {
    localStorage.removeItem(place);
    return undefined;
  }
}
