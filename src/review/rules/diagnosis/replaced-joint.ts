import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { evidenceAt, type AnalysedDocument } from '../../language/index.ts';
import { findingOf } from './finding-of.ts';
import { bills } from './reading/claim.ts';

interface Joint {
  readonly word: string;
  /** Codes of the arthritis for which it is replaced, for the right and the left side. */
  readonly arthritis: readonly [right: RegExp, left: RegExp];
  /** Presence of the artificial joint, right and left. */
  readonly presence: readonly [right: string, left: string];
}

const JOINTS: readonly Joint[] = [
  { word: 'hip|THA|THR', arthritis: [/^M16\.(?:11|31|51)$/, /^M16\.(?:12|32|52)$/], presence: ['Z96.641', 'Z96.642'] },
  { word: 'knee|TKA|TKR', arthritis: [/^M17\.(?:11|31)$/, /^M17\.(?:12|32)$/], presence: ['Z96.651', 'Z96.652'] },
  { word: 'shoulder|TSA', arthritis: [/^M19\.[0-2]11$/, /^M19\.[0-2]12$/], presence: ['Z96.611', 'Z96.612'] },
];
const AFTERCARE = 'Z47.1';
/** The operations themselves: arthritis is then what they are done for. */
const OPERATIONS = /^(?:2713[0-8]|2744[67]|2748[67]|2347[0-4])$/;

/** After a joint was replaced its arthritis is gone: aftercare, with the artificial joint beside it. */
export const replacedJoint: Rule = {
  id: 'replaced-joint',
  source:
    'ICD-10-CM, Z47.1 (use additional code for the joint, Z96.6-); Official Guidelines, Section I.C.21.c.7 (aftercare)',
  evaluate(context) {
    if (context.chart.claim.items.some(({ code }) => OPERATIONS.test(code))) return { findings: [] };
    return { findings: JOINTS.flatMap((joint) => [0, 1].flatMap((side) => judge(context, joint, side))) };
  },
};

interface Statement {
  readonly document: AnalysedDocument;
  readonly start: number;
  readonly end: number;
}

function judge(context: RuleContext, joint: Joint, side: number): Finding[] {
  const presence = joint.presence[side] ?? '';
  const arthritis = context.chart.claim.diagnoses.find(({ code }) => joint.arthritis[side]?.test(code));
  const isCoded = bills(context, AFTERCARE);
  if ((arthritis === undefined && !isCoded) || context.tables.icd10cm.find(presence)?.billable !== true) return [];
  const statement = aftercareOf(context, joint.word, side === 0 ? 'right' : 'left');
  if (statement === undefined) return [];
  const evidence = [evidenceAt(statement.document, statement)];
  const otherSide = joint.presence[1 - side] ?? '';
  const isWrongSide = bills(context, otherSide) && !bills(context, presence) && namesOnly(context, joint.word, side);
  const isMissed = !bills(context, presence) && !bills(context, presence.slice(0, -1)) && !isWrongSide;
  return [
    ...(isWrongSide
      ? [
          findingOf(replacedJoint, context, {
            kind: 'wrong-diagnosis',
            direction: 'neutral',
            billed: [otherSide],
            suggested: [presence],
            evidence,
            confidence: 0.9,
            rationale: `The joint that was replaced is on the other side (${presence}).`,
          }),
        ]
      : []),
    ...(arthritis === undefined ? [] : [unsupported(context, arthritis.code, isCoded, evidence)]),
    ...(isMissed
      ? [
          findingOf(replacedJoint, context, {
            kind: 'missed-diagnosis',
            direction: 'under',
            billed: [],
            suggested: [presence],
            evidence,
            confidence: 0.86,
            rationale: `${AFTERCARE} takes an additional code for the joint that was replaced (${presence}).`,
          }),
        ]
      : []),
  ];
}

function unsupported(context: RuleContext, code: string, isCoded: boolean, evidence: Finding['evidence']): Finding {
  return findingOf(replacedJoint, context, {
    kind: 'unsupported-diagnosis',
    direction: 'over',
    billed: [code],
    suggested: isCoded ? [] : [AFTERCARE],
    evidence: [...evidence],
    confidence: 0.95,
    rationale: `The joint of ${code} has been replaced and the encounter is aftercare: its arthritis is no longer coded.`,
  });
}

/** No replacement of this joint on the other side is written anywhere. */
function namesOnly({ documents }: RuleContext, words: string, side: number): boolean {
  const other = side === 0 ? '(?:left|Lt|L)' : '(?:right|Rt|R)';
  const pattern = new RegExp(
    String.raw`\b(?:${other}|bilateral)\b\.?(?: (?:total|partial|reverse))*(?: (?:${words}))\b[^.;\n]{0,20}\b(?:replac|arthroplast|prosthe)|\b${other}\b\.? (?:THA|TKA|THR|TKR|TSA)\b|\bbilateral\b[^.;\n]{0,15}\b(?:${words})`,
    'i',
  );
  return !documents.some(({ document }) => pattern.test(document.text));
}

/** A line of the note that says aftercare of the replacement of this joint and side. */
function aftercareOf({ documents }: RuleContext, words: string, side: string): Statement | undefined {
  const sided = side === 'right' ? '(?:right|Rt|R)' : '(?:left|Lt|L)';
  const pattern = new RegExp(
    [
      String.raw`\b(?:aftercare|rehab(?:ilitation)?|recover(?:y|ing)|post-?op(?:erative)?(?: (?:care|day \d+|week \d+))?)\b`,
      String.raw`[^.;\n]{0,25}?\b(?:of|for|following|after|from|s\/p|status post)\b[^.;\n]{0,40}?`,
      String.raw`\b${sided}\b\.?(?: (?:total|partial|reverse))*(?: (?:${words}))\b`,
    ].join(''),
    'i',
  );
  for (const document of documents) {
    const match = pattern.exec(document.document.text);
    if (match !== null) return { document, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
