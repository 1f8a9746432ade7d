import { open } from 'node:fs/promises';

/** Sees what a folder's files are called to the disk: bytes that are there without their name are lost with the power. */
export async function keepNames(folder: string): Promise<void> {
  // Windows opens no folders, and keeps their names by itself.
  if (process.platform === 'win32') return;
  const names = await open(folder, 'r');
  await names.sync().finally(() => names.close());
}
