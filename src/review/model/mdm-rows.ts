import { highest, type MdmElement, type MdmFact } from '../em/mdm-table.ts';
import type { Evidence } from '../finding.ts';
import type { DataKind, ProblemKind, RiskKind } from './answer-schema.ts';

type Level = MdmFact['level'];

/** A fact of the answer whose evidence stands. `name` tells two of a kind apart (two problems, two tests). */
export interface ProvenFact<Kind extends string> {
  readonly kind: Kind;
  readonly name: string;
  readonly evidence: readonly Evidence[];
}

/** One problem's own level (CPT E/M guidelines 2023, table Levels of Medical Decision Making, column 1). Two of a kind may carry more. */
const PROBLEM_LEVEL: Readonly<Record<ProblemKind, Level>> = {
  'self-limited-or-minor': 'straightforward',
  'stable-chronic': 'low',
  'stable-acute': 'low',
  'acute-uncomplicated': 'low',
  'chronic-not-at-goal': 'moderate',
  'undiagnosed-uncertain-prognosis': 'moderate',
  'acute-with-systemic-symptoms': 'moderate',
  'acute-complicated-injury': 'moderate',
  'chronic-with-severe-exacerbation': 'high',
  'threat-to-life-or-function': 'high',
};

/** Column 3 of the same table. */
const RISK_LEVEL: Readonly<Record<RiskKind, Level>> = {
  minimal: 'straightforward',
  low: 'low',
  'prescription-drug-management': 'moderate',
  'minor-surgery-with-risk-factors': 'moderate',
  'elective-major-surgery': 'moderate',
  'limited-by-social-determinants': 'moderate',
  'monitoring-for-drug-toxicity': 'high',
  'elective-major-surgery-with-risk-factors': 'high',
  'emergency-major-surgery': 'high',
  'decision-for-hospital-or-escalation': 'high',
  'decision-to-limit-care': 'high',
  'parenteral-controlled-substance': 'high',
};

/** Category 1 of the data column: items that count one each. */
const ITEMS: readonly DataKind[] = ['external-note-reviewed', 'test-ordered-or-reviewed'];

export function problemsElement(facts: readonly ProvenFact<ProblemKind>[]): MdmElement {
  const each = distinct(facts).map((fact) => toFact('problems', fact.kind, PROBLEM_LEVEL[fact.kind], fact.evidence));
  const count = (kind: ProblemKind) => each.filter(({ row }) => row === kind);
  const [minor, stable] = [count('self-limited-or-minor'), count('stable-chronic')];
  return element([
    ...each,
    ...(minor.length >= 2 ? [toFact('problems', 'two-minor', 'low', evidenceOf(minor))] : []),
    ...(stable.length >= 2 ? [toFact('problems', 'two-stable-chronic', 'moderate', evidenceOf(stable))] : []),
  ]);
}

/** Two of the three categories make extensive, one moderate (CPT E/M guidelines 2023, column 2). */
export function dataElement(facts: readonly ProvenFact<DataKind>[]): MdmElement {
  const known = distinct(facts);
  const ofKind = (...kinds: DataKind[]) => known.filter(({ kind }) => kinds.includes(kind));
  const items = ofKind(...ITEMS);
  const historian = ofKind('independent-historian').slice(0, 1);
  const categories = [
    items.length + historian.length >= 3
      ? toFact('data', 'three-items', 'moderate', evidenceOf([...items, ...historian]))
      : undefined,
    row('independent-interpretation', ofKind('independent-interpretation')),
    row('external-discussion', ofKind('external-discussion')),
  ].filter((fact) => fact !== undefined);
  const limited = [
    ...(items.length >= 2 ? [toFact('data', 'two-items', 'low', evidenceOf(items))] : []),
    ...historian.map((fact) => toFact('data', 'independent-historian', 'low', fact.evidence)),
  ];
  const extensive = categories.length >= 2 ? [toFact('data', 'two-categories', 'high', evidenceOf(categories))] : [];
  return element([...limited, ...categories, ...extensive]);
}

export function riskElement(facts: readonly ProvenFact<RiskKind>[]): MdmElement {
  return element(facts.map((fact) => toFact('risk', fact.kind, RISK_LEVEL[fact.kind], fact.evidence)));
}

function row(name: string, facts: readonly ProvenFact<DataKind>[]): MdmFact | undefined {
  return facts.length === 0 ? undefined : toFact('data', name, 'moderate', evidenceOf(facts));
}

function toFact(element: MdmFact['element'], name: string, level: Level, evidence: readonly Evidence[]): MdmFact {
  return { element, row: name, level, evidence };
}

function element(facts: readonly MdmFact[]): MdmElement {
  const level = highest(facts.map((fact) => fact.level));
  return { lower: level, upper: level, facts };
}

function evidenceOf(facts: readonly { readonly evidence: readonly Evidence[] }[]): Evidence[] {
  return facts.flatMap(({ evidence }) => evidence.slice(0, 1)).slice(0, 3);
}

/** Each named thing once: a condition in two notes is one problem, a test ordered and reviewed is one test. */
function distinct<Kind extends string>(facts: readonly ProvenFact<Kind>[]): ProvenFact<Kind>[] {
  return [...new Map(facts.map((fact) => [`${fact.kind} ${fact.name.trim().toLowerCase()}`, fact])).values()];
}
