/// <reference types="vite/client" />

declare module 'qrcode' {
  interface QrOptions {
    type: 'svg';
    margin?: number;
    errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H';
    color?: { dark: string; light: string };
  }
  export function toString(text: string, options: QrOptions): Promise<string>;
}
