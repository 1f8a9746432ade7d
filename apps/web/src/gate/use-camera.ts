import { onScopeDispose, ref, type Ref } from 'vue';

/** `missing`: there is no camera, or the page was not opened over HTTPS. */
export type CameraState = 'off' | 'starting' | 'on' | 'denied' | 'missing';

/** The longer side of a picture to decode, in pixels: enough for a ticket at arm's length. */
const LONGER_SIDE = 960;
/** Between two pictures, in milliseconds: sooner than a hand moves, and easy on the battery. */
const BETWEEN_MS = 100;

/** Reads QR codes from the camera at the phone's back; decoding runs beside the page. */
export function useCamera(
  video: Ref<HTMLVideoElement | undefined>,
  onText: (text: string) => void,
): { state: Ref<CameraState>; start: () => Promise<void> } {
  const state = ref<CameraState>('off');
  let stream: MediaStream | undefined;
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true })!;

  function look(): void {
    const source = video.value;
    if (!source || !worker) return;
    if (source.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || source.videoWidth === 0) {
      next();
      return;
    }
    const scale = Math.min(1, LONGER_SIDE / Math.max(source.videoWidth, source.videoHeight));
    canvas.width = Math.round(source.videoWidth * scale);
    canvas.height = Math.round(source.videoHeight * scale);
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    worker.postMessage(picture, [picture.data.buffer]);
  }
  function next(): void {
    timer = setTimeout(look, BETWEEN_MS);
  }
  function stop(): void {
    clearTimeout(timer);
    worker?.terminate();
    worker = undefined;
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
  }

  async function start(): Promise<void> {
    stop();
    if (!navigator.mediaDevices) {
      state.value = 'missing';
      return;
    }
    state.value = 'starting';
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } },
      });
    } catch (error) {
      state.value = error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'missing';
      return;
    }
    // Another app may take the camera; without this the picture would stand still and nobody would know.
    stream.getVideoTracks()[0]!.addEventListener('ended', () => {
      stop();
      state.value = 'off';
    });
    worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (data !== '') onText(data);
      next();
    });
    video.value!.srcObject = stream;
    await video.value!.play();
    state.value = 'on';
    next();
  }
  onScopeDispose(stop);
  return { state, start };
}
