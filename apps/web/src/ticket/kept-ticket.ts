/** A ticket as the server tells it to its holder. */
export interface Ticket {
  number: string;
  holderName: string;
  kind: string;
  event: {
    nameZh: string;
    nameEn: string;
    placeZh: string;
    placeEn: string;
    /** IANA name. */
    timeZone: string;
    opensAt: string;
    closesAt: string;
  };
  /** An SVG image of the signed code. */
  qr: string;
}

/** A ticket on this phone, with the link's token that opened it. */
export interface KeptTicket {
  token: string;
  ticket: Ticket;
  /** When the server was asked last, in milliseconds. */
  at: number;
}

const KEY = 'haishi.ticket';

export function readKept(): KeptTicket | undefined {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? 'null') as KeptTicket | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(kept: KeptTicket): void {
  localStorage.setItem(KEY, JSON.stringify(kept));
}

export function forget(): void {
  localStorage.removeItem(KEY);
}
