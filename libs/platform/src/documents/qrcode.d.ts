/** The part of the package that is used here; it carries no types of its own. */
declare module 'qrcode' {
  interface QrCode {
    modules: { size: number; get(row: number, column: number): number };
  }
  const QRCode: { create(text: string, options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }): QrCode };
  export default QRCode;
}
