import type { Evidence } from '../finding.ts';
import { MDM_LEVELS, type MdmLevel } from './em-families.ts';

export type MdmElementName = 'problems' | 'data' | 'risk';

/** One row of the published table that the record meets, with the words that meet it. */
export interface MdmFact {
  readonly element: MdmElementName;
  /** Stable id of the row: `two-stable-chronic`, `independent-interpretation`, `prescription-drug-management`. */
  readonly row: string;
  readonly level: MdmLevel;
  readonly evidence: readonly Evidence[];
}

/** What the record proves at least, and what it can support at most. */
export interface LevelBounds {
  readonly lower: MdmLevel;
  readonly upper: MdmLevel;
}

export interface MdmElement extends LevelBounds {
  readonly facts: readonly MdmFact[];
}

export interface MdmAssessment {
  readonly problems: MdmElement;
  readonly data: MdmElement;
  readonly risk: MdmElement;
  readonly level: LevelBounds;
  /** Both bounds of the level agree. */
  readonly certain: boolean;
}

export function levelRank(level: MdmLevel): number {
  return MDM_LEVELS.indexOf(level);
}

export function highest(levels: readonly MdmLevel[]): MdmLevel {
  return MDM_LEVELS.findLast((level) => levels.includes(level)) ?? 'straightforward';
}

/**
 * The level of three elements: two of them must meet or pass it, so it is the middle one (CPT E/M guidelines 2023, Levels of MDM).
 * Never a sum.
 */
export function middleLevel(levels: readonly [MdmLevel, MdmLevel, MdmLevel]): MdmLevel {
  const [, middle] = [...levels].toSorted((a, b) => levelRank(a) - levelRank(b));
  return middle ?? 'straightforward';
}

/** Bounds of the level from the bounds of the elements: the middle is monotone in each of them. */
export function assessLevel(problems: MdmElement, data: MdmElement, risk: MdmElement): MdmAssessment {
  const level = {
    lower: middleLevel([problems.lower, data.lower, risk.lower]),
    upper: middleLevel([problems.upper, data.upper, risk.upper]),
  };
  return { problems, data, risk, level, certain: level.lower === level.upper };
}
