import type { MdmLevel } from '../finding.ts';

export { MDM_LEVELS, type MdmLevel } from '../finding.ts';

interface EmCode {
  readonly code: string;
  /** Levels of decision making that the code stands for; empty where time alone decides. */
  readonly levels: readonly MdmLevel[];
  /** Total minutes on the date that must be met or passed; undefined where time is never used. */
  readonly minutes: number | undefined;
}

export type EmFamilyId =
  | 'office-new'
  | 'office-established'
  | 'hospital-initial'
  | 'hospital-subsequent'
  | 'hospital-same-day'
  | 'emergency'
  | 'consultation-office'
  | 'consultation-hospital'
  | 'nursing-initial'
  | 'nursing-subsequent'
  | 'home-new'
  | 'home-established'
  | 'video-new'
  | 'video-established'
  | 'audio-new'
  | 'audio-established';

export interface EmFamily {
  readonly id: EmFamilyId;
  /** In ascending order. */
  readonly codes: readonly EmCode[];
}

const family = (
  id: EmFamilyId,
  rows: readonly (readonly [string, readonly MdmLevel[], number | undefined])[],
): EmFamily => ({
  id,
  codes: rows.map(([code, levels, minutes]) => ({ code, levels, minutes })),
});

const SF: readonly MdmLevel[] = ['straightforward'];
const LOW: readonly MdmLevel[] = ['low'];
const SF_LOW: readonly MdmLevel[] = ['straightforward', 'low'];
const MODERATE: readonly MdmLevel[] = ['moderate'];
const HIGH: readonly MdmLevel[] = ['high'];

/**
 * Families of levelled visits with the decision making and the minutes of each code: CPT 2023 E/M guidelines, with the 2024 minutes of
 * nursing facility visits. Numbers only. 99211 and 99281 need no clinician's decision and are left out.
 */
export const EM_FAMILIES: readonly EmFamily[] = [
  family('office-new', [
    ['99202', SF, 15],
    ['99203', LOW, 30],
    ['99204', MODERATE, 45],
    ['99205', HIGH, 60],
  ]),
  family('office-established', [
    ['99212', SF, 10],
    ['99213', LOW, 20],
    ['99214', MODERATE, 30],
    ['99215', HIGH, 40],
  ]),
  family('hospital-initial', [
    ['99221', SF_LOW, 40],
    ['99222', MODERATE, 55],
    ['99223', HIGH, 75],
  ]),
  family('hospital-subsequent', [
    ['99231', SF_LOW, 25],
    ['99232', MODERATE, 35],
    ['99233', HIGH, 50],
  ]),
  family('hospital-same-day', [
    ['99234', SF_LOW, 45],
    ['99235', MODERATE, 70],
    ['99236', HIGH, 85],
  ]),
  family('emergency', [
    ['99282', SF, undefined],
    ['99283', LOW, undefined],
    ['99284', MODERATE, undefined],
    ['99285', HIGH, undefined],
  ]),
  family('consultation-office', [
    ['99242', SF, 20],
    ['99243', LOW, 30],
    ['99244', MODERATE, 40],
    ['99245', HIGH, 55],
  ]),
  family('consultation-hospital', [
    ['99252', SF, 35],
    ['99253', LOW, 45],
    ['99254', MODERATE, 60],
    ['99255', HIGH, 80],
  ]),
  family('nursing-initial', [
    ['99304', SF_LOW, 25],
    ['99305', MODERATE, 35],
    ['99306', HIGH, 50],
  ]),
  family('nursing-subsequent', [
    ['99307', SF, 10],
    ['99308', LOW, 20],
    ['99309', MODERATE, 30],
    ['99310', HIGH, 45],
  ]),
  family('home-new', [
    ['99341', SF, 15],
    ['99342', LOW, 30],
    ['99344', MODERATE, 60],
    ['99345', HIGH, 75],
  ]),
  family('home-established', [
    ['99347', SF, 20],
    ['99348', LOW, 30],
    ['99349', MODERATE, 40],
    ['99350', HIGH, 60],
  ]),
  family('video-new', [
    ['98000', SF, 15],
    ['98001', LOW, 30],
    ['98002', MODERATE, 45],
    ['98003', HIGH, 60],
  ]),
  family('video-established', [
    ['98004', SF, 10],
    ['98005', LOW, 20],
    ['98006', MODERATE, 30],
    ['98007', HIGH, 40],
  ]),
  family('audio-new', [
    ['98008', SF, 15],
    ['98009', LOW, 30],
    ['98010', MODERATE, 45],
    ['98011', HIGH, 60],
  ]),
  family('audio-established', [
    ['98012', SF, 10],
    ['98013', LOW, 20],
    ['98014', MODERATE, 30],
    ['98015', HIGH, 40],
  ]),
];

const BY_CODE = new Map(EM_FAMILIES.flatMap((entry) => entry.codes.map((code) => [code.code, entry] as const)));

export function findEmFamily(code: string): EmFamily | undefined {
  return BY_CODE.get(code);
}

export function getEmFamily(id: EmFamilyId): EmFamily {
  const found = EM_FAMILIES.find((entry) => entry.id === id);
  if (!found) throw new Error(`no E/M family ${id}`);
  return found;
}

/** Place of a code in its family, from 0; -1 when it is not in it. */
export function rankIn(entry: EmFamily, code: string): number {
  return entry.codes.findIndex((row) => row.code === code);
}

/** The code of a family for a level of decision making. */
export function codeForLevel(entry: EmFamily, level: MdmLevel): EmCode | undefined {
  return entry.codes.find((row) => row.levels.includes(level));
}

/** The highest code whose minutes are met; undefined below the lowest, and where time is never used. */
export function codeForMinutes(entry: EmFamily, minutes: number): EmCode | undefined {
  return entry.codes.findLast((row) => row.minutes !== undefined && minutes >= row.minutes);
}

export function levelOfCode(code: string): MdmLevel | undefined {
  return findEmFamily(code)
    ?.codes.find((row) => row.code === code)
    ?.levels.at(-1);
}

/** Every E/M code that may carry modifier 25 or serve as the primary of an add-on, by number. */
export function isEmCode(code: string): boolean {
  if (/^G04(?:02|38|39)$/.test(code)) return true;
  if (!/^\d{5}$/.test(code)) return false;
  const number = Number(code);
  return [
    [99202, 99215],
    [99221, 99223],
    [99231, 99239],
    [99242, 99245],
    [99252, 99255],
    [99281, 99285],
    [99291, 99291],
    [99304, 99310],
    [99315, 99316],
    [99341, 99350],
    [99381, 99397],
    [98000, 98016],
    [92002, 92014],
  ].some(([from, to]) => number >= (from ?? 0) && number <= (to ?? 0));
}
