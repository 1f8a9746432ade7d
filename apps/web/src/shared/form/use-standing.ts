import { reactive, ref, watch, type Ref } from 'vue';

/** What is saved, as a form shows it, and the version to be named when it is changed. */
export interface Saved<Form> {
  form: Form;
  version: number;
}

/** What others may save while a form is open, for the form to offer. */
export interface Standing {
  /** Whether what was typed is kept aside, because what stands now was taken instead. */
  aside: Readonly<Ref<boolean>>;
  /** Takes what stands now into the form, and keeps what was typed. */
  take: () => void;
  /** Puts back what was typed, which then replaces what stands now. */
  putBack: () => void;
}

/**
 * A form of what others may change as well. As long as nobody has typed in it, it follows what is saved; from then on it keeps
 * what was typed together with the version that this began from, so that the server refuses to write over what somebody else
 * saved meanwhile. `reload` has `saved` read anew; it may come to the form at any time.
 */
export function useStanding<Form extends object>(saved: () => Saved<Form>, reload: () => unknown) {
  const first = saved();
  const form = reactive(first.form) as Form;
  const version = ref(first.version);
  const aside = ref(false);
  let begun = JSON.stringify(form);
  let kept: string | undefined;
  /** Whether what stands is to be taken as soon as it is known. */
  let awaited = false;

  const text = () => JSON.stringify(form);
  function follow(now: Saved<Form>): void {
    Object.assign(form, now.form);
    version.value = now.version;
    begun = text();
  }
  function give(now: Saved<Form>): void {
    awaited = false;
    kept = text();
    aside.value = true;
    follow(now);
  }
  watch(saved, (now) => {
    if (awaited) give(now);
    else if (text() === begun) follow(now);
    // What stands is what this form began from, or has just saved: what was typed since goes on from there.
    else if (JSON.stringify(now.form) === begun) version.value = now.version;
  });
  return {
    form,
    version,
    aside,
    take(): void {
      const now = saved();
      if (now.version === version.value) awaited = true;
      else give(now);
      void reload();
    },
    putBack(): void {
      if (kept !== undefined) Object.assign(form, JSON.parse(kept) as Form);
      kept = undefined;
      aside.value = false;
    },
    /** What is typed is given up. */
    forget(): void {
      kept = undefined;
      aside.value = false;
      follow(saved());
    },
    /** What is typed was saved: it is what stands, until that is read. */
    settle(): void {
      begun = text();
      kept = undefined;
      aside.value = false;
      void reload();
    },
  };
}
