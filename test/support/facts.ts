import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `fact` holds, and fails where it does not within `timeout` milliseconds. */
export async function until(fact: () => boolean | Promise<boolean>, timeout = 20_000): Promise<void> {
  for (const deadline = Date.now() + timeout; Date.now() < deadline; await pause(10)) if (await fact()) return;
  throw new Error(`Waited ${timeout} ms in vain for: ${fact.toString()}`);
}

/** A promise and its own resolver. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
