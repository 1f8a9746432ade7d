import { onScopeDispose, ref, shallowRef } from 'vue';
import { api } from '@/api/client';
import { type ApiProblem, toProblem } from '@/api/problem';
import { asDevice, askDevice, keepDevice, type KeptDevice } from './gate-device';
import { presented } from './presented';
import { ScanQueue, type ScanResult, type WaitingScan } from './scan-queue';

/** A scan with what it was answered; `null` until then. */
export interface Passage {
  scan: WaitingScan;
  result: ScanResult | null;
}

const KEY = 'haishi.gate.waiting';
/** A gate in bad Wi-Fi hangs rather than breaks; after this long it is asked again, in milliseconds. */
const ANSWER_MS = 5000;
/** Between two looks at whether the server is there and what it says of this device, in milliseconds. */
const LOOK_MS = 20_000;
const SHOWN = 30;

/** A device at its gate: what it scans, what it is told, and whether anybody hears it. */
export function useGate(kept: KeptDevice, told: (passage: Passage) => void) {
  const headers = asDevice(kept.token);
  const device = shallowRef(kept.device);
  const waiting = shallowRef<readonly WaitingScan[]>([]);
  const reached = ref(navigator.onLine);
  const stopped = shallowRef<ApiProblem | null>(null);
  /** The scan before the reader's eyes. */
  const shown = shallowRef<Passage | null>(null);
  const past = shallowRef<readonly Passage[]>([]);
  const signal = () => AbortSignal.timeout(ANSWER_MS);

  async function sendOne({ ...scan }: WaitingScan): Promise<ScanResult> {
    try {
      const body = { ...scan, sentAt: new Date().toISOString() };
      return {
        id: scan.id,
        answer: await api.post('/attendance/scans', { headers, body, signal: signal() }),
        failure: null,
      };
    } catch (error) {
      const problem = toProblem(error);
      if (problem.passing || problem.status === 401) throw error;
      return { id: scan.id, answer: null, failure: { code: problem.code, detail: problem.detail } };
    }
  }
  async function send(scans: readonly WaitingScan[]): Promise<ScanResult[]> {
    const [first] = scans;
    if (first && scans.length === 1) return [await sendOne(first)];
    const body = { sentAt: new Date().toISOString(), scans: [...scans] };
    return (await api.post('/attendance/scans/batch', { headers, body, signal: signal() })).results;
  }

  const queue = new ScanQueue(
    {
      read: () => JSON.parse(localStorage.getItem(KEY) ?? '[]') as WaitingScan[],
      write: (scans) => localStorage.setItem(KEY, JSON.stringify(scans)),
      send,
      wait: (act, milliseconds) => {
        const timer = setTimeout(act, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    {
      waiting: (scans) => (waiting.value = scans),
      reached: (now) => (reached.value = now),
      stopped: (problem) => (stopped.value = problem),
      settled: (scan, result) => {
        const passage = { scan, result };
        past.value = [passage, ...past.value].slice(0, SHOWN);
        // One that was answered late is shown too, since its holder was told to wait.
        if (shown.value === null || shown.value.scan.id === scan.id) shown.value = passage;
        told(passage);
      },
    },
  );

  /** Asks of the device, which also says whether the server is there; then sends what waits. */
  async function look(): Promise<void> {
    try {
      device.value = await askDevice(kept.token, signal());
      keepDevice({ token: kept.token, device: device.value });
      reached.value = true;
      void queue.drain();
    } catch (error) {
      const problem = toProblem(error);
      if (problem.passing) reached.value = false;
      else stopped.value = problem;
    }
  }

  /** Takes what was read or typed; its id is made here and stays until it is answered. */
  function present(text: string, direction: 'in' | 'out'): void {
    const content = presented(text);
    if (!content || stopped.value) return;
    const scan = {
      id: crypto.randomUUID(),
      gateId: device.value.gateId,
      direction,
      deviceAt: new Date().toISOString(),
      ...content,
    };
    shown.value = { scan, result: null };
    queue.present(scan);
  }

  async function move(gateId: string): Promise<void> {
    await api.put('/attendance/device/gate', { headers, body: { gateId }, signal: signal() });
    await look();
  }

  const online = () => void look();
  const offline = () => (reached.value = false);
  addEventListener('online', online);
  addEventListener('offline', offline);
  const timer = setInterval(look, LOOK_MS);
  void look();
  onScopeDispose(() => {
    removeEventListener('online', online);
    removeEventListener('offline', offline);
    clearInterval(timer);
    queue.stop();
  });
  return { device, waiting, reached, stopped, shown, past, present, move };
}
