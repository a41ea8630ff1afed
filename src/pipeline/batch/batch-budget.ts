import type { BatchState } from '#review/index.ts';

/** Tokens that a site may still use today, by what its reviews recorded; undefined: no limit. */
export type SiteRoom = (tenantId: string, siteId: string) => Promise<number | undefined>;

/**
 * Whether charts may still be asked about, by the budgets of their sites. What is in batches counts as spent until its answers say
 * what was. A batch that spans midnight counts on the day of its answers.
 */
export async function affordableTokens(
  reviews: readonly { readonly id: string; readonly siteId: string }[],
  underWay: { readonly states: readonly BatchState[]; readonly siteOf: (reviewId: string) => string | undefined },
  roomOf: (siteId: string) => Promise<number | undefined>,
): Promise<(reviewId: string, tokens: number) => boolean> {
  const room = new Map<string, number | undefined>();
  for (const siteId of new Set(reviews.map((review) => review.siteId))) room.set(siteId, await roomOf(siteId));
  for (const { reviewId, tokens } of underWay.states.flatMap((state) => state.reviews)) {
    const siteId = underWay.siteOf(reviewId);
    const left = siteId === undefined ? undefined : room.get(siteId);
    if (siteId !== undefined && left !== undefined) room.set(siteId, left - tokens);
  }
  const siteOf = new Map(reviews.map(({ id, siteId }) => [id, siteId]));
  return (reviewId, tokens) => {
    const siteId = siteOf.get(reviewId) ?? '';
    const left = room.get(siteId);
    if (left === undefined) return true;
    if (left < tokens) return false;
    room.set(siteId, left - tokens);
    return true;
  };
}
