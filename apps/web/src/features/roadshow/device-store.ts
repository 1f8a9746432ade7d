/** What the device keeps under `name`; `null` where there is nothing that can be read. */
export function readStored<Value>(name: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}
