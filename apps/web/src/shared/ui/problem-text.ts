import type { Composer } from 'vue-i18n';
import type { ApiProblem } from '@/api/problem';

/** What happened, and what is safe or to be done, for a reader. */
export function problemText(problem: ApiProblem, t: Composer['t']): { title: string; text: string } {
  if (problem.code === 'network.unreachable')
    return { title: t('shared.error.unreachableTitle'), text: t('shared.error.unreachable') };
  if (problem.code === 'network.bad_answer')
    return { title: t('shared.error.badAnswerTitle'), text: t('shared.error.badAnswer') };
  if (problem.code === 'page.failed') return { title: t('shared.error.pageTitle'), text: t('shared.error.page') };
  if (problem.status === 404) return { title: t('shared.error.goneTitle'), text: problem.detail };
  return { title: t('shared.error.refusedTitle'), text: problem.detail };
}
