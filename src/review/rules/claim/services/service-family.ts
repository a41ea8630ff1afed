/**
 * A group of services that notes name with the same words. Code numbers as rule parameters and our own generic words only; the
 * official descriptors are licensed and not here.
 */
export interface ServiceFamily {
  /** Our own name for it, for rationales: `electrocardiogram`. */
  readonly name: string;
  readonly codes: readonly string[];
  /** What a note calls the service. */
  readonly mention: RegExp;
  /** What a note says when it was done; where undefined, the mention with a verb of performing. */
  readonly act?: RegExp;
  /** What a note says when there was nothing to do it for. */
  readonly absent?: RegExp;
  /** ICD-10-CM codes that such a service is done for; a pointer to none of them while the claim has one is doubtful. */
  readonly justifiedBy?: RegExp;
  /** Days of the global period (PPRRVU), where it is 0, 10 or 90. */
  readonly globalDays?: 0 | 10 | 90;
  /** Done on one of a pair: takes RT, LT or 50. */
  readonly sided?: boolean;
  /** May take modifier 50 (PPRRVU bilateral indicator 1). */
  readonly bilateral?: boolean;
  /** Has a technical and a professional part (PPRRVU indicator 1). */
  readonly splits?: boolean;
  /** A note that bills it names it in these words without fail, so that their absence means something. */
  readonly alwaysNamed?: boolean;
}

/** Codes from one number to another: `codes('20600', '20604')` holds five. */
export function codeRange(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(5, '0'));
}
