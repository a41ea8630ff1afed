import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import type { Finding } from '../finding.ts';
import type { CodeVerdict } from './answer-schema.ts';
import type { ProvenVerdict } from './checked-answer.ts';
import { checkDiagnosis, checkService } from './known-codes.ts';
import type { Drops, SupportedCode } from './model-outcome.ts';
import { PRIOR, RULE } from './model-rules.ts';

interface Judged {
  readonly findings: readonly Finding[];
  readonly supported: readonly SupportedCode[];
}

type Reason = CodeVerdict['reason'];

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
export function judgeVerdicts(
  chart: DeidentifiedChart,
  tables: CodeTables,
  verdicts: readonly ProvenVerdict[],
  drops: Drops,
): Judged {
  const findings: Finding[] = [];
  const supported: SupportedCode[] = [];
  const diagnoses = new Set(chart.claim.diagnoses.map(({ code }) => code));
  const services = new Set(chart.claim.items.map(({ code }) => code));
  for (const verdict of verdicts) {
    if (!diagnoses.has(verdict.code) && !services.has(verdict.code)) drops.add('not-billed');
    else if (verdict.verdict === 'supported') supported.push({ code: verdict.code, evidence: verdict.evidence });
    else if (diagnoses.has(verdict.code)) findings.push(...judgeDiagnosis(chart, tables, verdict, drops));
    else findings.push(...judgeService(tables, { verdict, billed: services }, drops));
  }
  const answered = new Set(verdicts.map(({ code }) => code));
  drops.add('unanswered', [...diagnoses, ...services].filter((code) => !answered.has(code)).length);
  return { findings, supported };
}

function judgeDiagnosis(
  chart: DeidentifiedChart,
  tables: CodeTables,
  { code, verdict, reason, better, evidence }: ProvenVerdict,
  drops: Drops,
): Finding[] {
  const billed = new Set(chart.claim.diagnoses.map((diagnosis) => diagnosis.code));
  const suggested = suggestable(better, { billed, check: (one) => checkDiagnosis(one, tables) }, drops);
  const base = { billed: [code], evidence, source: 'model' as const, tableRelease: tables.icd10cm.release.label };
  if (verdict === 'absent')
    return [
      {
        ...base,
        ...PRIOR.absentDiagnosis,
        suggested: [],
        evidence: [],
        rule: RULE.documented,
        rationale: `Read as a whole, the notes do not name, treat or imply the condition of ${code}.`,
      },
    ];
  const denied = DENIED[reason];
  if (denied !== undefined) {
    if (reason === 'uncertain' && chart.setting === 'inpatient' && chart.claim.type !== 'professional') {
      drops.add('uncertain-but-inpatient');
      return [];
    }
    return [
      {
        ...base,
        ...PRIOR.deniedDiagnosis,
        suggested,
        rule: RULE.documented,
        rationale: `${denied} ${code}.${instead(suggested)}`,
      },
    ];
  }
  if (suggested.length === 0) {
    drops.add('reason-without-code');
    return [];
  }
  const other = OTHER[reason];
  if (other !== undefined)
    return [
      {
        ...base,
        ...PRIOR.otherDiagnosis,
        suggested,
        rule: RULE.detail,
        rationale: `${other} ${code}.${instead(suggested)}`,
      },
    ];
  if (reason !== 'more-specific-in-record') {
    drops.add('reason-without-code');
    return [];
  }
  return [
    {
      ...base,
      ...PRIOR.specificity,
      suggested,
      rule: RULE.detail,
      rationale: `The record is more specific than ${code}.${instead(suggested)}`,
    },
  ];
}

function judgeService(
  tables: CodeTables,
  {
    verdict: { code, verdict, reason, better, evidence },
    billed,
  }: { readonly verdict: ProvenVerdict; readonly billed: ReadonlySet<string> },
  drops: Drops,
): Finding[] {
  const base = { billed: [code], source: 'model' as const, rule: RULE.performed };
  if (verdict === 'absent')
    return [
      {
        ...base,
        ...PRIOR.absentService,
        suggested: [],
        evidence: [],
        rationale: `Read as a whole, the notes do not document ${code}.`,
      },
    ];
  if (reason === 'not-performed' || reason === 'negated')
    return [
      {
        ...base,
        ...PRIOR.deniedService,
        suggested: [],
        evidence,
        rationale: `The record says that ${code} was not performed in this encounter.`,
      },
    ];
  const suggested = suggestable(better, { billed, check: (one) => checkService(one, tables) }, drops);
  if (reason !== 'other-type' || suggested.length === 0) {
    drops.add('reason-without-code');
    return [];
  }
  return [
    {
      ...base,
      ...PRIOR.deniedService,
      suggested,
      evidence,
      rationale: `The record documents another service than ${code}.${instead(suggested)}`,
    },
  ];
}

interface Suggestable {
  readonly billed: ReadonlySet<string>;
  readonly check: (code: string) => ReturnType<typeof checkDiagnosis>;
}

/** At most two: more is no suggestion. */
function suggestable(codes: readonly string[], { billed, check }: Suggestable, drops: Drops): string[] {
  const kept = [...new Set(codes)].filter((code) => {
    const reason = billed.has(code) ? 'already-billed' : check(code);
    if (reason !== undefined) drops.add(reason);
    return reason === undefined;
  });
  return kept.slice(0, 2);
}

function instead(suggested: readonly string[]): string {
  return suggested.length === 0 ? '' : ` ${suggested.join(' and ')} would hold it.`;
}
