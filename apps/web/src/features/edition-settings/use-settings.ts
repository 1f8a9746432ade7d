import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type ComputedRef, reactive, type Ref, ref, type ShallowRef, shallowRef, watch } from 'vue';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { AnswerOf } from '@/api/types';
import { useSession } from '@/app/session';
import { useSubmit } from '@/shared/form/form';
import { useDraft } from '@/shared/form/use-draft';
import type { SettingsFile } from './settings-file';

export type Preview = AnswerOf<'/editions/{edition}/change/preview', 'post'>;
export type Difference = Preview['differences'][number];
export type Consequence = Preview['effects'][number];
export type EditionHead = AnswerOf<'/editions/{edition}/overview', 'get'>;

export interface Settings {
  head: ComputedRef<EditionHead | undefined>;
  file: Ref<SettingsFile | null>;
  /** As the edition stands. */
  original: ShallowRef<SettingsFile | null>;
  error: ComputedRef<Error | null>;
  changed: ComputedRef<boolean>;
  /** Edits found on this device that were made on an earlier version. */
  older: Ref<boolean>;
  preview: ShallowRef<Preview | null>;
  /** Of what stands in the forms, or of a file brought along. */
  previewing: ReturnType<typeof useSubmit<[brought?: unknown], Preview>>;
  applying: ReturnType<typeof useSubmit<[reason: string], number>>;
  reload: () => Promise<unknown>;
  discard: () => void;
}

/** The file of an edition while it is edited on this page, kept on this device until it is saved or given up. */
export function useSettings(edition: () => string): Settings {
  const queries = useQueryClient();
  const path = () => ({ edition: edition() });
  const query = useQuery({
    queryKey: ['edition-settings', computed(edition)],
    queryFn: async ({ signal }) => {
      const [head, file] = await Promise.all([
        api.get('/editions/{edition}/overview', { path: path(), signal }),
        api.get<SettingsFile>('/editions/{edition}/file', { path: path(), signal }),
      ]);
      return { head, file };
    },
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const kept = reactive<{ base: number; file: SettingsFile | null }>({ base: 0, file: null });
  useDraft(useSession().person?.id, `edition-settings.${edition()}`, kept);
  const original = shallowRef<SettingsFile | null>(null);
  const file = ref<SettingsFile | null>(null);
  const older = ref(false);
  const preview = shallowRef<Preview | null>(null);
  const copy = (one: SettingsFile) => JSON.parse(JSON.stringify(one)) as SettingsFile;
  const changed = computed(() => JSON.stringify(file.value) !== JSON.stringify(original.value));

  watch(
    query.data,
    (data) => {
      if (!data) return;
      original.value = data.file;
      const edited = kept.file && JSON.stringify(kept.file) !== JSON.stringify(data.file);
      file.value = copy(edited ? kept.file! : data.file);
      older.value = Boolean(edited) && kept.base !== data.head.version;
    },
    { immediate: true },
  );
  watch(
    file,
    (now) => {
      if (!now || !query.data.value) return;
      if (changed.value)
        Object.assign(kept, { base: older.value ? kept.base : query.data.value.head.version, file: now });
      else giveUp();
    },
    { deep: true },
  );

  function giveUp(): void {
    Object.assign(kept, { base: 0, file: null });
  }
  function discard(): void {
    older.value = false;
    preview.value = null;
    file.value = original.value && copy(original.value);
    giveUp();
  }

  const previewing = useSubmit(async (_key, brought?: unknown) => {
    preview.value = null;
    const base = older.value || brought ? {} : { base: query.data.value!.head.version };
    const answer = await api.post('/editions/{edition}/change/preview', {
      path: path(),
      body: { file: (brought ?? file.value) as SettingsFile, ...base },
    });
    if (answer.problems.length > 0) throw new ApiProblem('edition.change_invalid', 422, '', answer.problems);
    file.value = answer.file as SettingsFile;
    preview.value = answer;
    return answer;
  });
  const applying = useSubmit(async (key, reason: string) => {
    const { number } = await api.post('/editions/{edition}/change', {
      path: path(),
      version: preview.value!.version,
      key,
      body: { file: file.value!, reason },
    });
    preview.value = null;
    older.value = false;
    giveUp();
    await query.refetch();
    await queries.invalidateQueries({ queryKey: ['editions'] });
    return number;
  });

  return {
    head: computed(() => query.data.value?.head),
    file,
    original,
    error: computed(() => query.error.value),
    changed,
    older,
    preview,
    previewing,
    applying,
    reload: () => query.refetch(),
    discard,
  };
}
