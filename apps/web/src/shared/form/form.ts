import { type InjectionKey, inject, provide, type Ref, ref, shallowReactive, type ShallowRef, shallowRef } from 'vue';
import { newKey } from '@/api/client';
import { type ApiProblem, toProblem } from '@/api/problem';

interface FormState {
  problem: Readonly<Ref<ApiProblem | null>>;
  /** Fields that show their own error; the others' are listed at the head of the form. */
  shown: Set<string>;
}

const FORM: InjectionKey<FormState> = Symbol('form');

export function provideForm(problem: Readonly<Ref<ApiProblem | null>>): FormState {
  const state: FormState = { problem, shown: shallowReactive(new Set()) };
  provide(FORM, state);
  return state;
}

export function injectForm(): FormState | undefined {
  return inject(FORM, undefined);
}

export interface Submit<Input extends unknown[], Answer> {
  /** Answers the result, or `undefined` where it failed; then `problem` says why. A second call while busy is ignored. */
  run: (...input: Input) => Promise<Answer | undefined>;
  busy: Ref<boolean>;
  problem: ShallowRef<ApiProblem | null>;
}

/**
 * One act of a person: sends, keeps the failure for the page, and repeats under the same key until the server has answered,
 * so that a retry after a broken connection is done once.
 */
export function useSubmit<Input extends unknown[], Answer>(
  act: (key: string, ...input: Input) => Promise<Answer>,
): Submit<Input, Answer> {
  const busy = ref(false);
  const problem = shallowRef<ApiProblem | null>(null);
  let key = newKey();
  async function run(...input: Input): Promise<Answer | undefined> {
    if (busy.value) return undefined;
    busy.value = true;
    problem.value = null;
    try {
      const answer = await act(key, ...input);
      key = newKey();
      return answer;
    } catch (error) {
      problem.value = toProblem(error);
      if (!problem.value.passing) key = newKey();
      return undefined;
    } finally {
      busy.value = false;
    }
  }
  return { run, busy, problem };
}
