import type { Chart } from '#chart/index.ts';
import type { BilledClaim, BilledItem, CareSetting } from '../deidentified-chart.ts';

/** CPT E/M families by number range → where such a visit is made (AMA CPT, Evaluation and Management; numbers only). */
const VISIT_FAMILIES: readonly (readonly [number, number, CareSetting])[] = [
  [99202, 99215, 'office'],
  [99221, 99239, 'inpatient'],
  [99242, 99245, 'office'],
  [99252, 99255, 'inpatient'],
  [99281, 99288, 'ed'],
  [99291, 99292, 'inpatient'],
  [99304, 99318, 'snf'],
  [99341, 99350, 'home'],
  [99381, 99397, 'office'],
  [99421, 99443, 'telehealth'],
  [98000, 98016, 'telehealth'],
  [98966, 98972, 'telehealth'],
];

/** CMS place of service codes → setting. 19 and 22 are hospital outpatient departments: surgery when an operation is billed there. */
const PLACES: Readonly<Record<string, CareSetting>> = {
  '02': 'telehealth',
  '10': 'telehealth',
  '11': 'office',
  '12': 'home',
  '13': 'home',
  '14': 'home',
  '17': 'office',
  '20': 'office',
  '21': 'inpatient',
  '23': 'ed',
  '24': 'surgery',
  '31': 'snf',
  '32': 'snf',
  '33': 'home',
  '49': 'office',
  '50': 'office',
  '51': 'inpatient',
  '53': 'office',
  '61': 'inpatient',
  '71': 'office',
  '72': 'office',
};

const CLASSES: Readonly<Record<string, CareSetting>> = {
  EMER: 'ed',
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
  OBSENC: 'observation',
  VR: 'telehealth',
  HH: 'home',
};

/**
 * Where care was given. What the claim and the encounter say beyond doubt comes first (telehealth, observation, emergency), then the family
 * of the billed visit, then place of service, then the encounter's class.
 */
export function settingOf(chart: Chart, claim: BilledClaim): CareSetting {
  const classCode = chart.encounter.class?.code ?? '';
  const places = claim.items.map(({ placeOfService }) => placeOfService ?? '');
  if (isTelehealth(classCode, claim.items, places)) return 'telehealth';
  if (isSurgery(claim.items, places, classCode)) return 'surgery';
  if (classCode === 'OBSENC') return 'observation';
  const visit = claim.items.map(visitFamily).find((setting) => setting !== undefined);
  const fromClass = CLASSES[classCode];
  if (visit === 'inpatient' && fromClass === 'ed') return 'ed';
  return (
    visit ??
    fromClass ??
    places.map((place) => PLACES[place]).find((setting) => setting !== undefined) ??
    (classCode === 'AMB' || classCode === 'SS' ? 'office' : 'unknown')
  );
}

function isTelehealth(classCode: string, items: readonly BilledItem[], places: readonly string[]): boolean {
  return (
    classCode === 'VR' ||
    places.includes('02') ||
    places.includes('10') ||
    items.some(({ modifiers }) =>
      modifiers.some((one) => one === '95' || one === '93' || one === 'GT' || one === 'GQ' || one === 'FQ'),
    )
  );
}

/** An operation billed from an operating room's place: hospital outpatient (19, 22) or ambulatory surgery centre (24), or in a stay. */
function isSurgery(items: readonly BilledItem[], places: readonly string[], classCode: string): boolean {
  if (places.includes('24')) return true;
  const operated = items.some(isOperation);
  const visited = items.some((item) => visitFamily(item) !== undefined);
  if (!operated || visited) return false;
  return (
    places.includes('22') || places.includes('19') || places.includes('21') || classCode === 'SS' || classCode === 'IMP'
  );
}

function isOperation({ system, code }: BilledItem): boolean {
  const number = Number(code);
  return system === 'cpt' && Number.isInteger(number) && number >= 10004 && number <= 69990;
}

function visitFamily({ system, code }: BilledItem): CareSetting | undefined {
  const number = Number(code);
  if (system !== 'cpt' || !Number.isInteger(number)) return undefined;
  return VISIT_FAMILIES.find(([from, to]) => number >= from && number <= to)?.[2];
}
