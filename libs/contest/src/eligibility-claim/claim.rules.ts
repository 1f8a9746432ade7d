/** How long a claim holds without activity. */
export const CLAIM_MINUTES = 30;

interface Held {
  personId: string;
  until: Date;
}

/** A claim that counts at `now`. */
export function liveClaim<Claim extends Held>(claim: Claim | null | undefined, now: Date): Claim | undefined {
  return claim && claim.until > now ? claim : undefined;
}

/** The claim that keeps `personId` from deciding at `now`: somebody else's that counts. */
export function claimAgainst<Claim extends Held>(
  claim: Claim | null | undefined,
  personId: string,
  now: Date,
): Claim | undefined {
  const live = liveClaim(claim, now);
  return live && live.personId !== personId ? live : undefined;
}

/** Until when a claim holds that was made, or used, at `now`. */
export function claimedUntil(now: Date): Date {
  return new Date(now.getTime() + CLAIM_MINUTES * 60_000);
}
