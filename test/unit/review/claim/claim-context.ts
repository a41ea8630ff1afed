import type { CodeTables, Icd10cmTable, Release } from '#codes/index.ts';
import type { BilledItem, CareSetting, DeidentifiedDocument, DeidentifiedEncounter } from '#deidentify/index.ts';
import type { Finding } from '#review/index.ts';
import { analyseDocument } from '#review/language/index.ts';
import { reviewWith } from '#review/review-chart.ts';
import type { Rule, RuleContext } from '#review/rule.ts';
import { deidentifiedChart } from '#test/support/deidentified-chart.ts';

/** Small tables of the shape that the official files load into. The rows are invented or bare code numbers. */
export function smallTables(overrides: Partial<CodeTables> = {}): CodeTables {
  return {
    year: 2026,
    icd10cm: NO_DIAGNOSES,
    hcpcs: {
      release: release('HCPCS test'),
      find: (code) => row(HCPCS, code, (description) => ({ code, description, terminated: false })),
    },
    ptp: {
      release: release('PTP test'),
      find: (first, second) =>
        row(PTP, `${first}/${second}`, (modifierIndicator) => ({ modifierIndicator, rationale: 'test edit' })),
    },
    mue: {
      release: release('MUE test'),
      find: (code) => row(MUE, code, ([units, adjudication]) => ({ units, adjudication, rationale: 'test edit' })),
    },
    addOn: {
      release: release('AOC test'),
      find: (code) => row(ADD_ON, code, (primaries) => ({ primaries, contractorDefined: false })),
    },
    mce: undefined,
    fees: undefined,
    hcc: undefined,
    lcd: undefined,
    ...overrides,
  };
}

const release = (label: string): Release => ({ label, starter: false, stale: false });

const NO_DIAGNOSES: Icd10cmTable = {
  release: { label: 'empty', starter: true, stale: false },
  hasNotes: false,
  find: () => undefined,
  children: () => [],
  billableUnder: () => [],
  terms: () => [],
  excludes1: () => undefined,
  excludes2: () => undefined,
  codeFirst: () => [],
  useAdditional: () => [],
  codeAlso: () => [],
  seventhCharacters: () => [],
  all: () => [],
};

const HCPCS = new Map([
  ['J1885', 'Injection, ketorolac tromethamine, per 15 mg'],
  ['J3301', 'Injection, triamcinolone acetonide, not otherwise specified, 10 mg'],
  ['J0696', 'Injection, ceftriaxone sodium, per 250 mg'],
  ['J0897', 'Injection, denosumab, 1 mg'],
  ['J3420', 'Injection, vitamin b-12 cyanocobalamin, up to 1000 mcg'],
  ['J2405', 'Injection, ondansetron hydrochloride, per 1 mg'],
  ['J1100', 'Injection, dexamethasone sodium phosphate, 1 mg'],
  ['J2765', 'Injection, metoclopramide hcl, up to 10 mg'],
  ['J1030', 'Injection, methylprednisolone acetate, 40 mg'],
]);
const PTP = new Map<string, 0 | 1 | 9>([
  ['45385/45380', 1],
  ['45385/45378', 0],
  ['17000/11102', 1],
  ['20610/76942', 0],
  ['11042/97598', 1],
  ['29881/29870', 1],
  ['99214/93000', 9],
]);
const MUE = new Map<string, readonly [number, 1 | 2 | 3]>([
  ['17003', [13, 3]],
  ['12002', [1, 2]],
  ['45385', [1, 2]],
  ['A4550', [1, 1]],
]);
const ADD_ON = new Map([
  ['17003', ['17000']],
  ['99417', ['99205', '99215']],
  ['90833', ['99213', '99214', '99215']],
]);

function row<Value, Result>(
  table: ReadonlyMap<string, Value>,
  key: string,
  make: (value: Value) => Result,
): Result | undefined {
  const value = table.get(key);
  return value === undefined ? undefined : make(value);
}

export interface SmallChart {
  readonly setting?: CareSetting;
  /** `99213-25 1 1,2`: code and modifiers, units, diagnosis pointers (`-` for none). */
  readonly items: readonly string[];
  readonly diagnoses?: readonly string[];
  readonly ageYears?: number;
  readonly encounter?: Partial<DeidentifiedEncounter>;
  readonly specialty?: string;
  readonly documents?: readonly Partial<DeidentifiedDocument>[];
  readonly note?: string;
  readonly tables?: Partial<CodeTables>;
}

export function smallContext(chart: SmallChart): RuleContext {
  const documents = chart.documents ?? [{ text: chart.note ?? '' }];
  const tables = smallTables(chart.tables);
  const deidentified = deidentifiedChart({
    setting: chart.setting ?? 'office',
    patient: { ageYears: chart.ageYears },
    encounter: { ...chart.encounter },
    claim: {
      type: 'professional',
      specialty: chart.specialty,
      diagnoses: (chart.diagnoses ?? ['R69']).map((code, index) => ({
        sequence: index + 1,
        code,
        onAdmission: undefined,
      })),
      items: chart.items.map(toItem),
    },
    documents,
  });
  return {
    chart: deidentified,
    tables,
    documents: deidentified.documents.map((document) => analyseDocument(document, tables.icd10cm)),
  };
}

export function toItem(text: string, index: number): BilledItem {
  const [name = '', units = '1', pointers = '1'] = text.split(' ');
  const [code = '', ...modifiers] = name.split('-');
  return {
    sequence: index + 1,
    system: /^[A-Z]/.test(code) ? 'hcpcs' : 'cpt',
    code,
    modifiers,
    units: Number(units),
    diagnosisSequence: pointers === '-' ? [] : pointers.split(',').map(Number),
    placeOfService: undefined,
    serviceDay: 0,
  };
}

/** Findings of one rule on a small chart, each as `kind billed -> suggested`. */
export function said(rule: Rule, chart: SmallChart): string[] {
  return rule.evaluate(smallContext(chart)).findings.map(inShort);
}

export function inShort({ kind, billed, suggested }: Finding): string {
  return `${kind} ${billed.join('+')} -> ${suggested.join('+')}`;
}

export function reviewSmall(rules: readonly Rule[], context: RuleContext): readonly Finding[] {
  return reviewWith(rules, context).findings;
}
