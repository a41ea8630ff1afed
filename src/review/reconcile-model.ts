import type { Finding, FindingKind } from './finding.ts';
import type { ModelOutcome } from './model/model-outcome.ts';
import { reconcile } from './reconcile.ts';

type Answered = Extract<ModelOutcome, { kind: 'answered' }>;

/** Kinds that say the same fault of one code from different sides. */
const SAME_FAULT: readonly (readonly FindingKind[])[] = [
  ['unsupported-diagnosis', 'wrong-diagnosis', 'diagnosis-specificity'],
];
/** What a model that finds a billed code documented speaks against. */
const AGAINST_DOCUMENTATION: readonly FindingKind[] = ['unsupported-diagnosis', 'unsupported-service'];

/** Share of the remaining doubt that a second, independent reading takes away. */
const AGREEMENT = 0.4;
/** What remains of a rule's confidence when the model reads the record otherwise. */
const DISAGREEMENT = 0.75;

/**
 * Rules and model as one list. What both say is said once, in the rule's words, with source `both` and more confidence; where they
 * disagree the rule's finding stays, with less, and says so; what the model alone says stays as it is unless a rule's finding explains it.
 */
export function reconcileWithModel(rules: readonly Finding[], outcome: Answered): Finding[] {
  const used = new Set<Finding>();
  const joined = rules.map((finding) => {
    const same = outcome.findings.filter((other) => isSame(finding, other));
    for (const other of same) used.add(other);
    const agreeing = same.find((other) => suggestsSame(finding, other));
    if (agreeing !== undefined) return agree(finding, agreeing);
    const [other] = same;
    return other === undefined ? contradict(finding, outcome) : differ(finding, other);
  });
  const alone = outcome.findings.filter((finding) => !used.has(finding) && !isSpokenFor(finding, rules));
  return reconcile([...joined, ...alone]);
}

function isSame(rule: Finding, model: Finding): boolean {
  const sameKind =
    rule.kind === model.kind || SAME_FAULT.some((kinds) => kinds.includes(rule.kind) && kinds.includes(model.kind));
  if (!sameKind) return false;
  if (rule.billed.length === 0 || model.billed.length === 0)
    return rule.billed.length === model.billed.length && suggestsSame(rule, model);
  return rule.billed.some((code) => model.billed.map(lineOf).includes(lineOf(code)));
}

function suggestsSame(rule: Finding, model: Finding): boolean {
  if (rule.suggested.length === 0 || model.suggested.length === 0) return rule.kind === model.kind;
  return rule.suggested.some((code) => model.suggested.map(lineOf).includes(lineOf(code)));
}

function agree(rule: Finding, model: Finding): Finding {
  const evidence = rule.evidence.length > 0 ? rule.evidence : model.evidence;
  return {
    ...rule,
    evidence,
    source: 'both',
    confidence: round(rule.confidence + (1 - rule.confidence) * AGREEMENT * model.confidence),
  };
}

/** The same code, another answer to it: the rule's stays. */
function differ(rule: Finding, model: Finding): Finding {
  const other = model.suggested.length === 0 ? `no other code (${model.kind})` : model.suggested.join(' and ');
  return lower(rule, `The model agrees that the code is in question and reads ${other}.`, 0.95);
}

/** Consent of a model that a note gives orders to counts for nothing. */
function contradict(rule: Finding, { supported, level, ordersInNote }: Answered): Finding {
  if (ordersInNote) return rule;
  const stands = supported.some(({ code }) => rule.billed.map(lineOf).includes(code));
  if (stands && AGAINST_DOCUMENTATION.includes(rule.kind))
    return lower(rule, 'The model reads the code as documented.', DISAGREEMENT);
  const isLevel =
    rule.kind === 'level-of-service' && level !== undefined && rule.billed.map(lineOf).includes(level.billed);
  if (isLevel && level.right === level.billed)
    return lower(rule, 'By the facts that the model found, the billed level stands.', DISAGREEMENT);
  return rule;
}

function lower(rule: Finding, why: string, factor: number): Finding {
  return { ...rule, rationale: `${rule.rationale} ${why}`, confidence: round(rule.confidence * factor) };
}

/** A missed diagnosis or service that a rule's finding suggests already, or a fault of a line that a rule calls invalid. */
function isSpokenFor(model: Finding, rules: readonly Finding[]): boolean {
  return rules.some(
    (rule) =>
      (model.billed.length === 0 && model.suggested.every((code) => rule.suggested.map(lineOf).includes(code))) ||
      (model.billed.length > 0 &&
        (rule.kind === 'invalid-code' || rule.kind === 'excludes1-conflict') &&
        model.billed.every((code) => rule.billed.map(lineOf).includes(code))),
  );
}

/** `99213-25` is about the line of `99213`. */
function lineOf(code: string): string {
  return code.split('-')[0] ?? code;
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
