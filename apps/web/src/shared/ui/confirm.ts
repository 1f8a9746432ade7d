import { shallowRef } from 'vue';

export interface ConfirmQuestion {
  /** Names the act and its object: "退回项目“…”？" */
  title: string;
  /** The consequence, and what stays. */
  text: string;
  /** The act, as a verb: "退回". */
  action: string;
  danger?: boolean;
}

interface Pending extends ConfirmQuestion {
  answer: (yes: boolean) => void;
}

export const pendingQuestion = shallowRef<Pending | null>(null);

/** Asks before an act that cannot be undone. Answers whether the person went on. */
export function confirmAct(question: ConfirmQuestion): Promise<boolean> {
  pendingQuestion.value?.answer(false);
  return new Promise((resolve) => {
    pendingQuestion.value = {
      ...question,
      answer: (yes) => {
        pendingQuestion.value = null;
        resolve(yes);
      },
    };
  });
}
