import type { CodeTables } from '#codes/index.ts';
import type { Finding } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import type { CodeVerdict } from './answer-schema.ts';
import type { ProvenVerdict } from './checked-answer.ts';
import { checkDiagnosis, checkService } from './known-codes.ts';
import type { DropReason, Drops, SupportedCode } from './model-outcome.ts';
import { PRIOR, RULE } from './model-rules.ts';

interface Judged {
  readonly findings: readonly Finding[];
  readonly supported: readonly SupportedCode[];
}

type Reason = CodeVerdict['reason'];

/** What a verdict says, without the code that it is about; or why nothing comes of it. */
type Saying = Omit<Finding, 'billed' | 'source' | 'tableRelease'> | DropReason;

const DENIED: Partial<Record<Reason, string>> = {
  negated: 'The record denies the condition of',
  'ruled-out': 'The record rules out the condition of',
  uncertain: 'The record only suspects the condition of',
  'resolved-or-historical': 'The record gives as past or resolved the condition of',
  'family-or-other-person': 'The record tells of someone else the condition of',
};
const OTHER: Partial<Record<Reason, string>> = {
  'other-side': 'The record names another side than',
  'other-type': 'The record names another type or cause than',
  'other-episode': 'The record is of another episode of care than',
};

/** Findings of the verdicts on billed codes, and the codes that stand. Verdicts on anything else are dropped. */
export function judgeVerdicts(context: RuleContext, verdicts: readonly ProvenVerdict[], drops: Drops): Judged {
  const { chart, tables } = context;
  const findings: Finding[] = [];
  const supported: SupportedCode[] = [];
  const diagnoses = new Set(chart.claim.diagnoses.map(({ code }) => code));
  const services = new Set(chart.claim.items.map(({ code }) => code));
  for (const verdict of verdicts) {
    const { code, evidence } = verdict;
    const isDiagnosis = diagnoses.has(code);
    if (!isDiagnosis && !services.has(code)) drops.add('not-billed');
    else if (verdict.verdict === 'supported') supported.push({ code, evidence });
    else {
      const billed = isDiagnosis ? diagnoses : services;
      const suggested = suggestable(verdict.better, { billed, isDiagnosis, tables }, drops);
      const saying = isDiagnosis ? onDiagnosis(context, verdict, suggested) : onService(verdict, suggested);
      if (typeof saying === 'string') drops.add(saying);
      else findings.push({ ...saying, billed: [code], source: 'model', ...releaseOf(tables, isDiagnosis) });
    }
  }
  const answered = new Set(verdicts.map(({ code }) => code));
  drops.add('unanswered', [...diagnoses, ...services].filter((code) => !answered.has(code)).length);
  return { findings, supported };
}

function releaseOf({ icd10cm }: CodeTables, isDiagnosis: boolean): Pick<Finding, 'tableRelease'> {
  return isDiagnosis ? { tableRelease: icd10cm.release.label } : {};
}

function onDiagnosis(context: RuleContext, verdict: ProvenVerdict, suggested: readonly string[]): Saying {
  const { code, reason, evidence } = verdict;
  if (verdict.verdict === 'absent') return onAbsentDiagnosis(context, code);
  const denied = DENIED[reason];
  if (denied !== undefined) {
    if (reason === 'uncertain' && isInpatientFacility(context)) return 'uncertain-but-inpatient';
    const rationale = `${denied} ${code}.${instead(suggested)}`;
    return { ...PRIOR.deniedDiagnosis, suggested, evidence, rule: RULE.documented, rationale };
  }
  if (suggested.length === 0) return 'reason-without-code';
  const base = { suggested, evidence, rule: RULE.detail };
  const other = OTHER[reason];
  if (other !== undefined)
    return { ...PRIOR.otherDiagnosis, ...base, rationale: `${other} ${code}.${instead(suggested)}` };
  if (reason !== 'more-specific-in-record') return 'reason-without-code';
  return { ...PRIOR.specificity, ...base, rationale: `The record is more specific than ${code}.${instead(suggested)}` };
}

/** Absence needs no quote, so it needs the text's consent: a condition that the notes name as present is not absent. */
function onAbsentDiagnosis({ documents }: RuleContext, code: string): Saying {
  const isNamed = documents.some(({ mentions }) =>
    mentions.some(
      ({ assertion, codes }) => assertion === 'asserted' && codes.some((one) => one.startsWith(code.slice(0, 3))),
    ),
  );
  if (isNamed) return 'named-in-text';
  const rationale = `Read as a whole, the notes do not name, treat or imply the condition of ${code}.`;
  return { ...PRIOR.absentDiagnosis, suggested: [], evidence: [], rule: RULE.documented, rationale };
}

function isInpatientFacility({ chart }: RuleContext): boolean {
  return chart.setting === 'inpatient' && chart.claim.type !== 'professional';
}

function onService({ code, verdict, reason, evidence }: ProvenVerdict, suggested: readonly string[]): Saying {
  const base = { rule: RULE.performed };
  if (verdict === 'absent') {
    const rationale = `Read as a whole, the notes do not document ${code}.`;
    return { ...base, ...PRIOR.absentService, suggested: [], evidence: [], rationale };
  }
  if (reason === 'not-performed' || reason === 'negated') {
    const rationale = `The record says that ${code} was not performed in this encounter.`;
    return { ...base, ...PRIOR.deniedService, suggested: [], evidence, rationale };
  }
  if (reason !== 'other-type' || suggested.length === 0) return 'reason-without-code';
  const rationale = `The record documents another service than ${code}.${instead(suggested)}`;
  return { ...base, ...PRIOR.deniedService, suggested, evidence, rationale };
}

interface Claimed {
  readonly billed: ReadonlySet<string>;
  readonly isDiagnosis: boolean;
  readonly tables: CodeTables;
}

/** At most two: more is no suggestion. */
function suggestable(codes: readonly string[], { billed, isDiagnosis, tables }: Claimed, drops: Drops): string[] {
  const kept = [...new Set(codes)].filter((code) => {
    const check = isDiagnosis ? checkDiagnosis : checkService;
    const reason = billed.has(code) ? 'already-billed' : check(code, tables);
    if (reason !== undefined) drops.add(reason);
    return reason === undefined;
  });
  return kept.slice(0, 2);
}

function instead(suggested: readonly string[]): string {
  return suggested.length === 0 ? '' : ` ${suggested.join(' and ')} would hold it.`;
}
