/** Files chosen but not wholly sent, kept on this device across reloads. Where the browser refuses, nothing is kept. */
const STORE = 'uploads';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('haishi', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

async function use<Answer>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer | undefined> {
  try {
    const database = await open();
    return await new Promise<Answer>((resolve, reject) => {
      const request = act(database.transaction(STORE, mode).objectStore(STORE));
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    }).finally(() => database.close());
  } catch {
    return undefined;
  }
}

export const keptFiles = {
  get: (slot: string) => use<File | undefined>('readonly', (store) => store.get(slot)),
  put: (slot: string, file: File) => use('readwrite', (store) => store.put(file, slot)),
  remove: (slot: string) => use('readwrite', (store) => store.delete(slot)),
};
