/**
 * What the device keeps of one person stands under names that hold the person's id, so that the next person on the device
 * finds none of it.
 */
const PREFIX = 'haishi.';
/** What is seen again from the server: no longer needed once somebody else is there. */
const SEEN = 'haishi.seen.';
/** What the server has not taken yet. */
const WAITING = '.waiting';

/** The name under which the device keeps what a person was shown. */
export const seenName = (personId: string, what: string): string => `${SEEN}${personId}.${what}`;

/** The name under which the device keeps what a person typed until the server has taken it: they are warned of it before they sign out. */
export const waitingName = (personId: string, what: string): string => `${PREFIX}${personId}.${what}${WAITING}`;

const kept = (personId: string) =>
  Object.keys(localStorage).filter((name) => name.startsWith(PREFIX) && name.split('.').includes(personId));

/** How many things of a person wait on the device for the server. */
export const undelivered = (personId: string): number => kept(personId).filter((name) => name.endsWith(WAITING)).length;

/** Lets go of all that the device keeps of a person. */
export function forgetPerson(personId: string): void {
  for (const name of kept(personId)) localStorage.removeItem(name);
}

/** Lets go of what was shown to anybody else than the person who is signed in now. */
export function forgetSeenByOthers(personId: string | undefined): void {
  for (const name of Object.keys(localStorage))
    if (name.startsWith(SEEN) && (personId === undefined || !name.startsWith(seenName(personId, ''))))
      localStorage.removeItem(name);
}
