import type { DeskSnapshot } from '@haishi/contracts';
import { seenName } from '@/app/own-data';
import { noteServerMilliseconds, serverNow } from '@/shared/format/server-clock';
import { readStored } from './device-store';
import type { JudgeDeskData } from './roadshow-api';

/** A judge's desk as the server last told it, for a tablet that is reloaded without a network. */
export interface KeptDesk {
  personId: string;
  state: DeskSnapshot;
  own: JudgeDeskData;
  /** When it was told, in milliseconds by the server's clock and by the device's. */
  at: number;
  deviceAt: number;
  /** Which build of the pages wrote it: another one may not know its shape. */
  build: string;
}

const BUILD = new URL(import.meta.url).pathname;
const nameOf = (personId: string, sessionId: string) => seenName(personId, `desk.${sessionId}`);

export function keepDesk(personId: string, sessionId: string, state: DeskSnapshot, own: JudgeDeskData): void {
  const kept: KeptDesk = { personId, state, own, at: serverNow(), deviceAt: Date.now(), build: BUILD };
  try {
    localStorage.setItem(nameOf(personId, sessionId), JSON.stringify(kept));
  } catch {
    // A device that is full goes without; what is typed and handed in matters more.
  }
}

export function forgetDesk(personId: string, sessionId: string): void {
  localStorage.removeItem(nameOf(personId, sessionId));
}

/** The desk of `personId`, or of whoever sat there last where nobody can say who it is now. The server's clock goes on from it. */
export function readDesk(sessionId: string, personId: string | undefined): KeptDesk | null {
  const names = personId
    ? [nameOf(personId, sessionId)]
    : Object.keys(localStorage).filter((name) => name === nameOf(name.split('.')[2] ?? '', sessionId));
  const kept = names.map((name) => readStored<KeptDesk>(name)).find((one) => one?.build === BUILD);
  if (!kept) return null;
  noteServerMilliseconds(kept.at + Date.now() - kept.deviceAt, KEPT_PRECISION_MS);
  return kept;
}

/** Anything that the server says of its time counts more. */
const KEPT_PRECISION_MS = 2000;
