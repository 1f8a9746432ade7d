import { api } from '@/api/client';
import type { Schema } from '@/api/types';

export type OwnDevice = Schema<'OwnDeviceView'>;

/** This phone as a gate's device, with the token that it was told once. */
export interface KeptDevice {
  token: string;
  /** As the server told it last, so that scanning can start without a network. */
  device: OwnDevice;
}

const KEY = 'haishi.gate.device';

export function readDevice(): KeptDevice | null {
  return JSON.parse(localStorage.getItem(KEY) ?? 'null') as KeptDevice | null;
}

export function keepDevice(kept: KeptDevice): void {
  localStorage.setItem(KEY, JSON.stringify(kept));
}

export function forgetDevice(): void {
  localStorage.removeItem(KEY);
}

/** Takes a registration's answer apart and keeps it. */
export function keepRegistered({ token, ...device }: Schema<'RegisteredDeviceView'>): KeptDevice {
  const kept = { token, device };
  keepDevice(kept);
  return kept;
}

/** The headers by which a request is the device's own. */
export const asDevice = (token: string): Record<string, string> => ({ 'x-gate-device': token });

/** The device as the server knows it now. Fails with `attendance.device_unknown` where it was switched off. */
export const askDevice = (token: string, signal?: AbortSignal): Promise<OwnDevice> =>
  api.get('/attendance/device', { headers: asDevice(token), ...(signal ? { signal } : {}) });
