import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CareSetting } from '#deidentify/index.ts';
import type { Finding } from '#review/index.ts';
import { analyseDocument } from '#review/language/index.ts';
import type { RuleContext } from '#review/rule.ts';
import { deidentifiedChart } from '#test/support/deidentified-chart.ts';
import { smallTables, toItem } from './claim-context.ts';

/** The parts of a review case that the claim rules look at. */
export interface ReviewCase {
  readonly id: string;
  readonly setting: CareSetting;
  readonly patient: { readonly birthDate: string; readonly gender: 'male' | 'female' | 'other' | 'unknown' };
  readonly clinician: { readonly specialty: string };
  readonly encounter: {
    readonly class: string;
    readonly start: string;
    readonly end: string;
    readonly newPatient: boolean;
    readonly placeOfService: string;
  };
  readonly claim: {
    readonly diagnoses: readonly { readonly sequence: number; readonly code: string }[];
    readonly items: readonly {
      readonly code: string;
      readonly modifiers: readonly string[];
      readonly units: number;
      readonly diagnosisSequence: readonly number[];
    }[];
  };
  readonly notes: readonly {
    readonly loinc?: string;
    readonly title?: string;
    readonly docStatus?: string;
    readonly text: string;
  }[];
  readonly expected: readonly ExpectedFinding[];
}

export interface ExpectedFinding {
  readonly kind: string;
  readonly billed: readonly string[];
  readonly suggested: readonly string[];
  readonly alternatives?: readonly (readonly string[])[];
}

const FOLDER = new URL('../../../fixtures/review/', import.meta.url);

export function readReviewCases(prefix: string): ReviewCase[] {
  return readdirSync(fileURLToPath(FOLDER))
    .filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
    .map((name): ReviewCase => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
}

export function contextOf(review: ReviewCase): RuleContext {
  const tables = smallTables();
  const minutes = (Date.parse(review.encounter.end) - Date.parse(review.encounter.start)) / 60_000;
  const chart = deidentifiedChart({
    setting: review.setting,
    patient: { sex: review.patient.gender, ageYears: wholeYears(review.patient.birthDate, review.encounter.start) },
    encounter: {
      classCode: review.encounter.class,
      newPatient: review.encounter.newPatient,
      durationMinutes: minutes,
      lengthOfStayDays: Math.floor(minutes / 1440),
    },
    claim: {
      specialty: review.clinician.specialty,
      diagnoses: review.claim.diagnoses.map((diagnosis) => ({ ...diagnosis, onAdmission: undefined })),
      items: review.claim.items.map((item, index) => ({
        ...toItem(item.code, index),
        ...item,
        placeOfService: review.encounter.placeOfService,
      })),
    },
    documents: review.notes.map((note) => ({
      title: note.title ?? '',
      loinc: note.loinc,
      docStatus: note.docStatus,
      text: note.text,
    })),
  });
  return { chart, tables, documents: chart.documents.map((document) => analyseDocument(document, tables.icd10cm)) };
}

function wholeYears(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5, 10) < birthDate.slice(5, 10) ? years - 1 : years;
}

/** Whether a finding says what a case expects, as the scorer compares: kind, billed codes in common, suggested codes as a set. */
export function meets(finding: Finding, expected: ExpectedFinding): boolean {
  const bare = (codes: readonly string[]) => codes.map((code) => code.split('-')[0]);
  const billed =
    expected.billed.length === 0
      ? finding.billed.length === 0
      : bare(expected.billed).some((code) => bare(finding.billed).includes(code));
  const sets = [expected.suggested, ...(expected.alternatives ?? [])];
  const suggested = expected.suggested.length === 0 || sets.some((set) => sameSet(set, finding.suggested));
  return finding.kind === expected.kind && billed && suggested;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
