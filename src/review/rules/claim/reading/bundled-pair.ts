import type { BilledItem } from '#deidentify/index.ts';
import { isEmCode } from '../../../em/em-families.ts';
import type { RuleContext } from '../../../rule.ts';
import { hasModifier } from './claim-lines.ts';
import type { Draft } from './draft.ts';
import { toEvidenceList } from './passage.ts';
import { findPerformed } from './performed.ts';
import { findSeparateService } from './separate-service.ts';
import { findInclusion } from '../services/included-services.ts';

/** Modifiers that lift an edit with indicator 1 (NCCI Policy Manual, chapter I, E). */
const BYPASS =
  'E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD LM RC RI 24 25 27 57 58 59 78 79 91 XE XS XP XU'.split(
    ' ',
  );
export const DISTINCT = ['59', 'XE', 'XS', 'XP', 'XU'];

/** Two lines of one day of which the second is part of the first, unless it was a separate service. */
export interface BundledPair {
  readonly first: BilledItem;
  readonly second: BilledItem;
  readonly bypassable: boolean;
  /** Who says that the one holds the other. */
  readonly rationale: string;
}

export function isSameDay(a: BilledItem, b: BilledItem): boolean {
  return a.serviceDay === undefined || b.serviceDay === undefined || a.serviceDay === b.serviceDay;
}

/** What an edit makes of a pair: bundled, or separate by the record with or without the modifier that says so. */
export function judgePair(context: RuleContext, pair: BundledPair): Draft | undefined {
  if (!pair.bypassable) return bundled(context, pair, 0.95);
  if (isEmCode(pair.second.code)) return undefined;
  const separate = findSeparateService(context, pair.first.code, pair.second.code);
  if (bypasses(pair))
    return isOneSession(pair, separate.verdict) ? unsupportedModifier(pair, separate.passages) : undefined;
  return separate.verdict === 'separate' ? missingModifier(pair, separate.passages) : bundled(context, pair, 0.85);
}

/** By the record; or because the second is a step of the first wherever that is done, and nothing tells of a session of its own. */
export function isOneSession({ first, second }: BundledPair, verdict: 'separate' | 'same' | 'unclear'): boolean {
  if (verdict !== 'unclear') return verdict === 'same';
  const isStep = findInclusion(first.code, second.code)?.lift === 'whole';
  return isStep && ![first, second].some((line) => hasModifier(line, 'XE', 'XP', '58', '78', '79'));
}

/** A modifier on either line lifts the edit; sides lift it only when they differ. */
function bypasses({ first, second }: BundledPair): boolean {
  const onSecond = second.modifiers.filter((modifier) => BYPASS.includes(modifier));
  const onFirst = first.modifiers.filter((modifier) => BYPASS.includes(modifier));
  return (
    [
      ...onSecond.filter((modifier) => !onFirst.includes(modifier)),
      ...onFirst.filter((modifier) => !onSecond.includes(modifier)),
    ].length > 0
  );
}

/** The second is part of the first: only the first stays. */
export function bundled(context: RuleContext, { first, second, rationale }: BundledPair, confidence: number): Draft {
  return {
    kind: 'code-pair-edit',
    direction: 'over',
    billed: [first.code, second.code],
    suggested: [first.code],
    evidence: toEvidenceList([
      findPerformed(context.documents, first.code),
      findPerformed(context.documents, second.code),
    ]),
    confidence,
    rationale: `NCCI bundles ${second.code} into ${first.code} on the same day (${rationale}); nothing in the record makes it a separate service.`,
  };
}

/** Separate by the record, without the modifier that says so. */
export function missingModifier({ first, second }: BundledPair, passages: Parameters<typeof toEvidenceList>[0]): Draft {
  return {
    kind: 'modifier',
    direction: 'under',
    billed: [second.code],
    suggested: [`${second.code}-59`],
    evidence: toEvidenceList(passages),
    confidence: 0.8,
    rationale: `NCCI bundles ${second.code} into ${first.code} unless it was a separate service; the record shows that it was, and the line has no modifier that says so (59 or XS).`,
  };
}

/** Separate by the modifier, and by the record not. */
export function unsupportedModifier(
  { first, second }: BundledPair,
  passages: Parameters<typeof toEvidenceList>[0],
): Draft | undefined {
  const item = [second, first].find((line) => hasModifier(line, ...DISTINCT));
  if (!item) return undefined;
  return {
    kind: 'code-pair-edit',
    direction: 'over',
    billed: [first.code, second.code],
    suggested: [first.code],
    evidence: toEvidenceList(passages),
    confidence: 0.78,
    rationale: `NCCI bundles ${second.code} into ${first.code}; the modifier on ${item.code} says that they were separate, and the record shows the same site and session.`,
  };
}
