import { MDM_LEVELS, type MdmElement, type MdmLevel, type MdmTable } from '../finding.ts';

export type { LevelBounds, MdmElement, MdmElementName, MdmFact } from '../finding.ts';

export interface MdmAssessment extends MdmTable {
  /** Both bounds of the level agree. */
  readonly certain: boolean;
}

/** The table without what only the rules ask, for a finding. */
export function toMdmTable({ problems, data, risk, level }: MdmTable): MdmTable {
  return { problems, data, risk, level };
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
