/** Upper age in whole years of each band of preventive visits, by the code's last digit (CPT 2026, numbers only). */
const BANDS: readonly (readonly [lastAge: number, digit: string])[] = [
  [0, '1'],
  [4, '2'],
  [11, '3'],
  [17, '4'],
  [39, '5'],
  [64, '6'],
  [Number.POSITIVE_INFINITY, '7'],
];

/** The preventive visit for an age; without an age, the billed code's band. */
export function preventiveCode(isNew: boolean, ageYears: number | undefined, billed: string): string {
  const digit = ageYears === undefined ? billed.at(-1) : BANDS.find(([lastAge]) => ageYears <= lastAge)?.[1];
  return `${isNew ? '9938' : '9939'}${digit}`;
}

export function isPreventiveVisit(code: string): boolean {
  return /^993[89][1-7]$/.test(code);
}
