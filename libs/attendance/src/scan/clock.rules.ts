/** Three readings of two clocks, in milliseconds. */
export interface ScanTimes {
  /** The device's clock when the scan was made, and when it was sent. */
  deviceAt: number;
  sentAt: number;
  /** The server's clock on receipt. */
  receivedAt: number;
  /** Nothing was scanned before this moment of the server's: the device was registered then. */
  notBefore: number;
}

/**
 * When a scan truly happened, in the server's time (milliseconds): the device's time moved by its clock skew,
 * which is what its clock showed on sending against the server's on receipt.
 */
export function correctedTime({ deviceAt, sentAt, receivedAt, notBefore }: ScanTimes): number {
  return Math.max(notBefore, Math.min(deviceAt + (receivedAt - sentAt), receivedAt));
}
