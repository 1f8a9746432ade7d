/** What a gate makes heard and felt, so that staff need not look at the phone. */
export interface Signals {
  accepted: () => void;
  refused: () => void;
  close: () => void;
}

/** Opens the sound; browsers allow it only while somebody touches the page. */
export function openSignals(): Signals {
  const audio = new AudioContext();
  function tone(frequency: number, type: OscillatorType, from: number, seconds: number): void {
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    oscillator.type = type;
    oscillator.frequency.value = frequency;
    volume.gain.value = 0.4;
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(audio.currentTime + from);
    oscillator.stop(audio.currentTime + from + seconds);
  }
  return {
    accepted: () => {
      tone(1320, 'sine', 0, 0.14);
      navigator.vibrate?.(80);
    },
    refused: () => {
      tone(220, 'square', 0, 0.22);
      tone(180, 'square', 0.3, 0.34);
      navigator.vibrate?.([220, 90, 340]);
    },
    close: () => void audio.close(),
  };
}
