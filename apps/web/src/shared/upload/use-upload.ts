import type { Upload } from 'tus-js-client';
import { computed, type ComputedRef, onScopeDispose, ref, type Ref, shallowRef, type ShallowRef } from 'vue';
import { ApiProblem, type ProblemField } from '@/api/problem';
import { API_BASE } from '@/api/client';
import { useSession } from '@/app/session';
import { keptFiles } from './kept-files';
import { nextPiece, pieceAfterBreak, SMALLEST_PIECE } from './piece-size';

export type UploadState = 'idle' | 'waiting' | 'uploading' | 'paused' | 'offline' | 'done' | 'failed';

export interface UploadedFile {
  fileId: string;
  name: string;
  size: number;
}

export interface UploadOptions {
  /** Names the place on this device that the file is kept for, such as `project.<id>.plan`. */
  slot: string;
  /** What the file is for; the server checks type and size by it. */
  purpose: string;
  onDone: (file: UploadedFile) => void;
}

export interface ResumableUpload {
  state: Ref<UploadState>;
  file: ShallowRef<File | null>;
  sent: Ref<number>;
  /** Seconds to go at the present pace; `undefined` while unknown. */
  secondsLeft: ComputedRef<number | undefined>;
  /** Whether it went on from an earlier visit. */
  restored: Ref<boolean>;
  problem: ShallowRef<ApiProblem | null>;
  start: (file: File) => Promise<void>;
  pause: () => Promise<void>;
  resume: () => void;
  remove: () => Promise<void>;
  /** The whole came, but its object does not take it: it is removed from the server, and shown with the reason. */
  refuse: (reason: ApiProblem) => Promise<void>;
}

const RETRY_MS = [500, 1000, 2000, 4000, 8000, 8000];

interface Failed {
  originalResponse?: { getStatus(): number; getBody(): string } | null;
}

function problemOf(error: unknown): ApiProblem {
  const response = (error as Failed).originalResponse;
  if (!response) return new ApiProblem('network.unreachable', 0, '');
  try {
    const body = JSON.parse(response.getBody()) as {
      code: string;
      detail: string;
      fields?: ProblemField[];
      requestId?: string;
    };
    return new ApiProblem(body.code, response.getStatus(), body.detail, body.fields, {}, body.requestId);
  } catch {
    return new ApiProblem('network.bad_answer', response.getStatus(), '');
  }
}

/** Sends one file in pieces (tus), going on where it stood after a broken connection, a pause or a reload. */
export function useUpload(options: UploadOptions): ResumableUpload {
  const session = useSession();
  const state = ref<UploadState>('idle');
  const file = shallowRef<File | null>(null);
  const sent = ref(0);
  const pace = ref(0);
  const restored = ref(false);
  const problem = shallowRef<ApiProblem | null>(null);
  let upload: Upload | undefined;
  const slot = `${session.person?.id ?? ''}/${options.slot}`;
  let mark = { at: 0, sent: 0 };
  const piece = { size: SMALLEST_PIECE, begun: 0 };

  function progress(bytes: number): void {
    const now = performance.now();
    if (now - mark.at > 1000) {
      if (bytes > mark.sent) pace.value = ((bytes - mark.sent) / (now - mark.at)) * 1000;
      mark = { at: now, sent: bytes };
    }
    // It goes on again, however long the whole piece takes.
    if (bytes > sent.value && state.value === 'offline') state.value = 'uploading';
    sent.value = bytes;
  }

  async function prepare(chosen: File): Promise<Upload> {
    const { Upload } = await import('tus-js-client');
    const resize = (bytes: number) => (made.options.chunkSize = piece.size = bytes);
    const made: Upload = new Upload(chosen, {
      endpoint: `${API_BASE}/files/tus`,
      chunkSize: piece.size,
      retryDelays: RETRY_MS,
      removeFingerprintOnSuccess: true,
      metadata: { filename: chosen.name, filetype: chosen.type, purpose: options.purpose },
      headers: { 'accept-language': document.documentElement.lang },
      fingerprint: () => Promise.resolve(`haishi/${slot}/${chosen.name}/${chosen.size}/${chosen.lastModified}`),
      onBeforeRequest: () => void (piece.begun = performance.now()),
      onProgress: progress,
      onShouldRetry: (error) => {
        const status = (error as Failed).originalResponse?.getStatus() ?? 0;
        if (status === 0) state.value = 'offline';
        const tooLarge = status === 413 && piece.size > SMALLEST_PIECE;
        resize(pieceAfterBreak(piece.size));
        return (
          navigator.onLine &&
          (status === 0 || tooLarge || status === 409 || status === 423 || status === 429 || status >= 500)
        );
      },
      onChunkComplete: () => {
        state.value = 'uploading';
        resize(nextPiece(piece.size, (performance.now() - piece.begun) / 1000));
      },
      onError: (error) => {
        problem.value = problemOf(error);
        state.value = problem.value.status === 0 ? 'offline' : 'failed';
        // What the server will not take is not sent again after a reload.
        if (!problem.value.passing) void keptFiles.remove(slot);
      },
      onSuccess: () => {
        state.value = 'done';
        sent.value = chosen.size;
        void keptFiles.remove(slot);
        options.onDone({
          fileId: new URL(made.url!, location.href).pathname.split('/').pop()!,
          name: chosen.name,
          size: chosen.size,
        });
      },
    });
    const [held] = await made.findPreviousUploads();
    if (held) made.resumeFromPreviousUpload(held);
    return made;
  }

  async function start(chosen: File): Promise<void> {
    await upload?.abort();
    file.value = chosen;
    problem.value = null;
    sent.value = 0;
    state.value = 'waiting';
    await keptFiles.put(slot, chosen);
    upload = await prepare(chosen);
    resume();
  }

  async function pause(): Promise<void> {
    state.value = 'paused';
    await upload?.abort();
  }

  function resume(): void {
    problem.value = null;
    mark = { at: performance.now(), sent: sent.value };
    state.value = 'uploading';
    upload?.start();
  }

  async function remove(): Promise<void> {
    await upload?.abort(true).catch(() => {});
    upload = undefined;
    file.value = null;
    state.value = 'idle';
    problem.value = null;
    restored.value = false;
    await keptFiles.remove(slot);
  }

  async function refuse(reason: ApiProblem): Promise<void> {
    problem.value = reason;
    state.value = 'failed';
    await upload?.abort(true).catch(() => {});
  }

  const onOnline = () => {
    if (state.value === 'offline') resume();
  };
  addEventListener('online', onOnline);
  onScopeDispose(() => {
    removeEventListener('online', onOnline);
    void upload?.abort();
  });

  void keptFiles.get(slot).then((held) => {
    if (!held || state.value !== 'idle') return;
    restored.value = true;
    void start(held);
  });

  const secondsLeft = computed(() =>
    file.value && pace.value > 0 && state.value === 'uploading'
      ? Math.ceil((file.value.size - sent.value) / pace.value)
      : undefined,
  );
  return { state, file, sent, secondsLeft, restored, problem, start, pause, resume, remove, refuse };
}
