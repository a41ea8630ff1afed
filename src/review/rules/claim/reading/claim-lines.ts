import type { BilledItem, CareSetting } from '#deidentify/index.ts';
import type { RuleContext } from '../../../rule.ts';

export function hasModifier(item: BilledItem, ...modifiers: readonly string[]): boolean {
  return item.modifiers.some((modifier) => modifiers.includes(modifier.toUpperCase()));
}

/** Lines of any of the codes, in claim order. */
export function linesOf(context: RuleContext, codes: readonly string[]): BilledItem[] {
  return context.chart.claim.items.filter((item) => codes.includes(item.code));
}

export function totalUnits(items: readonly BilledItem[]): number {
  return items.reduce((sum, item) => sum + item.units, 0);
}

/** The place of service of a line: its own, else the one that the setting implies. */
export function placeOfService(context: RuleContext, item: BilledItem): string | undefined {
  return item.placeOfService ?? PLACE_OF_SETTING[context.chart.setting];
}

const PLACE_OF_SETTING: Readonly<Record<string, string>> = {
  office: '11',
  ed: '23',
  inpatient: '21',
  observation: '22',
  snf: '31',
  home: '12',
};

const SETTING_OF_PLACE: Readonly<Record<string, CareSetting>> = {
  '02': 'telehealth',
  '10': 'telehealth',
  '11': 'office',
  '12': 'home',
  '13': 'home',
  '20': 'office',
  '21': 'inpatient',
  '23': 'ed',
  '24': 'surgery',
  '31': 'snf',
  '32': 'snf',
};
const SETTING_OF_CLASS: Readonly<Record<string, CareSetting>> = {
  EMER: 'ed',
  OBSENC: 'observation',
  VR: 'telehealth',
  HH: 'home',
};

/**
 * Where care was given by the encounter's class and the line's place of service alone. The chart's setting also looks at the codes billed,
 * which is no help to a rule that asks whether they are of the right place.
 */
export function placeOfCare(context: RuleContext): CareSetting {
  const places = context.chart.claim.items.map((item) => item.placeOfService ?? '');
  const byClass = SETTING_OF_CLASS[context.chart.encounter.classCode ?? ''];
  const byPlace = places.map((place) => SETTING_OF_PLACE[place]).find((setting) => setting !== undefined);
  // Urgent care is billed from the office families though its class may say emergency.
  if (places.includes('20')) return 'office';
  return byClass ?? byPlace ?? context.chart.setting;
}

/** Places where a facility bills the equipment and staff apart from the clinician (CMS place-of-service code set). */
export function isFacility(place: string | undefined): boolean {
  return place !== undefined && ['19', '21', '22', '23', '24', '31', '51', '52', '61'].includes(place);
}

/** A five-character CPT code as a number, for ranges; undefined for HCPCS Level II and category II/III codes. */
function cptNumber(code: string): number | undefined {
  return /^\d{5}$/.test(code) ? Number(code) : undefined;
}

export function inRanges(code: string, ranges: readonly (readonly [number, number])[]): boolean {
  const number = cptNumber(code);
  return number !== undefined && ranges.some(([from, to]) => number >= from && number <= to);
}

export function diagnosesOf(context: RuleContext, item: BilledItem): string[] {
  return context.chart.claim.diagnoses
    .filter((diagnosis) => item.diagnosisSequence.includes(diagnosis.sequence))
    .map((diagnosis) => diagnosis.code);
}
