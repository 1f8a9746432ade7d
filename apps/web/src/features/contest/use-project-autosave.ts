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
import { ApiProblem, type ProblemField, toProblem } from '@/api/problem';
import { waitingName } from '@/app/own-data';
import { useSession } from '@/app/session';
import type { ProjectContent, ProjectView, SavedProject } from './contest-api';
import { bodyOf, draftOf, type ProjectDraft } from './project-draft';
import { besides, type Instead, leaveOut } from './refused-fields';

/** `partly`: some fields were refused, and all else is saved. `kept`: this device holds text from before that the server never got, and the project has changed since. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'refused' | 'partly' | 'stale' | 'kept';

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
/** Milliseconds the server may take to answer: a network that is gone without a word answers never. */
const ANSWER_MS = 20_000;

interface Kept {
  version: number;
  draft: ProjectDraft;
  /** What went out from this version and was not answered: the server may hold it. */
  sent?: string;
}

/**
 * Saves a project while it is typed, a moment after the last key. What is typed stands on this device first, so that it
 * outlives a broken connection, a closed page and a conflict with another page. What went out without an answer goes out
 * again as it was, before anything newer: the server knows by it a save that it took already from a change made elsewhere.
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
  let sent: string | undefined;
  /** What a conflict is told as: one with what was typed before this page was opened tells so. */
  let torn: SaveState = 'stale';

  const kept = readKept(place);
  if (kept && JSON.stringify(kept.draft) !== JSON.stringify(draft)) {
    Object.assign(draft, kept.draft);
    typed.value = written();
    version.value = kept.version;
    sent = kept.sent;
    if (kept.version < view.version) torn = 'kept';
    state.value = torn === 'kept' && sent === undefined ? 'kept' : 'waiting';
    if (state.value === 'waiting') schedule(0);
  } else localStorage.removeItem(place);

  watch(
    draft,
    () => {
      typed.value = written();
      keep();
      if (state.value === 'stale' || state.value === 'kept') return;
      if (!dirty.value) return settle();
      state.value = 'waiting';
      schedule(QUIET_MS);
    },
    { deep: true },
  );

  /** What was refused was undone, so that nothing is left to be saved. */
  function settle(): void {
    if (dirty.value || sent !== undefined || running || (state.value !== 'partly' && state.value !== 'refused')) return;
    problem.value = null;
    state.value = 'saved';
    localStorage.removeItem(place);
  }

  function keep(): void {
    localStorage.setItem(place, JSON.stringify({ version: version.value, draft, sent } satisfies Kept));
  }

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
    state.value = 'saving';
    try {
      if (sent !== undefined && sent !== typed.value) await store(sent).catch(unlessRefused);
      const now = typed.value;
      problem.value = await storeWhatIsTaken(now);
      torn = 'stale';
      if (problem.value && typed.value === now) state.value = 'partly';
      else if (dirty.value) {
        state.value = 'waiting';
        schedule(QUIET_MS);
      } else {
        problem.value = null;
        state.value = 'saved';
        localStorage.removeItem(place);
      }
    } catch (error) {
      const found = toProblem(error);
      if (!found.passing) sent = undefined;
      problem.value = found.passing ? null : found;
      state.value = found.code === 'common.stale' ? torn : found.passing ? 'offline' : 'refused';
      if (state.value === torn) problem.value = null;
      if (state.value === 'offline') schedule(RETRY_MS);
    }
  }

  /** One field that is refused holds up nothing else; answers which were. */
  async function storeWhatIsTaken(body: string): Promise<ApiProblem | null> {
    let left: ReadonlyMap<string, Instead> = new Map();
    let refusal: ApiProblem | null = null;
    for (;;) {
      const taken = JSON.stringify(besides(read(body), read(stored.value), left));
      if (left.size > 0 && taken === stored.value) {
        sent = undefined;
        keep();
        return refusal;
      }
      try {
        await store(left.size > 0 ? taken : body);
        return refusal;
      } catch (error) {
        const found = toProblem(error);
        const more = found.code === 'common.invalid' ? leaveOut(left, found.fields) : undefined;
        if (!more) throw refusal && !found.passing && found.code !== 'common.stale' ? refusal : error;
        const before: readonly ProblemField[] = refusal?.fields ?? [];
        const fresh = found.fields.filter(({ field }) => !left.has(field));
        refusal = new ApiProblem(found.code, found.status, found.detail, [...before, ...fresh]);
        left = more;
      }
    }
  }

  async function store(body: string): Promise<void> {
    sent = body;
    keep();
    const saved = await api.put<SavedProject>('/projects/{id}', {
      path: { id: view.id },
      body: JSON.parse(body) as unknown,
      version: version.value,
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    version.value = saved.version;
    savedAt.value = saved.savedAt;
    missing.value = saved.missing;
    stored.value = body;
    sent = undefined;
    keep();
  }

  async function flush(): Promise<boolean> {
    if (running) await running;
    settle();
    if ((dirty.value || sent !== undefined) && state.value !== 'stale' && state.value !== 'kept') await save();
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
      torn = 'stale';
      state.value = 'saved';
    },
  };
}

/** What was refused was not taken: what was typed since stands for itself. */
function unlessRefused(error: unknown): void {
  if (toProblem(error).passing) throw error;
}

const read = (body: string) => JSON.parse(body) as ProjectContent;

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
